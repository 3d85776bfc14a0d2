/** Every window anew. */
export function rollingVariance(x: Float64Array, w: number): Float64Array {
  return Float64Array.from({ length: x.length - w + 1 }, (_, i) => {
    const window = x.subarray(i, i + w);
    const mean = window.reduce((sum, v) => sum + v, 0) / w;
    return window.reduce((sum, v) => sum + (v - mean) ** 2, 0) / w;
  });
}

export function rollingMax(x: Float64Array, w: number): Float64Array {
  return Float64Array.from({ length: x.length - w + 1 }, (_, i) =>
    Math.max(...x.subarray(i, i + w)),
  );
}
