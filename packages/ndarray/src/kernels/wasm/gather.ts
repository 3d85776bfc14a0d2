/**
 * Gather and scatter: elements at listed indices, to or from a dense row.
 *
 * Knows (address, stride, length) of the indexed axis, a contiguous row of indices, and n. Negative indices count
 * from the end. Every function gives n, or the position of the first index that lies outside.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  i32,
  i64,
  memoryCopy,
  op,
  when,
  whileLoop,
} from "./assembler.ts";
import { lanesOf } from "./lanes.ts";

const ELEMENT: Readonly<Record<number, string>> = { 1: "B", 2: "H", 4: "I", 8: "Q", 16: "D" };

/**
 * "check" (the first five parameters) only looks for an index that lies outside;
 * "take" (address, stride, length, indices, n, result) and "put" (…, values, step of the values) for elements of `size`
 * bytes, "takeRows" and "putRows" (…, bytes of a row) for whole rows; indices are `"i"` (int32) or `"q"` (int64).
 */
export function gatherFunctions(size: number, indexChar: "i" | "q"): FunctionBuilder[] {
  return [
    check(indexChar),
    take(size, indexChar),
    put(size, indexChar),
    takeRows(indexChar),
    putRows(indexChar),
  ];
}

/** A loop over the indices: `body` gets the address of the indexed element. */
function overIndices(f: FunctionBuilder, indexChar: "i" | "q", body: (at: Code) => Code): Code {
  const [address, stride, length, indices, n] = f.params as [Local, Local, Local, Local, Local]; // what all four begin with
  const index = lanesOf(indexChar);
  const at = f.local(index.type);
  const position = f.local("i32");
  const wide = indexChar === "q";
  const size = wide ? op("i64.extend_i32_u", length.get) : length.get;
  const zero = wide ? i64(0n) : i32(0);
  const narrow = wide ? op("i32.wrap_i64", at.get) : at.get;
  return [
    whileLoop(op("i32.lt_u", position.get, n.get), [
      at.set(index.load(indices.get)),
      at.set(
        op(
          `${index.type}.add`,
          at.get,
          op("select", size, zero, op(`${index.type}.lt_s`, at.get, zero)),
        ),
      ),
      when(op(`${index.type}.ge_u`, at.get, size), op("return", position.get)),
      body(op("i32.add", address.get, op("i32.mul", narrow, stride.get))),
      indices.advance(i32(index.size)),
      position.advance(i32(1)),
    ]),
    n.get,
  ];
}

function check(indexChar: "i" | "q"): FunctionBuilder {
  const f = new FunctionBuilder("check", ["i32", "i32", "i32", "i32", "i32"], ["i32"]);
  f.body = overIndices(f, indexChar, () => []);
  return f;
}

function take(size: number, indexChar: "i" | "q"): FunctionBuilder {
  const f = new FunctionBuilder("take", ["i32", "i32", "i32", "i32", "i32", "i32"], ["i32"]);
  const to = f.params[5]!;
  const element = lanesOf(ELEMENT[size]!);
  f.body = overIndices(f, indexChar, (at) => [
    element.store(to.get, element.load(at)),
    to.advance(i32(size)),
  ]);
  return f;
}

function put(size: number, indexChar: "i" | "q"): FunctionBuilder {
  const f = new FunctionBuilder("put", ["i32", "i32", "i32", "i32", "i32", "i32", "i32"], ["i32"]);
  const [from, step] = f.params.slice(5) as [Local, Local]; // the last two
  const element = lanesOf(ELEMENT[size]!);
  f.body = overIndices(f, indexChar, (at) => [
    element.store(at, element.load(from.get)),
    from.advance(step.get),
  ]);
  return f;
}

function takeRows(indexChar: "i" | "q"): FunctionBuilder {
  const f = new FunctionBuilder(
    "takeRows",
    ["i32", "i32", "i32", "i32", "i32", "i32", "i32"],
    ["i32"],
  );
  const [to, nbytes] = f.params.slice(5) as [Local, Local]; // the last two
  f.body = overIndices(f, indexChar, (at) => [
    memoryCopy(to.get, at, nbytes.get),
    to.advance(nbytes.get),
  ]);
  return f;
}

function putRows(indexChar: "i" | "q"): FunctionBuilder {
  const f = new FunctionBuilder(
    "putRows",
    ["i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32"],
    ["i32"],
  );
  const [from, step, nbytes] = f.params.slice(5) as [Local, Local, Local]; // the last three
  f.body = overIndices(f, indexChar, (at) => [
    memoryCopy(at, from.get, nbytes.get),
    from.advance(step.get),
  ]);
  return f;
}
