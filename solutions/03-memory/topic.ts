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
  ],
});

export default topic;
