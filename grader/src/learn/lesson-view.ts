/**
 * A lesson's Markdown for a terminal: paragraphs that fold at any width, tables no wider than they must be.
 *
 * Knows as much Markdown as our lessons use.
 */
import type { Look } from "./state.ts";

/** The lesson's lines; what is too long is folded by whoever draws it. */
export function lessonLines(markdown: string, { width }: Pick<Look, "width">): string[] {
  const lines: string[] = [];
  let table: string[] = [];
  let isCode = false;
  let isOpen = false;
  for (const line of [...markdown.split("\n"), ""]) {
    if (!isCode && line.startsWith("|")) {
      table.push(line);
      continue;
    }
    lines.push(...tableLines(table, width));
    table = [];
    const isFence = line.startsWith("```");
    const isOwnLine = isCode || isFence || line === "" || /^(#|>|\s*([-*]|\d+\.) )/.test(line);
    if (isOwnLine || !isOpen) lines.push(line);
    else lines.push(`${lines.pop()} ${line.trim()}`);
    if (isFence) isCode = !isCode;
    isOpen = line !== "" && !isCode && !isFence && !line.startsWith("#");
  }
  return lines;
}

/** Columns side by side where they fit; else each row's cells one behind the other. */
function tableLines(rows: readonly string[], width: number): string[] {
  const cells = rows
    .filter((row) => !/^\|[\s:|-]+$/.test(row))
    .map((row) =>
      row
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
  const columns = (cells[0] ?? []).map((_, k) =>
    Math.max(...cells.map((row) => row[k]?.length ?? 0)),
  );
  const isFitting = columns.reduce((sum, n) => sum + n + 2, -2) <= width;
  return cells.map((row) =>
    isFitting
      ? row
          .map((cell, k) => cell.padEnd(columns[k] ?? 0))
          .join("  ")
          .trimEnd()
      : row.filter((cell) => cell !== "").join(" · "),
  );
}
