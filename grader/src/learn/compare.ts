/**
 * Two texts beside each other: a learner's answer and the reference.
 *
 * Knows lines, widths and colours; the differences are the diff library's.
 */
import { type InspectColor, styleText } from "node:util";
import { createTwoFilesPatch, diffLines } from "diff";
import { escapeControls } from "../report/escape.ts";
import type { Look } from "./state.ts";

const NARROW = 100; // below this two columns of code cannot be read

/** In two columns where there is room, else as a patch. Lines that differ are marked `-` and `+`. */
export function compared(yours: string, reference: string, look: Look): string[] {
  const own = escapeControls(yours.replaceAll("\r\n", "\n"));
  return look.width < NARROW ? patchLines(own, reference, look) : columns(own, reference, look);
}

function columns(yours: string, reference: string, look: Look): string[] {
  const half = Math.floor((look.width - 3) / 2);
  const row = (left: string, right: string, isSame: boolean): string => {
    const [a, b] = [left, right].map((text) => fit(text, half - 2)) as [string, string]; // two in, two out
    const mark = (text: string, sign: string): string => (isSame || text === "" ? " " : sign);
    return isSame
      ? `  ${a.padEnd(half - 2)} │   ${b}`.trimEnd()
      : `${paint(`${mark(left, "-")} ${a.padEnd(half - 2)}`, "red", look)} │ ${paint(`${mark(right, "+")} ${b}`, "green", look)}`;
  };
  const rows = [row("yours", "reference", true), `${"─".repeat(half)}─┼${"─".repeat(half)}`];
  const parts = diffLines(yours, reference);
  for (let k = 0; k < parts.length; k++) {
    const part = parts[k]!;
    if (!part.added && !part.removed) {
      rows.push(...linesOf(part.value).map((line) => row(line, line, true)));
      continue;
    }
    const other = part.removed && parts[k + 1]?.added === true ? parts[++k]! : null;
    const left = part.removed ? linesOf(part.value) : [];
    const right = part.removed ? linesOf(other?.value ?? "") : linesOf(part.value);
    for (let i = 0; i < Math.max(left.length, right.length); i++)
      rows.push(row(left[i] ?? "", right[i] ?? "", false));
  }
  return rows;
}

function patchLines(yours: string, reference: string, look: Look): string[] {
  const patch = createTwoFilesPatch("yours", "reference", yours, reference, "", "", { context: 2 });
  return patch
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) =>
      line.startsWith("-")
        ? paint(line, "red", look)
        : line.startsWith("+")
          ? paint(line, "green", look)
          : line,
    );
}

function linesOf(text: string): string[] {
  const lines = text.replace(/\n$/, "").split("\n");
  return text === "" ? [] : lines;
}

function fit(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function paint(text: string, style: InspectColor, { color }: Look): string {
  return color ? styleText(style, text, { validateStream: false }) : text;
}
