/** The sums of all windows of `width` neighbours: `values.length - width + 1` of them. */
export function windowSums(values: Float64Array, width: number): Float64Array {
  // TODO: keep a running sum
  throw new Error(`not implemented: ${values.length} ${width}`);
}
