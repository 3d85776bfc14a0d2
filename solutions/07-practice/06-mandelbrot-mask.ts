/** Reference answer to 7.06: what has escaped is dropped from every array, so each step is shorter than the last. */
import * as np from "@deep-dive/ndarray";

export function mandelbrot(re: np.NDArray, im: np.NDArray, steps: number): np.NDArray {
  const counts = np.full([re.size], steps, { dtype: "int32" });
  // ravel puts both in the same order, whatever their layouts; nothing is written to them.
  let [cr, ci] = [re.ravel(), im.ravel()];
  let [zr, zi] = [cr, ci]; // the first step from z = 0 gives c
  let place = np.arange(re.size);
  for (let step = 0; step < steps && place.size > 0; step++) {
    const [rr, ii] = [np.multiply(zr, zr), np.multiply(zi, zi)];
    const isIn = np.less_equal(np.add(rr, ii), 4);
    if (!np.all(isIn)) {
      counts.set([place.get(np.logical_not(isIn))], step);
      [cr, ci, zr, zi] = [cr.get(isIn), ci.get(isIn), zr.get(isIn), zi.get(isIn)];
      place = place.get(isIn);
    }
    const next = np.add(np.subtract(np.multiply(zr, zr), np.multiply(zi, zi)), cr);
    zi = np.add(np.multiply(np.multiply(zr, zi), 2), ci);
    zr = next;
  }
  return counts.reshape(re.shape);
}
