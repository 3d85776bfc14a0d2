/**
 * Index arrays as plain numbers: what lists and arrays between the brackets come down to.
 *
 * Knows nested lists of integers or booleans; whoever knows arrays turns those into the same form.
 */
import { IndexError, ValueError } from "../errors.ts";
import type { Operand } from "../kernels/operand.ts";
import type { Numbers } from "../kernels/places.ts";
import type { Layout, Shape } from "../layout/layout.ts";

/** An array of integers or booleans, as kernels take it. */
export interface IndexArray extends Operand {
  readonly layout: Layout;
}

/** Integers or booleans between the brackets. */
export interface IndexData {
  readonly isMask: boolean;
  readonly shape: Shape;
  /** The array that they are; null for a list. */
  readonly array: IndexArray | null;
  /** Them as plain numbers; 64-bit ones are narrowed for it. */
  readonly numbers: () => Numbers;
}

/**
 * A boolean, or nested lists of integers or booleans, as data; null where something else is inside.
 *
 * Booleans among integers count as 0 and 1; empty lists are integers.
 *
 * @throws {ValueError} when lists are ragged
 * @throws {IndexError} when a number is not whole
 */
export function listData(list: boolean | readonly unknown[]): IndexData | null {
  const shape: number[] = [];
  for (let x: unknown = list; Array.isArray(x); x = x[0]) shape.push(x.length);
  const values: number[] = [];
  const seen = collect(list, shape, 0, values);
  if (seen === null) return null;
  const isMask = seen === BOOLEANS;
  return {
    isMask,
    shape,
    array: null,
    numbers: () => ({ shape, data: values, offset: 0, strides: denseStrides(shape) }),
  };
}

/** Element strides of C order. */
export function denseStrides(shape: Shape): number[] {
  const strides = shape.map(() => 1);
  for (let k = shape.length - 2; k >= 0; k--) strides[k] = strides[k + 1]! * shape[k + 1]!;
  return strides;
}

/** What NumPy says of a part that is no index. */
export const ONLY =
  "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices";

const BOOLEANS = 1;
const INTEGERS = 2;

/** Appends the leaves of `x` to `values`; which kinds there were, or null for a leaf that is neither. */
function collect(x: unknown, shape: Shape, axis: number, values: number[]): number | null {
  if (typeof x === "boolean" || typeof x === "number" || typeof x === "bigint") {
    if (axis !== shape.length) throw new ValueError(RAGGED);
    if (typeof x === "number" && !Number.isInteger(x)) throw new IndexError(ONLY);
    values.push(Number(x));
    return typeof x === "boolean" ? BOOLEANS : INTEGERS;
  }
  if (!Array.isArray(x)) return null;
  if (axis === shape.length || x.length !== shape[axis]) {
    // An array inside shows as a leaf here; the caller knows what to do with it.
    if (
      axis === shape.length ||
      !x.some((item) => typeof item === "object" && item !== null && !Array.isArray(item))
    )
      throw new ValueError(RAGGED);
    return null;
  }
  let seen = 0;
  for (const item of x) {
    const kind = collect(item, shape, axis + 1, values);
    if (kind === null) return null;
    seen |= kind;
  }
  return seen;
}

const RAGGED =
  "setting an array element with a sequence. The requested array has an inhomogeneous shape.";
