/**
 * One pass of Stockham's transform for each radix: n points in groups of r, results in order, never in place.
 *
 * Knows interleaved doubles. `x` holds sequences of n points, `stride` of them side by side; `y` gets r times as many of
 * n / r points. `w` holds the roots of the whole transform.
 * Rules: Swarztrauber, FFT algorithms for vector computers, 1984
 */

/** Reads `x`, writes `y`; see the header. */
export type Pass = (
  n: number,
  stride: number,
  x: Float64Array,
  y: Float64Array,
  w: Float64Array,
) => void;

export function pass2(
  n: number,
  stride: number,
  x: Float64Array,
  y: Float64Array,
  w: Float64Array,
): void {
  const m = n / 2;
  const far = 2 * stride * m;
  const step = 2 * stride;
  for (let p = 0; p < m; p++) {
    const wr = w[p * step]!;
    const wi = w[p * step + 1]!;
    for (let i = p * step, o = 2 * p * step, end = i + step; i < end; i += 2, o += 2) {
      const ar = x[i]!;
      const ai = x[i + 1]!;
      const br = x[i + far]!;
      const bi = x[i + far + 1]!;
      const dr = ar - br;
      const di = ai - bi;
      y[o] = ar + br;
      y[o + 1] = ai + bi;
      y[o + step] = dr * wr - di * wi;
      y[o + step + 1] = dr * wi + di * wr;
    }
  }
}

const SIN_60 = 0.8660254037844386;

export function pass3(
  n: number,
  stride: number,
  x: Float64Array,
  y: Float64Array,
  w: Float64Array,
): void {
  const m = n / 3;
  const far = 2 * stride * m;
  const step = 2 * stride;
  for (let p = 0; p < m; p++) {
    const t = p * step;
    const w1r = w[t]!;
    const w1i = w[t + 1]!;
    const w2r = w[2 * t]!;
    const w2i = w[2 * t + 1]!;
    for (let i = t, o = 3 * t, end = i + step; i < end; i += 2, o += 2) {
      const ar = x[i]!;
      const ai = x[i + 1]!;
      const sr = x[i + far]! + x[i + 2 * far]!;
      const si = x[i + far + 1]! + x[i + 2 * far + 1]!;
      const dr = SIN_60 * (x[i + far]! - x[i + 2 * far]!);
      const di = SIN_60 * (x[i + far + 1]! - x[i + 2 * far + 1]!);
      const cr = ar - 0.5 * sr;
      const ci = ai - 0.5 * si;
      y[o] = ar + sr;
      y[o + 1] = ai + si;
      const er = cr + di;
      const ei = ci - dr;
      y[o + step] = er * w1r - ei * w1i;
      y[o + step + 1] = er * w1i + ei * w1r;
      const fr = cr - di;
      const fi = ci + dr;
      y[o + 2 * step] = fr * w2r - fi * w2i;
      y[o + 2 * step + 1] = fr * w2i + fi * w2r;
    }
  }
}

export function pass4(
  n: number,
  stride: number,
  x: Float64Array,
  y: Float64Array,
  w: Float64Array,
): void {
  const m = n / 4;
  const far = 2 * stride * m;
  const step = 2 * stride;
  for (let p = 0; p < m; p++) {
    const t = p * step;
    const w1r = w[t]!;
    const w1i = w[t + 1]!;
    const w2r = w[2 * t]!;
    const w2i = w[2 * t + 1]!;
    const w3r = w[3 * t]!;
    const w3i = w[3 * t + 1]!;
    for (let i = t, o = 4 * t, end = i + step; i < end; i += 2, o += 2) {
      const sr = x[i]! + x[i + 2 * far]!;
      const si = x[i + 1]! + x[i + 2 * far + 1]!;
      const dr = x[i]! - x[i + 2 * far]!;
      const di = x[i + 1]! - x[i + 2 * far + 1]!;
      const tr = x[i + far]! + x[i + 3 * far]!;
      const ti = x[i + far + 1]! + x[i + 3 * far + 1]!;
      const er = x[i + far]! - x[i + 3 * far]!;
      const ei = x[i + far + 1]! - x[i + 3 * far + 1]!;
      y[o] = sr + tr;
      y[o + 1] = si + ti;
      const b1r = dr + ei;
      const b1i = di - er;
      y[o + step] = b1r * w1r - b1i * w1i;
      y[o + step + 1] = b1r * w1i + b1i * w1r;
      const b2r = sr - tr;
      const b2i = si - ti;
      y[o + 2 * step] = b2r * w2r - b2i * w2i;
      y[o + 2 * step + 1] = b2r * w2i + b2i * w2r;
      const b3r = dr - ei;
      const b3i = di + er;
      y[o + 3 * step] = b3r * w3r - b3i * w3i;
      y[o + 3 * step + 1] = b3r * w3i + b3i * w3r;
    }
  }
}

