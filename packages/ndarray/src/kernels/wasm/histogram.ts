/**
 * Counting doubles by bins that are about evenly wide.
 *
 * Knows contiguous doubles, the edges of the bins, and int32 counters. The bin is guessed from the distance to the first edge.
 * An edge lies less than half a bin off its even place, so the guess is one off at most.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  i32,
  load,
  op,
  store,
  when,
  whileLoop,
} from "./assembler.ts";

/** "count" (values, n, edges, bins, counters, bins per unit); what lies outside the edges is not counted. */
export function histogramFunctions(): FunctionBuilder[] {
  const f = new FunctionBuilder("count", ["i32", "i32", "i32", "i32", "i32", "f64"]);
  const [p, n, edges, bins, counters, perUnit] = f.params as [
    ...[Local, Local, Local],
    ...[Local, Local, Local],
  ]; // as declared
  const [first, end, x] = [f.local("f64"), f.local("f64"), f.local("f64")];
  const [bin, edge, last, counter] = [
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
  ];
  const at = (base: Local, k: Local, shift: number): Code =>
    op("i32.add", base.get, op("i32.shl", k.get, i32(shift)));
  const isInside = op("i32.and", op("f64.ge", x.get, first.get), op("f64.le", x.get, end.get));
  const guess = op(
    "i32.trunc_sat_f64_u",
    op("f64.mul", op("f64.sub", x.get, first.get), perUnit.get),
  );
  const count = [
    bin.set(guess),
    bin.set(op("select", bin.get, last.get, op("i32.lt_u", bin.get, last.get))),
    edge.set(at(edges, bin, 3)),
    bin.set(op("i32.sub", bin.get, op("f64.lt", x.get, load("f64.load", edge.get)))),
    edge.set(at(edges, bin, 3)),
    bin.advance(
      op(
        "i32.and",
        op("f64.ge", x.get, load("f64.load", edge.get, 8)),
        op("i32.lt_u", bin.get, last.get),
      ),
    ),
    counter.set(at(counters, bin, 2)),
    store("i32.store", counter.get, op("i32.add", load("i32.load", counter.get), i32(1))),
  ];
  f.body = [
    first.set(load("f64.load", edges.get)),
    end.set(load("f64.load", at(edges, bins, 3))),
    last.set(op("i32.sub", bins.get, i32(1))),
    whileLoop(n.get, [
      x.set(load("f64.load", p.get)),
      when(isInside, count),
      p.advance(i32(8)),
      n.advance(i32(-1)),
    ]),
  ];
  return [f];
}
