/** Array basics: the exercises in order, with points, hints, explanations and limits. */
import { type Topic, defineTopic } from "@deep-dive/grader/topic";

const topic: Topic = defineTopic({
  id: "01-basics",
  title: "Array basics",
  exercises: [
    {
      id: "1.01",
      name: "nested-to-array",
      kind: "implement",
      points: 8,
      rules: { forbid: ["np.array", "np.asarray", "np.full", ".tolist"] },
      hints: [
        "How would you tell somebody on the phone what [[1, 2, 3], [4, 5, 6]] is, with as few words as possible?",
        "The shape is: how many items, then the shape of the first item. All other items must have that shape as well. The data is what you meet on the way, from left to right.",
        "function gather(nested, shape, axis, numbers): a number must come exactly when axis === shape.length; a list must have shape[axis] items, and each is gathered with axis + 1.",
      ],
      explanation:
        "NumPy walks the lists twice: PyArray_DiscoverDTypeAndShape (numpy/_core/src/multiarray/array_coercion.c) finds shape and dtype, then a second walk writes the elements into memory that was allocated once. Ragged lists were turned into arrays of Python lists until NumPy 1.24; too many programs then ran on with something that nobody had meant.",
    },
    {
      id: "1.02",
      name: "size-ndim-nbytes",
      kind: "implement",
      points: 6,
      rules: { forbid: [".nbytes", ".size", "np.zeros", "np.empty"] },
      hints: [
        "How many numbers does a table of 2 rows and 3 columns hold? And a stack of 4 such tables?",
        "ndim counts the lengths, size multiplies them, nbytes multiplies size by the bytes of one element. The product of no numbers at all is 1.",
        "let product = 1; for (const length of shape) …; and nbytes asks np.dtype(dtype) for its itemsize.",
      ],
      explanation:
        "NumPy computes size the same way, by PyArray_MultiplyList over the shape (numpy/_core/src/multiarray/common.h and getset.c). The empty product is why a 0-d array holds one element; nothing special is done for it.",
    },
    {
      id: "1.03",
      name: "zeros-ones-full",
      kind: "implement",
      points: 6,
      rules: { forbid: ["np.full", "np.zeros", "np.ones"] },
      hints: [
        "One of the three functions can do the work of the other two.",
        "new STORAGE[dtype](size) makes memory of zero bytes; fill writes one value everywhere. Bigint arrays take only bigints, and a Uint8Array keeps only the lowest eight bits of what it is given.",
        'data.fill(dtype === "bool" ? Number(value !== 0) : value), with a branch for the two bigint arrays before it.',
      ],
      explanation:
        "np.zeros does not write zeros: it asks the system for fresh pages, which are zero already (calloc, in numpy/_core/src/multiarray/alloc.c). So np.zeros of a gigabyte returns at once, and the cost comes when you first touch it. np.ones and np.full have to write, and are np.empty followed by copyto (numpy/_core/numeric.py).",
      limits: [
        {
          kind: "bytes",
          points: 2,
          label: "one byte for each uint8, and nothing beside it",
          call: "full",
          input: () => [[100, 20], 7, "uint8"],
          expected: (shape, value, dtype) => ({
            data: new Uint8Array(2000).fill(value as number),
            shape,
            dtype,
          }),
          limit: 2000,
        },
      ],
    },
    {
      id: "1.04",
      name: "arange",
      kind: "implement",
      points: 8,
      rules: { forbid: ["np.arange", "np.linspace"] },
      hints: [
        "How many numbers does arange(0, 10, 4) have? And arange(0, 8, 4)? Write them down before you write a loop.",
        "The distance divided by the step, rounded up, and never below 0. Element i is start + i * step.",
        "const length = Math.max(0, Math.ceil(…)); const values = new Float64Array(length); and one loop that fills values[i].",
      ],
      explanation:
        "NumPy computes the length by the same formula (_calc_length in numpy/_core/src/multiarray/ctors.c), writes the first two numbers, and lets the dtype's fill loop continue as start + i * delta. With a fraction as step the rounded-up length can be one more than you think: that is why np.linspace exists, and why it comes next.",
    },
    {
      id: "1.05",
      name: "linspace",
      kind: "implement",
      points: 6,
      rules: { forbid: ["np.linspace", "np.arange"] },
      hints: [
        "Put five posts into the ground and count the gaps.",
        "step = (stop - start) / gaps, with num - 1 gaps if the end belongs to it and num if not. Then element i is start + i * step, and the last is stop itself.",
        "const step = (stop - start) / (endpoint ? num - 1 : num); fill; then, if endpoint and num > 1, values[num - 1] = stop.",
      ],
      explanation:
        "linspace is Python, not C (numpy/_core/function_base.py): arange(0, num) * step + start, and then y[-1] = stop, for the very reason that you met. It also has a branch for a step that underflows to 0. For the difference to arange remember: arange knows the step and finds out how many, linspace knows how many and finds out the step.",
    },
    {
      id: "1.06",
      name: "eye-diag-tri",
      kind: "implement",
      points: 6,
      rules: {
        forbid: ["np.eye", "np.identity", "np.tri", "np.tril", "np.triu", "np.trace", "np.diag"],
      },
      hints: [
        "Write the numbers j - i into the cells of a 3 x 4 table. What do you see?",
        "eye asks j - i === k, tri asks j - i <= k. Only one column of each row can be on diagonal k: j = i + k, if there is such a column.",
        "for each row i: const j = i + k; if (j >= 0 && j < m) data[i * m + j] = 1. Neighbours on the diagonal are m + 1 apart.",
      ],
      explanation:
        "np.eye makes zeros and then writes m[:M-k].flat[i::M+1] = 1 (numpy/lib/_twodim_base_impl.py): a slice of the flat memory with a step of one row and one column, M + 1. In topic 2 you will see that np.diagonal needs no loop at all: a diagonal is a view with the stride of both axes added.",
    },
    {
      id: "1.07",
      name: "dtype-cards",
      kind: "predict",
      points: 7,
      rules: { only: [] },
      hints: [
        "How many different patterns have eight bits? Half of them are negative in int8, and 0 counts among the others.",
        "Integers keep their lowest bits: subtract 256 (or 65536) until it fits. A cast from float to integer cuts off the fraction. complex64 means 64 bits for both parts together.",
        "127 is 0111 1111. Add 1, and read the result as a signed byte: the top bit counts -128.",
      ],
      explanation:
        "np.iinfo and np.finfo print these limits (numpy/_core/getlimits.py). The wrap-around is not a decision of NumPy's but what processors do: an adder of eight bits has no ninth. A warning would need a test for each element; NumPy warns for scalars only.",
    },
    {
      id: "1.08",
      name: "integer-wrap",
      kind: "implement",
      points: 8,
      after: ["1.07"],
      hints: [
        "Think of a clock with 256 hours. Where does it stand at hour 300? And one hour before 0?",
        "Take the remainder by 2 ** bits, made positive. Signed dtypes read the upper half of the circle as negative: subtract 2 ** bits there. For products, Math.imul.",
        "const low = ((value % count) + count) % count; return isSigned && low >= count / 2 ? low - count : low.",
      ],
      explanation:
        "NumPy's loops are the C expression a + b on the element's type (numpy/_core/src/umath/loops.c.src), and the processor drops what does not fit. JS has the same machine underneath: typed arrays wrap when you store, and Math.imul is the 32-bit multiplier. np.multiply of int64 does it with 64 bits, where JS needs bigints.",
    },
    {
      id: "1.09",
      name: "astype",
      kind: "implement",
      points: 6,
      hints: [
        "Write 1.9, -2.7 and 300 into an Int8Array and look at what it holds. How much of the work is done already?",
        "Typed arrays cut off, wrap and round by themselves. Left over are: the same dtype (copy or not), and bool, where only 0 is 0.",
        'if (a.dtype === dtype) return copy ? … : a; if (dtype === "bool") Uint8Array.from(a.data, (x) => …); else new STORAGE[dtype](…).',
      ],
      explanation:
        "NumPy has a cast loop for each pair of dtypes (numpy/_core/src/multiarray/lowlevel_strided_loops.c.src), each of them the C cast (npy_int)x. What C leaves undefined, as a float that does not fit an integer, NumPy leaves undefined too, with a warning since 1.24. copy=False does not forbid a copy, it only allows none; np.asarray(a, copy=False) forbids it.",
      limits: [
        {
          kind: "shares-memory",
          points: 2,
          label: "no copy where the dtype is the same and copy is false",
          call: "astype",
          input: (draw) => [{ data: draw.floats(20), dtype: "float64" }, "float64", false],
          expected: (a) => a,
          limit: true,
        },
      ],
    },
    {
      id: "1.10",
      name: "promote-types",
      kind: "implement",
      points: 12,
      tracks: ["fast"],
      rules: { forbid: ["np.promote_types", "np.result_type", "np.can_cast"] },
      hints: [
        "Write the range of int8 and of uint8 on paper. Which is the first signed dtype that covers both?",
        "Sort the pair by kind (b, u, i, f, c). Equal kinds: the wider. u with i: a signed integer at least twice as wide as the unsigned one. With f or c: the float that holds each of the two, the wider of those.",
        'const bytes = Math.max(signed.itemsize, 2 * unsigned.itemsize); and look the name up in ["int8", "int16", "int32", "int64"], or take "float64".',
      ],
      explanation:
        "NumPy keeps the result as a table made when it is built (_npy_type_promotion_table, filled in numpy/_core/src/multiarray/convert_datatype.c and abstractdtypes.c), because the rule is needed for every a + b. The one surprise is int64 with uint64: float64 cannot hold every int64, but nothing can, and NumPy chose a dtype that at least has the range.",
    },
    {
      id: "1.11",
      name: "weak-scalars",
      kind: "implement",
      points: 6,
      rules: {
        forbid: [
          "np.result_type",
          "np.add",
          "np.can_cast",
          "np.zeros",
          "np.empty",
          "np.ones",
          "np.full",
          "np.asarray",
        ],
      },
      hints: [
        "If float32 + 1.5 became float64, what would happen to the memory of a program that writes 0.5 * image everywhere?",
        "Rank the kinds: boolean 0, integer 1, float 2, complex 3. A scalar of a higher rank brings its default (int32, float64); any other leaves the dtype as it is. Integers beside integers must fit.",
        'const arrayRank = { b: 0, i: 1, u: 1, f: 2, c: 3 }[kind]; if (scalarRank > arrayRank) return scalarRank === 1 ? "int32" : "float64";',
      ],
      explanation:
        "Since NumPy 2 the result's dtype depends on dtypes alone (NEP 50, numpy/_core/src/multiarray/abstractdtypes.c). Before, NumPy looked at the value: uint8 + 200 was uint8 and uint8 + 300 uint16, and a program's memory doubled with a change of data. NumPy's default integer is int64; in this library it is int32, so that indices stay plain numbers.",
    },
    {
      id: "1.12",
      name: "print-array",
      kind: "implement",
      points: 8,
      rules: { forbid: ["np.array2string", "np.array_str", "np.array_repr"] },
      hints: [
        "Print one row. Then print a table with what you have. What do a row and a table have in common?",
        'walk(axis, first) is the number itself behind the last axis; else "[" + the parts, joined + "]". Parts of the last axis are joined by a space, others by (axes still to come) line ends and one space for each open bracket.',
        'const gap = inner === 0 ? " " : "\\n".repeat(inner) + " ".repeat(axis + 1); walk once to find the width, and once more to print.',
      ],
      explanation:
        "numpy/_core/arrayprint.py does it the same way: _formatArray calls itself for each axis, with the separators that you found, and _leading_trailing makes a small array of the ends first, so that printing a gigabyte looks at a few elements only. What is left out here: fractions that line up at the point, and rows longer than 75 columns.",
    },
    {
      id: "1.13",
      name: "equal-vs-close",
      kind: "implement",
      points: 6,
      rules: { forbid: ["np.array_equal", "np.allclose", "np.isclose"] },
      hints: [
        "Compute Infinity - Infinity, and NaN <= 1, in your head. Then in a console.",
        "x === y settles equal numbers, infinities among them. After that an infinite or NaN y is never close (but NaN with NaN if you said so). What is left is finite on the right: |x - y| <= atol + rtol * |y|.",
        "if (x === y) return true; if (!Number.isFinite(y)) return equalNan && both are NaN; return Math.abs(x - y) <= …",
      ],
      explanation:
        'np.isclose (numpy/_core/numeric.py) is less_equal(abs(x - y), atol + rtol * abs(y)) & isfinite(y) | (x == y): your three lines as one expression on whole arrays. It is not symmetric on purpose: b is the reference. And atol of 1e-8 is a trap for small numbers: 1e-9 is "close" to 0 and to 5e-9.',
    },
    {
      id: "1.14",
      name: "describe",
      kind: "fix",
      points: 7,
      rules: { forbid: ["np.min", "np.max", "np.sum", "np.mean", "np.amin", "np.amax"] },
      hints: [
        "Try each function on: no elements; only negative elements; a NaN in the middle; int8 100 and 100; three trues; the integers 1 and 2.",
        "Each function has the wrong start or the wrong place to add: a minimum starts from nothing, a maximum not from 0, a sum not in the elements' dtype, a mean of integers is a fraction.",
        "Throw on no elements; let most begin at -Infinity; hand NaN on with Math.min; let the total be a plain number, for bool as well; no Math.trunc.",
      ],
      explanation:
        "NumPy makes the same four decisions: minimum has no identity, so an empty one throws (numpy/_core/src/umath/reduction.c); sums of small integers and of bool are taken in the default integer, and mean of integers in float64 (numpy/_core/_methods.py, _mean); minimum and maximum hand NaN on, and np.nanmin is there for those who do not want that.",
    },
  ],
});

export default topic;
