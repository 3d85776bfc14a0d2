/**
 * Distances between floats, counted in representable numbers.
 */

const double = new Float64Array(1);
const doubleBits = new BigInt64Array(double.buffer);
const single = new Float32Array(1);
const singleBits = new Int32Array(single.buffer);
const half = new Float16Array(1);
const halfBits = new Int16Array(half.buffer);

/** How many floats of `dtype` lie from `x` to `y`; infinite where one is nan, 0 where both are. */
export function ulpsBetween(x: number, y: number, dtype = "float64"): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) && Number.isNaN(y) ? 0 : Infinity;
  return Math.abs(Number(place(x, dtype) - place(y, dtype)));
}

/** The position of `x` among the floats of `dtype`, 0 being zero of either sign. */
function place(x: number, dtype: string): bigint {
  if (dtype === "float32") {
    single[0] = x;
    return BigInt(singleBits[0]! < 0 ? -2147483648 - singleBits[0]! : singleBits[0]!);
  }
  if (dtype === "float16") {
    half[0] = x;
    return BigInt(halfBits[0]! < 0 ? -32768 - halfBits[0]! : halfBits[0]!);
  }
  double[0] = x;
  return doubleBits[0]! < 0n ? -(2n ** 63n) - doubleBits[0]! : doubleBits[0]!;
}
