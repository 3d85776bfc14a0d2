// caught by: touches
// Masks what it writes, but computes every point in every step.
import * as np from "@deep-dive/ndarray";

export function mandelbrot(re: np.NDArray, im: np.NDArray, steps: number): np.NDArray {
  const counts = np.zeros(re.shape, { dtype: "int32" });
  let [zr, zi] = [np.zeros(re.shape) as np.NDArray, np.zeros(re.shape) as np.NDArray];
  let alive = np.ones(re.shape, { dtype: "bool" }) as np.NDArray;
  for (let step = 0; step < steps; step++) {
    const next = np.add(np.subtract(np.multiply(zr, zr), np.multiply(zi, zi)), re);
    zi = np.add(np.multiply(np.multiply(zr, zi), 2), im);
    zr = next;
    const isIn = np.less_equal(np.add(np.multiply(zr, zr), np.multiply(zi, zi)), 4);
    alive = np.logical_and(alive, isIn);
    np.add(counts, alive, { out: counts });
  }
  return counts;
}
