/**
 * Topic 5: broadcasting, ufuncs, reductions. Order, points, hints, explanations and limits.
 *
 * Loaded by the judge alone.
 */
import { defineTopic } from "@deep-dive/grader/topic";
import * as np from "@deep-dive/ndarray";

export default defineTopic({
  id: "05-vectorization",
  title: "Vectorization and broadcasting",
  exercises: [
    {
      id: "5.01",
      name: "broadcast-shapes",
      kind: "implement",
      points: 10,
      tracks: ["fast"],
      hints: [
        "Write the shapes under each other so that their last lengths stand in one column. What does a shape say in a column it does not reach?",
        "Go column by column from the right. Leave out the ones: what remains must be a single length. Do not take the largest, since 1 beside 0 makes 0.",
        "for k = 1 … ndim: for each shape, length = shape.at(-k) ?? 1; skip a 1; a known length that differs is the error, axis -k.",
      ],
      explanation:
        "NumPy does this for every operation in numpy/_core/src/multiarray/nditer_constr.c (npyiter_fill_axisdata), and for np.broadcast_shapes in numpy/lib/_stride_tricks_impl.py. Aligning at the right is a choice: it makes (n, d) + (d,) add a vector to each row, which is what tables of samples need. That a 1 stretches even to 0 keeps empty arrays ordinary.",
      rules: { only: ["np.ValueError"] },
    },
    {
      id: "5.02",
      name: "broadcast-to",
      kind: "implement",
      points: 10,
      hints: [
        "No element has to move. What would the stride of an axis have to be, so that each step along it arrives at the same element?",
        "Equal lengths: keep the stride. Length 1, or no axis there: stride 0. Anything else: the error. And count the axes before you start.",
        "np.lib.stride_tricks.as_strided(a, { shape, strides: [0 or a.strides[k - missing] …], writeable: false })",
      ],
      explanation:
        "np.broadcast_to in numpy/lib/_stride_tricks_impl.py asks the iterator for such a view and marks it read-only. Stride 0 is all there is to broadcasting: the loops inside every ufunc walk their operands by strides, and never learn that one of them is standing still.",
      rules: { forbid: ["np.broadcast_to", "np.broadcast_arrays"] },
      limits: [
        { kind: "allocations", points: 3, call: "broadcastTo", input: (draw) => [np.asarray(draw.floats(draw.n)), [50, draw.n]], limit: 0, expected: (a, shape) => np.broadcast_to(a, shape as number[]) },
        { kind: "shares-memory", points: 2, call: "broadcastTo", input: () => [np.asarray([[1], [2], [3]]), [2, 3, 4]], limit: true },
      ],
    },
    {
      id: "5.12",
      name: "pairwise-distance",
      kind: "implement",
      points: 10,
      tracks: ["fast"],
      hints: [
        "The cube of shape (n, m, d) exists only to be summed along its last axis. Can you add up that sum without ever having the whole cube?",
        "One coordinate at a time: x[:, k, None] - y[:, k] has shape (n, m). Square it, add it to a running total. Both steps can write into an array that is there already.",
        "total = zeros([n, m]); scratch = empty([n, m]); for k: subtract(…, { out: scratch }), multiply(scratch, scratch, { out: … }), add(total, …, { out: total }); at last sqrt.",
      ],
      explanation:
        "SciPy's cdist (scipy/spatial/src/distance_pybind.cpp) loops over pairs in C and needs no temporary. scikit-learn's euclidean_distances uses |x|² + |y|² - 2xy, because matrix products are so fast, and its documentation warns of the lost digits. NumPy code often builds the cube, and meets the limit of memory long before that of time.",
      limits: [
        {
          kind: "peak-bytes",
          points: 5,
          label: "at most three (n, m) arrays alive at once",
          call: "pairwiseDistance",
          input: (draw) => [np.asarray(draw.floats(60 * 8)).reshape([60, 8]), np.asarray(draw.floats(50 * 8)).reshape([50, 8])],
          limit: 3 * 60 * 50 * 8,
          expected: (x, y) => distances(x as np.NDArray, y as np.NDArray),
        },
      ],
    },
  ],
});

/** The definition by loops, for what a limit compares with. */
function distances(x: np.NDArray, y: np.NDArray): np.NDArray {
  const [xs, ys] = [x.tolist() as number[][], y.tolist() as number[][]];
  return np.asarray(xs.map((p) => ys.map((q) => Math.hypot(...p.map((v, k) => v - q[k]!)))));
}
