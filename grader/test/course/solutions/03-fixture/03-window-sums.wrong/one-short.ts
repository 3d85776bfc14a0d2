// caught by: windows of two
export const windowSums = (values: Float64Array, width: number): Float64Array =>
  new Float64Array(values.length - width);
