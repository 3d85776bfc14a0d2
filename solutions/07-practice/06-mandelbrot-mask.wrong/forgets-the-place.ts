// caught by: laws > every count is that of its own point, in every layout
// Shrinks the numbers and not the places: after the first escape the counts land on the wrong points.
import * as np from "@deep-dive/ndarray";

export function mandelbrot(re: np.NDArray, im: np.NDArray, steps: number): np.NDArray {
  const counts = np.full([re.size], steps, { dtype: "int32" });
  let [cr, ci] = [re.ravel(), im.ravel()];
  let [zr, zi] = [cr, ci];
  for (let step = 0; step < steps && zr.size > 0; step++) {
    const isIn = np.less_equal(np.add(np.multiply(zr, zr), np.multiply(zi, zi)), 4);
    const left = np.nonzero(np.logical_not(isIn))[0]!;
    counts.set([left], step);
    [cr, ci, zr, zi] = [cr.get(isIn), ci.get(isIn), zr.get(isIn), zi.get(isIn)];
    const next = np.add(np.subtract(np.multiply(zr, zr), np.multiply(zi, zi)), cr);
    zi = np.add(np.multiply(np.multiply(zr, zi), 2), ci);
    zr = next;
  }
  return counts.reshape(re.shape);
}
