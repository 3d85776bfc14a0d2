/**
 * PCG64: a 128-bit linear congruential generator whose output is folded and rotated (PCG XSL-RR 128/64).
 *
 * Knows bits and nothing of distributions. JS has no 128-bit integers and BigInt is slow, so the product is
 * taken of 32-bit by 16-bit pieces: each column of partial products stays below 2^53, where doubles are exact. Where there
 * is WebAssembly its 64-bit products do the same faster, and kernels borrow the state to draw many numbers at once.
 * Rules: https://www.pcg-random.org/paper.html
 */

import { wideFunctions } from "../wasm/draws.ts";
import {
  BLOCK,
  BLOCK_WORD,
  HALF_WORD,
  HAS_HALF_WORD,
  INCREMENT_WORD,
  STATE,
  stateWords,
} from "../wasm/pcg64-state.ts";
import { patientFamily } from "./patience.ts";

const BASE = 65536;
const PER_BASE = 1 / BASE;

/** The multiplier of the generator. */
const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
// The same in 16-bit pieces, lowest first.
const M0 = 0xf645;
const M1 = 0x9fcc;
const M2 = 0xdf64;
const M3 = 0x4385;
const M4 = 0x5da4;
const M5 = 0x1fc6;
const M6 = 0xed05;
const M7 = 0x2360;

const MASK_128 = (1n << 128n) - 1n;

/** What the generator is about to do, as NumPy's `bit_generator.state` gives it. */
export interface Pcg64State {
  readonly state: bigint;
  readonly inc: bigint;
  /** 1 where half of a 64-bit number is kept for the next call that asks for 32 bits. */
  readonly has_uint32: 0 | 1;
  readonly uinteger: number;
}

/** Numbers made at once: few at first, since many generators are asked for a handful. */
const FIRST_BLOCK = 4;

export class Pcg64 {
  /** The halves of the number that `next` made last, 32 bits each. */
  high = 0;
  low = 0;
  /** Numbers made ahead, two words each, the lower first; and how many words of them are used and there. */
  readonly #block = new Uint32Array(2 * BLOCK);
  #used = 0;
  #made = 0;
  /** The state behind the block and the one before it, in four 32-bit words, lowest first; and what every step adds. */
  readonly #state = new Uint32Array(4);
  readonly #before = new Uint32Array(4);
  readonly #increment = new Uint32Array(4);
  #hasHalf = false;
  #half = 0;

  /** A generator whose 128-bit start and stream are `seed` and `stream`. */
  constructor(seed: bigint, stream: bigint) {
    const inc = ((stream << 1n) | 1n) & MASK_128;
    const state = (inc + seed) * MULTIPLIER + inc;
    this.restore({ state: state & MASK_128, inc, has_uint32: 0, uinteger: 0 });
  }

