/**
 * Draws which cells of the memory a slice shows, and in which order it visits them.
 *
 *     npm run example -- 02-indexing/slice-pictures
 *
 * The pictures of this topic's README are this script's output. Every number comes from the strides and the offset of
 * a real view. Add lines of your own at the end: what does "::-2" do? And a slice of a slice?
 */
import * as np from "@deep-dive/ndarray";

/** The memory of `owner` as one line of cells; below each that `view` shows, when it is visited. */
function draw(title: string, owner: np.NDArray, view: np.NDArray): void {
  const visits = Array.from({ length: owner.size }, () => "");
  let n = 0;
  const walk = (axis: number, byte: number): void => {
    if (axis === view.ndim) visits[byte / view.itemsize] = String(n++);
    else for (let i = 0; i < view.shape[axis]!; i++) walk(axis + 1, byte + i * view.strides[axis]!);
  };
  walk(0, view.offset);
  const inElements = (bytes: readonly number[]): string =>
    `[${bytes.map((b) => b / view.itemsize).join(", ")}]`;
  console.log(
    `${title}: shape [${view.shape.join(", ")}], strides ${inElements(view.strides)}, offset ${view.offset / view.itemsize}`,
  );
  console.log(`  memory  |${visits.map((_, i) => String(i).padStart(3)).join(" |")} |`);
  console.log(`  visit    ${visits.map((v) => v.padStart(3)).join("  ")}`.trimEnd());
  console.log();
}

const a = np.reshape(np.arange(12), [3, 4]); // three rows of four
draw("a", a, a);
draw("a[1:, ::2]", a, a.get("1:", "::2"));
draw("a[:, 1], a column", a, a.get(":", 1));
draw("a[::-1, ::-1], backwards", a, a.get("::-1", "::-1"));
draw("a.T, columns as rows", a, a.T);
draw("a[1:][:, 2:], a slice of a slice", a, a.get("1:").get(":", "2:"));
