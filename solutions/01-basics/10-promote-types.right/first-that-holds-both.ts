import type * as np from "@deep-dive/ndarray";

/** What each dtype's values fit into without loss, step by step; the rest follows. */
const PARENTS: Readonly<Record<np.DTypeName, readonly np.DTypeName[]>> = {
  bool: ["uint8", "int8"],
  uint8: ["uint16", "int16", "float16"],
  int8: ["int16", "float16"],
  uint16: ["uint32", "int32", "float32"],
  int16: ["int32", "float32"],
  uint32: ["uint64", "int64"],
  int32: ["int64"],
  uint64: ["float64"],
  int64: ["float64"],
  float16: ["float32"],
  float32: ["float64", "complex64"],
  float64: ["complex128"],
  complex64: ["complex128"],
  complex128: [],
};
const NARROW_FIRST = Object.keys(PARENTS) as np.DTypeName[]; // the record's keys are dtype names

export function promoteTypes(a: np.DTypeName, b: np.DTypeName): np.DTypeName {
  const holdsA = ancestors(a);
  const holdsB = ancestors(b);
  return NARROW_FIRST.find((name) => holdsA.has(name) && holdsB.has(name)) ?? "complex128";
}

function ancestors(name: np.DTypeName): Set<np.DTypeName> {
  return new Set([name, ...PARENTS[name].flatMap((parent) => [...ancestors(parent)])]);
}
