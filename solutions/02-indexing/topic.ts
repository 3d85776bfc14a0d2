/** Indexing and slicing: the exercises in order, with points, hints, explanations and limits. */
import { type Topic, defineTopic } from "@deep-dive/grader/topic";

const topic: Topic = defineTopic({
  id: "02-indexing",
  title: "Indexing and slicing",
  exercises: [
    {
      id: "2.01",
      name: "offset-of",
      kind: "implement",
      points: 6,
      hints: [
        "In a table with 3 columns, how many places further does the next row begin?",
        "place = offset + index[0] * strides[0] + index[1] * strides[1] + … The shape has no part in it.",
        "let place = view.offset; for (const [axis, i] of index.entries()) place += …",
      ],
      explanation:
        "This is PyArray_GetPtr in numpy/_core/src/multiarray/multiarraymodule.c: `dptr += istrides[i] * ind[i]` in a loop, and nothing else. Whoever changes strides and offset can show the same memory in another way without touching it: slices, transposes, flips and broadcasting are all that, and you build them in this topic.",
      limits: [
        {
          kind: "touches",
          points: 2,
          label: "computes a place without looking into the memory",
          call: "offsetOf",
          input: (draw) => [
            { data: draw.floats(60), shape: [4, 5], strides: [10, 2], offset: 3 },
            [2, 4],
          ],
          expected: () => 31,
          limit: 0,
        },
      ],
    },
    {
      id: "2.03",
      name: "slice-indices",
      kind: "implement",
      points: 12,
      tracks: ["fast"],
      rules: { forbid: ["np.slice", "np.Slice", ".slice"] },
      hints: [
        "Write down the positions of ::-1 on five elements. Where does the walk begin, and what is the first position it must not reach?",
        "Negative parts get n added once. Then everything is clipped: into 0…n going up, into -1…n-1 going down. Open parts are edges, chosen by the direction.",
        "const [lowest, highest] = by > 0 ? [0, n] : [-1, n - 1]; const clip = (at) => Math.min(Math.max(…, lowest), highest);",
      ],
      explanation:
        "CPython does this in PySlice_AdjustIndices (Objects/sliceobject.c), and NumPy calls it for every slice it meets (get_view_from_index in numpy/_core/src/multiarray/mapping.c). The asymmetry, n going up but n - 1 going down, is the one part that everybody gets wrong once.",
    },
    {
      id: "2.05",
      name: "slice-nd",
      kind: "implement",
      points: 10,
      after: ["2.04"],
      rules: { forbid: [".get"] },
      hints: [
        "Take one axis alone. If you begin 2 elements later and take every third, what changes: the length, the stride, the offset?",
        "The offset grows by start * stride, the stride is multiplied by step, the length is how many steps fit: ceil((stop - start) / step), or 0.",
        "for (const [axis, parts] of slices.entries()) { const [start, stop, step] = sliceIndices(parts, view.shape[axis]!); … }",
      ],
      explanation:
        "NumPy does exactly this in get_view_from_index (numpy/_core/src/multiarray/mapping.c): data_ptr += start * stride; new stride = stride * step. The cost does not depend on how many elements the slice has, so a[::2] of a gigabyte takes as long as of ten numbers.",
      limits: [
        {
          kind: "touches",
          points: 2,
          label: "cuts without reading or writing an element",
          call: "sliceNd",
          input: (draw) => [
            { data: draw.floats(200), shape: [10, 20], strides: [20, 1], offset: 0 },
            [
              [1, 9, 2],
              [null, null, -1],
            ],
          ],
          same: () => true, // the tests have compared the elements; here nothing may look at them
          limit: 0,
        },
      ],
    },
    {
      id: "2.11",
      name: "reshape",
      kind: "implement",
      points: 14,
      tracks: ["fast"],
      rules: { forbid: ["np.reshape", ".reshape", "np.ravel"] },
      hints: [
        "Lay twelve coins in a row. Which tables can you see in them without moving a coin? Now take away every second coin.",
        "Group the axes from the left so that old and new groups hold equally many elements. A group can be cut anew exactly if its old axes have no gap: strides[k] === shape[k + 1] * strides[k + 1].",
        "while (oldCount !== newCount) { if (newCount < oldCount) newCount *= shape[kEnd++]; else oldCount *= old[iEnd++].length; } then check for gaps, then set the new strides from the innermost outwards.",
      ],
      explanation:
        "It is _attempt_nocopy_reshape in numpy/_core/src/multiarray/shape.c, nearly line by line: drop the ones, gather groups of equal size, check that each group has no gap, and only then hand out new strides. If it gives up, NumPy copies in the order asked for. That is why a.T.reshape(-1) costs memory and a.reshape(-1) does not.",
      limits: [
        {
          kind: "touches",
          points: 3,
          label: "a view costs no reads and no writes",
          call: "reshape",
          input: (draw) => [
            { data: draw.floats(240), shape: [10, 24], strides: [24, 1], offset: 0 },
            [2, -1, 6],
          ],
          same: () => true, // the tests have compared the elements; here nothing may look at them
          limit: 0,
        },
        {
          kind: "touches",
          points: 2,
          label: "a copy reads and writes each element once",
          call: "reshape",
          input: (draw) => [
            { data: draw.floats(240), shape: [24, 10], strides: [1, 24], offset: 0 },
            [240],
          ],
          same: () => true,
          limit: 480,
        },
      ],
    },
  ],
});

export default topic;
