// caught by: forbidden
// One point after the other in plain numbers: quick in JavaScript, and no exercise in masks.
import * as np from "@deep-dive/ndarray";

export function mandelbrot(re: np.NDArray, im: np.NDArray, steps: number): np.NDArray {
  const xs = re.ravel().tolist() as number[];
  const ys = im.ravel().tolist() as number[];
  const counts = xs.map((cr, i) => {
    const ci = ys[i]!;
    let [zr, zi, step] = [cr, ci, 0];
    while (step < steps && zr * zr + zi * zi <= 4) {
      [zr, zi] = [zr * zr - zi * zi + cr, 2 * zr * zi + ci];
      step += 1;
    }
    return step;
  });
  return np.asarray(counts, { dtype: "int32" }).reshape(re.shape);
}
