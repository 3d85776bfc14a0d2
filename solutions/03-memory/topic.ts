/** Memory model: the exercises in order, with points, hints, explanations and limits. */
import * as np from "@deep-dive/ndarray";
import { type Topic, defineTopic } from "@deep-dive/grader/topic";

const topic: Topic = defineTopic({
  id: "03-memory",
  title: "Memory model",
  exercises: [
    {
      id: "3.01",
      name: "c-and-f-strides",
      kind: "implement",
      points: 8,
      drawn: { result: "strides", strides: "bytes" },
      rules: { forbid: [".strides", "np.empty", "np.zeros", "np.ones", "np.full"] },
      hints: [
        "Draw six boxes for a 2 x 3 table, row by row. How many boxes from one row to the next? How many bytes is that?",
        "The fastest axis steps by itemsize; each slower axis steps by the next faster one's stride times its length. C begins at the last axis, F at the first.",
        "let bytes = itemsize; for each axis from the fastest to the slowest: strides[axis] = bytes; bytes *= …",
      ],
      explanation:
        "NumPy does this in _array_fill_strides (numpy/_core/src/multiarray/ctors.c), with the same rule for empty axes in reshape: a length of 0 counts as 1. (Since an empty array has no address to compute, any strides would do; fresh empty ones of NumPy 2 show 0.) MATLAB, R, Julia and BLAS count in order F, C and Python programs in order C: hence the names.",
    },
    {
      id: "3.02",
      name: "address-cards",
      kind: "predict",
      points: 6,
      rules: { only: [] },
      hints: [
        "Write down the strides of the fresh array first (3.01), then what the slice or the transpose does to them.",
        "byte = offset + Σ index * stride. A slice moves the offset by start * stride and multiplies the stride by the step. The imaginary part of a complex64 lies 4 bytes behind the real part.",
        "a[::2, 1::3] of float64 (6, 6): the strides (48, 8) become (96, 24), the offset is one column, 8 bytes. Now put the index [1, 1] in.",
      ],
      explanation:
        "What you did by head is all that an element access is, in NumPy as here; a.__array_interface__['data'] and a.strides show you the numbers. That the imaginary parts are a view surprises many: a.imag = 0 writes into a.",
    },
    {
      id: "3.03",
      name: "contiguity-flags",
      kind: "implement",
      points: 8,
      tracks: ["fast"],
      rules: { forbid: [".flags", ".c_contiguous", ".f_contiguous"] },
      hints: [
        "Imagine reading the array row by row with a finger on the memory. When does the finger have to jump?",
        "From the last axis to the first: the stride must equal itemsize times the product of all lengths further in. Length 1 is skipped; any length 0 makes everything true.",
        "let expected = a.itemsize; for (axis from last to first) { if length is 1, continue; if the stride is not expected, return false; expected *= length; }",
      ],
      explanation:
        'It is _UpdateContiguousFlags in numpy/_core/src/multiarray/flagsobject.c. The rule for length 1 ("relaxed strides") came in NumPy 1.12: before, a column of a one-row table was refused by every fast path. A test of falling strides alone, as some teaching libraries have it, takes every second row for contiguous and then reads what was left out.',
    },
    {
      id: "3.04",
      name: "view-or-copy-cards",
      kind: "predict",
      points: 6,
      after: ["3.02"],
      rules: { only: [] },
      hints: [
        "Ask of each: can shape, strides and offset alone say it?",
        "Slices, transposes, new axes, broadcasting and another dtype over the same bytes are views. Lists, masks, arithmetic and joining are copies. reshape and ravel depend on gaps; flatten and astype copy to be on the safe side.",
        "a[:, ::2] has strides (48, 16) and shape (4, 3). Is 48 equal to 3 * 16? And what does that say of the end of a row?",
      ],
      explanation:
        "NumPy's manual has a page for it (Copies and views), and np.shares_memory settles any doubt. a[:, ::2].reshape(-1) is the one that catches experts: rows of six with every second element taken have equal gaps even across the end of a row, because 6 is even. The strides are (48, 16), 48 = 3 * 16, and reshape can make it one axis.",
    },
    {
      id: "3.05",
      name: "shares-memory",
      kind: "implement",
      points: 12,
      tracks: ["fast"],
      rules: { forbid: ["np.shares_memory", "np.may_share_memory"] },
      hints: [
        "Where is the first byte of a[::-1]? And its last? Which of them is a.offset?",
        "Each axis reaches (length - 1) * stride away from the offset: up if that is positive, down if negative. Two spans overlap if each begins before the other ends.",
        "const reach = (length - 1) * a.strides[axis]!; if (reach > 0) high += reach; else low += reach; with high beginning at a.offset + a.itemsize.",
      ],
      explanation:
        "NumPy has both (numpy/_core/src/common/mem_overlap.c): get_array_memory_extents is your span, and solve_may_share_memory asks for whole numbers x ≥ 0 with Σ stride·x = difference, a bounded Diophantine equation, which is NP-hard; max_work limits the search. Every ufunc with out= asks the quick question first, to see whether its inputs must be copied.",
      limits: [
        {
          kind: "touches",
          points: 2,
          label: "decides without reading an element",
          call: "sharesMemory",
          input: () => {
            const a = np.arange(60);
            return [a.get("::2"), a.get("1::2")];
          },
          expected: () => false,
          limit: 0,
        },
      ],
    },
    {
      id: "3.06",
      name: "base-chain",
      kind: "implement",
      points: 6,
      hints: [
        "c was cut from b, and b from a. When somebody deletes b, what must c still know?",
        "Follow `from` to the end and add up the offsets: that is the owner, and the place in it. A family is everybody with one owner; memory can go when nobody of its family is alive.",
        "while (at.from !== null) { offset += at.offset; at = byName.get(at.from)!; }",
      ],
      explanation:
        "PyArray_SetBaseObject in numpy/_core/src/multiarray/arrayobject.c collapses the chain while it is built: if the base is itself a view, its base is taken instead. Otherwise a loop that slices its own result a million times would hold a chain of a million arrays. The price is in freeable: ten numbers can keep eight megabytes.",
    },
    {
      id: "3.07",
      name: "safe-as-strided",
      kind: "implement",
      points: 8,
      drawn: { strides: "bytes" },
      rules: { forbid: ["np.lib"] },
      hints: [
        "Which elements of a view lie furthest out? Do you have to look at all of them?",
        "Each axis adds (length - 1) * stride, to the top if positive, to the bottom if negative. The highest element ends itemsize bytes behind where it begins. No elements, no reach.",
        "const far = (length - 1) * strides[axis]!; if (far > 0) high += far; else low += far; then compare low with 0 and high with data.byteLength.",
      ],
      explanation:
        'NumPy checks this only where memory comes from outside: PyArray_CheckStrides in numpy/_core/src/multiarray/ctors.c does it for np.ndarray(buffer=…, strides=…), with offset_bounds_from_strides for the reach. as_strided goes through __array_interface__ and is not checked; its documentation says "extreme care". A wrong stride there reads whatever lies beyond, or crashes.',
    },
    {
      id: "3.08",
      name: "sliding-window",
      kind: "implement",
      points: 8,
      drawn: {},
      tracks: ["fast"],
      rules: {
        forbid: ["np.lib.stride_tricks.sliding_window_view", ".sliding_window_view"],
        loops: false,
      },
      hints: [
        "Two neighbouring windows share all elements but one. Does anything have to be copied?",
        "The last axis of the result walks as the input does; what does the new axis walk by?",
        "as_strided(a, { shape: [n - w + 1, w], strides: [s, ?] }) with s = a.strides[0]!.",
      ],
      explanation:
        "NumPy does the same in numpy/lib/_stride_tricks_impl.py, sliding_window_view: out_strides = array.strides + the strides of the window axes, then as_strided, read-only by default, since each element appears w times. The mean then still reads n * w elements; that it can be done in 2 n is topic 6.",
      limits: [
        {
          kind: "allocations",
          points: 3,
          call: "slidingWindow",
          input: (draw) => [np.asarray(draw.floats(1000)), 8],
          expected: (a, w) =>
            np.lib.stride_tricks.sliding_window_view(a as np.NDArray, w as number),
          limit: 0,
        },
        {
          kind: "shares-memory",
          points: 1,
          call: "slidingWindow",
          input: () => [np.arange(10), 3],
          expected: (a, w) =>
            np.lib.stride_tricks.sliding_window_view(a as np.NDArray, w as number),
          limit: true,
        },
      ],
    },
    {
      id: "3.09",
      name: "which-slice",
      kind: "implement",
      points: 8,
      rules: { forbid: [".get", "np.slice"] },
      hints: [
        "a = zeros(4, 6) of float64 has strides (48, 8), and the view (96, 16). What were the steps?",
        "step = view stride / base stride. The offset is Σ start * stride: take it apart from the largest stride down, with quotient and remainder, as you turn seconds into hours and minutes. stop = start + length * step, open if it falls below 0.",
        "const start = Math.floor(bytes / stride); bytes -= start * stride; for each axis of the base in order.",
      ],
      explanation:
        'Rougier\'s solution in "From Python to NumPy" (find_index) works on the byte bounds and recurses; yours uses that the base is C-contiguous. That the answer exists at all says how little a view knows: not its slices, only where they led. np.lib.array_utils.byte_bounds gives the two ends.',
    },
    {
      id: "3.10",
      name: "bit-view",
      kind: "implement",
      points: 8,
      rules: { forbid: [".view", "np.asarray"] },
      hints: [
        "What is the difference between asking for the value of a float and asking for its bits?",
        "Two typed arrays over one ArrayBuffer see the same bytes. A layout: the last axis has length * itemsize bytes, which must be whole new elements; its stride is the new itemsize; the other axes stay.",
        "const bytes = length * a.itemsize; then shape: a.shape.with(-1, bytes / itemsize), strides: a.strides.with(-1, itemsize).",
      ],
      explanation:
        "array_descr_set in numpy/_core/src/multiarray/getset.c has these three sentences (until 1.23 it also changed the first axis of F-ordered arrays, and nobody could remember when). Your floatBits shows why floats sort like integers as long as they are positive: radix sort of floats and the fast inverse square root live on that.",
    },
    {
      id: "3.11",
      name: "endianness",
      kind: "implement",
      points: 6,
      rules: { forbid: ["DataView", ".byteswap", "np.frombuffer"] },
      hints: [
        "Write 258 in bytes. Which of the two bytes is the big end?",
        "Swapping reverses each element by itself. Reading starts at the high byte: value = value * 256 + byte. Signed: the upper half of the values is negative.",
        "for (let k = 0; k < size; k++) value = value * 256 + bytes[isBig ? at + k : at + size - 1 - k]!;",
      ],
      explanation:
        'A dtype in NumPy carries its byte order ("<f8", ">f8"), and every loop over a swapped array runs through a buffer that is swapped first (numpy/_core/src/multiarray/arraytypes.c.src, copyswapn). This library, like typed arrays, only has the processor\'s own order, and swaps when it reads a file: see 7.08.',
    },
    {
      id: "3.12",
      name: "records",
      kind: "implement",
      points: 6,
      hints: [
        "Draw the bytes of two records of (uint8, float64). Where may the second float64 begin?",
        "Packed: each field begins where the last one ended. Aligned: round up to the field's alignment before it, and to the largest alignment at the end. A field's stride is the size of a whole record.",
        "end = Math.ceil(end / alignment) * alignment; offsets[name] = end; end += itemsize; and at last round end up to the largest alignment.",
      ],
      explanation:
        "This is C's struct layout; NumPy computes it in _convert_from_tuple_list (numpy/_core/src/multiarray/descriptor.c) when align=True, and packs otherwise. table[\"b\"] is then a view with the record's size as stride: array of structures. To work on whole columns, separate arrays (a structure of arrays) use the cache better: one line of 64 bytes holds eight weights instead of two.",
    },
    {
      id: "3.13",
      name: "stride-zero-hazard",
      kind: "fix",
      points: 6,
      hints: [
        "How many numbers has the memory of `table`? How many does it show? What happens to row 1 when row 0 is written?",
        "A table that is written needs n * m elements: copy. A stride of 0 repeats only along an axis longer than 1. A view is fine to write as long as it is writeable and repeats nothing.",
        "np.broadcast_to(row, [n, m]).copy(); stride === 0 && a.shape[axis]! > 1; a.flags.writeable && !repeats(a) ? a : a.copy().",
      ],
      explanation:
        "np.broadcast_to clears the writeable flag for this reason (numpy/lib/_stride_tricks_impl.py), and as_strided takes writeable=False if you care. broadcast_arrays once did not, and NumPy has spent a decade of deprecation on it: you may still write there, with a warning. The general question, whether any two indices meet, is as hard as shares_memory: solve_may_have_internal_overlap.",
      limits: [
        {
          kind: "bytes",
          points: 2,
          label: "the table's own bytes, and no second copy",
          call: "stampDiagonal",
          input: (draw) => [np.asarray(draw.floats(20)), 10, 0],
          expected: (row) => np.where(np.eye(10, { M: 20, dtype: "bool" }), 0, row as np.NDArray),
          limit: 1600,
        },
      ],
    },
    {
      id: "3.14",
      name: "ravel-orders",
      kind: "implement",
      points: 8,
      drawn: {},
      rules: { forbid: ["np.ravel", ".ravel", ".flatten"] },
      hints: [
        "Read a 2 x 3 table column by column. Now read its transpose row by row.",
        "All three orders are order C of axes in some order: as they are, reversed, or sorted by the size of their strides. A line without gaps: walking from the fastest axis outwards, each stride is the product of the lengths before it.",
        'const axes = order === "C" ? all : order === "F" ? all.toReversed() : all.toSorted((a, b) => Math.abs(strides[b]!) - Math.abs(strides[a]!));',
      ],
      explanation:
        "PyArray_Ravel in numpy/_core/src/multiarray/shape.c: orders C and F return a view if the flag of 3.03 is set, and K sorts the strides (PyArray_CreateSortedStridePerm) to see whether any order without gaps exists. Elementwise functions do the same before they loop: a + b of two transposed tables is computed as one line, in the order of the memory.",
      limits: [
        {
          kind: "touches",
          points: 1,
          label: "a line in memory costs no reads and no writes",
          call: "ravel",
          input: (draw) => [
            { data: draw.floats(120), shape: [4, 5, 6], strides: [1, 4, 20], offset: 0 },
            "F",
          ],
          expected: (view) => ({ ...(view as object), shape: [120], strides: [1] }),
          limit: 0,
        },
      ],
    },
    {
      id: "3.15",
      name: "aliasing-bugs",
      kind: "fix",
      points: 8,
      after: ["3.04"],
      hints: [
        "Print the input before and after each call. Then ask of each line: view or copy?",
        "asarray gives back what it gets; a slice is a view, also of everything; `const kept = even` copies nothing. One copy() at the right place mends each function, or no copy where the operation makes a fresh array anyway.",
        "scaled: np.divide without out. swapped: result = a.copy(), and read the pairs from a while writing to result. framed: result = table.copy().",
      ],
      explanation:
        "np.asarray, reshape, ravel, astype(copy=False) and slices return what they can without copying: that is what makes NumPy fast, and what makes these bugs. The rule of NumPy's own functions is worth having: never write into an argument, unless it is called out. In tests: freeze the inputs (a.flags.writeable = False) and let the guilty line throw.",
      limits: [
        {
          kind: "allocations",
          points: 2,
          label: "scaled makes one array, the result",
          call: "scaled",
          input: (draw) => [np.asarray(draw.floats(100, 1, 5))],
          expected: (a) => np.divide(a as np.NDArray, np.max(a as np.NDArray)),
          limit: 1,
        },
        {
          kind: "allocations",
          points: 1,
          label: "framed makes one array, the result",
          call: "framed",
          input: () => [np.ones([8, 9])],
          expected: () => np.pad(np.ones([6, 7]), 1),
          limit: 1,
        },
      ],
    },
  ],
});

export default topic;
