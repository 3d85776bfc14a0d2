/**
 * Moving elements to random places, from the last one down.
 *
 * Knows an address and elements of one size. A place that is refused exchanges an element with itself and leaves it for the next draw:
 * whether it is refused is nothing that a processor could foresee.
 */
import { type Code, FunctionBuilder, type Local, choose, i32, i64, op } from "./assembler.ts";
import { halves } from "./draws.ts";
import { lanesOf } from "./lanes.ts";
import { Stream, lower, upper } from "./pcg64.ts";

const ELEMENT: Readonly<Record<number, string>> = { 1: "B", 2: "H", 4: "I", 8: "Q", 16: "D" };

/** "masked" and "bounded" (address, first element that moves, last one) for elements of `size` bytes. */
export function shuffleFunctions(size: number): FunctionBuilder[] {
  return [shuffleFunction("masked", size, masked), shuffleFunction("bounded", size, bounded)];
}

/** Sets `place` to what 32 bits give in [0, last], and says whether it may be taken. */
type Draw = (f: FunctionBuilder, word: Code, last: Code, place: Local, into: Code[]) => Code;

/** As many bits as the last place has. */
function masked(_: FunctionBuilder, word: Code, last: Code, place: Local, into: Code[]): Code {
  into.push(place.set(op("i32.and", word, op("i32.shr_u", i32(-1), op("i32.clz", last)))));
  return op("i32.le_u", place.get, last);
}

/** The upper half of a product; its lower half tells what would come too often. */
function bounded(f: FunctionBuilder, word: Code, last: Code, place: Local, into: Code[]): Code {
  const count = f.keep("i64", op("i64.extend_i32_u", op("i32.add", last, i32(1))), into);
  const product = f.keep("i64", op("i64.mul", op("i64.extend_i32_u", word), count), into);
  into.push(place.set(op("i32.wrap_i64", upper(product))));
  const left = lower(product);
  const threshold = op("i64.rem_u", op("i64.sub", i64(2n ** 32n), count), count);
  const isIn = op("i64.ge_u", left, threshold);
  return choose("i32", op("i64.ge_u", left, count), i32(1), isIn);
}

function shuffleFunction(name: string, size: number, draw: Draw): FunctionBuilder {
  const f = new FunctionBuilder(name, ["i32", "i32", "i32"]);
  const [address, first, last] = f.params as [Local, Local, Local]; // as declared
  const stream = new Stream(f);
  const lanes = lanesOf(ELEMENT[size]!);
  const place = f.local("i32");
  const isIn = f.local("i32");
  const [here, there] = [f.local("i32"), f.local("i32")];
  const kept = f.local(lanes.type);
  const at = (index: Code): Code =>
    op("i32.add", address.get, size === 1 ? index : op("i32.shl", index, i32(Math.log2(size))));
  const move = (word: Code): Code => {
    const body: Code[] = [];
    body.push(
      isIn.set(draw(f, word, last.get, place, body)),
      here.set(at(last.get)),
      there.set(at(op("select", place.get, last.get, isIn.get))),
      kept.set(lanes.load(here.get)),
      lanes.store(here.get, lanes.load(there.get)),
      lanes.store(there.get, kept.get),
      last.set(op("i32.sub", last.get, isIn.get)),
    );
    return body;
  };
  const isLeft = op("i32.ge_s", last.get, first.get);
  const areTwoLeft = op("i32.gt_s", last.get, first.get);
  f.body = [stream.open, halves(f, stream, isLeft, areTwoLeft, move), stream.close];
  return f;
}
