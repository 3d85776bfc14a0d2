/**
 * Roots of unity, as exact as doubles can hold them.
 *
 * An angle is brought into the first eighth of the circle by whole numbers, and what rounding takes from it is put
 * back afterwards: the error of a transform is that of its roots.
 */

const TWO_PI = 6.283185307179586;
const TWO_PI_REST = 2.4492935982947064e-16; // 2π is TWO_PI plus this

/** exp(-2πi k / n) for k = 0 … n-1, real and imaginary parts interleaved. */
export function roots(n: number): Float64Array {
  const table = new Float64Array(2 * n);
  for (let k = 0; 2 * k <= n; k++) {
    const eighth = Math.floor((8 * k) / n);
    // The angle from the nearest axis, in units of 2π / (4n).
    const quarter = (eighth + 1) >> 1;
    const [cos, sin] = cosSin(4 * k - quarter * n, 4 * n);
    const [re, im] = turned(cos, sin, quarter & 3);
    table[2 * k] = re;
    table[2 * k + 1] = -im;
    if (k > 0) {
      table[2 * (n - k)] = re; // written twice in the middle, where both are the same
      table[2 * (n - k) + 1] = 2 * k === n ? -im : im;
    }
  }
  return table;
}

/** A point on the circle, turned by a number of right angles. */
function turned(x: number, y: number, quarters: number): [number, number] {
  if (quarters === 0) return [x, y];
  if (quarters === 1) return [-y, x];
  return quarters === 2 ? [-x, -y] : [y, -x];
}

/** Cosine and sine of 2π k / n, for angles of at most an eighth of the circle either way. */
function cosSin(k: number, n: number): [number, number] {
  if (8 * Math.abs(k) === n) return [Math.SQRT1_2, Math.sign(k) * Math.SQRT1_2];
  const ratio = k / n;
  const [back, backRest] = product(ratio, n);
  const ratioRest = (k - back - backRest) / n;
  const [angle, angleRest] = product(ratio, TWO_PI);
  const rest = angleRest + ratio * TWO_PI_REST + ratioRest * TWO_PI;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [cos - rest * sin, sin + rest * cos];
}

/** `a * b` as a double and what rounding took from it. (Dekker, 1971) */
function product(a: number, b: number): [number, number] {
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  const rounded = a * b;
  return [rounded, aLow * bLow - (rounded - aHigh * bHigh - aLow * bHigh - aHigh * bLow)];
}

function halves(x: number): [number, number] {
  const scaled = 134217729 * x; // 2^27 + 1
  const high = scaled - (scaled - x);
  return [high, x - high];
}
