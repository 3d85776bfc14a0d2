/**
 * Products of small matrices of floats: three loops over elements wherever they lie, summed in doubles.
 *
 * Knows addresses, and bytes from one row and column to the next. Packing a few elements takes longer than this.
 */
import { type Code, FunctionBuilder, type Local, f64, i32, op, whileLoop } from "./assembler.ts";
import { lanesOf } from "./lanes.ts";

/** "small" (a, its row and column step, b, its row and column step, result, its row and column step, m, k, n). */
export function smallProductFunctions(char: string): FunctionBuilder[] {
  const lanes = lanesOf(char);
  const f = new FunctionBuilder(
    "small",
    Array.from({ length: 12 }, () => "i32"),
  );
  const [a, aRow, aColumn, b, bRow, bColumn, out, outRow, outColumn, m, k, n] = f.params as [
    ...[Local, Local, Local, Local, Local, Local],
    ...[Local, Local, Local, Local, Local, Local],
  ]; // as declared
  const [p, q, column, to, j, r] = ["p", "q", "column", "to", "j", "r"].map(() =>
    f.local("i32"),
  ) as [...[Local, Local, Local, Local, Local, Local]]; // six
  const sum = f.local("f64");
  const isDouble = lanes.type === "f64";
  const element = (at: Local): Code =>
    isDouble ? lanes.load(at.get) : op("f64.promote_f32", lanes.load(at.get));
  f.body = whileLoop(m.get, [
    column.set(b.get),
    to.set(out.get),
    j.set(n.get),
    whileLoop(j.get, [
      sum.set(f64(0)),
      p.set(a.get),
      q.set(column.get),
      r.set(k.get),
      whileLoop(r.get, [
        sum.set(op("f64.add", sum.get, op("f64.mul", element(p), element(q)))),
        p.advance(aColumn.get),
        q.advance(bRow.get),
        r.advance(i32(-1)),
      ]),
      lanes.store(to.get, isDouble ? sum.get : op("f32.demote_f64", sum.get)),
      column.advance(bColumn.get),
      to.advance(outColumn.get),
      j.advance(i32(-1)),
    ]),
    a.advance(aRow.get),
    out.advance(outRow.get),
    m.advance(i32(-1)),
  ]);
  return [f];
}
