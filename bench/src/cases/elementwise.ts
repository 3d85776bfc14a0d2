/**
 * Elementwise operations on contiguous operands, and on operands that are stretched or strided.
 */
import { type Fill, square } from "./case.ts";
import { type DType, type Row, SIZES, f64, loop1, loop2, matrix, vector } from "./row.ts";

/** Written out, as in a program: a name that is looked up by its text would be timed as well. */
const OURS = {
  exp: (np, { a }) => np.exp(a),
  sqrt: (np, { a }) => np.sqrt(a),
  sin: (np, { a }) => np.sin(a),
} satisfies Record<string, Row["ours"]>;
const NUMPY_TS = {
  exp: (nt, { a }) => nt.exp!(a),
  sqrt: (nt, { a }) => nt.sqrt!(a),
  sin: (nt, { a }) => nt.sin!(a),
} satisfies Record<string, Row["numpyTs"]>;

export function elementwise(): Row[] {
  const add = (dtype: DType, fill: Fill): Row => ({
    suite: "elementwise",
    op: "a + b",
    dtype,
    operands: (n) => ({ a: vector(dtype, fill)(n), b: vector(dtype, fill)(n) }),
    numpy: "a + b",
    ours: (np, { a, b }) => np.add(a, b),
    numpyTs: (nt, { a, b }) => nt.add!(a, b),
    stdlib: (lib, { a, b }) => {
      const out = lib.emptyLike(a!);
      lib.binary([a!, b!, out], (x, y) => x + y);
      return out;
    },
    loop: ({ a, b }) => loop2(a!, b!, (x, y) => x + y),
  });
  const unary = (name: keyof typeof OURS, fill: Fill, fn: (x: number) => number): Row => ({
    suite: "elementwise",
    op: `${name}(a)`,
    dtype: "float64",
    operands: (n) => ({ a: vector("float64", fill)(n) }),
    numpy: `np.${name}(a)`,
    ours: OURS[name],
    numpyTs: NUMPY_TS[name],
    stdlib: (lib, { a }) => {
      const out = lib.emptyLike(a!);
      lib.unary([a!, out], fn);
      return out;
    },
    loop: ({ a }) => loop1(a!, fn),
    tolerance: 1e-12,
  });
  return [
    { ...add("float64", "unit"), sizes: [...SIZES, 10_000_000] },
    add("float32", "unit"),
    add("int32", "whole"),
    add("uint8", "whole"),
    {
      suite: "elementwise",
      op: "a * 2.5",
      dtype: "float64",
      operands: (n) => ({ a: f64(n) }),
      numpy: "a * 2.5",
      ours: (np, { a }) => np.multiply(a, 2.5),
      numpyTs: (nt, { a }) => nt.multiply!(a, 2.5),
      loop: ({ a }) => loop1(a!, (x) => x * 2.5),
    },
    {
      suite: "elementwise",
      op: "a * b + c",
      dtype: "float64",
      operands: (n) => ({ a: f64(n), b: f64(n), c: f64(n) }),
      numpy: "a * b + c",
      ours: (np, { a, b, c }) => {
        const product = np.multiply(a, b);
        const sum = np.add(product, c);
        return [sum, product];
      },
      numpyTs: (nt, { a, b, c }) => {
        const product = nt.multiply!(a, b);
        return [nt.add!(product, c), product];
      },
      loop: ({ a, b, c }) => {
        const out = new Float64Array(a!.length);
        for (let i = 0; i < out.length; i++) out[i] = a![i]! * b![i]! + c![i]!;
        return out;
      },
    },
    unary("exp", "unit", Math.exp),
    unary("sqrt", "positive", Math.sqrt),
    unary("sin", "unit", Math.sin),
    {
      suite: "elementwise",
      op: "a > 0.25",
      dtype: "float64",
      operands: (n) => ({ a: f64(n) }),
      numpy: "a > 0.25",
      ours: (np, { a }) => np.greater(a, 0.25),
      numpyTs: (nt, { a }) => nt.greater!(a, 0.25),
      loop: ({ a }) => {
        const out = new Uint8Array(a!.length);
        for (let i = 0; i < out.length; i++) out[i] = a![i]! > 0.25 ? 1 : 0;
        return out;
      },
    },
    {
      suite: "elementwise",
      op: "where(m, a, b)",
      dtype: "float64",
      operands: (n) => ({ m: vector("bool", "mask")(n), a: f64(n), b: f64(n) }),
      numpy: "np.where(m, a, b)",
      ours: (np, { m, a, b }) => np.where(m!, a!, b!),
      numpyTs: (nt, { m, a, b }) => nt.where!(m, a, b),
      loop: ({ m, a, b }) => {
        const out = new Float64Array(a!.length);
        for (let i = 0; i < out.length; i++) out[i] = m![i]! !== 0 ? a![i]! : b![i]!;
        return out;
      },
    },
  ];
}

export function strided(): Row[] {
  return [
    {
      suite: "broadcasting",
      op: "(n,m) + (m)",
      dtype: "float64",
      operands: (n) => ({
        a: matrix("float64")(n),
        b: { dtype: "float64", shape: [square(n)[1]], fill: "unit" },
      }),
      numpy: "a + b",
      ours: (np, { a, b }) => np.add(a, b),
      numpyTs: (nt, { a, b }) => nt.add!(a, b),
    },
    {
      suite: "strided",
      op: "a + b.T",
      dtype: "float64",
      operands: (n) => {
        const side = Math.max(3, Math.round(Math.sqrt(n)));
        return {
          a: { dtype: "float64", shape: [side, side], fill: "unit" },
          b: { dtype: "float64", shape: [side, side], fill: "unit" },
        };
      },
      numpy: "a + b.T",
      ours: (np, { a, b }) => np.add(a, b!.T),
      numpyTs: (nt, { a, b }) => nt.add!(a, b!.T),
    },
    {
      suite: "strided",
      op: "a[::2] + b[::2]",
      dtype: "float64",
      operands: (n) => ({ a: f64(2 * n), b: f64(2 * n) }),
      numpy: "a[::2] + b[::2]",
      ours: (np, { a, b }) => np.add(a!.get("::2"), b!.get("::2")),
      numpyTs: (nt, { a, b }) => nt.add!(a!.slice!("::2"), b!.slice!("::2")),
      loop: ({ a, b }) => {
        const out = new Float64Array(a!.length / 2);
        for (let i = 0; i < out.length; i++) out[i] = a![2 * i]! + b![2 * i]!;
        return out;
      },
    },
    {
      suite: "strided",
      op: "a.T.copy()",
      dtype: "float64",
      operands: (n) => ({ a: matrix("float64")(n) }),
      numpy: "a.T.copy()",
      ours: (_, { a }) => a!.T.copy(),
      numpyTs: (_, { a }) => a!.T.copy!(),
      stdlib: (lib, { a }) => lib.copy(lib.transpose(a!)),
    },
  ];
}
