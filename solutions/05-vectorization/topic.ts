/**
 * Topic 5: broadcasting, ufuncs, reductions. Order, points, hints, explanations and limits. Loaded by the judge alone.
 */
import { type Draw, type Limit, type Topic, defineTopic } from "@deep-dive/grader/topic";
import * as np from "@deep-dive/ndarray";

/** Names in one line: a list of them would take one each. */
const words = ([text = ""]: TemplateStringsArray): string[] => text.split(" ");

/** Random numbers of this shape. */
const floats = (draw: Draw, ...shape: number[]): np.NDArray =>
  np.asarray(draw.floats(shape.reduce((product, n) => product * n, 1))).reshape(shape);

/** Three points for at most `limit` arrays made during the call, whose right result is what `expected` gives. */
const making = (
  call: string,
  limit: number,
  input: (draw: Draw) => readonly unknown[],
  expected: (...args: never[]) => unknown,
): Limit => ({
  kind: "allocations",
  limit,
  points: 3,
  call,
  input,
  expected: (...args) => expected(...(args as never[])), // they are what `input` made
});

const topic: Topic = defineTopic({
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
      drawn: {},
      hints: [
        "No element has to move. What would the stride of an axis have to be, so that each step along it arrives at the same element?",
        "Equal lengths: keep the stride. Length 1, or no axis there: stride 0. Anything else: the error. And count the axes before you start.",
        "np.lib.stride_tricks.as_strided(a, { shape, strides: [0 or a.strides[k - missing] …], writeable: false })",
      ],
      explanation:
        "np.broadcast_to in numpy/lib/_stride_tricks_impl.py asks the iterator for such a view and marks it read-only. Stride 0 is all there is to broadcasting: the loops inside every ufunc walk their operands by strides, and never learn that one of them is standing still.",
      rules: { forbid: ["np.broadcast_to", "np.broadcast_arrays"] },
      limits: [
        making("broadcastTo", 0, (draw) => [floats(draw, 99), [50, 99]], np.broadcast_to),
        {
          kind: "shares-memory",
          points: 2,
          call: "broadcastTo",
          input: () => [np.asarray([[1], [2], [3]]), [2, 3, 4]],
          expected: (a, shape) => np.broadcast_to(a as np.NDArray, shape as number[]),
          limit: true,
        },
      ],
    },
    {
      id: "5.03",
      name: "ufunc-unary",
      kind: "implement",
      points: 10,
      hints: [
        "How would you count through all (i, j) of a (2, 3) array with one loop of six steps?",
        "Keep a list of digits, all 0. After each element add 1 to the last digit; when it reaches its length, set it to 0 and carry to the digit before. A 0-d array has no digits and one element.",
        "out = result.data; for at = 0 … a.size - 1: out[at] = f(a.item(...index)); then turn the odometer one step.",
      ],
      explanation:
        "NumPy's loops do not compute an address from an index each time, as item does: the iterator (numpy/_core/src/multiarray/nditer_api.c) keeps one pointer for each operand and adds a stride to it when a digit moves. The inner loop gets pointer, length and step for the innermost axis (numpy/_core/src/umath/loops.c.src), so its speed depends on the layout and its result does not.",
      rules: { forbid: words`np.negative np.square np.sqrt .negative .square .sqrt .tolist` },
      limits: [
        making(
          "unary",
          1,
          (draw) => ["square", floats(draw, 99, 10).T],
          (_, a: np.NDArray) => np.square(a),
        ),
      ],
    },
    {
      id: "5.04",
      name: "ufunc-binary",
      kind: "implement",
      points: 10,
      after: ["5.01", "5.02"],
      hints: [
        "You have solved the two hard parts already: which shape, and how to stretch. What is left is the loop of 5.03 with two readers.",
        "Both views have the result's shape, so one odometer serves both. Number(true) is 1. The result's typed array wraps by itself; only bool needs care.",
        "left = broadcastTo(a, shape), right = …; result = np.empty(shape, { dtype: np.promote_types(…) }); out[at] = left.item(...index) + right.item(...index)",
      ],
      explanation:
        "numpy/_core/src/umath/ufunc_object.c does these steps in this order: choose the loop by the promoted dtypes, line up the shapes, allocate the result, run. NumPy converts operands of another dtype in small buffers while it loops, so promotion makes no whole copy either. Its result keeps the operands' layout (order K) where yours is always C.",
      rules: {
        forbid: words`np.add np.broadcast_to np.broadcast_shapes np.broadcast_arrays np.sum .add .tolist`,
      },
      limits: [making("add", 1, (draw) => [floats(draw, 20, 1), floats(draw, 30)], np.add)],
    },
    {
      id: "5.05",
      name: "out-and-where",
      kind: "implement",
      points: 10,
      after: ["5.04"],
      hints: [
        "Do a[1:] = a[1:] + a[:-1] by hand on [1, 1, 1]. Which number did you read that you had already written?",
        "An operand needs a copy when it shares memory with out and is not the very same view (same first byte, same strides).",
        "left = isSameView || !np.shares_memory(view, out) ? view : view.copy(); then the loop of 5.04, with if (where.item(...index)) before the write.",
      ],
      explanation:
        "Until NumPy 1.13 such overlaps gave whatever the order of the loop made of them. Since then the iterator checks every pair (NPY_ITER_COPY_IF_OVERLAP in numpy/_core/src/multiarray/nditer_constr.c) with a solver for bounded Diophantine equations in numpy/_core/src/common/mem_overlap.c, and copies only where it must. With `where`, NumPy's out keeps its old elements, and a fresh result is left uninitialized there: a trap worth knowing.",
      rules: { forbid: words`np.add np.where np.copyto np.broadcast_to .add .tolist` },
      limits: [
        making(
          "addInto",
          0,
          (draw) => {
            const out = floats(draw, 100);
            return [
              out,
              floats(draw, 100),
              out,
              np.asarray(draw.integers(100, 0, 2), { dtype: "bool" }),
            ];
          },
          (a: np.NDArray, b: np.NDArray, _, mask: np.NDArray) => np.where(mask, np.add(a, b), a),
        ),
      ],
    },
    {
      id: "5.06",
      name: "reduce-axes",
      kind: "implement",
      points: 10,
      hints: [
        "Take a (2, 3) array and sum over axis 1. To which element of the result does a[1, 2] belong? And a[1, 0]?",
        "Make the result with keepdims: length 1 at each summed axis. The index of the cell is a's index with 0 at those axes. Drop the ones with reshape at the end.",
        "summed = new Set(normalized axes); result = np.zeros(…); for each index: cell = index.map((i, k) => summed.has(k) ? 0 : i); result[cell] += a[index]",
      ],
      explanation:
        "NumPy does exactly this trick: the reduction's output is an operand of the iterator with stride 0 at the summed axes (numpy/_core/src/umath/reduction.c), so the ordinary addition loop, out += a, sums. keepdims costs nothing, as those axes are there anyway. max has no identity, and therefore no answer for an empty axis; sum has 0 and prod has 1.",
      rules: {
        forbid: words`np.sum np.argmax np.add.reduce np.einsum np.mean np.argsort .sum .argmax .mean`,
      },
    },
    {
      id: "5.07",
      name: "stable-var",
      kind: "implement",
      points: 6,
      hints: [
        "Compute mean(x²) - mean(x)² by hand for 100000001 and 100000003, keeping 16 digits. What is left after the subtraction?",
        "Two passes: first the mean, then the mean of (x - mean)². Only small numbers are squared.",
        "mean = Σ x / n; squares = Σ (x - mean)²; return squares / (n - ddof), and nan where n <= ddof.",
      ],
      explanation:
        "np.var does two passes with a whole-array temporary for x - mean (_var in numpy/_core/_methods.py). Welford's update needs one pass and no temporary, and is what streaming code uses. Chan, Golub and LeVeque (1983) compare these and others, one of which also corrects for the rounding of the mean.",
      limits: [
        {
          kind: "error",
          points: 6,
          label: "digits kept 1e8 away from 0",
          call: "variance",
          // Multiples of 1/64 around 1e8 are exact in float64, so shifting them back is exact too.
          input: (draw) => [
            Float64Array.from(draw.integers(500, -640, 641), (k) => 1e8 + k / 64),
            1,
          ],
          limit: 1e-9,
          unit: "relative",
          error: (result, [x]) => {
            const near = (x as Float64Array).map((v) => v - 1e8);
            const exact = Number(np.var(near, { ddof: 1 }));
            return Math.abs((result as number) - exact) / exact;
          },
        },
      ],
    },
    {
      id: "5.08",
      name: "pairwise-sum",
      kind: "implement",
      points: 6,
      hints: [
        "In a tournament of 1024 players the winner plays ten matches. How many additions does each number go through if you add like that?",
        "sum(from, to): short enough → a loop; otherwise sum(from, middle) + sum(middle, to). Both halves must meet exactly at the middle.",
        "if (to - from <= 128) loop; else { middle = (from + to) >> 1; return … + … }",
      ],
      explanation:
        "pairwise sums are in numpy/_core/src/umath/loops_utils.h.src: blocks of 128 with eight accumulators, then halves. Note that NumPy does so only along the fast axis; a.sum(axis=0) of a C-ordered matrix adds row by row and rounds n times. Python's math.fsum is exact, and slower. (Higham, Accuracy and Stability of Numerical Algorithms, chapter 4.)",
      rules: { forbid: ["Math.sumPrecise"] },
      limits: [
        {
          kind: "error",
          points: 6,
          label: "1 followed by numbers too small to change it",
          call: "pairwiseSum",
          input: (draw) => [
            Float64Array.from({ length: 20_000 }, (_, i) =>
              i === 0 ? 1 : 1e-16 * (0.5 + draw.random() / 2),
            ),
          ],
          limit: 150, // pairwise: up to one block of 128 numbers is lost; the running sum loses all 20,000
          unit: "eps",
          error: (result, [x]) => {
            const [first = 0, ...small] = x as Float64Array;
            const rest = small.reduce((sum, v) => sum + v, 0); // of one size, so this is right to twelve digits
            return Math.abs((result as number) - first - rest) / 2 ** -52;
          },
        },
      ],
    },
    {
      id: "5.09",
      name: "cumsum-diff",
      kind: "implement",
      points: 8,
      hints: [
        "Write the running sum of a matrix down its columns by hand. Which whole row do you add to which whole row?",
        "Start with a copy; for i = 1, 2, …: slice i += slice i - 1, both slices of the copy. diff is a[1:] - a[:-1] along the axis.",
        'an index for axis k: [":" k times, part], since axes behind it may be left out. np.add(slice, before, { out: slice })',
      ],
      explanation:
        "np.cumsum is np.add.accumulate (numpy/_core/src/umath/ufunc_object.c, PyUFunc_Accumulate): the output, shifted by one, is its own input. np.diff is Python, in numpy/lib/_function_base_impl.py, and builds the same two slices. A prefix sum can be parallelized after all, with log n rounds (Blelloch, 1990): GPUs do that.",
      rules: { forbid: words`np.cumsum np.cumulative_sum np.diff np.ediff1d .accumulate .cumsum` },
      limits: [
        // The result alone, or that and a slice of zeros; an array a step makes 40.
        making(
          "cumsum",
          3,
          (draw) => [floats(draw, 40, 4), 0],
          (a: np.NDArray) => np.cumsum(a, { axis: 0 }),
        ),
      ],
    },
    {
      id: "5.10",
      name: "outer-meshgrid",
      kind: "implement",
      points: 8,
      after: ["5.02"],
      hints: [
        "A list has one axis, a table has two. Which list should vary down the table, and which across it?",
        "(n, 1) and (m,) broadcast to (n, m). A null in an index makes the axis of length 1.",
        'np.multiply(x.get(":", ?), y); and for the grid np.broadcast_to(column, [n, m]), np.broadcast_to(row, [n, m])',
      ],
      explanation:
        'np.outer is one line in numpy/_core/numeric.py: multiply(a.ravel()[:, newaxis], b.ravel()[newaxis, :]). np.meshgrid copies by default, for fear of writes; with copy=False or sparse=True it gives views, and np.ogrid gives the column and the row unstretched, which is all that broadcasting needs. Its default indexing is "xy", with x across, for the sake of plots.',
      rules: {
        loops: false,
        forbid: words`np.outer np.multiply.outer .outer np.meshgrid np.einsum np.kron np.tensordot np.matmul .tolist`,
      },
      limits: [making("outer", 1, (draw) => [floats(draw, 40), floats(draw, 60)], np.outer)],
    },
    {
      id: "5.11",
      name: "normalise-rows",
      kind: "fix",
      points: 6,
      hints: [
        "a is (2, 3). What is the shape of its row sums, and with which axis of a does that line up?",
        "A reduction drops its axis. keepdims leaves a 1 there, which stretches back along the row. And the last axis is -1, however many there are.",
        "np.sum(a, { axis: ?, keepdims: true })",
      ],
      explanation:
        "This is the most common broadcasting bug there is, because square test data hides it: (n, n) and (n,) always line up. np.mean, np.max, np.linalg.norm and np.std all take keepdims for this reason. Test with shapes whose lengths are all different.",
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
          input: (draw) => [floats(draw, 60, 8), floats(draw, 50, 8)],
          limit: 3 * 60 * 50 * 8,
          naive: "pairwiseDistance",
        },
      ],
    },
    {
      id: "5.13",
      name: "matmul-batched",
      kind: "implement",
      points: 12,
      after: ["5.01", "5.10"],
      hints: [
        "Write a 2 × 2 product as a sum of two tables: column 0 of a times row 0 of b, plus column 1 times row 1.",
        'Column k of all matrices is a.get("...", k, null) with shape (..., n, 1); row k of b needs the shape (..., 1, m). Their product has the result\'s shape, batches included.',
        "result = np.zeros([...batch, n, m]); for k: np.add(result, np.multiply(column k, row k), { out: result })",
      ],
      explanation:
        "matmul is a generalized ufunc: its signature (n?,k),(k,m?)->(n?,m?) says which axes belong to the core, and the iterator broadcasts all others (numpy/_core/src/umath/matmul.c.src). For each matrix of the batch it calls BLAS, if the strides allow it, so 2 × 2 matrices in large stacks are slow: there a sum of outer products over the whole stack, as here, can win.",
      rules: {
        forbid: words`np.matmul np.dot np.einsum np.tensordot np.inner np.vecdot np.matvec np.vecmat .matmul .dot`,
      },
      limits: [
        {
          kind: "peak-bytes",
          points: 4,
          label: "at most three results alive at once",
          call: "matmul",
          input: (draw) => [floats(draw, 5, 12, 16), floats(draw, 16, 10)],
          limit: 3 * 5 * 12 * 10 * 8, // two are enough; all products at once are seventeen
          expected: (a, b) => np.matmul(a as np.NDArray, b as np.NDArray),
        },
      ],
    },
    {
      id: "5.14",
      name: "einsum-mini",
      kind: "implement",
      points: 15,
      hints: [
        'For "ij,jk->ik" with 2 × 3 and 3 × 4 matrices: how many products are there in all, and into which cell does the one with i = 1, j = 2, k = 0 go?',
        "One counter for each letter. Every combination gives one product: each operand at the counters of its letters, added into the result at the counters of the output's letters.",
        "lengths: Map letter → length; at: Map letter → counter. product = Π operand.item(...letters.map(at)); result[output letters at] += product; then the odometer over the letters.",
      ],
      explanation:
        'numpy/_core/src/multiarray/einsum.c.src does just this: it gives each operand strides for all letters (0 where a letter is missing, the sum of both for "ii") and lets the iterator walk them together. With three operands the order of multiplication decides between n⁴ and 2 n³ steps; optimize=True searches for it (numpy/_core/einsumfunc.py), by turning pairs into matrix products.',
      rules: {
        forbid: words`np.einsum np.tensordot np.matmul np.dot np.inner np.outer np.trace np.diagonal np.vecdot .matmul .dot .tolist`,
      },
    },
    {
      id: "5.15",
      name: "puzzle-strip",
      kind: "implement",
      points: 15,
      after: ["5.10"],
      hints: [
        "Compare np.arange(n) as a column with np.arange(n) as a row. What table does that make? It is the key to half of the puzzles.",
        "Yes and no become numbers by np.where(question, np.float64(1), np.float64(0)). A vector times a 0-1 matrix is a vector of sums: which matrix sums everything, which the first j, which those equal to j?",
        "eye: i == j. triu: i <= j. cumsum: a @ triu. bincount: ones @ (a[:, None] == arange(n)). roll: a[(arange + 1) % size]. diff: a - where(i < 1, 0, a[i - 1]).",
      ],
      explanation:
        "Tensor Puzzles (srush/Tensor-Puzzles) relies on honour for its rules, and checks an answer by broadcasting it against the right one, so a (1, n) passes for an (n,). Here a syntax tree is checked and the shape must match. A product with a 0-1 matrix does n² work where a scan does n, so this is no way to write cumsum; on hardware that multiplies matrices for a living, it sometimes is.",
      rules: {
        loops: false,
        only: words`np.arange np.where np.matmul np.add np.subtract np.multiply np.floor_divide np.remainder np.equal np.less np.less_equal np.logical_and np.logical_or np.float64 .get .size .shape`,
      },
    },
    {
      id: "5.16",
      name: "game-of-life",
      kind: "implement",
      points: 10,
      after: ["5.06"],
      hints: [
        "In a board with one extra cell all around, the left neighbours of all cells are one rectangle. So are the upper right ones.",
        "Sum the 3 × 3 window of every cell, itself included. 3 means life; 4 means as before; anything else is death.",
        'padded = np.pad(board, 1, { mode: "wrap" }); living = np.sum(sliding_window_view(padded, [3, 3]), { axis: [2, 3], dtype: "uint8" }); then np.equal(living, 3) or (living == 4 and board), with { out }',
      ],
      explanation:
        'Nicolas Rougier\'s "From Python to NumPy" builds Life from eight slices of a padded board. np.roll makes a copy each time; np.pad with mode "wrap" (numpy/lib/_arraypad_impl.py) makes one. Summing along rows and then along columns reads each cell six times instead of nine: the window is a product of a row and a column.',
      rules: { loops: false, forbid: [".tolist", ".item", ".data"] },
      limits: [
        {
          kind: "bytes",
          points: 5,
          label: "at most eight boards of storage",
          call: "lifeStep",
          input: (draw) => [
            np.asarray(draw.integers(40 * 40, 0, 2), { dtype: "uint8" }).reshape([40, 40]),
          ],
          limit: 8 * 40 * 40, // a padded board and a few tables 4 to 5; eight rolled copies and their sums 13
          naive: "lifeStep",
        },
      ],
    },
  ],
});
export default topic;
