import type { Flat } from "../01-nested-to-array.ts";

export function eye(n: number, m: number = n, k = 0): Flat {
  const data = new Float64Array(n * m);
  // The first cell of the diagonal, then always one row and one column further.
  const first = k >= 0 ? k : -k * m;
  const rows = k >= 0 ? Math.min(n, m - k) : Math.min(n + k, m);
  for (let step = 0; step < rows; step++) data[first + step * (m + 1)] = 1;
  return { data, shape: [n, m] };
}

export function tri(n: number, m: number = n, k = 0): Flat {
  const data = new Float64Array(n * m);
  for (let i = 0; i < n; i++) for (let j = 0; j < m && j - i <= k; j++) data[i * m + j] = 1;
  return { data, shape: [n, m] };
}

export function trace({ data, shape: [n = 0, m = 0] }: Flat): number {
  let sum = 0;
  for (let at = 0, left = Math.min(n, m); left > 0; left--, at += m + 1) sum += data[at]!;
  return sum;
}
