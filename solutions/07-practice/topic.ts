/**
 * Topic 7: whole programs made of what topics 1 to 6 taught. Order, points, hints, explanations and limits.
 *
 * Loaded by the judge alone.
 */
import { type Topic, defineTopic } from "@deep-dive/grader/topic";
import type { PlainView } from "@deep-dive/ndarray/testing";
import * as np from "@deep-dive/ndarray";

/** Names in one line: a list of them would take one each. */
const words = ([text = ""]: TemplateStringsArray): string[] => text.split(" ");

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
        'A channel is a view: image.get("...", 0). A float beside it makes float64. The 3 × 3 windows are a view as well; their mean is one reduction over two axes.',
        'gray: multiply, multiply, add with out, multiply with out, add with out. blur: np.mean(sliding_window_view(picture, [3, 3]), { axis: [?, ?] }). thumbnail: .get("::2", "::2").',
      ],
      explanation:
        'Pillow\'s convert("L") uses the same weights in fixed point. In NumPy the windows come from numpy/lib/_stride_tricks_impl.py; the mean over them reads each pixel nine times, which is the price for having no temporary. The separable form (three and three) reads it twice and makes one more array.',
      rules: { loops: false, forbid: [".tolist", ".item", ".data"] },
      limits: [
        {
          kind: "bytes",
          points: 5,
          label: "at most five grey images of storage",
          call: "thumbnail",
          input: (draw) => [
            np.asarray(draw.integers(40 * 50 * 3, 0, 256), { dtype: "uint8" }).reshape([40, 50, 3]),
          ],
          limit: 5 * 40 * 50 * 8, // 3 are enough; a temporary for every operation makes 10
          naive: "thumbnail",
        },
      ],
    },
    {
      id: "7.02",
      name: "im2col-conv",
      kind: "implement",
      points: 10,
      hints: [
        "For one place (b, i, j) and one filter the sum is a dot product of two lists. How long are they, and what are they lists of?",
        "sliding_window_view gives (batch, channels, rows, columns, k, k). Move the axes that are summed (channels, k, k) in front of the places, then reshape to (batch, channels·k·k, rows·columns).",
        "patches = np.transpose(windows, [0, 1, 4, 5, ?, ?]).reshape([batch, channels * k * k, rows * columns]); np.matmul(filters.reshape([count, channels * k * k]), patches); and reshape",
      ],
      explanation:
        "Caffe (2013) did this on GPUs, since a matrix product was what GPUs had. The price is a copy k² times as large as the image; implicit im2col in cuDNN makes the patches tile by tile inside the product. In NumPy, the reshape of a window view is the moment of the copy: as_strided and transpose are free, reshape cannot be.",
      rules: { loops: false, forbid: words`np.convolve np.correlate .tolist .item .data` },
      limits: [
        {
          kind: "peak-bytes",
          points: 4,
          label: "patches and result, and no more",
          call: "convolve",
          input: (draw) => [
            np.asarray(draw.floats(2 * 3 * 20 * 20)).reshape([2, 3, 20, 20]),
            np.asarray(draw.floats(8 * 3 * 3 * 3)).reshape([8, 3, 3, 3]),
          ],
          // Patches 2·18·18 rows of 27, result 2·8·18·18, and the filters once more: 184,000 bytes. Multiply and sum: 1,161,000.
          limit: 400_000,
          naive: "convolve",
        },
        {
          kind: "speed-up",
          points: 4,
          call: "convolve",
          input: (draw) => [
            np.asarray(draw.floats(8 * 34 * 34)).reshape([1, 8, 34, 34]),
            np.asarray(draw.floats(64 * 8 * 3 * 3)).reshape([64, 8, 3, 3]),
          ],
          naive: "convolve",
          limit: 2.2, // einsum, and windows as rows, 4
          reference: 11,
        },
      ],
    },
    {
      id: "7.03",
      name: "k-means",
      kind: "implement",
      points: 10,
      after: ["5.12"],
      hints: [
        "Write the shapes: points (n, d), centres (k, d), distances (?, ?), labels (?). Along which axis is the nearest?",
        "argmin along the axis of centres. For the means: a (k, n) table that says whose point is whose, times the (n, d) points, gives the sums; its rows' sums are the counts.",
        'isMember = np.equal(np.arange(k).get(":", null), labels).astype("float64"); sums = np.matmul(isMember, points); np.where(counts == 0, centres, sums / maximum(counts, 1))',
      ],
      explanation:
        "Each half of a step can only lower the inertia: assigning picks the nearest centre, and the mean is the point with the smallest sum of squares. So it stops, though perhaps at a poor place; k-means++ chooses better starts. scikit-learn works in chunks of 256 points, for the same reason as the byte limit here (sklearn/cluster/_k_means_lloyd.pyx).",
      rules: { forbid: [".tolist", ".item", ".data"] },
      limits: [
        {
          kind: "peak-bytes",
          points: 5,
          label: "no array of all points, centres and coordinates",
          call: "assign",
          input: (draw) => [
            np.asarray(draw.floats(200 * 16)).reshape([200, 16]),
            np.asarray(draw.floats(10 * 16)).reshape([10, 16]),
          ],
          limit: 4 * 200 * 10 * 8,
          naive: "assign",
        },
      ],
    },
    {
      id: "7.04",
      name: "least-squares",
      kind: "implement",
      points: 10,
      hints: [
        "Solve by hand: 2x + 3y + z = 9, 4y + z = 6, 5z = 10. Where did you begin?",
        "{ Q, R } = np.linalg.qr(a); c = Qᵀb; then from the last line up: x[i] = (c[i] - R[i, i+1:] · x[i+1:]) / R[i, i]. A tiny number on the diagonal means dependent columns.",
        'x = np.matmul(Q.T, b); for i = n - 1 … 0: x[i] = (x[i] - Σ R[i, i+1:] * x[i+1:]) / R[i, i]. Powers: np.pow(t.get(":", null), np.arange(degree + 1))',
      ],
      explanation:
        "np.linalg.lstsq calls LAPACK's gelsd, which goes through the singular values and so also answers when columns are dependent (the shortest x of all best ones). The condition of AᵀA is the square of A's: with a condition of 1e6 the normal equations have 4 digits left of 16, and QR 10. (Golub and Van Loan, chapter 5.)",
      rules: {
        forbid: words`np.linalg.solve np.linalg.lstsq np.linalg.inv np.linalg.pinv np.linalg.svd np.polyfit np.vander`,
      },
      limits: [
        {
          kind: "error",
          points: 5,
          label: "columns that are nearly alike",
          call: "leastSquares",
          input: (draw) => {
            const base = draw.floats(40);
            // Two columns that differ in the sixth digit, and a right side made from the coefficients 1, 2, 3.
            const rows = Array.from(base, (v) => [1, v, v + 1e-6 * (draw.random() - 0.5)]);
            return [np.asarray(rows), np.asarray(rows.map(([p, q, r]) => p! + 2 * q! + 3 * r!))];
          },
          limit: 1e-6, // QR about 1e-9, the normal equations about 1e-2
          unit: "absolute",
          error: (result) =>
            Math.max(
              ...((result as np.NDArray).tolist() as number[]).map((x, i) => Math.abs(x - (i + 1))),
            ),
        },
      ],
    },
    {
      id: "7.05",
      name: "rolling-stats",
      kind: "implement",
      points: 10,
      after: ["6.12"],
      hints: [
        "The window holds 3, 8, 5, and 6 comes. Which of these numbers can still become the maximum of a later window?",
        "Keep a falling row of places. A new number removes smaller and equal ones from the end; the first is removed when the window has passed it; the first is the maximum.",
        "while (end > first && x[places[end - 1]] <= v) end--; places[end++] = i; if (places[first] <= i - w) first++; out[i - w + 1] = x[places[first]]",
      ],
      explanation:
        "pandas does both this way: roll_var with an update like this one, and roll_max_min with a deque (pandas/_libs/window/aggregations.pyx). SciPy's maximum_filter1d uses van Herk's blocks. With a window view, np.max(sliding_window_view(x, w), axis=-1) is one line and n · w steps: fine for w = 5, and not for w = 500.",
      limits: [
        {
          kind: "touches",
          points: 3,
          call: "rollingMax",
          input: (draw) => [draw.floats(draw.n), 60],
          limit: 20 * 1000, // candidates 2 to 10; every window anew 57
          naive: "rollingMax",
        },
        {
          kind: "growth",
          points: 2,
          call: "rollingVariance",
          input: (draw) => [draw.floats(draw.n), draw.n / 4],
          limit: 1.4,
          of: "touches",
          sizes: [80, 120, 180, 272, 400],
          most: 24 * 400,
          naive: "rollingVariance",
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
        'Nicolas Rougier\'s "From Python to NumPy" calls this temporal vectorization. The boolean index is a copy (numpy/_core/src/multiarray/mapping.c, array_boolean_subscript), so shrinking costs as much as a few steps; it pays because the sum over all steps of the points in play is far smaller than points times steps.',
      rules: { forbid: [".tolist", ".item", ".data"] },
      limits: [
        {
          kind: "touches",
          points: 5,
          label: "work shrinks as points escape",
          call: "mandelbrot",
          input: () => grid(48, 100),
          limit: 4_000_000, // shrinking 1.9 million, indices 1.8, now and then 2.2; the full grid 9.0
          naive: "mandelbrot",
        },
      ],
    },
    {
      id: "7.07",
      name: "boids-step",
      kind: "implement",
      points: 10,
      after: ["5.12"],
      hints: [
        "Write the sum over j of w_ij (p_j - p_i) as two sums. Which of them is a matrix product, and what is the other?",
        "d2: squared distances (n, n). sees = d2 < radius² as 1 and 0. weights = (d2 - 1) · sees. pull = weights @ p - rowsum(weights) · p, and the same with sees and v.",
        "pulled(w, x) = np.matmul(w, x) - np.sum(w, { axis: 1, keepdims: true }) * x; pull = pulled(weights, position) + pulled(sees, velocity). Everything in np.scope, with { out } where an array is free.",
      ],
      explanation:
        'w x - diag(w 1) x is the graph Laplacian of the flock, with a minus sign: the same matrix as in diffusion and in spectral clustering. Real flocks use cells, so that a bird meets only its neighbourhood: n log n instead of n². Rougier\'s "From Python to NumPy" has the three-axes version, and its memory.',
      rules: { forbid: [".tolist", ".item", ".data"] },
      limits: [
        {
          kind: "peak-bytes",
          points: 5,
          label: "at most five (n, n) arrays alive at once",
          call: "step",
          input: (draw) => [
            {
              position: np.asarray(draw.floats(120)).reshape([60, 2]),
              velocity: np.asarray(draw.floats(120)).reshape([60, 2]),
            },
            0.8,
            0.25,
          ],
          limit: 5 * 60 * 60 * 8,
          naive: "step",
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
      rules: { forbid: words`np.save np.savez np.savez_compressed np.load np.lib` },
    },
    {
      id: "7.09",
      name: "kill-the-mutants",
      kind: "test-writing",
      points: 20,
      harness: true,
      fastCheck: true,
      hints: [
        "Which inputs would you choose if you wanted to find a mistake in your own slice? Not 1:4. The ends, the outside, the empty, the backwards.",
        "Write the definition once, as simply and slowly as you like (filter all places; pad with ones; multiply), and compare it with what you are given over ALL small inputs: n up to 4, bounds a little beyond both ends, steps from -3 to 3.",
        "for n … for start of [null, -n-2 … n+2] … for stop … for step …: if (JSON.stringify(slice(n, start, stop, step)) !== JSON.stringify(simple(n, start, stop, step))) throw new Error(`slice(…) is …`)",
      ],
      explanation:
        "Small cases in full find most mistakes (Jackson's \"small scope hypothesis\"), and random ones find those that need size. The mutants here are real ones: bounds of negative steps are Python's own trap, max instead of stretch passes every test without a 0, and NumPy refuses reshape(0, (0, -1)) for the reason you found. This course is tested in the same way: each exercise ships wrong answers that its tests must catch.",
    },
    {
      id: "7.10",
      name: "own-ndarray",
      kind: "implement",
      points: 30,
      capstone: true,
      after: ["5.16", "6.10"],
      hints: [
        "Six of the ten functions are in your exercises already: pass the call on. Which single loop do toList, add, multiply and sum have in common?",
        "A walk over a shape with several operands: an odometer over all axes but the last, where each operand's place moves by its stride; and a plain loop along the last axis. Stretched axes have stride 0; so have, for sum, the summed axes of the result.",
        "walk(shape, operands, inner): at[o] += strides[o][k] when digit k moves, -= strides[o][k] * (shape[k] - 1) when it is full. matmul: sum(multiply(a[..., None], b[None]), [1]).",
      ],
      explanation:
        "Your walk is NumPy's iterator in small: operands with strides, a stretched axis as stride 0, a reduction as an output that stands still, and an inner loop along one axis (numpy/_core/src/multiarray/nditer_api.c). What NumPy has on top is mostly dtypes, and years of fast inner loops. Show the report to somebody: npm run example -- 07-practice/own-ndarray-report.",
      limits: [
        {
          kind: "allocations",
          points: 2,
          label: "transpose moves nothing",
          call: "transpose",
          input: (draw) => [table(draw.floats(600), 20, 30)],
          limit: 0,
          expected: (view) => ({ ...(view as PlainView), shape: [30, 20], strides: [1, 30] }),
        },
        {
          kind: "allocations",
          points: 2,
          label: "a slice moves nothing",
          call: "index",
          input: (draw) => [
            table(draw.floats(600), 20, 30),
            [
              [1, 9, 2],
              [null, null, -1],
            ],
          ],
          limit: 0,
          expected: (view) => ({
            ...(view as PlainView),
            shape: [4, 30],
            strides: [60, -1],
            offset: 59,
          }),
        },
        {
          kind: "allocations",
          points: 2,
          label: "a sum of two makes one array",
          call: "add",
          input: (draw) => [
            table(draw.floats(600), 20, 30),
            { data: draw.floats(30), shape: [30], strides: [1], offset: 0 },
          ],
          naive: "add",
          limit: 1,
        },
        // Odometer and inner loop against a division an axis and element.
        {
          kind: "speed-up",
          points: 2,
          call: "add",
          input: (draw) => [
            table(draw.floats(20_000), 100, 200),
            { data: draw.floats(200), shape: [200], strides: [1], offset: 0 },
          ],
          naive: "add",
          limit: 3.3, // a place for every element 1.8
          reference: 10,
        },
      ],
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

function table(data: Float64Array, rows: number, columns: number): PlainView {
  return { data, shape: [rows, columns], strides: [columns, 1], offset: 0 };
}
