/**
 * Evenly spaced numbers: the first one, and the gap between neighbours.
 *
 * Knows an address and a number of elements. Floats are the place times the gap, plus the first, so that no rounding adds up; whole numbers
 * are the one before, plus the gap.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  f64,
  i32,
  lane,
  op,
  store,
  whileLoop,
} from "./assembler.ts";
import { lanesOf } from "./lanes.ts";

/** Vectors in one round. */
const ROUND = 4;

/** "fill" (address, number of elements, first, gap) with float64 ("d"), int32 ("i") or int64 ("q"); both numbers are doubles. */
export function lineFunctions(char: "d" | "i" | "q"): FunctionBuilder[] {
  const f = new FunctionBuilder("fill", ["i32", "i32", "f64", "f64"]);
  const [to, end, first, gap] = f.params as [Local, Local, Local, Local]; // as declared
  const { size, type, shape, ...lanes } = lanesOf(char);
  const isFloat = char === "d";
  const whole = (x: Code): Code => (isFloat ? x : op(`${type}.trunc_sat_f64_s`, x));
  const body: Code[] = [];
  const step = f.keep(type, isFloat ? f64(1) : whole(gap.get), body);
  const one = f.local(type);
  const start = isFloat ? f64(0) : whole(first.get);
  const times = (n: number): Code => op(`${type}.mul`, step, whole(f64(n)));
  // What each lane of a round begins with: places for floats, elements for whole numbers.
  const perVector = 16 / size;
  body.push(one.set(start));
  const lines = Array.from({ length: ROUND }, (_, k) => {
    const line = f.local("v128");
    body.push(line.set(lanes.splat(one.get)));
    for (let n = 0; n < perVector; n++) {
      const value = op(`${type}.add`, one.get, times(k * perVector + n));
      body.push(line.set(lane(`${shape}.replace_lane`, n, line.get, value)));
    }
    return line;
  });
  const perRound = f.keep("v128", lanes.splat(times(ROUND * perVector)), body);
  const gaps = isFloat ? f.keep("v128", lanes.splat(gap.get), body) : [];
  const firsts = isFloat ? f.keep("v128", lanes.splat(first.get), body) : [];
  const vector = (line: Code): Code =>
    isFloat ? op(`${shape}.add`, op(`${shape}.mul`, line, gaps), firsts) : line;
  const element = isFloat ? op("f64.add", op("f64.mul", one.get, gap.get), first.get) : one.get;
  f.body = [
    end.set(op("i32.add", to.get, op("i32.mul", end.get, i32(size)))),
    body,
    whileLoop(op("i32.le_u", op("i32.add", to.get, i32(16 * ROUND)), end.get), [
      lines.map((line, k) => store("v128.store", to.get, vector(line.get), 16 * k)),
      lines.map((line) => line.set(op(`${shape}.add`, line.get, perRound))),
      to.advance(i32(16 * ROUND)),
    ]),
    one.set(lane(`${shape}.extract_lane`, 0, lines[0]!.get)),
    whileLoop(op("i32.lt_u", to.get, end.get), [
      lanes.store(to.get, element),
      one.set(op(`${type}.add`, one.get, step)),
      to.advance(i32(size)),
    ]),
  ];
  return [f];
}
