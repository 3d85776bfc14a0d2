/**
 * Draws arrays with the address of every element: row by row, column by column, transposed, cut out, stretched.
 *
 *     npm run example -- 03-memory/memory-pictures
 *
 * The pictures of this topic's README are this script's output; addresses come from real strides and offsets. Change
 * the dtype to "int16" and predict the new addresses before you run it.
 */
import * as np from "@deep-dive/ndarray";

const tuple = (numbers: readonly number[]): string =>
  `(${numbers.join(", ")}${numbers.length === 1 ? "," : ""})`;

/** Each element with the byte, counted from its owner's first, at which it begins. */
function draw(title: string, a: np.NDArray): void {
  const flags =
    [a.flags.c_contiguous && "C", a.flags.f_contiguous && "F"].filter(Boolean).join(" and ") ||
    "neither C nor F";
  console.log(
    `${title}: strides ${tuple(a.strides)}, offset ${a.offset}, ${flags}, ${a.base === null ? "owner" : "view"}`,
  );
  for (let i = 0; i < a.shape[0]!; i++) {
    const cells = Array.from({ length: a.shape[1]! }, (_, j) => {
      const byte = a.offset + i * a.strides[0]! + j * a.strides[1]!;
      return `${String(a.item(i, j)).padStart(3)} @${String(byte).padEnd(3)}`;
    });
    console.log(`  | ${cells.join("| ")}|`);
  }
  console.log();
}

const c = np.asarray(
  [
    [0, 1, 2],
    [10, 11, 12],
  ],
  { dtype: "float64" },
);
draw("c, rows first", c);
draw("f, the same values with columns first", np.asfortranarray(c));
draw("c.T, the same bytes read the other way", c.T);
draw("c[:, ::2], with gaps", c.get(":", "::2"));
draw("c[::-1], upside down", c.get("::-1"));
draw("c[:, :1] stretched over three columns", np.broadcast_to(c.get(":", ":1"), [2, 3]));
