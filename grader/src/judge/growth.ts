/**
 * How a figure grows with n: the slope of a line through points on log-log paper.
 *
 * Knows numbers only.
 */

/** The least-squares slope of log(values) over log(sizes); NaN where a value is not above zero. */
export function slopeOf(sizes: readonly number[], values: readonly number[]): number {
  const x = sizes.map((size) => Math.log(size));
  const y = values.map((value) => Math.log(value));
  const meanX = mean(x);
  const meanY = mean(y);
  let above = 0;
  let below = 0;
  for (let i = 0; i < x.length; i++) {
    above += (x[i]! - meanX) * (y[i]! - meanY);
    below += (x[i]! - meanX) ** 2;
  }
  return Number.isFinite(above) ? above / below : NaN;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
