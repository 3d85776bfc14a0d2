/**
 * The exponential and the logarithm, rounded to nearest in all but one of a thousand cases.
 *
 * NumPy draws with its C library's, which are that accurate, and draws are compared bit by bit; the engine's miss one in twenty.
 * Powers of 2^(1/64) come from a table and what is left from a series, with about 68 bits in two doubles; a logarithm is the engine's,
 * put right by what its exponential misses.
 * Its `expm1`, `log1p` and `**` are the C library's already.
 * Source: Tang, Table-Driven Implementation of the Exponential Function in IEEE Floating-Point Arithmetic, 1989
 */

const STEPS = 64;
// ln 2 / 64 in three parts, the first two of 33 bits: products with whole numbers are exact.
const STEP_HIGH = 0.6931471803691238 / STEPS;
const STEP_MIDDLE = 1.9082149291141208e-10 / STEPS;
const STEP_LOW = 1.564670158533888e-20 / STEPS;
/** Adding and subtracting it leaves a whole number. */
const TO_WHOLE = 1.5 * 2 ** 52;
/** Adding and subtracting it leaves multiples of 2^-34: 26 bits of what the table leaves. */
const TO_26_BITS = 1.5 * 2 ** 18;

/** What `reduce` leaves behind: a value from 1 to 2 in two parts, the second below the rounding error of the first. */
const parts = new Float64Array(2);

/** e^x. */
export function exp(x: number): number {
  if (!(Math.abs(x) < 660)) return Math.exp(x);
  const unit = powerOfTwo(reduce(x));
  return (parts[0]! + parts[1]!) * unit;
}

/** The natural logarithm. */
export function log(x: number): number {
  const rough = Math.log(x);
  if (!isOrdinary(x) || rough === 0) return rough;
  const unit = powerOfTwo(reduce(rough));
  return rough + (x - parts[0]! * unit - parts[1]! * unit) / x;
}

/** Neither zero nor nan, and far from overflow and underflow: the others are left to the engine, as are such exponentials. */
function isOrdinary(x: number): boolean {
  return x > 1e-290 && x < 1e290;
}

const power = new Float64Array(1);
const powerWords = new Int32Array(power.buffer);

/** 2^k, an ordinary number: an exponent over a mantissa of zeros. */
function powerOfTwo(k: number): number {
  powerWords[1] = (k + 1023) << 20;
  return power[0]!;
}

/** Leaves 2^(j/64) e^r in `parts`, where x = k ln 2 + j ln 2 / 64 + r, and gives k. */
function reduce(x: number): number {
  const n = x * (STEPS / Math.LN2) + TO_WHOLE - TO_WHOLE;
  const j = n & (STEPS - 1);
  const near = x - n * STEP_HIGH;
  const r = near - n * STEP_MIDDLE;
  const lost = near - r - n * STEP_MIDDLE - n * STEP_LOW;
  const table = (roots ??= makeRoots());
  const root = table[2 * j]!;
  const rest = table[2 * j + 1]!;
  const top = r + TO_26_BITS - TO_26_BITS; // its product with the root is exact, as both have 26 bits
  const series = r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720)))));
  const product = root * top;
  const small = rest + (root * (r - top) + rest * r + (root + rest) * (series + lost));
  const sum = root + product;
  parts[0] = sum;
  parts[1] = root - sum + product + small;
  return (n - j) * (1 / STEPS);
}

/** 2^(j/64) in two parts, the first of 26 bits, for each j; made when first asked for. */
let roots: Float64Array | undefined;
const BITS = 120n;

function makeRoots(): Float64Array {
  let root = 2n << BITS;
  for (let n = 1; n < STEPS; n *= 2) root = squareRoot(root << BITS);
  const made = new Float64Array(2 * STEPS);
  let value = 1n << BITS;
  for (let j = 0; j < STEPS; j++) {
    const top = value >> (BITS - 25n);
    made[2 * j] = Number(top) / 2 ** 25;
    made[2 * j + 1] = Number(value - (top << (BITS - 25n))) / 2 ** Number(BITS);
    value = (value * root) >> BITS;
  }
  return made;
}

/** The whole part of a square root, by Newton's steps from above. */
function squareRoot(n: bigint): bigint {
  let root = n;
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
