/**
 * Arrays as text files: `savetxt`, `loadtxt`, `genfromtxt`, `fromstring`.
 *
 * Knows rows and columns; numbers are read in `number_text.ts` and written by `printf.ts`. Files need Node; a list of lines
 * is read anywhere. Rules: https://numpy.org/doc/stable/reference/routines.io.html#text-files
 */
import { type ArrayLike, toArray, toValues } from "../array/convert.ts";
import { getIndex } from "../array/access.ts";
import type { NDArray } from "../array/ndarray.ts";
import { imaginaryPart, realPart } from "../array/views.ts";
import {
  type DType,
  type DTypeLike,
  type Scalar,
  dtype as asDType,
  float64,
} from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { array_str } from "../functions/printing.ts";
import { ravel, reshape, squeeze } from "../functions/reshape.ts";
import { readOptions } from "../options.ts";
import { writeWhole } from "./files.ts";
import { nodeModule } from "./node.ts";
import { readNumber } from "./number_text.ts";
import { conversionsIn, hasConversion, printf } from "./printf.ts";

export interface SaveTextOptions {
  /** A format for every number, for each column, or for a whole row; "%.18e" unless told. */
  readonly fmt?: string | readonly string[] | undefined;
  readonly delimiter?: string | undefined;
  readonly newline?: string | undefined;
  /** Lines before and behind, each with `comments` ("# ") in front. */
  readonly header?: string | undefined;
  readonly footer?: string | undefined;
  readonly comments?: string | undefined;
}

/**
 * Writes a matrix to a text file, a row a line; a vector as a column.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.savetxt.html
 * @throws {ValueError} when the array has no or more than two axes, or `fmt` does not fit its columns
 * @example savetxt("a.csv", [[1, 2], [3, 4]], { fmt: "%d", delimiter: "," })
 */
export function savetxt(path: string, x: ArrayLike, options?: SaveTextOptions): void {
  writeWhole(path, textOf(toArray(x), options));
}

/** What `savetxt` writes. */
export function textOf(a: NDArray, options?: SaveTextOptions): string {
  const given = readOptions("savetxt", options, [
    "fmt",
    "delimiter",
    "newline",
    "header",
    "footer",
    "comments",
  ]);
  const {
    fmt = "%.18e",
    delimiter = " ",
    newline = "\n",
    header = "",
    footer = "",
    comments = "# ",
  } = given;
  if (a.ndim === 0 || a.ndim > 2)
    throw new ValueError(`Expected 1D or 2D array, got ${a.ndim}D array instead`);
  const columns = a.ndim === 1 ? 1 : a.shape[1]!;
  const isComplex = a.dtype.kind === "c";
  const format = rowFormat(fmt, columns, delimiter, isComplex);
  if (a.dtype.kind !== "i" && a.dtype.kind !== "u" && hasConversion(format, "xXo"))
    throw new TypeError(
      `Mismatch between array dtype ('${a.dtype.name}') and format specifier ('${format}')`,
    );
  const numbers = toValues(a).flatMap(numbersOf);
  const texts = hasConversion(format, "sr") ? textsOf(a) : null;
  const width = columns * (isComplex ? 2 : 1);
  const note = (text: string): string =>
    text === "" ? "" : comments + text.replaceAll("\n", `\n${comments}`) + newline;
  let body = "";
  for (let row = 0; row < a.shape[0]!; row++) {
    const [from, to] = [row * width, (row + 1) * width];
    const line = printf(format, numbers.slice(from, to), texts?.slice(from, to));
    body += line.replaceAll("+-", "-") + newline;
  }
  return note(header) + body + note(footer);
}

function numbersOf(x: Scalar): (number | bigint)[] {
  if (typeof x === "object") return [x.re, x.im];
  return [typeof x === "boolean" ? Number(x) : x];
}

/** The elements as NumPy prints them alone; of complex ones, both parts. */
function textsOf(a: NDArray): string[] {
  const parts = a.dtype.kind === "c" ? [realPart(a), imaginaryPart(a)] : [a];
  const texts = parts.map((part) =>
    Array.from({ length: a.size }, (_, k) => array_str(getIndex(ravel(part), [k]))),
  );
  return texts[0]!.flatMap((_, k) => texts.map((t) => t[k]!));
}

