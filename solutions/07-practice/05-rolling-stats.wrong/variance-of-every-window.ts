// caught by: growth
// The definition for each window: exact, and n · w steps.
export function rollingVariance(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  for (let i = 0; i < out.length; i++) {
    let mean = 0;
    for (let j = i; j < i + w; j++) mean += x[j]! / w;
    let squares = 0;
    for (let j = i; j < i + w; j++) squares += (x[j]! - mean) ** 2;
    out[i] = squares / w;
  }
  return out;
}

export function rollingMax(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  const places = new Int32Array(x.length); // candidates, falling; places[first] is the largest
  let [first, end] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const v = x[i]!;
    // An equal one behind is as good and stays longer, so <= throws out both smaller and equal ones.
    while (end > first && x[places[end - 1]!]! <= v) end -= 1;
    places[end++] = i;
    if (places[first]! <= i - w) first += 1;
    if (i >= w - 1) out[i - w + 1] = x[places[first]!]!;
  }
  return out;
}
