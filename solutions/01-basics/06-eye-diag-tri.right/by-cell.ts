import type { Flat } from "../01-nested-to-array.ts";

/** A table whose cells follow from row and column. */
function table(n: number, m: number, cell: (i: number, j: number) => boolean): Flat {
  const data = Float64Array.from({ length: n * m }, (_, at) =>
    Number(cell(Math.floor(at / m), at % m)),
  );
  return { data, shape: [n, m] };
}

export function eye(n: number, m: number = n, k = 0): Flat {
  return table(n, m, (i, j) => j - i === k);
}

export function tri(n: number, m: number = n, k = 0): Flat {
  return table(n, m, (i, j) => j - i <= k);
}

export function trace({ data, shape: [n = 0, m = 0] }: Flat): number {
  return data.reduce((sum, x, at) => sum + (Math.floor(at / m) === at % m && n > 0 ? x : 0), 0);
}
