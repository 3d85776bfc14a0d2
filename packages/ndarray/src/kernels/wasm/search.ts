/**
 * Binary search for many doubles in one sorted line, without branches and four at a time.
 *
 * Knows contiguous doubles, one at least, nan last as sorting leaves them. Each step halves what is left of the line and moves
 * on by the half or by nothing, so that no guess of the processor can be wrong; while one search waits for memory, others go on.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  choose,
  i32,
  load,
  op,
  store,
  whileLoop,
} from "./assembler.ts";

/** Searches that take turns. */
const TURNS = 4;

/** "left" and "right" (line, n, values, m, places): before equal elements, or behind them. */
export function searchFunctions(): FunctionBuilder[] {
  return [searchFunction("left"), searchFunction("right")];
}

function searchFunction(side: "left" | "right"): FunctionBuilder {
  const f = new FunctionBuilder(side, ["i32", "i32", "i32", "i32", "i32"]);
  const [line, n, values, m, places] = f.params as [Local, Local, Local, Local, Local]; // as declared
  const [left, half] = [f.local("i32"), f.local("i32")]; // in bytes
  const searches = Array.from({ length: TURNS }, () => ({
    value: f.local("f64"),
    /** Eight bytes before what is left of the line. */
    at: f.local("i32"),
  }));
  const [numbers, isAny] = [f.local("i32"), f.local("i32")];
  /** 1 where the element at `address` belongs behind the value; none does, where that is nan. */
  const isBehind = (address: Code, value: Local, offset: number = 0): Code =>
    op(side === "left" ? "f64.ge" : "f64.gt", load("f64.load", address, offset), value.get);
  const run = (together: typeof searches): Code => [
    together.map(({ value, at }, k) => [
      value.set(load("f64.load", values.get, 8 * k)),
      at.set(op("i32.sub", line.get, i32(8))),
    ]),
    left.set(op("i32.shl", numbers.get, i32(3))),
    whileLoop(op("i32.gt_u", left.get, i32(8)), [
      half.set(op("i32.and", op("i32.shr_u", left.get, i32(1)), i32(-8))),
      together.map(({ value, at }) => {
        const isMiddleBehind = isBehind(op("i32.add", at.get, half.get), value);
        return at.advance(op("i32.and", half.get, op("i32.sub", isMiddleBehind, i32(1))));
      }),
      left.set(op("i32.sub", left.get, half.get)),
    ]),
    together.map(({ value, at }, k) => {
      const passed = op("i32.sub", op("i32.add", at.get, i32(8)), line.get);
      const isLastBefore = op("i32.gt_u", isAny.get, isBehind(at.get, value, 8));
      const place = op("i32.add", op("i32.shr_u", passed, i32(3)), isLastBefore);
      const isNan = op("f64.ne", value.get, value.get);
      return store(
        "i32.store",
        places.get,
        side === "left" ? place : op("select", n.get, place, isNan),
        4 * k,
      );
    }),
    values.advance(i32(8 * together.length)),
    places.advance(i32(4 * together.length)),
    m.advance(i32(-together.length)),
  ];
  const last = load(
    "f64.load",
    op("i32.sub", op("i32.add", line.get, op("i32.shl", numbers.get, i32(3))), i32(8)),
  );
  const x = f.local("f64");
  f.body = [
    numbers.set(n.get),
    whileLoop(
      choose("i32", numbers.get, op("f64.ne", x.tee(last), x.get), i32(0)),
      numbers.advance(i32(-1)),
    ),
    isAny.set(op("i32.ne", numbers.get, i32(0))),
    whileLoop(op("i32.ge_u", m.get, i32(TURNS)), run(searches)),
    whileLoop(m.get, run(searches.slice(0, 1))),
  ];
  return f;
}
