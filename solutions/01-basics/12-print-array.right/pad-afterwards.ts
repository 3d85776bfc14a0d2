/**
 * 1.12 An array as text: columns line up, brackets show the axes, and what is long is cut.
 *
 * In NumPy: `str(a)`, for arrays of whole numbers.
 */
import type { Flat } from "../01-nested-to-array.ts";

/**
 * The text of an array of whole numbers.
 *
 * Every number is padded on the left to the width of the widest one that is shown. Numbers are one space apart.
 * Rows stand below each other, indented by one space for each bracket that is open; between the tables of a
 * 3-D array stands one empty line more (and so on: n - 1 line ends between the parts of an n-D array).
 *
 * If there are more than `threshold` elements, every axis longer than 6 shows its first three and its last three parts,
 * with `...` between them: among the numbers of a row, or on a line of its own.
 * An empty array is `[]`, a 0-d array just its number.
 *
 * @example printArray({ data: Float64Array.of(1, 20, -3, 4), shape: [2, 2] })
 * // [[ 1 20]
 * //  [-3  4]]
 * @example printArray({ data: Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7), shape: [8] }, 7) // [0 1 2 ... 5 6 7]
 */
export function printArray(a: Flat, threshold = 1000): string {
  if (a.data.length === 0) return "[]";
  const isCut = a.data.length > threshold;
  const steps = a.shape.map((_, k) => a.shape.slice(k + 1).reduce((x, y) => x * y, 1));
  // Twice through the same walk: what is shown decides how wide a number is.
  let width = 0;
  const walk = (axis: number, first: number, cell: (text: string) => string): string => {
    if (axis === a.shape.length) return cell(String(a.data[first]!));
    const parts = positions(a.shape[axis]!, isCut).map((i) =>
      i === null ? "..." : walk(axis + 1, first + i * steps[axis]!, cell),
    );
    const inner = a.shape.length - 1 - axis; // axes that are still to come
    const gap = inner === 0 ? " " : "\n".repeat(inner) + " ".repeat(axis + 1);
    return `[${parts.join(gap)}]`;
  };
  walk(0, 0, (text) => {
    width = Math.max(width, text.length);
    return "";
  });
  return walk(0, 0, (text) => text.padStart(width));
}

/** The indices that are shown, and null for what is left out. */
function positions(n: number, isCut: boolean): (number | null)[] {
  if (!isCut || n <= 6) return Array.from({ length: n }, (_, i) => i);
  return [0, 1, 2, null, n - 3, n - 2, n - 1];
}
