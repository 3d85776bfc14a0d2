/**
 * The op table: the cases that the speed targets are about.
 *
 * One row an operation; its sizes spread it over n. Suites are questions, so that a table answers one.
 */
import type { Case, Plain } from "./case.ts";
import { elementwise, strided } from "./elementwise.ts";
import { reductions } from "./reductions.ts";
import { type Row, SIZES, f64, matrix, vector } from "./row.ts";

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
      (lib, { a }) => lib.slice(a!, new lib.Slice(2, -2)),
    ),
    view(
      "a.T",
      (n) => ({ a: matrix("float64")(n) }),
      "a.T",
      (_, { a }) => a!.T,
      (_, { a }) => a!.T,
      (lib, { a }) => lib.transpose(a!),
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
  stdlib?: NonNullable<Case["stdlib"]>,
): Row {
  const row = {
    suite: "views",
    op,
    dtype: "float64",
    operands,
    numpy,
    ours,
    numpyTs,
    isView: true,
  };
  return stdlib === undefined ? row : { ...row, stdlib };
}

/** Written out, as in a program: a name that is looked up by its text would be timed as well. */
const OURS = {
  sort: (np, { a }) => np.sort(a),
  argsort: (np, { a }) => np.argsort(a),
} satisfies Record<string, Row["ours"]>;
const NUMPY_TS = {
  sort: (nt, { a }) => nt.sort!(a),
  argsort: (nt, { a }) => nt.argsort!(a),
} satisfies Record<string, Row["numpyTs"]>;

function sorting(): Row[] {
  const row = (name: keyof typeof OURS): Row => ({
    suite: "sorting",
    op: `${name}(a)`,
    dtype: "float64",
    operands: (n) => ({ a: f64(n) }),
    numpy: `np.${name}(a)`,
    ours: OURS[name],
    numpyTs: NUMPY_TS[name],
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
      stdlib: (lib, { a }) => lib.zeros([a!.length]),
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
