/**
 * Overlap: whether two operands have a byte in common, exactly.
 *
 * Knows addresses, shapes and strides. Bounds alone say yes too often: `a[::2]` and `a[1::2]` interleave and share
 * nothing. The exact question is a bounded linear Diophantine equation.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.shares_memory.html
 */
import type { Layout } from "./layout.ts";
import { extent } from "./layout.ts";

/** Some bytes of one buffer: the first element's address, and the layout from there. */
export interface Footprint {
  readonly address: number;
  readonly layout: Layout;
}

/** Whether the address ranges meet; never says no wrongly. */
export function mayOverlap(a: Footprint, b: Footprint): boolean {
  if (a.layout.size === 0 || b.layout.size === 0) return false;
  const [lowA, highA] = extent(a.layout);
  const [lowB, highB] = extent(b.layout);
  return a.address + lowA < b.address + highB && b.address + lowB < a.address + highA;
}

/** Whether any byte belongs to both. Both must lie in the same buffer. */
export function overlaps(a: Footprint, b: Footprint): boolean {
  if (!mayOverlap(a, b)) return false;
  // lowA + sum(x) = lowB + sum(y)  becomes  sum(x) + sum(most - y) = lowB - lowA + sum(most of y), all terms positive.
  const terms: Term[] = [];
  let target = b.address + extent(b.layout)[0] - a.address - extent(a.layout)[0];
  for (const { layout } of [a, b]) {
    addTerm(terms, 1, layout.itemsize - 1);
    for (let k = 0; k < layout.shape.length; k++)
      addTerm(terms, Math.abs(layout.strides[k]!), layout.shape[k]! - 1);
  }
  const [low, high] = extent(b.layout);
  target += high - low - 1;
  return isReachable(
    terms.sort((s, t) => t.step - s.step),
    target,
  );
}

/** A multiple of `step` from 0 to `step * most`. */
interface Term {
  step: number;
  most: number;
}

function addTerm(terms: Term[], step: number, most: number): void {
  if (most <= 0 || step === 0) return;
  const same = terms.find((t) => t.step === step);
  if (same === undefined) terms.push({ step, most });
  else same.most += most;
}

/** Whether some choice of multiples adds up to `target`; terms come with the largest step first. */
function isReachable(terms: readonly Term[], target: number): boolean {
  const reach = [0];
  const divisor = [0];
  for (const { step, most } of terms.toReversed()) {
    reach.push(reach.at(-1)! + step * most);
    divisor.push(gcd(divisor.at(-1)!, step));
  }
  const search = (k: number, rest: number): boolean => {
    const left = terms.length - k;
    if (rest < 0 || rest > reach[left]!) return false;
    if (rest === 0) return true;
    if (rest % divisor[left]! !== 0) return false;
    const { step, most } = terms[k]!;
    const fewest = Math.max(0, Math.ceil((rest - reach[left - 1]!) / step));
    for (let x = Math.min(most, Math.floor(rest / step)); x >= fewest; x--)
      if (search(k + 1, rest - x * step)) return true;
    return false;
  };
  return search(0, target);
}

function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
