/**
 * Which reshapes are views? One array seen in many layouts, into many shapes.
 *
 *     npm run example -- 02-indexing/reshape-or-copy
 *
 * "view" costs nothing; a number is the bytes that had to be copied. Find a slice of which no reshape but its own
 * shape is a view.
 */
import * as np from "@deep-dive/ndarray";

const a = np.reshape(np.arange(24, null, { dtype: "float64" }), [4, 6]);
const layouts: [name: string, view: np.NDArray][] = [
  ["a", a],
  ["a.T", a.T],
  ["a[::2]", a.get("::2")],
  ["a[:, ::2]", a.get(":", "::2")],
  ["a[:, 1:5]", a.get(":", "1:5")],
  ["a[::-1]", a.get("::-1")],
  ["a[::-1, ::-1]", a.get("::-1", "::-1")],
];
const shapes: [name: string, of: (size: number) => number[]][] = [
  ["(-1,)", (n) => [n]],
  ["(2, -1)", (n) => [2, n / 2]],
  ["(-1, 2)", (n) => [n / 2, 2]],
  ["(2, 1, 2, -1)", (n) => [2, 1, 2, n / 4]],
];

console.log(
  `${"".padEnd(14)} ${"strides".padEnd(10)} ${shapes.map(([name]) => name.padStart(14)).join("")}`,
);
for (const [name, view] of layouts) {
  const cells = shapes.map(([, of]) => {
    const result = np.reshape(view, of(view.size));
    return (np.shares_memory(result, a) ? "view" : `${result.nbytes} bytes`).padStart(14);
  });
  console.log(`${name.padEnd(14)} ${`(${view.strides.join(", ")})`.padEnd(10)} ${cells.join("")}`);
}
