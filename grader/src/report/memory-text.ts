/**
 * A memory picture as text: the buffer as a grid of cells with addresses.
 *
 * Legible without colour: `[7]` is read, `+7+` is read but should not be, `-7-` should be read but is not.
 */
import { styleText } from "node:util";
import type { Cell, CellMark, MemoryModel } from "./memory-cells.ts";

const AROUND: Readonly<Record<CellMark, readonly [string, string]>> = {
  none: [" ", " "],
  picked: ["[", "]"],
  extra: ["+", "+"],
  missing: ["-", "-"],
};

const PAINT: Readonly<Record<CellMark, (text: string) => string>> = {
  none: (text) => styleText("dim", text),
  picked: (text) => styleText("green", text),
  extra: (text) => styleText("red", text),
  missing: (text) => styleText("yellow", text),
};

/** The picture in lines of at most `width` characters. */
export function memoryText(model: MemoryModel, width = 80): string {
  const inner = Math.max(1, ...model.cells.map((c) => c.text.length));
  const gutter = String(model.cells.at(-1)?.offset ?? 0).length + 2;
  const fits = Math.max(1, Math.floor((width - gutter - 1) / (inner + 3)));
  const columns = Math.min(model.columns, fits);
  const lines: string[] = [];
  for (let k = 0; k < model.cells.length; k += columns) {
    const row = model.cells.slice(k, k + columns);
    lines.push(
      `${styleText("dim", `+${row[0]!.offset}`.padStart(gutter))} ${row.map((c) => cellText(c, inner)).join("|")}`,
    );
  }
  if (model.hidden > 0) lines.push(`${"".padEnd(gutter)} ... ${model.hidden} more`);
  const facts = Object.entries(model.facts).map(([name, value]) => `${name.padEnd(8)}${value}`);
  return [...facts, "", ...lines, "", legend(model)].join("\n");
}

function cellText({ text, mark }: Cell, inner: number): string {
  const [open, close] = AROUND[mark];
  return PAINT[mark](`${open}${text.padStart(inner)}${close}`);
}

function legend({ cells }: MemoryModel): string {
  const used = new Set(cells.map((c) => c.mark));
  const parts = [
    "each line begins with the byte offset of its first cell",
    "[x] is read by the array",
  ];
  if (used.has("extra")) parts.push("+x+ is read but should not be");
  if (used.has("missing")) parts.push("-x- should be read but is not");
  return styleText("dim", parts.join("; "));
}
