/**
 * All windows of a signal, as a view and as a copy: bytes, and the time to make them.
 *
 *     npm run example -- 03-memory/windows-for-free
 *
 * The view has the shape of the copy and w times fewer bytes: every element stands in w windows, and lies in memory
 * once. Reading all windows is another matter: change np.sum's axis and compare.
 */
import * as np from "@deep-dive/ndarray";

const N = 100_000;
const signal = np.arange(N, null, { dtype: "float64" });

/** The best of several runs, in microseconds. */
function bestUs(run: () => unknown): number {
  let best = Infinity;
  for (let k = 0; k < 7; k++) {
    const start = performance.now();
    sink = run();
    best = Math.min(best, (performance.now() - start) * 1000);
  }
  return best;
}

let sink: unknown;

console.log(`a signal of ${N} float64, ${signal.nbytes} bytes\n`);
console.log("  w   shape of the windows    view: µs   bytes      copy: µs       bytes");
for (const w of [2, 8, 32]) {
  const windows = (): np.NDArray => np.lib.stride_tricks.sliding_window_view(signal, w);
  const view = np.testing.count(windows);
  const copy = np.testing.count(() => windows().copy());
  const viewUs = bestUs(windows);
  const copyUs = bestUs(() => windows().copy().dispose());
  console.log(
    `${String(w).padStart(3)}   ${`(${view.result.shape.join(", ")})`.padEnd(18)} ${viewUs.toFixed(1).padStart(12)} ${String(view.bytes).padStart(7)} ${copyUs.toFixed(0).padStart(13)} ${String(copy.bytes).padStart(11)}`,
  );
}
void sink;
