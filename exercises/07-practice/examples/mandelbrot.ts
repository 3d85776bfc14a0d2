/**
 * The Mandelbrot set in characters, and how many points are still in play after each step.
 *
 *     npm run example -- 07-practice/mandelbrot
 *
 * Try: another window (`left`, `top`, `width`), more steps; count the work of a version without the mask.
 */
import * as np from "@deep-dive/ndarray";

const [columns, rows, steps] = [72, 28, 60];
const [left, top, width] = [-2.2, 1.2, 3.2];

// A character is about twice as tall as it is wide.
const re = np.add(np.multiply(np.arange(columns), width / columns), left);
const im = np.subtract(top, np.multiply(np.arange(rows), (2 * width) / columns));
const cr0 = np.add(np.zeros([rows, 1]), re).ravel();
const ci0 = np.add(im.reshape([rows, 1]), np.zeros([columns])).ravel();

const counts = np.full([rows * columns], steps, { dtype: "int32" });
let [cr, ci, zr, zi, place] = [cr0, ci0, cr0, ci0, np.arange(rows * columns) as np.NDArray];
const inPlay: number[] = [];
for (let step = 0; step < steps && place.size > 0; step++) {
  inPlay.push(place.size);
  const isIn = np.less_equal(np.add(np.multiply(zr, zr), np.multiply(zi, zi)), 4);
  counts.set([place.get(np.logical_not(isIn))], step);
  // What has escaped leaves every array: the next step is that much shorter.
  [cr, ci, zr, zi, place] = [
    cr.get(isIn),
    ci.get(isIn),
    zr.get(isIn),
    zi.get(isIn),
    place.get(isIn),
  ];
  [zr, zi] = [
    np.add(np.subtract(np.multiply(zr, zr), np.multiply(zi, zi)), cr),
    np.add(np.multiply(np.multiply(zr, zi), 2), ci),
  ];
}

const shades = " .:-=+*%@";
for (const row of counts.reshape([rows, columns])) {
  console.log(
    (row.tolist() as number[])
      .map((c) => (c === steps ? "#" : shades[Math.min(c, shades.length - 1)]))
      .join(""),
  );
}

console.log("\npoints in play after");
for (const step of [0, 1, 2, 4, 8, 16, 32, steps - 1]) {
  const left = inPlay[step] ?? 0;
  console.log(
    `${String(step).padStart(3)} steps ${"#".repeat(Math.round((left / inPlay[0]!) * 50))} ${left}`,
  );
}
const work = inPlay.reduce((sum, n) => sum + n, 0);
console.log(
  `\nwith the mask: ${work} point-steps; without: ${rows * columns * steps}, ${((rows * columns * steps) / work).toFixed(1)} times as many`,
);
