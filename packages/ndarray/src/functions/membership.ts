/**
 * Which elements are in both, in one, in either.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.set.html#boolean-operations
 */
import { toArray } from "../array/convert.ts";
import { emptyArray, freeScratch, scope, scratchArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { bool, int32 } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { searchLine } from "../kernels/search.ts";
import { sortLines } from "../kernels/sort.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { strongArray } from "../ufunc/inputs.ts";
import {
  commonDType,
  dense,
  elements,
  flat,
  freeDense,
  picked,
  reshaped,
  together,
} from "./dense.ts";
import { concat } from "./joining.ts";
import { unique } from "./sets.ts";
import { argsort, sort } from "./sorting.ts";

export interface AssumeUnique {
  /** Whether the caller promises that no element occurs twice. */
  readonly assume_unique?: boolean | undefined;
}

export interface IsinOptions extends AssumeUnique {
  /** Tell which are not in it instead. */
  readonly invert?: boolean | undefined;
  /** Accepted for NumPy's sake. */
  readonly kind?: "sort" | "table" | null | undefined;
}

/**
 * For each of `element`, whether it is among `test_elements`: bool, in the shape of `element`. nan is in nothing.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isin.html
 *
 * @throws {ValueError} when `kind` is unknown
 * @example isin([1, 2, 3], [2, 4]) // [false, true, false]
 */
export function isin(
  element: unknown,
  test_elements: unknown,
  options: IsinOptions = {},
): NDArray<"bool"> {
  readOptions("isin", options, ["assume_unique", "invert", "kind"]);
  if (![undefined, null, "sort", "table"].includes(options.kind)) {
    throw new ValueError(
      `Invalid kind: '${String(options.kind)}'. Please use None, 'sort' or 'table'.`,
    );
  }
  const [given, tests] = [strongArray(element), strongArray(test_elements)];
  if (options.kind === "table" && ![given, tests].every((a) => "biu".includes(a.dtype.kind))) {
    throw new ValueError(
      "The 'table' method is only supported for boolean or integer arrays. Please select 'sort' or None for kind.",
    );
  }
  const dtype = commonDType([given, tests]);
  const n = tests.size;
  const sorted = scratchArray([n], dtype);
  copyElements(tests, reshaped(sorted, tests.shape), tests.shape);
  sortLines(sorted, [n], 0, false);
  const values = dense(given, dtype);
  const places = scratchArray([given.size], int32);
  searchLine(sorted, n, values, given.size, places, false, null);
  const result = emptyArray(given.shape, bool);
  const [line, wanted, at, out] = [sorted, values, places, result].map(elements) as [
    Float64Array,
    Float64Array,
    Int32Array,
    Uint8Array,
  ]; // as made
  const isPair = dtype.components === 2;
  const found = Number(options.invert !== true);
  for (let k = 0; k < out.length; k++) {
    const p = at[k]!;
    const isThere =
      p < n &&
      (isPair
        ? line[2 * p] === wanted[2 * k] && line[2 * p + 1] === wanted[2 * k + 1]
        : line[p] === wanted[k]);
    out[k] = isThere ? found : 1 - found;
  }
  for (const s of [sorted, places]) freeScratch(s);
  freeDense(values, given);
  noteTraffic(given.size + n, given.size);
  return result;
}

/** What is in both, sorted, once each. */
export function intersect1d(
  ar1: unknown,
  ar2: unknown,
  options: AssumeUnique & { readonly return_indices: true },
): [NDArray, NDArray, NDArray];
export function intersect1d(
  ar1: unknown,
  ar2: unknown,
  options?: AssumeUnique & { readonly return_indices?: boolean | undefined },
): NDArray;
/**
 * The distinct elements that are in both, sorted; with `return_indices`, also where each first is in either.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.intersect1d.html
 *
 * @example intersect1d([1, 3, 4, 3], [3, 1, 2, 1]) // [1, 3]
 */
export function intersect1d(
  ar1: unknown,
  ar2: unknown,
  options: AssumeUnique & { readonly return_indices?: boolean | undefined } = {},
): NDArray | [NDArray, NDArray, NDArray] {
  readOptions("intersect1d", options, ["assume_unique", "return_indices"]);
  return scope(() => {
    const [a, b] = together([ar1, ar2]).map((x) => distinct(x, options)) as [Distinct, Distinct]; // two are given
    const both = concat([a.values, b.values]);
    const order = argsort(both);
    const ranks = elements(order) as Int32Array; // int32, as argsort gives
    const sorted = picked(both, 0, ranks);
    const twice = Int32Array.from(
      [...ranks.keys()].filter((k) => k > 0 && isSameAsBefore(sorted, k)),
    );
    const values = picked(
      sorted,
      0,
      twice.map((k) => k - 1),
    );
    if (options.return_indices !== true) return values;
    const n = a.values.size;
    const first = twice.map((k) => a.firsts?.[ranks[k - 1]!] ?? ranks[k - 1]!);
    const second = twice.map((k) => b.firsts?.[ranks[k]! - n] ?? ranks[k]! - n);
    return [values, toArray(first), toArray(second)];
  });
}

/** Distinct values, and where each first is; null where they are as given. */
interface Distinct {
  readonly values: NDArray;
  readonly firsts: Int32Array | null;
}

function distinct(x: NDArray, { assume_unique }: AssumeUnique): Distinct {
  if (assume_unique === true) return { values: flat(x), firsts: null };
  const [values, firsts] = unique(x, { return_index: true }) as [NDArray, NDArray]; // as asked
  return { values, firsts: elements(firsts) as Int32Array }; // int32, as unique gives
}

function isSameAsBefore(a: NDArray, k: number): boolean {
  const data = elements(a);
  const { components } = a.dtype;
  for (let i = k * components; i < (k + 1) * components; i++)
    if (data[i] !== data[i - components]) return false;
  return true;
}

/**
 * The distinct elements that are in either, sorted. Source: numpy.union1d
 *
 * @example union1d([2, 1], [2, 3]) // [1, 2, 3]
 */
export function union1d(ar1: unknown, ar2: unknown): NDArray {
  return scope(() => unique(concat(together([ar1, ar2]), { axis: null })));
}

/**
 * The distinct elements of `ar1` that are not in `ar2`, sorted; as given with `assume_unique`. Source: numpy.setdiff1d
 *
 * @example setdiff1d([1, 2, 3, 2], [2]) // [1, 3]
 */
export function setdiff1d(ar1: unknown, ar2: unknown, options: AssumeUnique = {}): NDArray {
  readOptions("setdiff1d", options, ["assume_unique"]);
  return scope(() => {
    const [given, others] = together([ar1, ar2]) as [NDArray, NDArray]; // two are given
    const values = options.assume_unique === true ? flat(given) : unique(given);
    const isOut = elements(isin(values, others, { invert: true }));
    return picked(values, 0, Int32Array.from([...isOut.keys()].filter((k) => isOut[k] !== 0)));
  });
}

/**
 * The distinct elements that are in one of the two only, sorted. Source: numpy.setxor1d
 *
 * @example setxor1d([1, 2, 3], [2, 3, 4]) // [1, 4]
 */
export function setxor1d(ar1: unknown, ar2: unknown, options: AssumeUnique = {}): NDArray {
  readOptions("setxor1d", options, ["assume_unique"]);
  return scope(() => {
    const parts = together([ar1, ar2]).map((x) =>
      options.assume_unique === true ? flat(x) : unique(x),
    );
    const sorted = sort(concat(parts));
    const isLonely = (k: number): boolean =>
      !(k > 0 && isSameAsBefore(sorted, k)) &&
      !(k + 1 < sorted.size && isSameAsBefore(sorted, k + 1));
    return picked(sorted, 0, Int32Array.from([...Array(sorted.size).keys()].filter(isLonely)));
  });
}
