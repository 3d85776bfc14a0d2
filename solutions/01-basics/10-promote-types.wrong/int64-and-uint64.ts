// caught by: no integer holds both int64 and uint64, so they make float64
// Stays with the widest integer there is.
/**
 * 1.10 Which dtype can hold what two dtypes hold? That is the dtype of `a + b`.
 */
import * as np from "@deep-dive/ndarray";

const FLOATS: readonly np.DTypeName[] = ["float16", "float32", "float64"];
const COMPLEX: readonly np.DTypeName[] = ["complex64", "complex64", "complex128"]; // there is no complex of two float16
const SIGNED: readonly np.DTypeName[] = ["int8", "int16", "int32", "int64"];

export function promoteTypes(a: np.DTypeName, b: np.DTypeName): np.DTypeName {
  const [low, high] = [a, b].map((name) => np.dtype(name)).sort((x, y) => rank(x) - rank(y));
  if (low!.kind === high!.kind) return low!.itemsize > high!.itemsize ? low!.name : high!.name;
  if (low!.kind === "b") return high!.name;
  if (high!.kind === "i") {
    // Signed with unsigned. An unsigned integer fits a signed one that is wider; so does the signed one itself.
    const bytes = Math.max(high!.itemsize, 2 * low!.itemsize);
    return SIGNED[Math.log2(bytes)] ?? "int64"; // there is no int128
  }
  const width = Math.max(floatWidth(low!), floatWidth(high!));
  return (high!.kind === "f" ? FLOATS : COMPLEX)[width]!;
}

/** Kinds in the order in which they give way. */
function rank(dtype: np.DType): number {
  return "buifc".indexOf(dtype.kind);
}

/** Which float holds the dtype's values, or one of its parts: 0 for float16, 1 for float32, 2 for float64. */
function floatWidth({ kind, itemsize }: np.DType): number {
  if (kind === "c") return itemsize === 8 ? 1 : 2;
  if (kind === "f") return Math.log2(itemsize) - 1;
  return Math.min(2, Math.log2(itemsize)); // 8-bit integers fit float16's 11 digits, 16-bit ones float32's 24
}
