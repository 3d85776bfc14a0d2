/**
 * Counting how often each number occurs.
 *
 * Knows contiguous int32, and counters of int32, one for each number; nothing is checked. Numbers are loaded in pairs,
 * so that an element costs one load besides its counter's.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  i32,
  i64,
  lane,
  load,
  op,
  store,
  when,
  whileLoop,
} from "./assembler.ts";
import { foldLanes } from "./fold.ts";

/** "largest" (numbers, n) of numbers taken as unsigned, and "count" (numbers, n, counters). */
export function bincountFunctions(): FunctionBuilder[] {
  return [largestFunction(), countFunction()];
}

function largestFunction(): FunctionBuilder {
  const f = new FunctionBuilder("largest", ["i32", "i32"], ["i32"]);
  const [p, n] = f.params as [Local, Local]; // as declared
  const most = f.local("v128");
  const take = (numbers: Code): Code => most.set(op("i32x4.max_u", most.get, numbers));
  f.body = [
    whileLoop(op("i32.ge_u", n.get, i32(4)), [
      take(load("v128.load", p.get)),
      p.advance(i32(16)),
      n.advance(i32(-4)),
    ]),
    whileLoop(n.get, [
      take(load("v128.load32_splat", p.get)),
      p.advance(i32(4)),
      n.advance(i32(-1)),
    ]),
    foldLanes(most, 4, (x, y) => op("i32x4.max_u", x, y)),
    lane("i32x4.extract_lane", 0, most.get),
  ];
  return f;
}

function countFunction(): FunctionBuilder {
  const f = new FunctionBuilder("count", ["i32", "i32", "i32"]);
  const [p, n, counters] = f.params as [Local, Local, Local]; // as declared
  const at = f.local("i32");
  const pair = f.local("i64");
  const count = (number: Code): Code => [
    at.set(op("i32.add", counters.get, op("i32.shl", number, i32(2)))),
    store("i32.store", at.get, op("i32.add", load("i32.load", at.get), i32(1))),
  ];
  f.body = [
    whileLoop(op("i32.ge_u", n.get, i32(2)), [
      pair.set(load("i64.load", p.get)),
      count(op("i32.wrap_i64", pair.get)),
      count(op("i32.wrap_i64", op("i64.shr_u", pair.get, i64(32n)))),
      p.advance(i32(8)),
      n.advance(i32(-2)),
    ]),
    when(n.get, count(load("i32.load", p.get))),
  ];
  return f;
}
