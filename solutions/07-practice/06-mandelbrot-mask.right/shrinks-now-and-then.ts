// Carries a few escaped points along, and shrinks the arrays when an eighth of them is dead weight.
import * as np from "@deep-dive/ndarray";

export function mandelbrot(re: np.NDArray, im: np.NDArray, steps: number): np.NDArray {
  const counts = np.full([re.size], steps, { dtype: "int32" });
  let [cr, ci] = [re.ravel(), im.ravel()];
  let [zr, zi] = [cr, ci];
  let place = np.arange(re.size);
  let alive: np.NDArray = np.ones([re.size], { dtype: "bool" });
  for (let step = 0; step < steps && place.size > 0; step++) {
    const isIn = np.less_equal(np.add(np.multiply(zr, zr), np.multiply(zi, zi)), 4);
    const left = np.logical_and(alive, np.logical_not(isIn));
    counts.set([place.get(left)], step);
    alive = np.logical_and(alive, isIn);
    if (np.count_nonzero(alive) < 0.875 * alive.size) {
      [cr, ci, zr, zi, place] = [
        cr.get(alive),
        ci.get(alive),
        zr.get(alive),
        zi.get(alive),
        place.get(alive),
      ];
      alive = alive.get(alive);
    }
    const next = np.add(np.subtract(np.multiply(zr, zr), np.multiply(zi, zi)), cr);
    zi = np.add(np.multiply(np.multiply(zr, zi), 2), ci);
    zr = next;
  }
  return counts.reshape(re.shape);
}
