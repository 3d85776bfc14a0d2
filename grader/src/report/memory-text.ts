/**
 * A memory picture as text: the buffer as a grid of cells with addresses, the facts beside it.
 *
 * Legible without colour: `[7]` is read, `+7+` is read but should not be, `-7-` should be read but is not.
 */
import { type InspectColor, stripVTControlCharacters, styleText } from "node:util";
import type { Cell, CellMark, Fact, Picture } from "../judge/picture.ts";
import { escapeLine } from "./escape.ts";

export interface TextOptions {
  readonly width: number;
  readonly color: boolean;
}

const MARKS: Readonly<Record<CellMark, readonly [open: string, close: string, InspectColor]>> = {
  none: [" ", " ", "dim"],
  picked: ["[", "]", "green"],
  extra: ["+", "+", "red"],
  missing: ["-", "-", "yellow"],
};

/** The picture in lines of at most `width` characters, colour codes aside. */
export function memoryText(picture: Picture, options: TextOptions): string {
  const { width } = options;
  const facts = factLines(picture.facts, options);
  const factsWidth = Math.max(0, ...facts.map(lengthOf));
  // The facts stand beside the grid where both fit, else above it.
  const beside = gridLines(picture, options, width - factsWidth - 3);
  const isNarrow = beside.length === 0 || beside.length > gridLines(picture, options, width).length;
  const legend = legendLines(picture, options);
  if (isNarrow || facts.length === 0 || picture.cells.length === 0)
    return [...facts, "", ...gridLines(picture, options, width), "", ...legend].join("\n");
  const gridWidth = Math.max(...beside.map(lengthOf));
  const rows = Array.from({ length: Math.max(beside.length, facts.length + 1) }, (_, k) => {
    const left = beside[k] ?? "";
    const right = facts[k - 1] ?? "";
    return `${left}${" ".repeat(gridWidth - lengthOf(left))}   ${right}`.trimEnd();
  });
  return [...rows, "", ...legend].join("\n");
}

/** All of `wanted` where they fit; else a divisor of it, so that lines begin alike; else what fits. */
function columnsWithin(wanted: number, fitting: number): number {
  if (wanted <= fitting) return wanted;
  for (let columns = fitting; columns > fitting / 2; columns--)
    if (wanted % columns === 0) return columns;
  return fitting;
}

/** The grid in at most `width` columns; no line at all where not even one cell fits. */
function gridLines(picture: Picture, options: TextOptions, width: number): string[] {
  const { cells } = picture;
  if (cells.length === 0) return ["(no memory)"];
  const texts = cells.map(({ text }) => escapeLine(text));
  const offsets = cells.map(({ offset }) => offset);
  const gutter = Math.max(...offsets.map((o) => String(o).length));
  const unit = (offsets[1] ?? offsets[0]! + 1) - offsets[0]!;
  const fits = (inner: number): number => Math.floor((width - gutter - 2) / (inner + 3));
  const inner = Math.max(1, ...texts.map((t) => t.length));
  if (fits(inner) < 1) return [];
  const columns = columnsWithin(picture.columns, Math.min(fits(inner), cells.length));
  const first = offsets[0]!;
  // Cells of a line that begins before the buffer keep their columns.
  const lead = (((first / unit) % columns) + columns) % columns;
  const padded: (Cell | null)[] = [...Array.from({ length: lead }, () => null), ...cells];
  const edge = (left: string, middle: string, right: string): string =>
    paint(
      `${" ".repeat(gutter)} ${left}${Array.from({ length: columns }, () => "─".repeat(inner + 2)).join(middle)}${right}`,
      "dim",
      options,
    );
  const lines: string[] = [];
  const heads = Array.from({ length: columns }, (_, k) => `+${k * unit}`);
  if (columns > 1 && cells.length > columns && heads.every((h) => h.length <= inner + 2))
    lines.push(
      paint(
        `${" ".repeat(gutter)}  ${heads.map((h) => h.padStart(inner + 1).padEnd(inner + 2)).join(" ")}`.trimEnd(),
        "dim",
        options,
      ),
    );
  lines.push(edge("┌", "┬", "┐"));
  for (let k = 0; k < padded.length; k += columns) {
    const row = padded.slice(k, k + columns);
    const start = first + (k - lead) * unit;
    const shown = row.map((cell) => cellText(cell, inner, options));
    while (shown.length < columns) shown.push(" ".repeat(inner + 2));
    const bar = paint("│", "dim", options);
    lines.push(
      `${paint(String(start).padStart(gutter), "dim", options)} ${bar}${shown.join(bar)}${bar}`,
    );
  }
  lines.push(edge("└", "┴", "┘"));
  const hidden = [
    picture.hiddenBefore > 0 ? `${cellCount(picture.hiddenBefore)} before` : "",
    picture.hiddenAfter > 0 ? `${cellCount(picture.hiddenAfter)} after` : "",
  ].filter((text) => text !== "");
  if (hidden.length > 0)
    lines.push(paint(`${" ".repeat(gutter)} … ${hidden.join(", ")}`, "dim", options));
  return lines;
}

function cellText(cell: Cell | null, inner: number, options: TextOptions): string {
  if (cell === null) return " ".repeat(inner + 2);
  const [open, close, style] = MARKS[cell.mark];
  const text = cell.text === "" ? "?" : escapeLine(cell.text);
  return paint(`${open}${text.padStart(inner)}${close}`, style, options);
}

function factLines(facts: readonly Fact[], options: TextOptions): string[] {
  const name = Math.max(0, ...facts.map((f) => f.name.length)) + 2;
  return facts.map((fact) => {
    const text = `${fact.name.padEnd(name)}${escapeLine(fact.value)}`;
    return fact.wanted === undefined
      ? text
      : `${paint(text, "red", options)}${paint(`, should be ${escapeLine(fact.wanted)}`, "yellow", options)}`;
  });
}

function legendLines(
  { cells, counts = "bytes", verb = "read" }: Picture,
  options: TextOptions,
): string[] {
  const used = new Set(cells.map((c) => c.mark));
  const parts = [
    used.has("picked") ? `[x] is ${verb}` : "",
    used.has("extra")
      ? `+x+ is ${verb} but should not be${verb === "written" ? ", or not this" : ""}`
      : "",
    used.has("missing") ? `-x- should be ${verb} but is not` : "",
    cells.some((c) => c.text === "") ? "? lies outside the memory" : "",
    `places count ${counts}`,
  ].filter((text) => text !== "");
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length + 2 <= options.width)
      lines[lines.length - 1] = `${last}; ${part}`;
    else lines.push(part);
  }
  return lines.map((line) => paint(line, "dim", options));
}

function cellCount(n: number): string {
  return `${n} cell${n === 1 ? "" : "s"}`;
}

function lengthOf(line: string): number {
  return stripVTControlCharacters(line).length;
}

function paint(text: string, style: InspectColor, { color }: TextOptions): string {
  return color ? styleText(style, text, { validateStream: false }) : text;
}
