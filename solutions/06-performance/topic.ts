/**
 * Topic 6: measuring first, then memory order, temporaries, fusion, budgets. Order, points, hints and limits.
 *
 * Loaded by the judge alone. Cache limits were counted with the naive loop and the reference answer; both figures stand
 * beside the limit.
 */
import { type Topic, defineTopic } from "@deep-dive/grader/topic";
import * as np from "@deep-dive/ndarray";

const topic: Topic = defineTopic({
  id: "06-performance",
  title: "Performance experiments",
  exercises: [
    {
      id: "6.02",
      name: "row-vs-column",
      kind: "experiment",
      points: 6,
      hints: [
        "Put your finger on a[0], then on the number the naive loop reads next. How many bytes did it jump?",
        "Rows must be the outer loop, so that the inner one walks along memory. But then no column is finished before the last row: keep all the sums going.",
        "sums = new Float64Array(cols); for each row i: for each column j: sums[j] += a[?]",
      ],
      explanation:
        "NumPy sorts the axes by stride before it loops (npyiter_find_best_axis_ordering in numpy/_core/src/multiarray/nditer_constr.c), so a.sum(axis=0) of a C-ordered matrix adds row after row into a vector of sums, exactly as you do. The matrix of the limit has 64 columns, 512 bytes a row: a power of two, so that a whole column competes for an eighth of the cache. Powers of two are where naive loops suffer most.",
      limits: [
        // 128 × 64: reference 1032 lines (1024 of the matrix, 8 of the sums); down the columns 8200.
        { kind: "cache-lines", points: 6, call: "columnSums", input: (draw) => [draw.floats(128 * 64), 128, 64], naive: "columnSums", limit: 1127 },
      ],
    },
    {
      id: "6.03",
      name: "matmul-loop-order",
      kind: "experiment",
      points: 6,
      tracks: ["fast"],
      hints: [
        "Make a table: if i is the innermost loop, which of a[i, k], b[k, j], c[i, j] move, and by how many numbers each step? Then for j, then for k.",
        "With j innermost, b and c both walk along a row and a stands still. Nothing walks down a column.",
        "for i: for k: factor = a[i * n + k]; for j: c[…] += factor * b[…]. The sums begin at 0.",
      ],
      explanation:
        "BLAS libraries begin with this observation and go on: they cut the matrices into tiles that fit the cache (6.05) and repack them, so that even columns are read along memory. NumPy hands float matrices to such a library (numpy/_core/src/umath/matmul.c); for other dtypes it runs the plain loops you started from, which is why an integer matmul is so much slower.",
      limits: [
        // n = 24 through 1 KiB: the definition 16,128 lines, i-k-j 1,872, k-i-j 2,376, b turned over first 2,520.
        { kind: "cache-lines", points: 6, call: "matmul", input: (draw) => [draw.floats(24 * 24), draw.floats(24 * 24), 24], naive: "matmul", cache: { bytes: 1024, lineBytes: 64, ways: 8 }, limit: 4032 },
      ],
    },
    {
      id: "6.06",
      name: "no-temporaries",
      kind: "experiment",
      points: 6,
      hints: [
        "Which of the two arrays is needed again after a + b has been computed, and which is not?",
        "Every ufunc takes { out }, and out may be one of its inputs: an element is read before it is written.",
        "b ← a + b, then a ← something with a alone, then a ← a * b.",
      ],
      explanation:
        "`out` has been in every ufunc from the first NumPy on. CPython's NumPy also reuses a temporary that nobody else holds, if it is large enough (numpy/_core/src/multiarray/temp_elide.c): the expression (a + b) * c then makes one array instead of two. JavaScript cannot see who holds what, so here it is up to you.",
      limits: [
        {
          kind: "allocations",
          points: 6,
          call: "combineInPlace",
          input: (draw) => [np.asarray(draw.floats(draw.n)), np.asarray(draw.floats(draw.n))],
          limit: 0,
          expected: () => undefined,
        },
      ],
    },
  ],
});

export default topic;
