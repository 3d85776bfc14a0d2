/**
 * Draws the memory of a small table, byte by byte, in several dtypes.
 *
 *     npm run example -- 01-basics/bytes-of-a-table
 *
 * The pictures of this topic's README are this script's output. The bytes are read from the real array, so they
 * cannot be wrong. Put in other numbers: -1, 0.1, 300. Which dtypes can hold them, and what do the bytes look like?
 */
import * as np from "@deep-dive/ndarray";

const TABLE = [
  [1, 2, 3],
  [4, 5, 6],
];

/** One line for each row: its elements, and under them their bytes, the lowest address first. */
function draw(dtype: np.DTypeName): void {
  const a = np.asarray(TABLE, { dtype });
  const bytes = a.tobytes();
  console.log(
    `${dtype}: shape (${a.shape.join(", ")}), ${a.itemsize} bytes an element, ${a.nbytes} in all`,
  );
  let at = 0;
  for (const row of TABLE) {
    const cells = row.map((_, j) =>
      Array.from(bytes.subarray(at + j * a.itemsize, at + (j + 1) * a.itemsize), hex).join(" "),
    );
    const width = Math.max(...cells.map((cell) => cell.length), 3);
    console.log(
      `  byte ${String(at).padStart(2)}  | ${cells.map((cell) => cell.padEnd(width)).join(" | ")} |`,
    );
    console.log(`           ${row.map((x) => `  ${String(x).padEnd(width)}`).join(" ")}`.trimEnd());
    at += row.length * a.itemsize;
  }
  console.log();
}

const hex = (byte: number): string => byte.toString(16).padStart(2, "0");

for (const dtype of ["uint8", "int16", "float32"] as const) draw(dtype);
