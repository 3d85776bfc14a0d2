/**
 * What a ufunc is: one row, with a name, its loops, and how it reduces.
 *
 * Knows no array. The loops are NumPy's own, in NumPy's order, since the first that fits wins.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html
 */

export interface UfuncRow {
  readonly name: string;
  readonly nin: number;
  readonly nout: number;
  /** Loop strings in order of preference: `"??->?"`, `"dd->d"`. */
  readonly loops: readonly string[];
  /** What a reduction over nothing gives; undefined where that is an error. */
  readonly identity?: number;
  /** Whether a reduction may visit elements in any order, so over several axes too. */
  readonly isReorderable?: boolean;
  /** Says why no loop fits, where NumPy has a sentence of its own. */
  readonly refusal?: (dtypes: readonly string[]) => string | null;
  /** Whether NumPy says "did not contain a loop with signature matching types" when none fits. */
  readonly isUniform?: boolean;
  /** Whether a whole number that no element can equal is compared all the same, instead of refused. */
  readonly isComparison?: boolean;
  /** Whether inputs are asked for their truth, so that no casting rule forbids any dtype. */
  readonly isTruth?: boolean;
  /** Whether integers and booleans always count as float64, however narrow: true division. */
  readonly isFloating?: boolean;
}

/** The letters of loop strings, in NumPy's order. */
export const INTEGERS = "bBhHiIqQ";
export const FLOATS = "efd";
export const COMPLEX = "FD";
export const NUMBERS = "bBhHiIqQefdFD";

/** Loop strings from short groups: `loops("bhil", "$$->$")` repeats the pattern for each letter. */
export function loops(chars: string, pattern: string): string[] {
  return Array.from(chars, (c) => pattern.replaceAll("$", c));
}
