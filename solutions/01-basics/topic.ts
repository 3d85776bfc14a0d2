/** Array basics: the exercises in order, with points, hints, explanations and limits. */
import { type Topic, defineTopic } from "@deep-dive/grader/topic";

const topic: Topic = defineTopic({
  id: "01-basics",
  title: "Array basics",
  exercises: [
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
  ],
});

export default topic;
