/** Every window anew. */
export function rollingMax(x: Float64Array, w: number): Float64Array {
  return Float64Array.from({ length: x.length - w + 1 }, (_, i) =>
    Math.max(...x.subarray(i, i + w)),
  );
}
