/** One point after the other, by the definition. */
import * as np from "@deep-dive/ndarray";

export function mandelbrot(re: np.NDArray, im: np.NDArray, steps: number): np.NDArray {
  const [xs, ys] = [re.ravel().tolist() as number[], im.ravel().tolist() as number[]];
  const all = xs.map((cr, i) => {
    let [zr, zi, step] = [cr, ys[i]!, 0];
    while (step < steps && zr * zr + zi * zi <= 4) {
      [zr, zi] = [zr * zr - zi * zi + cr, 2 * zr * zi + ys[i]!];
      step += 1;
    }
    return step;
  });
  return np.asarray(all, { dtype: "int32" }).reshape(re.shape);
}
