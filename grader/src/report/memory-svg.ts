/**
 * A memory picture as SVG, for the page. Marks differ in outline and pattern as well as in colour.
 *
 * Every text is escaped: cells may hold what a learner's code produced.
 */
import type { Cell, CellMark, Picture } from "../judge/picture.ts";
import { escapeHtml } from "./escape.ts";

const SIDE = { width: 54, height: 30, gutter: 48, head: 20 } as const;
const MOST_COLUMNS = 12;

/** What a mark means, in words; the legend and the picture's title use them. */
export function meaningOf(mark: Exclude<CellMark, "none">, { verb = "read" }: Picture): string {
  if (mark === "picked") return verb;
  if (mark === "missing") return `not ${verb}, but should be`;
  return `${verb}, but should not be${verb === "written" ? ", or not this" : ""}`;
}

/** One `<svg>`; its title says in words what it shows. */
export function memorySvg(picture: Picture): string {
  const { cells } = picture;
  const [first, second] = [cells[0]?.offset ?? 0, cells[1]?.offset];
  const unit = second === undefined ? 1 : second - first;
  const columns = Math.max(1, Math.min(picture.columns, MOST_COLUMNS, cells.length));
  const lead = (((first / unit) % columns) + columns) % columns;
  const rows = Math.ceil((lead + cells.length) / columns);
  const width = SIDE.gutter + columns * SIDE.width + 4;
  const height = SIDE.head + rows * SIDE.height + 4;
  const heads = Array.from({ length: columns }, (_, k) =>
    textSvg(
      "address",
      SIDE.gutter + (k + 0.5) * SIDE.width,
      SIDE.head - 7,
      "middle",
      `+${k * unit}`,
    ),
  );
  const labels = Array.from({ length: rows }, (_, row) =>
    textSvg(
      "address",
      SIDE.gutter - 8,
      SIDE.head + (row + 0.5) * SIDE.height + 4,
      "end",
      String(first + (row * columns - lead) * unit),
    ),
  );
  const drawn = cells.map((cell, k) =>
    cellSvg(cell, (lead + k) % columns, Math.floor((lead + k) / columns)),
  );
  return `<svg class="memory" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title>${escapeHtml(titleOf(picture))}</title>${heads.join("")}${labels.join("")}${drawn.join("")}</svg>`;
}

function titleOf(picture: Picture): string {
  const { cells, facts } = picture;
  const places = (mark: CellMark): string =>
    cells.flatMap((c) => (c.mark === mark ? [c.offset] : [])).join(", ");
  const marks = (["picked", "extra", "missing"] as const).flatMap((mark) =>
    cells.some((c) => c.mark === mark) ? [`${meaningOf(mark, picture)}: ${places(mark)}`] : [],
  );
  const words = facts.map(
    ({ name, value, wanted }) =>
      `${name} ${value}${wanted === undefined ? "" : ` (should be ${wanted})`}`,
  );
  return [...marks, ...words].join("; ");
}

function cellSvg({ text, mark }: Cell, column: number, row: number): string {
  const [x, y] = [SIDE.gutter + column * SIDE.width + 3, SIDE.head + row * SIDE.height + 3];
  const [w, h] = [SIDE.width - 6, SIDE.height - 6];
  const cross = mark === "extra" ? `<path class="cross" d="M${x} ${y + h}L${x + w} ${y}"/>` : "";
  const shown = text === "" ? "?" : text.length > 6 ? `${text.slice(0, 5)}…` : text;
  return `<rect class="cell ${mark}${text === "" ? " outside" : ""}" x="${x}" y="${y}" width="${w}" height="${h}" rx="4"/>${cross}${textSvg("value", x + w / 2, y + h / 2 + 4, "middle", shown)}`;
}

function textSvg(kind: string, x: number, y: number, anchor: string, text: string): string {
  return `<text class="${kind}" x="${x}" y="${y}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;
}
