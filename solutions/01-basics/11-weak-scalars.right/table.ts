import * as np from "@deep-dive/ndarray";

type ScalarKind = "boolean" | "integer" | "float";

/** What a scalar of each kind makes of an array's kind: its own dtype ("same"), or a default. */
const RESULT: Readonly<Record<ScalarKind, Readonly<Record<string, "same" | np.DTypeName>>>> = {
  boolean: { b: "same", i: "same", u: "same", f: "same", c: "same" },
  integer: { b: "int32", i: "same", u: "same", f: "same", c: "same" },
  float: { b: "float64", i: "float64", u: "float64", f: "same", c: "same" },
};

export function weakType(dtype: np.DTypeName, scalar: number | bigint | boolean): np.DTypeName {
  const { kind } = np.dtype(dtype);
  const isWhole = typeof scalar === "bigint" || Number.isInteger(scalar);
  const scalarKind = typeof scalar === "boolean" ? "boolean" : isWhole ? "integer" : "float";
  if (scalarKind === "integer" && (kind === "i" || kind === "u")) {
    const bits = BigInt(np.dtype(dtype).itemsize * 8);
    const [low, high] = kind === "u" ? [0n, 2n ** bits] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n)];
    const value = BigInt(scalar);
    if (value < low || value >= high)
      throw new np.OverflowError(`Python integer ${value} out of bounds for ${dtype}`);
  }
  const result = RESULT[scalarKind][kind]!;
  return result === "same" ? dtype : result;
}
