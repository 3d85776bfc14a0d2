/**
 * The exponential and the logarithm, rounded to nearest in all but one of a thousand cases.
 *
 * NumPy draws with its C library's, which are that accurate, and draws are compared bit by bit; the engine's miss one in twenty.
 * What the engine gives is put right by what it misses, from an exponential of about 75 bits in two doubles.
 * Its `expm1`, `log1p` and `**` are the C library's already.
 * Source: Dekker, A floating-point technique for extending the available precision, 1971
 */

// ln 2 in three parts, the first two of 33 bits: products with whole numbers are exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_MIDDLE = 1.9082149291141208e-10;
const LN2_LOW = 1.564670158533888e-20;
const HALVINGS = 9;

/** What `reduce` leaves behind: a value in two parts, the second below the rounding error of the first. */
const parts = new Float64Array(2);

/** e^x. */
export function exp(x: number): number {
  const rough = Math.exp(x);
  if (!isOrdinary(rough)) return rough;
  const k = reduce(x);
  const high = parts[0]!;
  const whole = 1 + high;
  return (whole + (1 - whole + high + parts[1]!)) * 2 ** k;
}

/** The natural logarithm. */
export function log(x: number): number {
  const rough = Math.log(x);
  if (!isOrdinary(x) || rough === 0) return rough;
  const unit = 2 ** reduce(rough);
  return rough + (x - unit - parts[0]! * unit - parts[1]! * unit) / x;
}

/** Neither zero nor nan, and far from overflow and underflow: the others are left to the engine. */
function isOrdinary(x: number): boolean {
  return x > 1e-290 && x < 1e290;
}

/** Leaves e^r - 1 in `parts`, where x = k ln 2 + r, and gives k. */
function reduce(x: number): number {
  const k = Math.round(x / Math.LN2);
  const near = x - k * LN2_HIGH;
  const r = near - k * LN2_MIDDLE;
  const a = r / 2 ** HALVINGS;
  const b = (near - r - k * LN2_MIDDLE - k * LN2_LOW) / 2 ** HALVINGS;
  const half = (a * a) / 2; // below, e^t - 1 for t = a + b by its series; only a^2 needs two parts
  const further = ((a * a * a) / 6) * (1 + (a / 4) * (1 + (a / 5) * (1 + (a / 6) * (1 + a / 7))));
  const sum = a + half;
  const rest = a - sum + half + squareError(a) / 2 + a * b + b + further;
  let high = sum + rest;
  let low = sum - high + rest;
  for (let i = 0; i < HALVINGS; i++) {
    const square = high * high; // (1 + high)^2 - 1 = 2 high + high^2
    const next = 2 * high + square;
    low = 2 * high - next + square + squareError(high) + 2 * high * low + 2 * low;
    high = next;
  }
  parts[0] = high;
  parts[1] = low;
  return k;
}

/** What a^2 loses when it is rounded. */
function squareError(a: number): number {
  const p = 134217729 * a;
  const top = p - (p - a);
  const rest = a - top;
  return top * top - a * a + 2 * top * rest + rest * rest;
}
