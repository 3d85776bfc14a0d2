/**
 * Plans: how a transform of n points is carried out, whatever n is.
 *
 * Lengths made of small primes go through one pass for each factor; others through Bluestein's convolution.
 * Computes in doubles. Plans are kept, since arrays are transformed line by line.
 */
import { type Pass, pass2, pass3, pass4, pass5, passOdd } from "./passes.ts";
import { roots } from "./roots.ts";

/** The forward transform of `n` points, unscaled, from `x` back into `x`; `spare` is as long. */
export interface Plan {
  readonly n: number;
  run(x: Float64Array, spare: Float64Array): void;
}

/** Results by length, the latest used ones up to a number of points in all. */
class Kept<T> {
  readonly #make: (n: number) => T;
  readonly #results = new Map<number, T>();
  #points = 0;

  constructor(make: (n: number) => T) {
    this.#make = make;
  }

  get(n: number): T {
    let result = this.#results.get(n);
    if (result === undefined) {
      result = this.#make(n);
      this.#points += n;
    } else {
      this.#results.delete(n);
    }
    this.#results.set(n, result);
    for (const oldest of this.#results.keys()) {
      if (this.#points <= MAX_KEPT_POINTS || oldest === n) break;
      this.#results.delete(oldest);
      this.#points -= oldest;
    }
    return result;
  }
}

const MAX_KEPT_POINTS = 4_000_000; // some 100 MB
const plans = new Kept(makePlan);
const tables = new Kept(roots);

/** The plan for `n` points. */
export function planFor(n: number): Plan {
  return plans.get(n);
}

/** `roots(n)`, kept. */
export function rootsFor(n: number): Float64Array {
  return tables.get(n);
}

function makePlan(n: number): Plan {
  const factors = factorize(n);
  if (factors.at(-1)! < 50) return new MixedRadix(n, factors);
  const padded = goodLength(2 * n - 1);
  // Two transforms of the padded length and some products, against a sum over each large factor.
  return 3 * cost(padded, factorize(padded)) < cost(n, factors)
    ? new Bluestein(n, padded)
    : new MixedRadix(n, factors);
}

function cost(n: number, factors: readonly number[]): number {
  return n * factors.reduce((sum, f) => sum + (f <= 5 ? f : 1.1 * f), 0);
}

/** Fours first, then primes from the smallest on; `[1]` for 1. */
function factorize(n: number): number[] {
  const factors: number[] = [];
  let rest = n;
  for (; rest % 4 === 0; rest /= 4) factors.push(4);
  for (let f = 2; f * f <= rest; f++) for (; rest % f === 0; rest /= f) factors.push(f);
  if (rest > 1 || factors.length === 0) factors.push(rest);
  return factors;
}

/** The smallest length from `n` on that has no prime factor above 5. */
function goodLength(n: number): number {
  let best = 2 ** Math.ceil(Math.log2(n));
  for (let fives = 1; fives < best; fives *= 5) {
    for (let threes = fives; threes < best; threes *= 3) {
      let length = threes;
      while (length < n) length *= 2;
      if (length < best) best = length;
    }
  }
  return best;
}

class MixedRadix implements Plan {
  readonly n: number;
  readonly #passes: readonly { radix: number; pass: Pass }[];
  readonly #roots: Float64Array;

  constructor(n: number, factors: readonly number[]) {
    this.n = n;
    this.#roots = rootsFor(n);
    this.#passes = factors.filter((f) => f > 1).map((radix) => ({ radix, pass: passOf(radix) }));
  }

  run(x: Float64Array, spare: Float64Array): void {
    let from = x;
    let to = spare;
    let n = this.n;
    let stride = 1;
    for (const { radix, pass } of this.#passes) {
      pass(n, stride, from, to, this.#roots);
      [from, to] = [to, from];
      n /= radix;
      stride *= radix;
    }
    if (from !== x) x.set(from.subarray(0, 2 * this.n));
  }
}

function passOf(radix: number): Pass {
  if (radix === 2) return pass2;
  if (radix === 3) return pass3;
  if (radix === 4) return pass4;
  return radix === 5 ? pass5 : passOdd(radix);
}

/**
 * Any length by a convolution of a good one: jk is written as (j² + k² - (k - j)²) / 2.
 *
 * Source: Bluestein, A linear filtering approach to the computation of discrete Fourier transform, 1970
 */
class Bluestein implements Plan {
  readonly n: number;
  readonly #plan: Plan;
  /** exp(-πi k² / n). */
  readonly #chirp: Float64Array;
  /** The transform of the conjugate chirp, wrapped around and scaled. */
  readonly #filter: Float64Array;
  readonly #work: Float64Array;
  readonly #spare: Float64Array;

  constructor(n: number, padded: number) {
    this.n = n;
    this.#plan = planFor(padded);
    this.#work = new Float64Array(2 * padded);
    this.#spare = new Float64Array(2 * padded);
    this.#chirp = new Float64Array(2 * n);
    this.#filter = new Float64Array(2 * padded);
    const table = roots(2 * n);
    for (let k = 0, square = 0; k < n; k++, square = (square + 2 * k - 1) % (2 * n)) {
      const re = table[2 * square]!;
      const im = table[2 * square + 1]!;
      this.#chirp[2 * k] = re;
      this.#chirp[2 * k + 1] = im;
      for (const place of [k, (padded - k) % padded]) {
        this.#filter[2 * place] = re / padded;
        this.#filter[2 * place + 1] = -im / padded;
      }
    }
    this.#plan.run(this.#filter, this.#spare);
  }

  run(x: Float64Array): void {
    const work = this.#work;
    multiply(x, this.#chirp, work, this.n, 1);
    work.fill(0, 2 * this.n);
    this.#plan.run(work, this.#spare);
    // The way back is a forward transform of the conjugate.
    multiply(work, this.#filter, work, work.length / 2, -1);
    this.#plan.run(work, this.#spare);
    for (let i = 1; i < 2 * this.n; i += 2) work[i] = -work[i]!;
    multiply(work, this.#chirp, x, this.n, 1);
  }
}

/** Products of `n` pairs; with `sign` -1 their conjugates. */
function multiply(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  n: number,
  sign: 1 | -1,
): void {
  for (let i = 0; i < 2 * n; i += 2) {
    const ar = a[i]!;
    const ai = a[i + 1]!;
    const br = b[i]!;
    const bi = b[i + 1]!;
    out[i] = ar * br - ai * bi;
    out[i + 1] = sign * (ar * bi + ai * br);
  }
}
