/**
 * Draws what each kind of index picks out of one table: a slice, a list, a mask, two lists, an open mesh.
 *
 *     npm run example -- 04-advanced-indexing/index-pictures
 *
 * The pictures of this topic's README are this script's output: each cell shows how often, and in which order, its
 * element comes out. Try a list with the same row twice, or two lists of different lengths.
 */
import * as np from "@deep-dive/ndarray";

const a = np.reshape(np.arange(20), [4, 5]); // each value is also its own place: 5 * row + column

/** The table with the order in which `picked` has its elements, since each value tells where it came from. */
function draw(title: string, picked: np.NDArray): void {
  const values = [picked.tolist()].flat(Infinity).map(Number);
  const kind = np.shares_memory(picked, a) ? "view" : "copy";
  console.log(
    `${title}: shape (${picked.shape.join(", ")}${picked.ndim === 1 ? "," : ""}), a ${kind}`,
  );
  for (let i = 0; i < 4; i++) {
    const cells = Array.from({ length: 5 }, (_, j) => {
      const turns = values.flatMap((value, turn) => (value === 5 * i + j ? [turn] : []));
      return (turns.join(",") || "·").padStart(5);
    });
    console.log(`  ${cells.join("")}`);
  }
  console.log();
}

draw("a[1:3, ::2], a slice", a.get("1:3", "::2"));
draw("a[[3, 0, 3]], a list of rows", a.get([3, 0, 3]));
draw("a[a % 3 == 0], a mask", a.get(np.equal(np.remainder(a, 3), 0)));
draw("a[[0, 1, 3], [4, 2, 0]], two lists walk together", a.get([0, 1, 3], [4, 2, 0]));
draw(
  "a[[[0], [1], [3]], [4, 2, 0]], a column and a row make a mesh",
  a.get([[0], [1], [3]], [4, 2, 0]),
);
