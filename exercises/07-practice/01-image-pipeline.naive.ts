/** Pixel by pixel, in plain lists. */
import * as np from "@deep-dive/ndarray";

export function thumbnail(given: np.NDArray): np.NDArray {
  const image = given.tolist() as number[][][];
  const gray = image.map((row) => row.map(([r, g, b]) => 0.299 * r! + 0.587 * g! + 0.114 * b!));
  const blurred = gray
    .slice(2)
    .map((row, i) =>
      row
        .slice(2)
        .map(
          (_, j) =>
            [0, 1, 2]
              .flatMap((di) => gray[i + di]!.slice(j, j + 3))
              .reduce((sum, v) => sum + v, 0) / 9,
        ),
    );
  return np.asarray(
    blurred.filter((_, i) => i % 2 === 0).map((row) => row.filter((_, j) => j % 2 === 0)),
  );
}
