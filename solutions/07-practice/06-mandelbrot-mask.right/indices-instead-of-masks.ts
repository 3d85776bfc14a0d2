// Keeps the numbers of the points in play, and gathers by index.
import * as np from "@deep-dive/ndarray";

export function mandelbrot(re: np.NDArray, im: np.NDArray, steps: number): np.NDArray {
  const counts = np.zeros([re.size], { dtype: "int32" });
  let alive = np.arange(re.size);
  let [cr, ci] = [np.reshape(re, [-1]), np.reshape(im, [-1])];
  let [x, y] = [np.zeros([re.size]) as np.NDArray, np.zeros([re.size]) as np.NDArray];
  for (let step = 0; step < steps && alive.size > 0; step++) {
    const xx = np.add(np.subtract(np.square(x), np.square(y)), cr);
    y = np.add(np.multiply(2, np.multiply(x, y)), ci);
    x = xx;
    const stay = np.nonzero(np.less_equal(np.add(np.square(x), np.square(y)), 4))[0]!;
    if (stay.size < alive.size) {
      [alive, cr, ci, x, y] = [alive, cr, ci, x, y].map((a) => np.take(a, stay)) as [
        np.NDArray,
        np.NDArray,
        np.NDArray,
        np.NDArray,
        np.NDArray,
      ];
    }
    counts.set([alive], step + 1);
  }
  return np.reshape(counts, re.shape);
}
