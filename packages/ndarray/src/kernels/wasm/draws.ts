/**
 * Filling memory with random bits and what is cut from them: doubles, floats, whole numbers in a range.
 *
 * Knows an address and a number of elements; the state and the range lie where `pcg64-state.ts` says. A number that is refused is
 * written all the same, and the next one takes its place: no branch depends on the draw.
 * Rules: Lemire, Fast Random Integer Generation in an Interval, 2019
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  choose,
  f32,
  f64,
  i32,
  i64,
  load,
  op,
  store,
  when,
  whileLoop,
} from "./assembler.ts";
import { type Lanes, lanesOf } from "./lanes.ts";
import { twoSteps } from "./pcg64-pairs.ts";
import { LOW_WORD, RANGE_WORD, STATE } from "./pcg64-state.ts";
import { Stream, lower, upper, upperProduct } from "./pcg64.ts";

/** A function that fills from an address on, before the second parameter becomes the end. */
interface Filling {
  readonly f: FunctionBuilder;
  readonly to: Local;
  readonly end: Local;
  readonly stream: Stream;
}

function filling(name: string): Filling {
  const f = new FunctionBuilder(name, ["i32", "i32"]);
  return { f, to: f.params[0]!, end: f.params[1]!, stream: new Stream(f) };
}

/** `body` between taking the state out of memory and putting it back. */
function finish({ f, to, end, stream }: Filling, size: number, ...body: Code[]): FunctionBuilder {
  const nbytes = op("i32.mul", end.get, i32(size));
  f.body = [stream.open, end.set(op("i32.add", to.get, nbytes)), body, stream.close];
  return f;
}

function until(to: Local, end: Local): Code {
  return op("i32.lt_u", to.get, end.get);
}

/** "raw" and "fill": 64 bits as they are, and doubles in [0, 1) of 53 of them. */
export function wideFunctions(): FunctionBuilder[] {
  return [
    wideFunction("raw", (to, bits) => store("i64.store", to, bits)),
    wideFunction("fill", (to, bits) => {
      const whole = op("f64.convert_i64_s", op("i64.shr_u", bits, i64(11n)));
      return store("f64.store", to, op("f64.mul", whole, f64(2 ** -53)));
    }),
  ];
}

function wideFunction(name: string, write: (to: Code, bits: Code) => Code): FunctionBuilder {
  const it = filling(name);
  const { to } = it;
  return finish(
    it,
    8,
    eachWhole(it, (bits) => [write(to.get, bits), to.advance(i32(8))]),
  );
}

/** A loop that takes 64 bits for each element, of two steps where there is room: `put` writes what it makes of them and moves `to` on, or does not. */
function eachWhole({ f, to, end, stream }: Filling, put: (bits: Code) => Code): Code {
  const before: Code[] = [];
  const pair = twoSteps(f, stream, before);
  const isRoom = op("i32.lt_u", op("i32.add", to.get, i32(8)), end.get);
  return [
    before,
    whileLoop(isRoom, [pair.step, put(pair.first), put(pair.second)]),
    whileLoop(until(to, end), [stream.step, put(stream.bits)]),
  ];
}

/**
 * A loop that takes 32 bits at a time for as long as `isOpen`; `use` does what there is to do with them.
 *
 * Two at a time, where there `isRoom` for that, are both halves of one number; before and behind come those that others share a number with.
 */
export function halves(
  f: FunctionBuilder,
  stream: Stream,
  isOpen: Code,
  isRoom: Code,
  use: (word: Code) => Code,
): Code {
  const word = f.local("i32");
  const one = [stream.next32(word), use(word.get)];
  return [
    when(op("i32.and", stream.hasHalf.get, isOpen), one),
    whileLoop(isRoom, [stream.split(word), use(word.get), use(stream.half.get)]),
    whileLoop(isOpen, one),
  ];
}

function eachHalf({ f, to, end, stream }: Filling, size: number, put: (word: Code) => Code): Code {
  const isRoom = op("i32.lt_u", op("i32.add", to.get, i32(size)), end.get);
  return halves(f, stream, until(to, end), isRoom, put);
}

/** "fill" with floats in [0, 1) of 24 bits. */
export function floatFunction(): FunctionBuilder {
  const it = filling("fill");
  const { to } = it;
  const put = (word: Code): Code => {
    const whole = op("f32.convert_i32_s", op("i32.shr_u", word, i32(8)));
    return [store("f32.store", to.get, op("f32.mul", whole, f32(2 ** -24))), to.advance(i32(4))];
  };
  return finish(it, 4, eachHalf(it, 4, put));
}

const LOW = load("i64.load", i32(STATE), 4 * LOW_WORD);
const RANGE = load("i64.load", i32(STATE), 4 * RANGE_WORD);

/** `value`, which is an i64, as an element of `lanes`. */
function narrowed(lanes: Lanes, value: Code): Code {
  return lanes.type === "i64" ? value : op("i32.wrap_i64", value);
}

/** `to` moves on where `isIn` is 1. */
function advanceIf(isIn: Code, to: Local, size: number): Code {
  return to.advance(size === 1 ? isIn : op("i32.shl", isIn, i32(Math.log2(size))));
}

