/**
 * Elements in brackets: nesting, wrapped lines, and `...` where an array is too long to show.
 *
 * Knows a `Printable`; makes neither the `array(` around it nor its dtype. Rules:
 * https://numpy.org/doc/stable/reference/generated/numpy.array2string.html
 */
import type { Scalar } from "../dtype/dtype.ts";
import { formatOf, type Format } from "./formats.ts";
import { withOptions, type FloatMode, type Formatters, type SignMode } from "./options.ts";
import { sizeOf, type Printable } from "./printable.ts";

/** NumPy's keywords; each left out is taken from the options in force. */
export interface Array2StringOptions {
  readonly max_line_width?: number | null;
  readonly precision?: number | null;
  readonly suppress_small?: boolean | null;
  /** What stands between elements. */
  readonly separator?: string;
  /** Text that will stand before the result; its length indents the lines. */
  readonly prefix?: string;
  /** Text that will stand behind the result; its length shortens the lines. */
  readonly suffix?: string;
  readonly formatter?: Formatters | null;
  readonly threshold?: number | null;
  readonly edgeitems?: number | null;
  readonly sign?: SignMode | null;
  readonly floatmode?: FloatMode | null;
}

/** The text of `a` in brackets; an array without elements is `[]`. */
export function arrayText(a: Printable, given: Array2StringOptions = {}): string {
  const {
    max_line_width,
    suppress_small,
    separator = " ",
    prefix = "",
    suffix = "",
    ...rest
  } = given;
  const options = withOptions({
    ...rest,
    linewidth: max_line_width ?? null,
    suppress: suppress_small ?? null,
  });
  const size = sizeOf(a);
  if (size === 0) return "[]";

  const edge = size > options.threshold ? options.edgeitems : Infinity;
  // With no edge items NumPy fits the format to all elements and shows the last one.
  const format = formatOf(
    a.dtype,
    shownElements(a, edge === 0 ? Infinity : edge),
    a.shape.length === 0,
    options,
  );
  const page: Page = { a, format, separator, edge };
  return brackets(page, [], " ".repeat(1 + prefix.length), options.linewidth - suffix.length);
}

interface Page {
  readonly a: Printable;
  readonly format: Format;
  readonly separator: string;
  /** Elements shown at each end of an axis that has more than twice as many. */
  readonly edge: number;
}

/** The positions shown along an axis, `null` standing for the ones left out. */
function shownAlong(length: number, edge: number): (number | null)[] {
  const positions = (from: number, to: number): number[] =>
    Array.from({ length: to - from }, (_, i) => from + i);
  if (length <= 2 * edge) return positions(0, length);
  return [...positions(0, edge), null, ...positions(length - Math.max(edge, 1), length)];
}

function shownElements(a: Printable, edge: number): Scalar[] {
  const elements: Scalar[] = [];
  const visit = (index: readonly number[]): void => {
    const length = a.shape[index.length];
    if (length === undefined) elements.push(a.element(index));
    else for (const i of shownAlong(length, edge)) if (i !== null) visit([...index, i]);
  };
  visit([]);
  return elements;
}

/** The text at `index`, whose first line is not indented and whose others are. */
function brackets(page: Page, index: readonly number[], indent: string, width: number): string {
  const { a, format, edge } = page;
  const length = a.shape[index.length];
  if (length === undefined) return format(a.element(index));
  const positions = shownAlong(length, edge);
  const isRow = index.length === a.shape.length - 1;
  const part = (i: number | null): string =>
    i === null ? "..." : brackets(page, [...index, i], `${indent} `, width - 1);
  const text = isRow
    ? row(page, positions.map(part), indent, width)
    : rows(page, positions.map(part), index.length, indent);
  return `[${text.slice(indent.length)}]`;
}

function rows(
  { a, separator }: Page,
  parts: readonly string[],
  axis: number,
  indent: string,
): string {
  const between = separator.trimEnd() + "\n".repeat(a.shape.length - axis - 1);
  return parts.map((text) => indent + text).join(between);
}

function row({ separator }: Page, words: readonly string[], indent: string, width: number): string {
  const room = width - Math.max(separator.trimEnd().length, 1);
  let text = "";
  let line = indent;
  words.forEach((word, i) => {
    const isTooLong = line.length + widest(word) > room && line.length > indent.length;
    if (isTooLong) {
      text += `${line.trimEnd()}\n`;
      line = indent;
    }
    const lines = word === "..." ? [word] : word.split("\n");
    const hang = " ".repeat(line.length);
    for (const more of lines.slice(0, -1)) {
      text += `${(line + more).trimEnd()}\n`;
      line = hang;
    }
    line += lines.at(-1)!.padEnd(lines.length > 1 ? widest(word) : 0);
    if (i < words.length - 1) line += separator;
  });
  return text + line;
}

function widest(word: string): number {
  return word.includes("\n")
    ? word.split("\n").reduce((n, line) => Math.max(n, line.length), 0)
    : word.length;
}