function rowFormat(
  fmt: string | readonly string[],
  columns: number,
  delimiter: string,
  isComplex: boolean,
): string {
  if (typeof fmt !== "string") {
    if (fmt.length !== columns)
      throw new ValueError(`fmt has wrong shape.  ${JSON.stringify(fmt)}`);
    return fmt.join(delimiter);
  }
  const count = conversionsIn(fmt);
  if (count === 1)
    return Array.from({ length: columns }, () => (isComplex ? ` (${fmt}+${fmt}j)` : fmt)).join(
      delimiter,
    );
  if (count === columns * (isComplex ? 2 : 1)) return fmt;
  throw new ValueError(`fmt has wrong number of % formats:  ${fmt}`);
}

export interface LoadTextOptions {
  readonly dtype?: DTypeLike | null | undefined;
  /** What begins a comment: "#" unless told, null for none. */
  readonly comments?: string | readonly string[] | null | undefined;
  /** Any blanks unless told. */
  readonly delimiter?: string | null | undefined;
  /** Lines to leave out at the start. */
  readonly skiprows?: number | undefined;
  readonly usecols?: number | readonly number[] | null | undefined;
  /** Whether the result is transposed. */
  readonly unpack?: boolean | undefined;
  readonly ndmin?: 0 | 1 | 2 | undefined;
  readonly max_rows?: number | null | undefined;
}

/**
 * The numbers in a text file, a row a line; axes of length 1 go, unless `ndmin` keeps them.
 *
 * `source` is a path, or a list of lines. Blank lines and comments are left out.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.loadtxt.html
 * @throws {ValueError} when something is no number of the dtype, or lines differ in length
 * @example loadtxt(["1 2", "3 4"]) // [[1, 2], [3, 4]]
 */
export function loadtxt(source: string | readonly string[], options?: LoadTextOptions): NDArray {
  const given = readOptions("loadtxt", options, [
    "dtype",
    "comments",
    "delimiter",
    "skiprows",
    "usecols",
    "unpack",
    "ndmin",
    "max_rows",
  ]);
  const {
    comments = "#",
    delimiter = null,
    skiprows = 0,
    usecols = null,
    unpack = false,
    ndmin = 0,
    max_rows = null,
  } = given;
  const dtype = asDType(given.dtype ?? float64);
  const rows = fieldsOf(linesOf(source).slice(skiprows), comments, delimiter).slice(
    0,
    max_rows ?? undefined,
  );
  const values = rows.flatMap(({ fields }, row) => {
    if (usecols === null && fields.length !== rows[0]!.fields.length) {
      throw new ValueError(
        `the number of columns changed from ${rows[0]!.fields.length} to ${fields.length} at row ${row + 1}; use \`usecols\` to select a subset and avoid this error`,
      );
    }
    return chosen(fields.length, usecols, row).map((column) => {
      const value = readNumber(fields[column]!, dtype);
      if (value === null)
        throw new ValueError(
          `could not convert string '${fields[column]}' to ${dtype.name} at row ${row}, column ${column + 1}.`,
        );
      return value;
    });
  });
  const columns = usecols === null ? 1 : [usecols].flat().length;
  return shaped(values, [rows.length, columns], dtype, ndmin, unpack);
}

export interface GenFromTextOptions extends Omit<LoadTextOptions, "skiprows"> {
  readonly skip_header?: number | undefined;
  readonly skip_footer?: number | undefined;
  /** What stands where something is missing or no number: nan unless told, -1 in integers. */
  readonly filling_values?: Scalar | undefined;
}

/**
 * As `loadtxt`, with gaps: what is missing or no number becomes `filling_values`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.genfromtxt.html
 * @throws {ValueError} when lines differ in length
 * @example genfromtxt(["1,2", "3,"], { delimiter: "," }) // [[1, 2], [3, nan]]
 */
export function genfromtxt(
  source: string | readonly string[],
  options?: GenFromTextOptions,
): NDArray {
  const keys = [
    "dtype",
    "comments",
    "delimiter",
    "skip_header",
    "skip_footer",
    "usecols",
    "unpack",
    "ndmin",
    "max_rows",
    "filling_values",
  ] as const;
  const given = readOptions("genfromtxt", options, keys);
  const {
    comments = "#",
    delimiter = null,
    skip_header = 0,
    skip_footer = 0,
    usecols = null,
    unpack = false,
    ndmin = 0,
    max_rows = null,
  } = given;
  if (max_rows !== null && max_rows < 1) throw new ValueError("'max_rows' must be at least 1.");
  const dtype = asDType(given.dtype ?? float64);
  const filling = given.filling_values ?? gapOf(dtype);
  const lines = linesOf(source).slice(skip_header);
  const found = fieldsOf(lines, comments, delimiter);
  const rows = found.slice(0, found.length - skip_footer).slice(0, max_rows ?? undefined);
  const width = rows[0]?.fields.length ?? 0;
  const wrong = usecols === null ? rows.filter(({ fields }) => fields.length !== width) : [];
  if (wrong.length > 0) {
    const list = wrong.map(
      ({ line, fields }) =>
        `    Line #${line - rows[0]!.line + skip_header + 1} (got ${fields.length} columns instead of ${width})`,
    );
    throw new ValueError(`Some errors were detected !\n${list.join("\n")}`);
  }
  const values = rows.flatMap(({ fields }, row) =>
    chosen(fields.length, usecols, row).map(
      (column) => readNumber(fields[column]!, dtype) ?? filling,
    ),
  );
  return shaped(values, [rows.length, 1], dtype, ndmin, unpack);
}

