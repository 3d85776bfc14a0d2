/** Advanced indexing: the exercises in order, with points, hints, explanations and limits. */
import { type Topic, defineTopic } from "@deep-dive/grader/topic";

const topic: Topic = defineTopic({
  id: "04-advanced-indexing",
  title: "Advanced indexing",
  exercises: [
    {
      id: "4.01",
      name: "take",
      kind: "implement",
      points: 10,
      rules: { forbid: ["np.take", ".take", ".get"] },
      hints: [
        "Which element of the table is element [i, j] of take(table, [2, 0, 2], 1)?",
        "Result [i, k, j] is view [i, positions[k], j]: only the index on the axis goes through the list. Settle the positions once, before the loop.",
        "data[n] = view.data[offsetOf(view, index.with(axis, positions[index[axis]!]!))]!; while index counts up through the result's shape.",
      ],
      explanation:
        "NumPy's PyArray_TakeFrom (numpy/_core/src/multiarray/item_selection.c) splits the axes into outer, picked and inner, checks each index, and copies whole inner blocks with memcpy. It is often quicker than a[:, indices], which must handle every combination of indices. A list can name positions in any order and more than once, so no strides can describe the result: it has to be a copy.",
      limits: [
        {
          kind: "touches",
          points: 2,
          label: "reads each picked element once and writes it once",
          call: "take",
          input: (draw) => [
            { data: draw.floats(600), shape: [20, 30], strides: [30, 1], offset: 0 },
            [3, 3, 7, 0, 29],
            1,
          ],
          same: () => true, // the tests have compared the elements
          count: "reads",
          limit: 220, // 20 rows times 5 columns, and as much again for those who read twice
        },
      ],
    },
    {
      id: "4.03",
      name: "boolean-mask",
      kind: "implement",
      points: 10,
      rules: { forbid: ["np.where", "np.nonzero", "np.extract", "np.place", "np.putmask", ".get"] },
      hints: [
        "The mask may lie in memory in another order than the view. What do the two have in common?",
        "One index runs through the shape, row by row; offsetOf(mask, index) reads the answer, offsetOf(view, index) the element. The list of values advances only where the mask is 1.",
        "Write one helper that returns the places of the chosen elements; select reads them, assign checks their count and then writes.",
      ],
      explanation:
        "NumPy has fast paths for exactly this case: array_boolean_subscript and array_assign_boolean_subscript in numpy/_core/src/multiarray/mapping.c count the ones first (count_boolean_trues, eight bytes at a time), allocate once, and copy runs of ones together. How many elements come out is known only when the mask has been read: so a[mask] is a copy, with one axis.",
    },
    {
      id: "4.06",
      name: "mixed-index",
      kind: "predict",
      points: 14,
      tracks: ["fast"],
      rules: { only: ["np.IndexError", "np.AxisError", "np.ValueError"] },
      hints: [
        "Cover the lists with your thumb: what is left are the whole axes, in order. The only question is where the one axis of the lists goes among them.",
        'Numbers count as lists as soon as there is one list. If the listed axes are neighbours, the new axis stands in their place; if a ":" separates any two of them, it comes first.',
        "isAdjacent = last listed axis - first listed axis === number of listed axes - 1; then shape = kept.toSpliced(isAdjacent ? (how many whole axes come before) : 0, 0, walk).",
      ],
      explanation:
        "NumPy's PyArray_MapIterNew (numpy/_core/src/multiarray/mapping.c) sets `consec` to the place of the first list, or to 0 where the lists are not consecutive, and PyArray_MapIterSwapAxes moves the axes there. If the lists are separated, no place among the kept axes would be more right than another, so they go first. NEP 21 calls this the worst surprise of indexing and proposes a.oindex and a.vindex; a[i][:, j] says the same without the puzzle.",
    },
  ],
});

export default topic;
