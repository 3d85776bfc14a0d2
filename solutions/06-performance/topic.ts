/** Topic 6, performance experiments. Cache limits were counted; both figures stand beside them. Loaded by the judge alone. */
import { type Topic, defineTopic } from "@deep-dive/grader/topic";
import * as np from "@deep-dive/ndarray";

/** Names in one line: a list of them would take one each. */
const words = ([text = ""]: TemplateStringsArray): string[] => text.split(" ");

const topic: Topic = defineTopic({
  id: "06-performance",
  title: "Performance experiments",
  exercises: [
    {
      id: "6.01",
      name: "measure-honestly",
      kind: "experiment",
      points: 15,
      harness: true,
      hints: [
        "Compare a with itself on paper: the first call comes at a cool second, the second at a warm one. What could you do so that both get the same share of warmth?",
        "40 rounds, each a b b a (or a b and b a in turns); each sample many calls, each result passed to sink. A ratio for each round; the median of the 40; as interval the 14th and the 27th of them, sorted.",
        "timeOf(run): start = now(); 600 times sink(run()); return now() - start. ratio = (a + a) / (b + b); ratios.sort((p, q) => p - q); low = ratios[13], high = ratios[26]",
      ],
      explanation:
        'The interval needs no assumption about the noise: each ratio lies above or below the true median like a tossed coin, and the chance that fewer than 14 of 40 lie on one side is 2 % (a binomial sum). The graders of this course time your answers in just this way, with a bootstrap instead of the binomial. "Producing wrong data without doing anything obviously wrong!" (Mytkowicz and others, 2009) tells what else can bias a measurement, down to the length of your user name.',
    },
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
        {
          kind: "cache-lines",
          points: 6,
          call: "columnSums",
          input: (draw) => [draw.floats(128 * 64), 128, 64],
          naive: "columnSums",
          limit: 2 * 1024,
        },
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
        "BLAS libraries begin with this observation and go on: they cut the matrices into tiles that fit the cache (6.05) and repack them, so that even columns are read along memory. NumPy hands float matrices to such a library (numpy/_core/src/umath/matmul.c.src); for other dtypes it runs the plain loops you started from, which is why an integer matmul is so much slower.",
      limits: [
        // n = 24 through 1 KiB: the definition 16,128 lines, i-k-j 1,872, k-i-j 2,376, b turned over first 2,520.
        {
          kind: "cache-lines",
          points: 6,
          call: "matmul",
          input: (draw) => [draw.floats(24 * 24), draw.floats(24 * 24), 24],
          naive: "matmul",
          cache: { bytes: 1024, lineBytes: 64, ways: 8 },
          limit: 4032,
        },
      ],
    },
    {
      id: "6.04",
      name: "blocked-transpose",
      kind: "experiment",
      points: 6,
      hints: [
        "Whichever loop is inside, one side jumps a row at each step. For how many jumps can the cache remember the lines?",
        "Cut the matrix into tiles eight numbers wide and high. A tile touches eight lines on either side, and uses every number in them. Mind the last tiles.",
        "for top in steps of 8: for left in steps of 8: for i from top to min(top + 8, n): for j from left …: out[j * n + i] = a[i * n + j]",
      ],
      explanation:
        'The 8 × 8 tile works for any cache that holds 16 lines whose addresses may collide: here rows are 1024 bytes apart, so a column\'s lines share 4 of the 64 sets, 32 places. Cutting in halves ("cache-oblivious", Frigo and others, 1999) needs no number at all. NumPy copies a transposed array element by element along the better of the two orders (numpy/_core/src/multiarray/array_assign_array.c): a blocked copy is one of the places where it can be beaten, and this library does.',
      limits: [
        // 128 × 128: there are 4,096 lines. Tiles of 8: 4,096; strips 4,096; naive and tiles of 64: 18,432.
        {
          kind: "cache-lines",
          points: 6,
          call: "transpose",
          input: (draw) => [draw.floats(128 * 128), 128],
          naive: "transpose",
          limit: 2 * 4096,
        },
      ],
    },
    {
      id: "6.05",
      name: "tiled-matmul",
      kind: "experiment",
      points: 6,
      after: ["6.03", "6.04"],
      hints: [
        "In the i-k-j order, how many times is each number of b fetched, if b does not fit the cache? Which piece of b could you keep?",
        "Cut all three index ranges into pieces of t. Three t × t tiles must fit: 3 · t² · 8 <= cacheBytes. Inside a tile, the loops of 6.03.",
        "for i0, k0, j0 in steps of t: for i from i0 to min(i0 + t, n): for k …: factor = a[i * n + k]; for j …: c[…] += factor * b[…]",
      ],
      explanation:
        "Goto and van de Geijn (2008) turned this into the recipe that OpenBLAS and BLIS follow: one tile for each level of cache, b packed so that its lines cannot collide, and an innermost kernel of a few registers. NumPy passes the whole problem on to such a library. The engine of this repository does the same in WebAssembly (packages/ndarray/src/kernels/wasm).",
      limits: [
        // i-k-j 8,400 lines; tiles of 8 2,200, halves 1,861.
        {
          kind: "cache-lines",
          points: 9,
          call: "matmul",
          input: (draw) => [draw.floats(40 * 40), draw.floats(40 * 40), 40, 4096],
          naive: "matmul",
          cache: { bytes: 4096, lineBytes: 64, ways: 8 },
          limit: 8400 / 2,
        },
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
    {
      id: "6.07",
      name: "fuse-loops",
      kind: "experiment",
      points: 6,
      hints: [
        "Count the reads and writes of each of the three loops. Which of them concern numbers that nobody asked for?",
        "Do all three operations for element 0, then for element 1. What passes from one operation to the next fits in a variable.",
        "const difference = a[i] - b[i]; out[i] = difference * difference * w[i];",
      ],
      explanation:
        "This is what NumExpr and Numba are for in Python, and XLA and torch.compile on accelerators. NumPy's own answer is smaller: for chains such as a * b + c it reuses the temporary (temp_elide.c) and processes large arrays in buffers only where it casts. In JavaScript you can always write the fused loop yourself, and should, when it is the hot one.",
      limits: [
        {
          kind: "touches",
          points: 6,
          call: "weightedSquares",
          input: (draw) => [draw.floats(draw.n), draw.floats(draw.n), draw.floats(draw.n)],
          naive: "weightedSquares",
          limit: 4 * 1000,
        },
      ],
    },
    {
      id: "6.08",
      name: "views-until-the-end",
      kind: "experiment",
      points: 6,
      tracks: ["fast"],
      hints: [
        "Which of the three steps computes a new number?",
        "All three are slices. A flip is a step of -1, and a flip with every second column is a step of -2. Copy at the very end.",
        "crop = image.get(np.slice(top, top + height), np.slice(left, left + width)); then one more get with two slices; then copy()",
      ],
      explanation:
        "In NumPy all basic indexing is views (numpy/_core/src/multiarray/mapping.c, get_view_from_index), so the pipeline costs three small objects and one copy. The trap is on the other side: a small view keeps its large image alive. The copy at the end is also what lets the image go.",
      rules: { forbid: [".tolist", ".item", ".data"] },
      limits: [
        {
          kind: "bytes",
          points: 6,
          call: "thumbnail",
          input: (draw) => [
            np.asarray(draw.integers(60 * 80, 0, 256), { dtype: "uint8" }).reshape([60, 80]),
            10,
            20,
            40,
            50,
          ],
          limit: 20 * 25,
          expected: (image) =>
            (image as np.NDArray).get("10:50", "20:70").get("::2", "::-2").copy(),
        },
      ],
    },
    {
      id: "6.09",
      name: "boxed-vs-typed",
      kind: "experiment",
      points: 6,
      hints: [
        "Count the bytes of [{ sensor: 3, celsius: 20.5, ok: true }, …] for a million readings, and those of three typed columns.",
        "np.empty([n], { dtype }) makes a column; column.data is a typed array over the same bytes. Writing to it casts and allocates nothing; and it wraps, so check first.",
        "for (const [i, reading] of readings.entries()) { check; sensor.data[i] = …; celsius.data[i] = …; ok.data[i] = Number(…) } (take .data once, before the loop)",
      ],
      explanation:
        "V8 keeps a list of fractions as 8-byte doubles, a mixed list as tagged pointers, and each object as a header, a shape and its fields. NumPy's structured arrays (dtype=[('sensor', 'u2'), …]) keep records whole, columns keep fields whole: 3.12 compares them. Parquet, Arrow and every analytical database chose columns.",
      limits: [
        {
          kind: "bytes",
          points: 6,
          label: "7 bytes a reading, and nothing on the way",
          call: "toColumns",
          input: (draw) => [
            Array.from({ length: draw.n }, () => ({
              sensor: draw.integer(0, 65_536),
              celsius: draw.integer(-400, 800) / 16,
              ok: draw.random() < 0.5,
            })),
          ],
          limit: 7 * 1000,
          naive: "toColumns",
        },
      ],
    },
    {
      id: "6.10",
      name: "fast-path",
      kind: "experiment",
      points: 8,
      hints: [
        "What does the general loop do for every element that it could have done once?",
        "flags.c_contiguous: a.data is all of the elements. flags.f_contiguous: a.T is in C order. Everything else: the loop you have.",
        "if (a.flags.c_contiguous) return plainLoop(a.data); if (a.flags.f_contiguous) return plainLoop(a.T.data); return the general loop",
      ],
      explanation:
        "NumPy's inner loops are written as IS_BINARY_CONT and its kin (numpy/_core/src/umath/fast_loop_macros.h): one body, compiled once for constant steps, so that the compiler vectorizes it, and once for any. Before that, the iterator merges axes (6.11) and sorts them, so that far more arrays count as contiguous than look it.",
      rules: {
        forbid: words`np.sum np.square np.dot np.vdot np.einsum np.multiply np.inner np.vecdot np.linalg .sum .dot .tolist`,
      },
      limits: [
        // The general loop takes some 100 times as long as the plain one.
        {
          kind: "speed-up",
          points: 6,
          call: "sumOfSquares",
          input: (draw) => [np.asarray(draw.floats(6000)).reshape([60, 100])],
          naive: "sumOfSquares",
          limit: 4, // plain loops 18 to 80; only the general loop 0.9 to 1.1
          reference: 60,
        },
      ],
    },
    {
      id: "6.11",
      name: "coalesce-axes",
      kind: "implement",
      points: 12,
      hints: [
        "Walk through a (2, 3) matrix whose rows lie side by side, and write down the place of each step. When would one axis of 6 give the same list?",
        "Drop axes of length 1 first. Then an axis joins the one before it if for every operand: stride before = length * stride. The merged axis has the inner stride.",
        "for each axis: if (last >= 0 && strides.every((s, o) => steps[o][last] === length * s[k])) lengths[last] *= length; else push; then steps[o][last] = s[k]",
      ],
      explanation:
        "npyiter_coalesce_axes in numpy/_core/src/multiarray/nditer_api.c is this function, after the axes were sorted by stride and negative strides were flipped; so even a transposed, reversed array becomes one axis. The library here has it in packages/ndarray/src/layout/coalesce.ts, and reshape without a copy (2.11) asks the same question the other way round.",
    },
    {
      id: "6.12",
      name: "moving-average",
      kind: "experiment",
      points: 6,
      hints: [
        "Write down windows 3 and 4 of a signal with w = 5, one under the other. Which numbers differ?",
        "sum += what enters, sum -= what leaves. A spike of 1e9 rounds the sum to steps of 1e-7, and subtracting the spike does not bring the digits back: keep them in a second variable.",
        "next = sum + v; lost += |sum| >= |v| ? (sum - next) + v : (v - next) + sum; sum = next; out[i] = (sum + lost) / w",
      ],
      explanation:
        "pandas' rolling().mean() is a running sum with Kahan's compensation (pandas/_libs/window/aggregations.pyx), added in 2020 after reports just like the spike here. SciPy's uniform_filter1d is a plain running sum. The sums from both sides are van Herk's and Gil and Werman's trick for maxima, where nothing can be subtracted (7.05).",
      limits: [
        {
          kind: "growth",
          points: 3,
          call: "movingAverage",
          input: (draw) => [draw.floats(draw.n), draw.n / 4],
          naive: "movingAverage",
          of: "touches",
          sizes: [160, 240, 320, 480, 640],
          limit: 1.4,
          most: 16 * 640,
        },
        {
          kind: "touches",
          points: 3,
          call: "movingAverage",
          input: (draw) => [draw.floats(draw.n), 50],
          naive: "movingAverage",
          limit: 8 * 1000, // a running sum 2.9, sums from both sides 4.9; every window anew 48
        },
        {
          kind: "error",
          points: 3,
          label: "right again behind a spike",
          call: "movingAverage",
          input: (draw) => [draw.floats(2000).map((v, i) => (i === 500 ? 1e9 : v)), 50],
          limit: 1e-12,
          unit: "absolute, behind the spike",
          error: (result, [x, w]) => {
            const [signal, width] = [x as Float64Array, w as number];
            const behind = Array.from({ length: signal.length - width - 500 }, (_, k) => 501 + k);
            const mean = (i: number): number =>
              signal.subarray(i, i + width).reduce((sum, v) => sum + v, 0) / width;
            return Math.max(...behind.map((i) => Math.abs((result as Float64Array)[i]! - mean(i))));
          },
        },
      ],
    },
    {
      id: "6.13",
      name: "histogram",
      kind: "experiment",
      points: 6,
      hints: [
        "You are handed the number 2.7 and ten bins from 0 to 5. Do you have to try the bins one by one?",
        "bin = floor((v - low) * k / (high - low)). The upper end computes k and belongs to k - 1; nan and everything outside are skipped before.",
        "for v of x: if (!(v >= low && v <= high)) continue; bin = Math.min(Math.floor(…), k - 1); counts[bin] += 1",
      ],
      explanation:
        "np.histogram does this for equal bins, in blocks of 65,536 numbers, with bincount for the counting (numpy/lib/_histograms_impl.py); afterwards it compares each number with the edges of its bin, since the division may have rounded it over one. For unequal bins it sorts and searches: n log n.",
      limits: [
        {
          kind: "touches",
          points: 3,
          call: "histogram",
          input: (draw) => [draw.floats(1000, -1, 1), 64, -1, 1],
          naive: "histogram",
          limit: 5 * 1000, // once for each number 3; once for each bin 64
        },
        {
          kind: "growth",
          points: 3,
          call: "histogram",
          input: (draw) => [draw.floats(draw.n, -1, 1), draw.n, -1, 1],
          naive: "histogram",
          of: "touches",
          sizes: [100, 150, 225, 340, 500],
          limit: 1.4,
          most: 16 * 500,
        },
      ],
    },
    {
      id: "6.14",
      name: "byte-budget",
      kind: "experiment",
      points: 6,
      hints: [
        "You may use 256 codes for the range from 0 to 10. How far apart are two codes, and how wrong is a number at worst?",
        "step = (high - low) / 255, since 256 posts have 255 gaps. code = round((v - low) / step). Mind a range of 0, and that a typed array cuts off and wraps.",
        "codes[i] = Math.round((x[i] - low) / step); back: low + code * step",
      ],
      explanation:
        "An error of at most half a step, spread evenly, has the variance step² / 12: that is where the 6 dB a bit of audio come from. A scale and an offset for each block of 32 or 64 weights, 8 or 4 bits a weight, is how language models fit on laptops. In NumPy: np.rint((x - low) / step).astype(np.uint8).",
      limits: [
        {
          kind: "bytes",
          points: 3,
          label: "one byte a number, and nothing on the way",
          call: "pack",
          input: (draw) => [draw.floats(1000, -5, 20)],
          limit: 1000,
          naive: "pack",
        },
        {
          kind: "error",
          points: 3,
          call: "pack",
          input: (draw) => [draw.floats(1000, -5, 20)],
          limit: 0.500001,
          unit: "steps",
          error: (result, [x]) => {
            const numbers = x as Float64Array;
            const { codes, low } = result as { codes: Uint8Array; low: number };
            const step = (Math.max(...numbers) - low) / 255;
            return Math.max(...numbers.map((v, i) => Math.abs(low + codes[i]! * step - v) / step));
          },
        },
      ],
    },
  ],
});

export default topic;
