/**
 * sin and cos on vectors of doubles, within 1 ulp.
 *
 * x = n pi/2 + y with |y| <= pi/4; n's last two bits say which of sin y and cos y it is, and with which sign. pi/2 is
 * subtracted in parts (Cody and Waite), y keeping a second word; beyond LARGE the host's own function takes over.
 * Arrangement and coefficients: fdlibm's k_sin.c and k_cos.c (Sun Microsystems, 1993), https://netlib.org/fdlibm/
 */
import { type Code, i32, op } from "./assembler.ts";
import { double, repeated } from "./constants.ts";
import type { VectorMath } from "./vector-math.ts";

/** 33 bits, the next 33 bits, and the rest of pi/2: products with n are exact. */
const PIO2_1 = 1.57079632673412561417e0;
const PIO2_2 = 6.07710050630396597660e-11;
const PIO2_3 = 2.02226624879595063154e-21;

/** Up to here y has all its bits, however near x comes to a multiple of pi/2. */
const LARGE = 2 ** 14;

const MAGIC = 1.5 * 2 ** 52;

const SIN = [8.33333333332248946124e-3, -1.98412698298579493134e-4, 2.75573137070700676789e-6, -2.50507602534068634195e-8, 1.58969099521155010221e-10];
const SIN_FIRST = -1.66666666666666324348e-1;
const COS = [
  4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5, -2.75573143513906633035e-7, 2.08757232129817482790e-9,
  -1.13596475577881948265e-11,
];

export function sin(v: VectorMath, x: Code): Code {
  return sinOrCos(v, x, 0n);
}

export function cos(v: VectorMath, x: Code): Code {
  return sinOrCos(v, x, 1n);
}

/** sin(x + quarter pi/2). */
function sinOrCos(v: VectorMath, x: Code, quarter: bigint): Code {
  const shifted = v.let(v.madd(x, double(2 / Math.PI), double(MAGIC)));
  const n = v.let(v.sub(shifted, double(MAGIC)));
  const t = v.let(v.sub(x, v.mul(n, double(PIO2_1))));
  const w = v.let(v.mul(n, double(PIO2_2)));
  const r = v.let(v.sub(t, w));
  const low = v.let(v.sub(v.mul(n, double(PIO2_3)), v.sub(v.sub(t, r), w)));
  const y = v.let(v.sub(r, low));
  const rest = v.let(v.sub(v.sub(r, y), low));
  const z = v.let(v.mul(y, y));
  const turns = quarter === 0n ? shifted : v.let(op("i64x2.add", shifted, repeated(quarter)));
  const isCos = v.let(op("i64x2.eq", op("v128.and", turns, repeated(1n)), repeated(1n)));
  const sign = op("i64x2.shl", op("v128.and", turns, repeated(2n)), i32(62));
  const value = v.where(isCos, cosOfReduced(v, y, rest, z), sinOfReduced(v, y, rest, z));
  const isLarge = v.let(op("v128.not", op("f64x2.le", v.abs(x), double(LARGE))));
  return v.orHost(isLarge, x, op("v128.xor", value, sign));
}

function sinOfReduced(v: VectorMath, y: Code, rest: Code, z: Code): Code {
  const cube = v.let(v.mul(z, y));
  const r = v.let(v.horner(z, SIN));
  const correction = v.sub(v.mul(z, v.sub(v.mul(double(0.5), rest), v.mul(cube, r))), rest);
  return v.let(v.sub(y, v.nmadd(cube, double(SIN_FIRST), correction)));
}

function cosOfReduced(v: VectorMath, y: Code, rest: Code, z: Code): Code {
  const r = v.let(v.mul(z, v.horner(z, COS)));
  const half = v.let(v.mul(double(0.5), z));
  const w = v.let(v.sub(double(1), half));
  return v.let(v.add(w, v.add(v.sub(v.sub(double(1), w), half), v.sub(v.mul(z, r), v.mul(y, rest)))));
}
