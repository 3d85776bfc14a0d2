/**
 * Questions of truth about a row: is any element not zero, are all, how many are.
 *
 * Knows (address, step, n) of elements of any dtype, and gives a count: 0 or 1 for any and all, which stop as soon
 * as they know.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  f32,
  f64,
  i32,
  i64,
  load,
  op,
  when,
  whileLoop,
} from "./assembler.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

/** "any", "all" and "count" for the dtype `char`. */
export function truthFunctions(char: string): FunctionBuilder[] {
  const lanes = lanesOf(char);
  return [stopping("any", lanes, 1), stopping("all", lanes, 0), counting(lanes)];
}

/** The mask of lanes (components, for complex dtypes) that are, or are not, zero. */
function compared({ type, shape }: Lanes, relation: "eq" | "ne", v: Code): Code {
  const zero =
    shape === "f64x2" ? f64(0) : shape === "f32x4" ? f32(0) : type === "i64" ? i64(0n) : i32(0);
  return op(`${shape}.${relation}`, v, op(`${shape}.splat`, zero));
}

/** 1 where the element at `address` is not zero. */
function isTrue(lanes: Lanes, address: Code): Code {
  return op("v128.any_true", compared(lanes, "ne", lanes.loadSplat(address)));
}

/** Looks for an element that decides: a true one for any (verdict 1), a false one for all (verdict 0). */
function stopping(name: "any" | "all", lanes: Lanes, verdict: 0 | 1): FunctionBuilder {
  const f = new FunctionBuilder(name, ["i32", "i32", "i32"], ["i32"]);
  const [address, step, n] = f.params as [Local, Local, Local]; // as declared
  const count = 64 / lanes.size;
  const answer = op("return", i32(verdict));
  const masks = [0, 16, 32, 48].map((offset) =>
    compared(lanes, verdict === 1 ? "ne" : "eq", load("v128.load", address.get, offset)),
  );
  const decided = op(
    "v128.any_true",
    masks.reduce((x, y) => op("v128.or", x, y)),
  );
  // A complex number is false only if both parts are zero: masks of parts cannot tell for "all".
  const hasVectors = verdict === 1 || lanes.type !== "v128";
  const blocks = whileLoop(op("i32.ge_u", n.get, i32(count)), [
    when(decided, answer),
    address.advance(i32(64)),
    n.advance(i32(-count)),
  ]);
  const single =
    verdict === 1 ? isTrue(lanes, address.get) : op("i32.eqz", isTrue(lanes, address.get));
  f.body = [
    hasVectors ? when(op("i32.eq", step.get, i32(lanes.size)), blocks) : [],
    whileLoop(n.get, [when(single, answer), address.advance(step.get), n.advance(i32(-1))]),
    i32(1 - verdict),
  ];
  return f;
}

function counting(lanes: Lanes): FunctionBuilder {
  const f = new FunctionBuilder("count", ["i32", "i32", "i32"], ["i32"]);
  const [address, step, n] = f.params as [Local, Local, Local]; // as declared
  const total = f.local("i32");
  const count = 64 / lanes.size;
  const shape = lanes.shape.replace("f", "i");
  const ones = [0, 16, 32, 48].map((offset) =>
    op(
      "i32.popcnt",
      op(`${shape}.bitmask`, compared(lanes, "ne", load("v128.load", address.get, offset))),
    ),
  );
  const blocks = whileLoop(op("i32.ge_u", n.get, i32(count)), [
    total.advance(ones.reduce((x, y) => op("i32.add", x, y))),
    address.advance(i32(64)),
    n.advance(i32(-count)),
  ]);
  f.body = [
    lanes.type === "v128" ? [] : when(op("i32.eq", step.get, i32(lanes.size)), blocks),
    whileLoop(n.get, [
      total.advance(isTrue(lanes, address.get)),
      address.advance(step.get),
      n.advance(i32(-1)),
    ]),
    total.get,
  ];
  return f;
}
