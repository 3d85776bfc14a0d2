/** By way of a scaled copy: right for a range that is not 0, and eight bytes a number on the way. */
export function pack(x: Float64Array): { codes: Uint8Array; low: number; step: number } {
  const low = Math.min(...x);
  const step = (Math.max(...x) - low) / 255;
  return { codes: Uint8Array.from(x, (v) => Math.round((v - low) / step)), low, step };
}
