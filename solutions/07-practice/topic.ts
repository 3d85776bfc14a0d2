/**
 * Topic 7: whole programs made of what topics 1 to 6 taught. Order, points, hints, explanations and limits.
 *
 * Loaded by the judge alone.
 */
import { type Topic, defineTopic } from "@deep-dive/grader/topic";
import * as np from "@deep-dive/ndarray";

const topic: Topic = defineTopic({
  id: "07-practice",
  title: "Practice and capstone",
  exercises: [
    {
      id: "7.01",
      name: "image-pipeline",
      kind: "implement",
      points: 10,
      hints: [
        "Try each step on a 3 × 3 image by hand. Which of the three steps make new numbers, and which only chooses among them?",
        "A channel is a view: image.get(\"...\", 0). A float beside it makes float64. The 3 × 3 windows are a view as well; their mean is one reduction over two axes.",
        "gray: multiply, multiply, add with out, multiply with out, add with out. blur: np.mean(sliding_window_view(picture, [3, 3]), { axis: [?, ?] }). thumbnail: .get(\"::2\", \"::2\").",
      ],
      explanation:
        "Pillow's convert(\"L\") uses the same weights in fixed point. In NumPy the windows come from numpy/lib/_stride_tricks_impl.py; the mean over them reads each pixel nine times, which is the price for having no temporary. The separable form (three and three) reads it twice and makes one more array.",
      rules: { loops: false, forbid: [".tolist", ".item", ".data"] },
      limits: [
        {
          kind: "bytes",
          points: 5,
          label: "at most three grey images of storage",
          call: "thumbnail",
          input: (draw) => [np.asarray(draw.integers(40 * 50 * 3, 0, 256), { dtype: "uint8" }).reshape([40, 50, 3])],
          limit: 3 * 40 * 50 * 8,
          expected: (image) => thumbnail((image as np.NDArray).tolist() as number[][][]),
        },
      ],
    },
    {
      id: "7.06",
      name: "mandelbrot-mask",
      kind: "implement",
      points: 10,
      hints: [
        "After ten steps most of the grid has escaped. Which arrays still need those points?",
        "A mask of the points in play cuts all five arrays (cr, ci, zr, zi, place) to the same points. place[not in play] says where in the result the count belongs.",
        "isIn = zr² + zi² <= 4; counts.set([place.get(np.logical_not(isIn))], step); then [cr, ci, zr, zi, place] = each .get(isIn)",
      ],
      explanation:
        "Nicolas Rougier's \"From Python to NumPy\" calls this temporal vectorization. The boolean index is a copy (numpy/_core/src/multiarray/mapping.c, array_boolean_subscript), so shrinking costs as much as a few steps; it pays because the sum over all steps of the points in play is far smaller than points times steps.",
      rules: { forbid: [".tolist", ".item", ".data"] },
      limits: [
        {
          kind: "touches",
          points: 5,
          label: "work shrinks as points escape",
          call: "mandelbrot",
          input: () => grid(48, 100),
          limit: 4_000_000, // shrinking 1.9 million, indices 1.8, now and then 2.2; the full grid 9.0
          expected: (re, im, steps) => counts(re as np.NDArray, im as np.NDArray, steps as number),
        },
      ],
    },
    {
      id: "7.08",
      name: "npy-codec",
      kind: "implement",
      points: 15,
      hints: [
        "Print the bytes of a small file as text. Everything you need stands there in clear; only the length of the header is in binary.",
        "Read in this order, and check before each step that the bytes exist: magic, version, length, header, elements. Compare size * itemsize with what is left of the file before you make an array.",
        "data = bytes.slice(start, start + size * itemsize); for '>' reverse every itemsize bytes; new Float64Array(data.buffer) → np.asarray → reshape (for Fortran order the turned shape, and then .T)",
      ],
      explanation:
        "numpy/lib/_format_impl.py is short and worth reading: the header is parsed with ast.literal_eval, limited in length since 1.22, because a long one could crash the parser. Padding to 64 bytes lets np.load map the file into memory with aligned elements.",
      rules: { forbid: ["np.save", "np.savez", "np.savez_compressed", "np.load", "np.lib"] },
    },
  ],
});

export default topic;

/** Points from -2.25 to 0.75 and from -1.5 to 1.5, n × n of them. */
function grid(n: number, steps: number): readonly unknown[] {
  const step = np.divide(np.arange(n), n / 3);
  const re = np.add(np.broadcast_to(np.subtract(step, 2.25), [n, n]), 0);
  const im = np.add(np.broadcast_to(np.subtract(step, 1.5).reshape([n, 1]), [n, n]), 0);
  return [re, im, steps];
}

function counts(re: np.NDArray, im: np.NDArray, steps: number): np.NDArray {
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

function thumbnail(image: number[][][]): np.NDArray {
  const gray = image.map((row) => row.map(([r, g, b]) => 0.299 * r! + 0.587 * g! + 0.114 * b!));
  const blurred = gray.slice(2).map((row, i) =>
    row.slice(2).map((_, j) => [0, 1, 2].flatMap((di) => gray[i + di]!.slice(j, j + 3)).reduce((sum, v) => sum + v, 0) / 9),
  );
  return np.asarray(blurred.filter((_, i) => i % 2 === 0).map((row) => row.filter((_, j) => j % 2 === 0)));
}
