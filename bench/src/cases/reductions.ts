/**
 * Reductions and scans.
 */
import type { Fill, Plain } from "./case.ts";
import { type DType, type Row, f64, matrix, vector } from "./row.ts";

/** Written out, as in a program: a name that is looked up by its text would be timed as well. */
const OURS = {
  sum: (_, { a }) => a!.sum(),
  mean: (_, { a }) => a!.mean(),
  max: (_, { a }) => a!.max(),
  argmax: (_, { a }) => a!.argmax(),
} satisfies Record<string, Row["ours"]>;
const NUMPY_TS = {
  sum: (nt, { a }) => nt.sum!(a),
  mean: (nt, { a }) => nt.mean!(a),
  max: (nt, { a }) => nt.max!(a),
  argmax: (nt, { a }) => nt.argmax!(a),
} satisfies Record<string, Row["numpyTs"]>;

export function reductions(): Row[] {
  const whole = (
    name: keyof typeof OURS,
    dtype: DType,
    fill: Fill,
    loop: (a: Plain[string]) => number,
  ): Row => ({
    suite: "reductions",
    op: `${name}(a)`,
    dtype,
    operands: (n) => ({ a: vector(dtype, fill)(n) }),
    numpy: `a.${name}()`,
    ours: OURS[name],
    numpyTs: NUMPY_TS[name],
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
