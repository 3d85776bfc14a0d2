/** Reference answer to 6.14: the range in one pass, the codes in another. */
export interface Packed {
  readonly codes: Uint8Array;
  /** What code 0 means. */
  readonly low: number;
  /** How far apart two neighbouring codes mean. */
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
  // A typed array cuts the fraction off: round. And it makes 0 of nan, which is what 0 / 0 gives where all are the same.
  for (let i = 0; i < x.length; i++) codes[i] = Math.round((x[i]! - low) / step);
  return { codes, low, step };
}

export function unpack({ codes, low, step }: Packed): Float64Array {
  return Float64Array.from(codes, (code) => low + code * step);
}
