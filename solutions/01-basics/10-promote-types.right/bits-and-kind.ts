import * as np from "@deep-dive/ndarray";

/** Bits of a value besides the sign, whether it has one, and whether it is a fraction or complex. */
interface Needs {
  digits: number;
  isSigned: boolean;
  isFloat: boolean;
  isComplex: boolean;
}

function needs(name: np.DTypeName): Needs {
  const { kind, itemsize } = np.dtype(name);
  const bits = itemsize * 8;
  const digits =
    kind === "b"
      ? 1
      : kind === "u"
        ? bits
        : kind === "i"
          ? bits - 1
          : kind === "c"
            ? bits / 2
            : bits;
  return {
    digits,
    isSigned: kind !== "b" && kind !== "u",
    isFloat: kind === "f" || kind === "c",
    isComplex: kind === "c",
  };
}

function floatBits(n: Needs): number {
  if (n.isFloat) return n.digits;
  return n.digits <= 8 ? 16 : n.digits <= 16 ? 32 : 64;
}

export function promoteTypes(a: np.DTypeName, b: np.DTypeName): np.DTypeName {
  if (a === b) return a;
  const x = needs(a);
  const y = needs(b);
  if (x.isFloat || y.isFloat) {
    const one = (n: Needs): number => (n.digits === 1 ? 0 : floatBits(n)); // bool asks for nothing
    const bits = Math.max(one(x), one(y));
    const name = x.isComplex || y.isComplex ? `complex${Math.max(32, bits) * 2}` : `float${bits}`;
    return name as np.DTypeName; // 16, 32 or 64, and doubled for complex
  }
  const digits = Math.max(x.digits, y.digits);
  const isSigned = x.isSigned || y.isSigned;
  for (const bits of [8, 16, 32, 64]) {
    if (digits <= (isSigned ? bits - 1 : bits))
      return `${isSigned ? "int" : "uint"}${bits}` as np.DTypeName; // one of the eight
  }
  return "float64";
}
