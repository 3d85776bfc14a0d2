import type { Flat } from "../01-nested-to-array.ts";
import type { Tolerance } from "../13-equal-vs-close.ts";

const differs = (
  a: Flat,
  b: Flat,
  equalNan: boolean,
  isNear: (x: number, y: number) => boolean,
): boolean =>
  a.data.some((x, i) => {
    const y = b.data[i]!;
    if (x !== x && y !== y) return !equalNan; // NaN is the only number that differs from itself
    return x !== y && !isNear(x, y);
  });

export function arrayEqual(a: Flat, b: Flat, equalNan = false): boolean {
  return (
    a.shape.length === b.shape.length &&
    !a.shape.some((n, k) => n !== b.shape[k]) &&
    !differs(a, b, equalNan, () => false)
  );
}

export function allclose(
  a: Flat,
  b: Flat,
  { atol = 1e-8, rtol = 1e-5, equalNan = false }: Tolerance = {},
): boolean {
  return !differs(
    a,
    b,
    equalNan,
    (x, y) => Number.isFinite(y) && Math.abs(x - y) <= atol + rtol * Math.abs(y),
  );
}
