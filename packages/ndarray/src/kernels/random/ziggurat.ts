/**
 * Normal and exponential numbers by the ziggurat method: nearly always one lookup and one multiplication.
 *
 * Knows a source of bits and fills lists. Rules: Marsaglia and Tsang, The Ziggurat Method, 2000, in the form
 * that NumPy's stream fixes: https://numpy.org/doc/stable/reference/random/generator.html
 */
import type { Ziggurat } from "../wasm/ziggurat-width.ts";
import type { Pcg64 } from "./pcg64.ts";
import {
  EXPONENTIAL_DENSITY,
  EXPONENTIAL_INSIDE,
  EXPONENTIAL_TAIL,
  EXPONENTIAL_WIDTH,
} from "./ziggurat_exponential.ts";
import { NORMAL_DENSITY, NORMAL_INSIDE, NORMAL_TAIL, NORMAL_WIDTH } from "./ziggurat_normal.ts";

/** A double from the standard normal distribution. */
export function standardNormal(bits: Pcg64): number {
  for (;;) {
    bits.next();
    const { low, high } = bits;
    const layer = low & 0xff;
    const size = (high & 0x1fffffff) * 8388608 + (low >>> 9);
    const x = low & 0x100 ? -size * NORMAL_WIDTH[layer]! : size * NORMAL_WIDTH[layer]!;
    if (size < NORMAL_INSIDE[layer]!) return x;
    if (layer === 0) {
      const beyond = normalTail(bits);
      return low & 0x20000 ? -beyond : beyond;
    }
    const bottom = NORMAL_DENSITY[layer]!;
    if ((NORMAL_DENSITY[layer - 1]! - bottom) * bits.nextDouble() + bottom < Math.exp(-0.5 * x * x))
      return x;
  }
}

function normalTail(bits: Pcg64): number {
  for (;;) {
    const x = -(1 / NORMAL_TAIL) * Math.log1p(-bits.nextDouble());
    const y = -Math.log1p(-bits.nextDouble());
    if (y + y > x * x) return NORMAL_TAIL + x;
  }
}

/** A double from the standard exponential distribution. */
export function standardExponential(bits: Pcg64): number {
  for (;;) {
    bits.next();
    const { low, high } = bits;
    const layer = (low >>> 3) & 0xff;
    const size = high * 2097152 + (low >>> 11);
    const x = size * EXPONENTIAL_WIDTH[layer]!;
    if (size < EXPONENTIAL_INSIDE[layer]!) return x;
    if (layer === 0) return EXPONENTIAL_TAIL - Math.log1p(-bits.nextDouble());
    const bottom = EXPONENTIAL_DENSITY[layer]!;
    if ((EXPONENTIAL_DENSITY[layer - 1]! - bottom) * bits.nextDouble() + bottom < Math.exp(-x))
      return x;
  }
}

/** The layers of doubles. */
export const NORMAL: Ziggurat = {
  isDouble: true,
  isNormal: true,
  tail: NORMAL_TAIL,
  width: NORMAL_WIDTH,
  inside: NORMAL_INSIDE,
  density: NORMAL_DENSITY,
};
export const EXPONENTIAL: Ziggurat = {
  isDouble: true,
  isNormal: false,
  tail: EXPONENTIAL_TAIL,
  width: EXPONENTIAL_WIDTH,
  inside: EXPONENTIAL_INSIDE,
  density: EXPONENTIAL_DENSITY,
};

const f = Math.fround;
const NORMAL_WIDTH_F = Float32Array.from(NORMAL_WIDTH, (x) => x * 2 ** 29);
const NORMAL_INSIDE_F = NORMAL_INSIDE.map((n) => Math.round(n * 2 ** -29));
const NORMAL_DENSITY_F = Float32Array.from(NORMAL_DENSITY);
const NORMAL_TAIL_F = f(NORMAL_TAIL);
const EXPONENTIAL_WIDTH_F = Float32Array.from(EXPONENTIAL_WIDTH, (x) => x * 2 ** 30);
const EXPONENTIAL_INSIDE_F = EXPONENTIAL_INSIDE.map((n) => Math.round(n * 2 ** -30));
const EXPONENTIAL_DENSITY_F = Float32Array.from(EXPONENTIAL_DENSITY);
// NumPy's float tables are the double ones rounded, save for these four, rounded the other way.
EXPONENTIAL_WIDTH_F[226] = 4.4002547e-7;
EXPONENTIAL_DENSITY_F[128] = 0.18818119;
EXPONENTIAL_DENSITY_F[154] = 0.13244534;
EXPONENTIAL_DENSITY_F[171] = 0.10132299;

/** The layers of floats. */
export const NORMAL_FLOAT: Ziggurat = {
  isDouble: false,
  isNormal: true,
  tail: NORMAL_TAIL,
  width: NORMAL_WIDTH_F,
  inside: NORMAL_INSIDE_F,
  density: NORMAL_DENSITY_F,
};
export const EXPONENTIAL_FLOAT: Ziggurat = {
  isDouble: false,
  isNormal: false,
  tail: EXPONENTIAL_TAIL,
  width: EXPONENTIAL_WIDTH_F,
  inside: EXPONENTIAL_INSIDE_F,
  density: EXPONENTIAL_DENSITY_F,
};

/** A float32 from the standard normal distribution. */
export function standardNormalFloat(bits: Pcg64): number {
  for (;;) {
    const word = bits.next32();
    const layer = word & 0xff;
    const size = word >>> 9;
    const x = f(word & 0x100 ? -size * NORMAL_WIDTH_F[layer]! : size * NORMAL_WIDTH_F[layer]!);
    if (size < NORMAL_INSIDE_F[layer]!) return x;
    if (layer === 0) {
      const beyond = normalTailFloat(bits);
      return word & 0x20000 ? -beyond : beyond;
    }
    const bottom = NORMAL_DENSITY_F[layer]!;
    const height = f(f(f(NORMAL_DENSITY_F[layer - 1]! - bottom) * bits.nextFloat()) + bottom);
    if (height < Math.exp(-0.5 * x * x)) return x;
  }
}

function normalTailFloat(bits: Pcg64): number {
  for (;;) {
    const x = f(-f(1 / NORMAL_TAIL) * f(Math.log1p(-bits.nextFloat())));
    const y = f(-Math.log1p(-bits.nextFloat()));
    if (f(y + y) > f(x * x)) return f(NORMAL_TAIL_F + x);
  }
}

/** A float32 from the standard exponential distribution. */
export function standardExponentialFloat(bits: Pcg64): number {
  for (;;) {
    const word = bits.next32() >>> 1;
    const layer = word & 0xff;
    const size = word >>> 8;
    const x = f(size * EXPONENTIAL_WIDTH_F[layer]!);
    if (size < EXPONENTIAL_INSIDE_F[layer]!) return x;
    if (layer === 0) return f(f(EXPONENTIAL_TAIL) - f(Math.log1p(-bits.nextFloat())));
    const bottom = EXPONENTIAL_DENSITY_F[layer]!;
    const height = f(f(f(EXPONENTIAL_DENSITY_F[layer - 1]! - bottom) * bits.nextFloat()) + bottom);
    if (height < f(Math.exp(-x))) return x;
  }
}
