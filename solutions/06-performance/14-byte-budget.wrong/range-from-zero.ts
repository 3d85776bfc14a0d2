// caught by: worked examples > the smallest is code 0, the largest 255
// Takes for granted that the range begins at 0.
export interface Packed {
  readonly codes: Uint8Array;
  readonly low: number;
  readonly step: number;
}

export function pack(x: Float64Array): Packed {
  const codes = new Uint8Array(x.length);
  if (x.length === 0) return { codes, low: 0, step: 0 };
  let [low, high] = [Math.max(0, x[0]!), x[0]!];
  for (const v of x) {
    if (v < low && v >= 0) low = v;
    if (v > high) high = v;
  }
  const step = (high - low) / 255; // 256 codes have 255 steps between them
  // A typed array cuts the fraction off and wraps at 256: round, and rounding cannot pass 255.
  if (step > 0)
    for (let i = 0; i < x.length; i++) codes[i] = Math.min(255, Math.round((x[i]! - low) / step));
  return { codes, low, step };
}

export function unpack({ codes, low, step }: Packed): Float64Array {
  return Float64Array.from(codes, (code) => low + code * step);
}
