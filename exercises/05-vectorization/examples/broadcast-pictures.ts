/**
 * Draws what broadcasting does: which element of the small array stands in each cell of the large one.
 *
 *     npm run example -- 05-vectorization/broadcast-pictures
 *
 * The pictures of this topic's README are this script's output. Nothing is drawn by hand: every number comes from
 * the strides of a real view. Try other shapes, a slice, a transpose.
 */
import * as np from "@deep-dive/ndarray";

/** Each cell of the view with the byte it is read from. */
function draw(name: string, a: np.NDArray, shape: readonly [number, number]): void {
  const view = np.broadcast_to(a, shape);
  const tuple = (lengths: readonly number[]): string =>
    `(${lengths.join(", ")}${lengths.length === 1 ? "," : ""})`;
  console.log(
    `${name}: shape ${tuple(a.shape)} as ${tuple(shape)}, strides ${tuple(view.strides)}, ${a.nbytes} bytes in all`,
  );
  for (let i = 0; i < shape[0]; i++) {
    const cells = Array.from({ length: shape[1] }, (_, j) => {
      const byte = i * view.strides[0]! + j * view.strides[1]!;
      return `${String(view.item(i, j)).padStart(3)} @${String(byte).padEnd(2)}`;
    });
    console.log(`  | ${cells.join(" | ")} |`);
  }
  console.log();
}

const column = np.asarray([[10], [20], [30]]);
const row = np.asarray([1, 2, 3, 4]);

draw("column", column, [3, 4]);
draw("row", row, [3, 4]);
draw("column + row", np.add(column, row), [3, 4]);
draw("every second element of the row", row.get("::2"), [3, 2]);
