import type { Flat } from "../01-nested-to-array.ts";
import type { Tolerance } from "../13-equal-vs-close.ts";

export function arrayEqual(a: Flat, b: Flat, equalNan = false): boolean {
  if (JSON.stringify(a.shape) !== JSON.stringify(b.shape)) return false;
  for (let i = 0; i < a.data.length; i++) {
    const [x, y] = [a.data[i]!, b.data[i]!];
    const isSame = Number.isNaN(x) ? equalNan && Number.isNaN(y) : x === y;
    if (!isSame) return false;
  }
  return true;
}

export function allclose(
  a: Flat,
  b: Flat,
  { atol = 1e-8, rtol = 1e-5, equalNan = false }: Tolerance = {},
): boolean {
  for (let i = 0; i < a.data.length; i++) {
    const [x, y] = [a.data[i]!, b.data[i]!];
    if (Number.isNaN(x) && Number.isNaN(y) && equalNan) continue;
    const isFinite = Math.abs(x) < Infinity && Math.abs(y) < Infinity;
    if (isFinite ? !(Math.abs(x - y) <= atol + rtol * Math.abs(y)) : x !== y) return false;
  }
  return true;
}
