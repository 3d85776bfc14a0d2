/**
 * What a slice costs, and what its copy costs, as the array grows.
 *
 *     npm run example -- 02-indexing/view-vs-copy
 *
 * A view is three small lists of integers, however many elements it shows. Change the slice to ":", to "::1000":
 * the view's price stays, the copy's does not.
 */
import * as np from "@deep-dive/ndarray";

/** Nanoseconds for one call, the median of several rounds. */
function nsPerCall(call: () => unknown, calls: number): number {
  const rounds: number[] = [];
  for (let round = 0; round < 9; round++) {
    const start = performance.now();
    for (let k = 0; k < calls; k++) sink = call();
    rounds.push(((performance.now() - start) * 1e6) / calls);
  }
  return rounds.toSorted((a, b) => a - b)[4]!;
}

let sink: unknown;

const small = np.zeros([100]);
nsPerCall(() => small.get("::2"), 3000); // until the compiler is done
nsPerCall(() => small.get("::2").copy().dispose(), 3000);

console.log("  elements      view, ns   its bytes      copy, ns   its bytes");
for (const n of [100, 1_000, 10_000, 100_000, 1_000_000]) {
  const a = np.zeros([n]);
  const view = np.testing.count(() => a.get("::2"));
  const copy = np.testing.count(() => a.get("::2").copy());
  const viewNs = nsPerCall(() => a.get("::2"), 2000);
  const copyNs = nsPerCall(() => a.get("::2").copy().dispose(), Math.max(3, Math.round(1e6 / n)));
  const columns = [n, Math.round(viewNs), view.bytes, Math.round(copyNs), copy.bytes];
  console.log(columns.map((c, i) => String(c).padStart(i === 0 ? 10 : 13)).join(""));
}
void sink;