function gapOf(dtype: DType): Scalar {
  if (dtype.kind === "b") return false;
  if (dtype.kind === "f") return NaN;
  if (dtype.kind === "c") return { re: NaN, im: 0 };
  return dtype.kind === "u" ? 0 : -1;
}

function linesOf(source: string | readonly string[]): readonly string[] {
  if (typeof source !== "string") return source;
  return nodeModule("node:fs")
    .readFileSync(source, "utf8")
    .replace(/\r?\n$/, "")
    .split(/\r?\n|\r/);
}

interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The fields of every line that is not blank, comments taken off. */
function fieldsOf(
  lines: readonly string[],
  comments: string | readonly string[] | null,
  delimiter: string | null,
): Row[] {
  const marks = comments === null ? [] : typeof comments === "string" ? [comments] : comments;
  return lines.flatMap((whole, line) => {
    const text = marks.reduce(
      (rest, mark) =>
        mark !== "" && rest.includes(mark) ? rest.slice(0, rest.indexOf(mark)) : rest,
      whole,
    );
    if (text.trim() === "") return [];
    return [
      { line, fields: delimiter === null ? text.trim().split(/\s+/) : text.split(delimiter) },
    ];
  });
}

/** The places of the columns that are used. */
function chosen(width: number, usecols: number | readonly number[] | null, row: number): number[] {
  if (usecols === null) return Array.from({ length: width }, (_, i) => i);
  return (typeof usecols === "number" ? [usecols] : usecols).map((column) => {
    const place = column < 0 ? column + width : column;
    if (place < 0 || place >= width)
      throw new ValueError(
        `invalid column index ${column} at row ${row + 1} with ${width} columns`,
      );
    return place;
  });
}

/** The values as a matrix, whose columns are told where there are no rows, without axes of length 1 that `ndmin` does not keep. */
function shaped(
  values: readonly Scalar[],
  [rows, columns]: readonly [number, number],
  dtype: DType,
  ndmin: 0 | 1 | 2,
  isTransposed: boolean,
): NDArray {
  const flat = toArray(values, dtype);
  const matrix = reshape(flat, [rows, rows === 0 ? columns : values.length / rows]);
  const small = ndmin === 2 ? matrix : squeeze(matrix);
  const result = small.ndim < ndmin ? reshape(small, [-1]) : small;
  return isTransposed ? result.T : result;
}

/**
 * The numbers in a text, between them `sep` and any blanks.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fromstring.html
 * @throws {ValueError} when something is no number of the dtype, or `sep` is empty
 * @example fromstring("1, 2, 3", { sep: "," }) // [1, 2, 3]
 */
export function fromstring(
  text: string,
  options?: {
    readonly dtype?: DTypeLike | null | undefined;
    readonly count?: number | undefined;
    readonly sep?: string | undefined;
  },
): NDArray {
  const {
    dtype = null,
    count = -1,
    sep = "",
  } = readOptions("fromstring", options, ["dtype", "count", "sep"]);
  if (sep === "")
    throw new ValueError("The binary mode of fromstring is removed, use frombuffer instead");
  const type = asDType(dtype ?? float64);
  const trimmed = text.trim();
  const fields =
    trimmed === "" ? [] : sep.trim() === "" ? trimmed.split(/\s+/) : trimmed.split(sep.trim());
  const values = (count < 0 ? fields : fields.slice(0, count)).map((field) => {
    const value = readNumber(field, type);
    if (value === null)
      throw new ValueError("string or file could not be read to its end due to unmatched data");
    return value;
  });
  if (count > values.length) throw new ValueError(`string is smaller than requested size`);
  return toArray(values, type);
}
