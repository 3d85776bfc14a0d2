/**
 * A picture in characters, blurred by windows of growing size; and what the windows cost.
 *
 *     npm run example -- 07-practice/blur-by-windows
 *
 * Try: np.max or np.min instead of np.mean; a window of 1 × 9; your own picture.
 */
import * as np from "@deep-dive/ndarray";

const picture = np.asarray(
  [
    "                              ",
    "   ######        ####         ",
    "   ##   ##      ##  ##        ",
    "   ##    ##    ##    ##       ",
    "   ##    ##    ##    ##       ",
    "   ##   ##      ##  ##        ",
    "   ######        ####         ",
    "                              ",
  ].map((row) => Array.from(row, (c) => (c === "#" ? 1 : 0))),
);

const shades = " .:-=+*#%@";

for (const w of [1, 2, 3, 5]) {
  // A view with two more axes: every window of the picture, and no element copied.
  const windows = np.lib.stride_tricks.sliding_window_view(picture, [w, w]);
  const { result, bytes, reads } = np.testing.count(() => np.mean(windows, { axis: [2, 3] }));
  console.log(
    `window ${w} × ${w}: a view of shape (${windows.shape.join(", ")}), ${bytes} bytes made, ${reads} numbers read`,
  );
  for (const row of np.asarray(result)) {
    console.log(
      `  ${(row.tolist() as number[]).map((v) => shades[Math.min(9, Math.floor(v * 9.999))]).join("")}`,
    );
  }
}
console.log(
  "\nWhat to see: the view is free at any size, the sums over it are not: w² reads for each pixel.",
);
