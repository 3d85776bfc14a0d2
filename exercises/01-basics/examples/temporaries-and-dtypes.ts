/**
 * One photo, one formula, several dtypes: what happens to the bytes on the way.
 *
 *     npm run example -- 01-basics/temporaries-and-dtypes
 *
 * Every operation makes a new array, and its dtype follows from those of its operands. Change 0.5 to 2, or write
 * np.float64(0.5), which is no longer a plain number: the whole table changes.
 */
import * as np from "@deep-dive/ndarray";

const SHAPE = [480, 640, 3];

const steps: [text: string, run: (photo: np.NDArray) => np.NDArray][] = [
  ["photo", (photo) => photo],
  ["photo + 1", (photo) => np.add(photo, 1)],
  ["photo * 0.5", (photo) => np.multiply(photo, 0.5)],
  ["photo.astype(float32) * 0.5", (photo) => np.multiply(photo.astype("float32"), 0.5)],
  ["photo > 128", (photo) => np.greater(photo, 128)],
  ["photo.mean(axis 2)", (photo) => np.mean(photo, { axis: 2 })],
  ["photo.sum(axis 2)", (photo) => np.sum(photo, { axis: 2 })],
];

const photo = np.full(SHAPE, 200, { dtype: "uint8" });
console.log(
  "expression                     dtype      bytes of the result   bytes made on the way",
);
for (const [text, run] of steps) {
  const { result, bytes } = np.testing.count(() => run(photo));
  const bar = "▪".repeat(Math.max(1, Math.round(result.nbytes / photo.nbytes)));
  console.log(
    `  ${text.padEnd(28)} ${result.dtype.name.padEnd(9)} ${String(result.nbytes).padStart(10)} ${bar.padEnd(10)} ${String(bytes).padStart(12)}`,
  );
}