const COS_72 = 0.30901699437494745;
const SIN_72 = 0.9510565162951535;
const COS_144 = -0.8090169943749475;
const SIN_144 = 0.5877852522924731;

export function pass5(
  n: number,
  stride: number,
  x: Float64Array,
  y: Float64Array,
  w: Float64Array,
): void {
  const m = n / 5;
  const far = 2 * stride * m;
  const step = 2 * stride;
  for (let p = 0; p < m; p++) {
    const t = p * step;
    for (let i = t, o = 5 * t, end = i + step; i < end; i += 2, o += 2) {
      const ar = x[i]!;
      const ai = x[i + 1]!;
      const s1r = x[i + far]! + x[i + 4 * far]!;
      const s1i = x[i + far + 1]! + x[i + 4 * far + 1]!;
      const d1r = x[i + far]! - x[i + 4 * far]!;
      const d1i = x[i + far + 1]! - x[i + 4 * far + 1]!;
      const s2r = x[i + 2 * far]! + x[i + 3 * far]!;
      const s2i = x[i + 2 * far + 1]! + x[i + 3 * far + 1]!;
      const d2r = x[i + 2 * far]! - x[i + 3 * far]!;
      const d2i = x[i + 2 * far + 1]! - x[i + 3 * far + 1]!;
      y[o] = ar + s1r + s2r;
      y[o + 1] = ai + s1i + s2i;
      const c1r = ar + COS_72 * s1r + COS_144 * s2r;
      const c1i = ai + COS_72 * s1i + COS_144 * s2i;
      const e1r = SIN_72 * d1r + SIN_144 * d2r;
      const e1i = SIN_72 * d1i + SIN_144 * d2i;
      const c2r = ar + COS_144 * s1r + COS_72 * s2r;
      const c2i = ai + COS_144 * s1i + COS_72 * s2i;
      const e2r = SIN_144 * d1r - SIN_72 * d2r;
      const e2i = SIN_144 * d1i - SIN_72 * d2i;
      put(y, o + step, c1r + e1i, c1i - e1r, w, t);
      put(y, o + 2 * step, c2r + e2i, c2i - e2r, w, 2 * t);
      put(y, o + 3 * step, c2r - e2i, c2i + e2r, w, 3 * t);
      put(y, o + 4 * step, c1r - e1i, c1i + e1r, w, 4 * t);
    }
  }
}

/** Writes `(re, im)` times the root at `t`. */
function put(y: Float64Array, o: number, re: number, im: number, w: Float64Array, t: number): void {
  const wr = w[t]!;
  const wi = w[t + 1]!;
  y[o] = re * wr - im * wi;
  y[o + 1] = re * wi + im * wr;
}

/** The pass of any odd radix, by the sum itself: r² steps for each group. */
export function passOdd(radix: number): Pass {
  const half = (radix - 1) / 2;
  const sums = new Float64Array(4 * half); // of each point and its mirror image: sum, difference
  return (n, stride, x, y, w) => {
    const m = n / radix;
    const far = 2 * stride * m;
    const step = 2 * stride;
    const turn = 2 * stride * m; // distance in `w` of the radix-th roots
    for (let p = 0; p < m; p++) {
      const t = p * step;
      for (let i = t, o = radix * t, end = i + step; i < end; i += 2, o += 2) {
        const ar = x[i]!;
        const ai = x[i + 1]!;
        let totalR = ar;
        let totalI = ai;
        for (let k = 1; k <= half; k++) {
          const near = i + k * far;
          const mirror = i + (radix - k) * far;
          const s = 4 * (k - 1);
          sums[s] = x[near]! + x[mirror]!;
          sums[s + 1] = x[near + 1]! + x[mirror + 1]!;
          sums[s + 2] = x[near]! - x[mirror]!;
          sums[s + 3] = x[near + 1]! - x[mirror + 1]!;
          totalR += sums[s]!;
          totalI += sums[s + 1]!;
        }
        y[o] = totalR;
        y[o + 1] = totalI;
        for (let j = 1; j <= half; j++) {
          let cr = ar;
          let ci = ai;
          let er = 0;
          let ei = 0;
          for (let k = 1, at = j; k <= half; k++, at = at + j >= radix ? at + j - radix : at + j) {
            const cos = w[at * turn]!;
            const sin = -w[at * turn + 1]!;
            const s = 4 * (k - 1);
            cr += cos * sums[s]!;
            ci += cos * sums[s + 1]!;
            er += sin * sums[s + 2]!;
            ei += sin * sums[s + 3]!;
          }
          put(y, o + j * step, cr + ei, ci - er, w, j * t);
          put(y, o + (radix - j) * step, cr - ei, ci + er, w, (radix - j) * t);
        }
      }
    }
  };
}