  /** Makes the next 64 bits, in `high` and `low`. */
  next(): void {
    if (this.#used === this.#made) this.#refill();
    const at = this.#used;
    this.low = this.#block[at]!;
    this.high = this.#block[at + 1]!;
    this.#used = at + 2;
  }

  #refill(): void {
    const count = Math.min(Math.max(this.#made, FIRST_BLOCK), BLOCK); // twice as many numbers as last time
    this.#before.set(this.#state);
    makeBlock(this.#state, this.#increment, this.#block, count);
    this.#used = 0;
    this.#made = 2 * count;
  }

  /** The next 64 bits. */
  next64(): bigint {
    this.next();
    return (BigInt(this.high) << 32n) | BigInt(this.low);
  }

  /** The next 32 bits: the lower half of the next 64, then the upper one. */
  next32(): number {
    if (this.#hasHalf) {
      this.#hasHalf = false;
      return this.#half;
    }
    this.next();
    this.#hasHalf = true;
    this.#half = this.high;
    return this.low;
  }

  /** The next double in [0, 1), of 53 bits. */
  nextDouble(): number {
    this.next();
    return (this.high * 2097152 + (this.low >>> 11)) * (1 / 9007199254740992);
  }

  /** The next float in [0, 1), of 24 bits. */
  nextFloat(): number {
    return (this.next32() >>> 8) * (1 / 16777216);
  }

  /** Puts the state where kernels draw from it; until `takeBack` nobody else draws. */
  lend(): Uint32Array {
    this.#forgetBlock();
    const words = stateWords();
    for (let k = 0; k < 4; k++) {
      words[k] = this.#state[k]!;
      words[INCREMENT_WORD + k] = this.#increment[k]!;
    }
    words[HAS_HALF_WORD] = this.#hasHalf ? 1 : 0;
    words[HALF_WORD] = this.#half;
    return words;
  }

  /** Goes on where the kernel stopped that drew from `words`. */
  takeBack(words: Uint32Array): void {
    for (let k = 0; k < 4; k++) this.#state[k] = words[k]!;
    this.#hasHalf = words[HAS_HALF_WORD] === 1;
    this.#half = words[HALF_WORD]!;
  }

  /** The state becomes that of the number that was used last: those made ahead are made again when they are wanted. */
  #forgetBlock(): void {
    if (this.#used < this.#made) {
      this.#state.set(this.#before);
      makeBlock(this.#state, this.#increment, this.#block, this.#used / 2);
    }
    this.#used = 0;
    this.#made = 0;
  }

  /** What comes next, to be put back by `restore`. */
  save(): Pcg64State {
    this.#forgetBlock();
    const [state, inc] = [joined(this.#state), joined(this.#increment)];
    return { state, inc, has_uint32: this.#hasHalf ? 1 : 0, uinteger: this.#half };
  }

  /** Goes on where `save` was called. */
  restore({ state, inc, has_uint32, uinteger }: Pcg64State): void {
    for (let i = 0; i < 4; i++) {
      this.#state[i] = Number((state >> BigInt(32 * i)) & 0xffffffffn);
      this.#increment[i] = Number((inc >> BigInt(32 * i)) & 0xffffffffn);
    }
    this.#used = 0;
    this.#made = 0;
    this.#hasHalf = has_uint32 === 1;
    this.#half = uinteger;
  }
}

function joined(words: Uint32Array): bigint {
  return words.reduceRight((n, word) => (n << 32n) | BigInt(word), 0n);
}

/** Makes `count` numbers after `state`, which moves on; each is two words of `out`, the lower one first. */
function makeBlock(
  state: Uint32Array,
  increment: Uint32Array,
  out: Uint32Array,
  count: number,
): void {
  const kernels = patientFamily("random wide", count, wideFunctions);
  if (kernels === null) {
    fillBlock(state, increment, out, count);
    return;
  }
  const words = stateWords();
  words.set(state);
  words.set(increment, INCREMENT_WORD);
  kernels["raw"]!(STATE + 4 * BLOCK_WORD, count);
  state.set(words.subarray(0, 4));
  out.set(words.subarray(BLOCK_WORD, BLOCK_WORD + 2 * count));
}

/** The same in JS. */
function fillBlock(
  state: Uint32Array,
  increment: Uint32Array,
  out: Uint32Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    step(state, increment);
    const [s0, s1, s2, s3] = state as unknown as [number, number, number, number]; // it has four words
    // Fold the halves, then turn right by the topmost six bits.
    const x = s2 ^ s0;
    const y = s3 ^ s1;
    const turn = s3 >>> 26;
    const from = turn >= 32 ? y : x;
    const other = turn >= 32 ? x : y;
    const r = turn & 31;
    out[2 * i] = r === 0 ? from : (from >>> r) | (other << (32 - r));
    out[2 * i + 1] = r === 0 ? other : (other >>> r) | (from << (32 - r));
  }
}

/** One step of the congruential generator. */
function step(s: Uint32Array, c: Uint32Array): void {
  const s0 = s[0]!;
  const s1 = s[1]!;
  const s2 = s[2]!;
  const s3 = s[3]!;
  const p0 = s0 * M0 + c[0]!;
  let carry = Math.floor(p0 * PER_BASE);
  const p1 = s0 * M1 + carry;
  carry = Math.floor(p1 * PER_BASE);
  const t0 = p0 - Math.floor(p0 * PER_BASE) * BASE + (p1 - carry * BASE) * BASE;
  const p2 = s0 * M2 + s1 * M0 + c[1]! + carry;
  carry = Math.floor(p2 * PER_BASE);
  const d2 = p2 - carry * BASE;
  const p3 = s0 * M3 + s1 * M1 + carry;
  carry = Math.floor(p3 * PER_BASE);
  const t1 = d2 + (p3 - carry * BASE) * BASE;
  const p4 = s0 * M4 + s1 * M2 + s2 * M0 + c[2]! + carry;
  carry = Math.floor(p4 * PER_BASE);
  const d4 = p4 - carry * BASE;
  const p5 = s0 * M5 + s1 * M3 + s2 * M1 + carry;
  carry = Math.floor(p5 * PER_BASE);
  const t2 = d4 + (p5 - carry * BASE) * BASE;
  const p6 = s0 * M6 + s1 * M4 + s2 * M2 + s3 * M0 + c[3]! + carry;
  carry = Math.floor(p6 * PER_BASE);
  const d6 = p6 - carry * BASE;
  const p7 = s0 * M7 + s1 * M5 + s2 * M3 + s3 * M1 + carry;
  const t3 = d6 + (p7 - Math.floor(p7 * PER_BASE) * BASE) * BASE;
  s[0] = t0;
  s[1] = t1;
  s[2] = t2;
  s[3] = t3;
}
