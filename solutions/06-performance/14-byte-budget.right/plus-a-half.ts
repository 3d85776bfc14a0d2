// Adds a half and lets the typed array cut off.
export interface Packed {
  readonly codes: Uint8Array;
  readonly low: number;
  readonly step: number;
}

export function pack(x: Float64Array): Packed {
  const codes = new Uint8Array(x.length);
  if (x.length === 0) return { codes, low: 0, step: 0 };
  let [low, high] = [x[0]!, x[0]!];
  for (const v of x) {
    if (v < low) low = v;
    if (v > high) high = v;
  }
  const step = (high - low) / 255; // 256 codes have 255 steps between them
  // A typed array cuts the fraction off and wraps at 256: round, and rounding cannot pass 255.
  if (step > 0)
    for (let i = 0; i < x.length; i++) codes[i] = Math.min(255, (x[i]! - low) / step + 0.5);
  return { codes, low, step };
}

export function unpack({ codes, low, step }: Packed): Float64Array {
  const out = new Float64Array(codes.length);
  for (const [i, code] of codes.entries()) out[i] = low + step * code;
  return out;
}