/** "fill" of dtype `char`, of 4 or 8 bytes: in a range below 2^32, from 32 bits each. */
export function boundedFunction(char: string): FunctionBuilder {
  const it = filling("fill");
  const { f, to } = it;
  const lanes = lanesOf(char);
  const before: Code[] = [];
  const low = f.keep("i64", LOW, before);
  const count = f.keep("i64", op("i64.add", RANGE, i64(1n)), before);
  const threshold = f.keep(
    "i64",
    op("i64.rem_u", op("i64.sub", i64(2n ** 32n), count), count),
    before,
  );
  const product = f.local("i64");
  const put = (word: Code): Code => [
    product.set(op("i64.mul", op("i64.extend_i32_u", word), count)),
    lanes.store(to.get, narrowed(lanes, op("i64.add", low, upper(product.get)))),
    advanceIf(op("i64.ge_u", lower(product.get), threshold), to, lanes.size),
  ];
  return finish(it, lanes.size, before, eachHalf(it, lanes.size, put));
}

/** "fill" with whole numbers of 64 bits in any range, from 64 bits each. */
export function wideBoundedFunction(): FunctionBuilder {
  const it = filling("fill");
  const { f, to } = it;
  const before: Code[] = [];
  const low = f.keep("i64", LOW, before);
  const range = f.keep("i64", RANGE, before);
  const half = {
    low: f.keep("i64", lower(range), before),
    high: f.keep("i64", upper(range), before),
  };
  const count = f.keep("i64", op("i64.add", range, i64(1n)), before); // 0 where every number is in the range
  const rest = op("i64.rem_u", op("i64.sub", i64(0n), count), count);
  const threshold = f.keep("i64", choose("i64", op("i64.eqz", count), i64(0n), rest), before);
  const put = (bits: Code): Code => {
    const body: Code[] = [];
    const made = f.keep("i64", bits, body);
    // The product with the count is the product with the range and once the number itself, which may carry.
    const left = f.keep("i64", op("i64.mul", made, count), body);
    const carry = op("i64.extend_i32_u", op("i64.lt_u", left, made));
    const product = op("i64.add", upperProduct(f, made, half, body), carry);
    body.push(
      store("i64.store", to.get, op("i64.add", low, product)),
      advanceIf(op("i64.ge_u", left, threshold), to, 8),
    );
    return body;
  };
  return finish(it, 8, before, eachWhole(it, put));
}

/** "fill" with numbers of `width` bits (1, 8 or 16) in a range, as many as fit cut from each 32 bits. */
export function narrowFunction(width: 1 | 8 | 16): FunctionBuilder {
  const it = filling("fill");
  const { f, to, end, stream } = it;
  const lanes = lanesOf(width === 16 ? "H" : "B");
  const all = i32(2 ** width - 1);
  const before: Code[] = [];
  const low = f.keep("i32", op("i32.wrap_i64", LOW), before);
  const count = f.keep("i32", op("i32.add", op("i32.wrap_i64", RANGE), i32(1)), before);
  const threshold = f.keep(
    "i32",
    op("i32.rem_u", op("i32.sub", i32(2 ** width), count), count),
    before,
  );
  const word = f.local("i32");
  const pieces = f.local("i32");
  const product = f.local("i32");
  const body: Code[] = [
    when(op("i32.eqz", pieces.get), [stream.next32(word), pieces.set(i32(32 / width))]),
    product.set(op("i32.mul", op("i32.and", word.get, all), count)),
    lanes.store(to.get, op("i32.add", low, op("i32.shr_u", product.get, i32(width)))),
    advanceIf(op("i32.ge_u", op("i32.and", product.get, all), threshold), to, lanes.size),
    word.set(op("i32.shr_u", word.get, i32(width))),
    pieces.advance(i32(-1)),
  ];
  return finish(it, lanes.size, before, whileLoop(until(to, end), body));
}

/** "scale" (address, number of doubles, offset, factor): each becomes its multiple by the factor, plus the offset. */
export function scaleFunction(): FunctionBuilder {
  const f = new FunctionBuilder("scale", ["i32", "i32", "f64", "f64"]);
  const [at, end, offset, factor] = f.params as [Local, Local, Local, Local]; // as declared
  const vectors: Code[] = [];
  const offsets = f.keep("v128", op("f64x2.splat", offset.get), vectors);
  const factors = f.keep("v128", op("f64x2.splat", factor.get), vectors);
  const scaled = op("f64x2.add", op("f64x2.mul", load("v128.load", at.get), factors), offsets);
  const one = op("f64.add", op("f64.mul", load("f64.load", at.get), factor.get), offset.get);
  const isRoom = op("i32.lt_u", op("i32.add", at.get, i32(8)), end.get);
  f.body = [
    end.set(op("i32.add", at.get, op("i32.shl", end.get, i32(3)))),
    vectors,
    whileLoop(isRoom, [store("v128.store", at.get, scaled), at.advance(i32(16))]),
    when(until(at, end), store("f64.store", at.get, one)),
  ];
  return f;
}
