// caught by: laws > every count is that of its own point, in every layout
// Overwrites zr before zi has used the old one.
import * as np from "@deep-dive/ndarray";

export function mandelbrot(re: np.NDArray, im: np.NDArray, steps: number): np.NDArray {
  const counts = np.full([re.size], steps, { dtype: "int32" });
  let [cr, ci] = [re.ravel(), im.ravel()];
  let [zr, zi] = [cr, ci];
  let place = np.arange(re.size);
  for (let step = 0; step < steps && place.size > 0; step++) {
    const isIn = np.less_equal(np.add(np.multiply(zr, zr), np.multiply(zi, zi)), 4);
    counts.set([place.get(np.logical_not(isIn))], step);
    [cr, ci, zr, zi, place] = [
      cr.get(isIn),
      ci.get(isIn),
      zr.get(isIn),
      zi.get(isIn),
      place.get(isIn),
    ];
    zr = np.add(np.subtract(np.multiply(zr, zr), np.multiply(zi, zi)), cr);
    zi = np.add(np.multiply(np.multiply(zr, zi), 2), ci);
  }
  return counts.reshape(re.shape);
}
