/**
 * PCG64 in WebAssembly, which has the 64-bit products that JS lacks: the state in locals, and one step of it.
 *
 * Knows where the state lies before and after a call, and no distribution.
 */
import {
  type Code,
  type FunctionBuilder,
  type Local,
  i32,
  i64,
  load,
  op,
  store,
  when,
} from "./assembler.ts";
import { HALF_WORD, HAS_HALF_WORD, STATE } from "./pcg64-state.ts";

export const MULTIPLIER_LOW = 0x4385df649fccf645n;
export const MULTIPLIER_HIGH = 0x2360ed051fc65da4n;
export const MASK = 0xffffffffn;

export const lower = (x: Code): Code => op("i64.and", x, i64(MASK));
export const upper = (x: Code): Code => op("i64.shr_u", x, i64(32n));

/** The upper half of the 128-bit product of `x` and a number whose two halves are given; its parts go to `into`. */
export function upperProduct(
  f: FunctionBuilder,
  x: Code,
  half: { readonly low: Code; readonly high: Code },
  into: Code[],
): Code {
  const a = f.keep("i64", lower(x), into);
  const b = f.keep("i64", upper(x), into);
  const first = op("i64.mul", a, half.low);
  const t = f.keep("i64", op("i64.add", op("i64.mul", b, half.low), upper(first)), into);
  const u = op("i64.add", op("i64.mul", a, half.high), lower(t));
  return op("i64.add", op("i64.add", op("i64.mul", b, half.high), upper(t)), upper(u));
}

/** What a state stands for: its halves folded, and turned right by the topmost six bits. */
export function foldedBits(high: Code, low: Code): Code {
  return op("i64.rotr", op("i64.xor", high, low), op("i64.shr_u", high, i64(58n)));
}

/** A generator's state while function `f` runs. */
export class Stream {
  /** Takes the state out of memory, and puts it back. */
  readonly open: Code;
  readonly close: Code;
  /** One step on. */
  readonly step: Code;
  /** The 64 bits that the state stands for. */
  readonly bits: Code;
  /** The half of a number that is kept for the next call that wants 32 bits, and whether there is one. */
  readonly half: Local;
  readonly hasHalf: Local;
  /** The two halves of the state, and of what every step adds. */
  readonly low: Local;
  readonly high: Local;
  readonly addLow: Local;
  readonly addHigh: Local;
  readonly #made: Local;

  constructor(f: FunctionBuilder) {
    const low = f.local("i64");
    const high = f.local("i64");
    const addLow = f.local("i64");
    const addHigh = f.local("i64");
    [this.low, this.high, this.addLow, this.addHigh] = [low, high, addLow, addHigh];
    this.hasHalf = f.local("i32");
    this.half = f.local("i32");
    this.#made = f.local("i64");
    this.open = [
      ...[low, high, addLow, addHigh].map((x, k) => x.set(load("i64.load", i32(STATE), 8 * k))),
      this.hasHalf.set(load("i32.load", i32(STATE), 4 * HAS_HALF_WORD)),
      this.half.set(load("i32.load", i32(STATE), 4 * HALF_WORD)),
    ];
    this.close = [
      store("i64.store", i32(STATE), low.get),
      store("i64.store", i32(STATE), high.get, 8),
      store("i32.store", i32(STATE), this.hasHalf.get, 4 * HAS_HALF_WORD),
      store("i32.store", i32(STATE), this.half.get, 4 * HALF_WORD),
    ];
    const step: Code[] = [];
    const multiplier = { low: i64(MULTIPLIER_LOW & MASK), high: i64(MULTIPLIER_LOW >> 32n) };
    const carried = upperProduct(f, low.get, multiplier, step);
    const crossed = op(
      "i64.add",
      op("i64.mul", low.get, i64(MULTIPLIER_HIGH)),
      op("i64.mul", high.get, i64(MULTIPLIER_LOW)),
    );
    step.push(
      high.set(op("i64.add", op("i64.add", carried, crossed), addHigh.get)),
      low.set(op("i64.add", op("i64.mul", low.get, i64(MULTIPLIER_LOW)), addLow.get)),
      high.set(
        op("i64.add", high.get, op("i64.extend_i32_u", op("i64.lt_u", low.get, addLow.get))),
      ),
    );
    this.step = step;
    this.bits = foldedBits(high.get, low.get);
  }

  /** One step on, of whose two halves the lower one goes to `word` and the upper one is kept. */
  split(word: Local): Code {
    return [
      this.step,
      this.#made.set(this.bits),
      word.set(op("i32.wrap_i64", this.#made.get)),
      this.half.set(op("i32.wrap_i64", upper(this.#made.get))),
    ];
  }

  /** The next 32 bits, to `word`: the half that is kept, or the lower one of the next 64 bits. */
  next32(word: Local): Code {
    return when(
      this.hasHalf.get,
      [word.set(this.half.get), this.hasHalf.set(i32(0))],
      [this.split(word), this.hasHalf.set(i32(1))],
    );
  }
}
