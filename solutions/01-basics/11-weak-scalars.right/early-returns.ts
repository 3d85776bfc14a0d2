import * as np from "@deep-dive/ndarray";

export function weakType(dtype: np.DTypeName, scalar: number | bigint | boolean): np.DTypeName {
  const kind = np.dtype(dtype).kind;
  if (typeof scalar === "boolean" || kind === "f" || kind === "c") return dtype;
  if (typeof scalar === "number" && !Number.isInteger(scalar)) return "float64";
  if (kind === "b") return "int32";
  const exact = BigInt(scalar);
  const bits = np.dtype(dtype).itemsize * 8;
  const kept = kind === "u" ? BigInt.asUintN(bits, exact) : BigInt.asIntN(bits, exact);
  if (kept !== exact)
    throw new np.OverflowError(`Python integer ${exact} out of bounds for ${dtype}`);
  return dtype;
}
