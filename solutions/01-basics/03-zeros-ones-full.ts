/**
 * 1.03 Arrays of one value, in any dtype: the dtype decides which typed array holds the elements.
 *
 * In NumPy: `np.zeros(shape)`, `np.ones(shape)`, `np.full(shape, value)`.
 */

/** The typed array that holds the elements of each dtype. (Complex numbers wait for another day.) */
const STORAGE = {
  bool: Uint8Array, // 0 and 1
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

export type Dtype = keyof typeof STORAGE;

/** Flat data as in 1.01, in one of several dtypes. */
export interface Typed {
  /** The elements, row by row. */
  readonly data: InstanceType<(typeof STORAGE)[Dtype]>;
  /** Lengths of the axes. */
  readonly shape: readonly number[];
  /** What the elements are. */
  readonly dtype: Dtype;
}

/**
 * An array of that shape whose every element is `value`. Each call makes its own memory.
 *
 * int64 and uint64 hold bigints: 7 becomes 7n. bool holds 1 for every value but 0.
 *
 * @example full([2, 2], 7, "int16").data // Int16Array [7, 7, 7, 7]
 */
export function full(shape: readonly number[], value: number, dtype: Dtype): Typed {
  const data = new STORAGE[dtype](shape.reduce((size, length) => size * length, 1));
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) data.fill(BigInt(value));
  else data.fill(dtype === "bool" ? Number(value !== 0) : value); // 256 would wrap round to 0
  return { data, shape, dtype };
}

/** An array of zeros; float64 unless told. */
export function zeros(shape: readonly number[], dtype: Dtype = "float64"): Typed {
  return full(shape, 0, dtype);
}

/** An array of ones; float64 unless told. */
export function ones(shape: readonly number[], dtype: Dtype = "float64"): Typed {
  return full(shape, 1, dtype);
}
