/**
 * The op table: the cases that the speed targets are about.
 *
 * One row an operation; `sizes` spreads it over n. Suites are questions, so that a table answers one.
 */
import { type Case, type Fill, type Operand, type Plain, square } from "./case.ts";

type DType = Operand["dtype"];
type Row = Omit<Case, "n" | "operands"> & {
  readonly operands: (n: number) => Case["operands"];
  readonly sizes?: readonly number[];
};

const SIZES = [10, 1_000, 100_000, 1_000_000] as const;

const vector =
  (dtype: DType, fill: Fill = "unit"): ((n: number) => Operand) =>
  (n) => ({ dtype, shape: [n], fill });
const matrix =
  (dtype: DType, fill: Fill = "unit"): ((n: number) => Operand) =>
  (n) => ({ dtype, shape: square(n), fill });
const f64 = vector("float64");

function elementwise(): Row[] {
  const add = (dtype: DType, fill: Fill): Row => ({
    suite: "elementwise",
    op: "a + b",
    dtype,
    operands: (n) => ({ a: vector(dtype, fill)(n), b: vector(dtype, fill)(n) }),
    numpy: "a + b",
    ours: (np, { a, b }) => np.add(a, b),
    numpyTs: (nt, { a, b }) => nt.add!(a, b),
    loop: ({ a, b }) => loop2(a!, b!, (x, y) => x + y),
  });
  const unary = (name: string, fill: Fill, fn: (x: number) => number): Row => ({
    suite: "elementwise",
    op: `${name}(a)`,
    dtype: "float64",
    operands: (n) => ({ a: vector("float64", fill)(n) }),
    numpy: `np.${name}(a)`,
    ours: (np, { a }) => np[name as "exp"](a), // one of the unary ufuncs
    numpyTs: (nt, { a }) => nt[name]!(a),
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

function strided(): Row[] {
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
    },
  ];
}

function reductions(): Row[] {
  const whole = (
    name: "sum" | "mean" | "max" | "argmax",
    dtype: DType,
    fill: Fill,
    loop: (a: Plain[string]) => number,
  ): Row => ({
    suite: "reductions",
    op: `${name}(a)`,
    dtype,
    operands: (n) => ({ a: vector(dtype, fill)(n) }),
    numpy: `a.${name}()`,
    ours: (_, { a }) => a![name](),
    numpyTs: (nt, { a }) => nt[name]!(a),
    loop: ({ a }) => loop(a!),
    tolerance: 1e-9,
  });
  const sum = (a: Plain[string]): number => {
    let s = 0;
    for (let i = 0; i < a.length; i++) s += a[i]!;
    return s;
  };
  const along = (axis: 0 | 1): Row => ({
    suite: "reductions",
    op: `sum(a, axis=${axis})`,
    dtype: "float64",
    operands: (n) => ({ a: matrix("float64")(n) }),
    numpy: `a.sum(axis=${axis})`,
    ours: (np, { a }) => np.sum(a, { axis }),
    numpyTs: (nt, { a }) => nt.sum!(a, axis),
    tolerance: 1e-9,
  });
  return [
    whole("sum", "float64", "unit", sum),
    whole("sum", "float32", "unit", sum),
    whole("mean", "float64", "unit", (a) => sum(a) / a.length),
    whole("max", "float64", "unit", (a) => {
      let m = a[0]!;
      for (let i = 1; i < a.length; i++) if (a[i]! > m) m = a[i]!;
      return m;
    }),
    whole("argmax", "float64", "unit", (a) => {
      let at = 0;
      for (let i = 1; i < a.length; i++) if (a[i]! > a[at]!) at = i;
      return at;
    }),
    along(0),
    along(1),
    {
      suite: "reductions",
      op: "cumsum(a)",
      dtype: "float64",
      operands: (n) => ({ a: f64(n) }),
      numpy: "np.cumsum(a)",
      ours: (np, { a }) => np.cumsum(a),
      numpyTs: (nt, { a }) => nt.cumsum!(a),
      tolerance: 1e-9,
      loop: ({ a }) => {
        const out = new Float64Array(a!.length);
        let s = 0;
        for (let i = 0; i < out.length; i++) out[i] = s += a![i]!;
        return out;
      },
    },
  ];
}

function indexing(): Row[] {
  return [
    {
      suite: "indexing",
      op: "a[mask]",
      dtype: "float64",
      operands: (n) => ({ a: f64(n), m: vector("bool", "mask")(n) }),
      numpy: "a[m]",
      ours: (_, { a, m }) => a!.get(m),
      numpyTs: (nt, { a, m }) => nt.compress!(m, a),
    },
    {
      suite: "indexing",
      op: "a[indices]",
      dtype: "float64",
      operands: (n) => ({ a: f64(n), i: vector("int32", "index")(n) }),
      numpy: "a[i]",
      ours: (_, { a, i }) => a!.get(i),
      numpyTs: (nt, { a, i }) => nt.take!(a, i),
    },
    view(
      "a[2:-2]",
      (n) => ({ a: f64(n) }),
      "a[2:-2]",
      (_, { a }) => a!.get("2:-2"),
      (_, { a }) => a!.slice!("2:-2"),
    ),
    view(
      "a.T",
      (n) => ({ a: matrix("float64")(n) }),
      "a.T",
      (_, { a }) => a!.T,
      (_, { a }) => a!.T,
    ),
    view(
      "a.reshape(-1, 2)",
      (n) => ({ a: f64(n) }),
      "a.reshape(-1, 2)",
      (_, { a }) => a!.reshape([-1, 2]),
      (_, { a }) => a!.reshape!(-1, 2),
    ),
  ];
}

function view(
  op: string,
  operands: Row["operands"],
  numpy: string,
  ours: Case["ours"],
  numpyTs: NonNullable<Case["numpyTs"]>,
): Row {
  return { suite: "views", op, dtype: "float64", operands, numpy, ours, numpyTs, isView: true };
}

function sorting(): Row[] {
  const row = (name: "sort" | "argsort"): Row => ({
    suite: "sorting",
    op: `${name}(a)`,
    dtype: "float64",
    operands: (n) => ({ a: f64(n) }),
    numpy: `np.${name}(a)`,
    ours: (np, { a }) => np[name](a),
    numpyTs: (nt, { a }) => nt[name]!(a),
    ...(name === "sort" ? { loop: ({ a }: Plain) => a!.slice().sort() } : {}),
  });
  return [row("sort"), row("argsort")];
}

function products(): Row[] {
  return (["float64", "float32"] as const).map((dtype): Row => {
    const side = (n: number): number => ({ 10: 3, 1000: 32, 100_000: 256 })[n] ?? 512;
    return {
      suite: "matmul",
      op: "a @ b",
      dtype,
      operands: (n) => ({
        a: { dtype, shape: [side(n), side(n)], fill: "unit" },
        b: { dtype, shape: [side(n), side(n)], fill: "unit" },
      }),
      numpy: "a @ b",
      ours: (np, { a, b }) => np.matmul(a, b),
      numpyTs: (nt, { a, b }) => nt.matmul!(a, b),
      tolerance: dtype === "float32" ? 1e-2 : 1e-8,
    };
  });
}

function creation(): Row[] {
  return [
    {
      suite: "allocation",
      op: "zeros(n)",
      dtype: "float64",
      operands: (n) => ({ a: f64(n) }),
      numpy: "np.zeros(a.size)",
      ours: (np, { a }) => np.zeros(a!.size),
      numpyTs: (nt, { a }) => nt.zeros!([(a as unknown as { size: number }).size]), // every peer's arrays have a size
      loop: ({ a }) => new Float64Array(a!.length),
    },
    {
      suite: "allocation",
      op: "arange(n)",
      dtype: "int32",
      operands: (n) => ({ a: f64(n) }),
      numpy: "np.arange(a.size, dtype=np.int32)",
      ours: (np, { a }) => np.arange(a!.size),
      numpyTs: (nt, { a }) => nt.arange!(0, (a as unknown as { size: number }).size, 1, "int32"), // see above
    },
  ];
}

function loop1(a: Plain[string], fn: (x: number) => number): Plain[string] {
  const out = new (a.constructor as Float64ArrayConstructor)(a.length); // any typed array's own constructor
  for (let i = 0; i < out.length; i++) out[i] = fn(a[i]!);
  return out;
}

function loop2(
  a: Plain[string],
  b: Plain[string],
  fn: (x: number, y: number) => number,
): Plain[string] {
  const out = new (a.constructor as Float64ArrayConstructor)(a.length); // any typed array's own constructor
  for (let i = 0; i < out.length; i++) out[i] = fn(a[i]!, b[i]!);
  return out;
}

/** Every case of the op table. */
export function opTable(): Case[] {
  const rows = [
    ...elementwise(),
    ...strided(),
    ...reductions(),
    ...indexing(),
    ...sorting(),
    ...products(),
    ...creation(),
  ];
  return rows.flatMap(({ sizes, operands, ...row }) =>
    (sizes ?? SIZES).map((n) => ({ ...row, n, operands: operands(n) })),
  );
}
