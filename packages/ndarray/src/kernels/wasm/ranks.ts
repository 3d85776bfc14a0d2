/**
 * Sorting a few elements by their ranks: how many of the others come before each.
 *
 * Knows an address, a positive step and n; every pair is compared, and no branch depends on how that comes out. Equal elements keep
 * their order. 1 when it is done, 0 at the first nan.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  i32,
  op,
  store,
  when,
  whileLoop,
} from "./assembler.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

/** "sort" and "argsort" (line, step, result, n): the elements in order, or their int32 positions. */
export function rankFunctions(char: string): FunctionBuilder[] {
  return [rankFunction("sort", lanesOf(char)), rankFunction("argsort", lanesOf(char))];
}

function rankFunction(name: "sort" | "argsort", lanes: Lanes): FunctionBuilder {
  const f = new FunctionBuilder(name, ["i32", "i32", "i32", "i32"], ["i32"]);
  const [line, step, out, n] = f.params as [Local, Local, Local, Local]; // as declared
  const [at, other, end] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const [rank, position] = [f.local("i32"), f.local("i32")];
  const x = f.local(lanes.type);
  const { type, isSigned } = lanes;
  const isFloat = type.startsWith("f");
  const compared = (how: "lt" | "le"): Code =>
    op(`${type}.${how}${isFloat ? "" : isSigned ? "_s" : "_u"}`, lanes.load(other.get), x.get);
  const count = (until: Code, how: "lt" | "le"): Code =>
    whileLoop(op("i32.lt_u", other.get, until), [
      rank.advance(compared(how)),
      other.advance(step.get),
    ]);
  f.body = [
    at.set(line.get),
    end.set(op("i32.add", line.get, op("i32.mul", n.get, step.get))),
    whileLoop(op("i32.lt_u", at.get, end.get), [
      x.set(lanes.load(at.get)),
      isFloat ? when(op(`${type}.ne`, x.get, x.get), op("return", i32(0))) : [],
      rank.set(i32(0)),
      other.set(line.get),
      count(at.get, "le"),
      other.advance(step.get),
      count(end.get, "lt"),
      name === "sort"
        ? lanes.store(op("i32.add", out.get, op("i32.mul", rank.get, i32(lanes.size))), x.get)
        : store("i32.store", op("i32.add", out.get, op("i32.shl", rank.get, i32(2))), position.get),
      position.advance(i32(1)),
      at.advance(step.get),
    ]),
    i32(1),
  ];
  return f;
}
