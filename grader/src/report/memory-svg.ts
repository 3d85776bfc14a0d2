/**
 * A memory picture as SVG, for the page. Marks differ in outline as well as in colour.
 *
 * Every text is escaped: cells may hold what a learner's code produced.
 */
import { escapeHtml } from "./escape.ts";
import type { Cell, CellMark, MemoryModel } from "./memory-cells.ts";

const SIDE = { width: 52, height: 28, gutter: 56 } as const;

/** Class names that the page's style sheet paints, in both themes. */
const STYLE: Readonly<Record<CellMark, string>> = {
  none: "cell",
  picked: "cell picked",
  extra: "cell extra",
  missing: "cell missing",
};

/** One `<svg>`; its title says in words what it shows. */
export function memorySvg(model: MemoryModel): string {
  const columns = Math.min(model.columns, 14);
  const rows = Math.ceil(model.cells.length / columns);
  const width = SIDE.gutter + columns * SIDE.width + 2;
  const height = rows * SIDE.height + 2;
  const cells = model.cells.map((c, k) => cellSvg(c, k % columns, Math.floor(k / columns)));
  const labels = Array.from({ length: rows }, (_, row) => {
    const y = row * SIDE.height + SIDE.height / 2 + 5;
    return `<text class="address" x="${SIDE.gutter - 8}" y="${y}" text-anchor="end">+${model.cells[row * columns]!.offset}</text>`;
  });
  const title = `${Object.entries(model.facts)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ")}`;
  return `<svg class="memory" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title>${escapeHtml(title)}</title>${labels.join("")}${cells.join("")}</svg>`;
}

function cellSvg({ text, mark }: Cell, column: number, row: number): string {
  const [x, y] = [SIDE.gutter + column * SIDE.width, row * SIDE.height];
  const dash = mark === "missing" ? ' stroke-dasharray="4 3"' : "";
  return (
    `<rect class="${STYLE[mark]}" x="${x + 1}" y="${y + 1}" width="${SIDE.width - 2}" height="${SIDE.height - 2}"${dash}/>` +
    `<text x="${x + SIDE.width / 2}" y="${y + SIDE.height / 2 + 5}" text-anchor="middle">${escapeHtml(text)}</text>`
  );
}
