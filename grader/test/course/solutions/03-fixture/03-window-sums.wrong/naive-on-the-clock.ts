// caught by: speed-up
/** Every window added up anew. */
export function windowSums(values: Float64Array, width: number): Float64Array {
  const out = new Float64Array(values.length - width + 1);
  for (let i = 0; i < out.length; i++) for (let k = 0; k < width; k++) out[i]! += values[i + k]!;
  return out;
}
