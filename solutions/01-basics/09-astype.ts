/**
 * 1.09 The same values in another dtype: new bytes for each element, unless there is nothing to do.
 *
 * In NumPy: `a.astype(dtype, copy=False)`.
 */

const STORAGE = {
  bool: Uint8Array, // 0 and 1
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

export type Dtype = keyof typeof STORAGE;

/** Elements and what they mean. A Uint8Array alone does not say whether its 1 is a number or the truth. */
export interface Elements {
  /** One value for each element; of bool 0 or 1. */
  readonly data: InstanceType<(typeof STORAGE)[Dtype]>;
  /** What the values mean. */
  readonly dtype: Dtype;
}

/**
 * The elements as `dtype`.
 *
 * - To an integer: what stands behind the point is cut off (-2.7 becomes -2); what does not fit wraps round.
 * - To float32: rounded to the nearest.
 * - To bool: 0 becomes 0, everything else 1, NaN too.
 *
 * The result has memory of its own; but where the dtype is the same and `copy` is false, it is `a` itself.
 *
 * @example astype({ data: Float64Array.of(1.9, -2.7), dtype: "float64" }, "int32").data // Int32Array [1, -2]
 */
export function astype(a: Elements, dtype: Dtype, copy = true): Elements {
  if (a.dtype === dtype) return copy ? { data: a.data.slice(), dtype } : a;
  // Only 0 is false; a Uint8Array would make 0.5 and 256 false as well.
  if (dtype === "bool") return { data: Uint8Array.from(a.data, (x) => Number(x !== 0)), dtype };
  // A typed array cuts off, wraps and rounds as C does.
  return { data: new STORAGE[dtype](a.data), dtype };
}
