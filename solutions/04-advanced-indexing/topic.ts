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
      drawn: { result: "elements" },
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
          expected: (view, positions) => ({
            data: Float64Array.from(
              { length: 100 },
              (_, k) =>
                (view as { data: Float64Array }).data[
                  Math.floor(k / 5) * 30 + (positions as number[])[k % 5]!
                ]!,
            ),
            shape: [20, 5],
            strides: [5, 1],
            offset: 0,
          }),
          count: "reads",
          limit: 220, // 20 rows times 5 columns, and as much again for those who read twice
        },
      ],
    },
    {
      id: "4.02",
      name: "fancy-is-copy",
      kind: "predict",
      points: 10,
      drawn: { result: "elements" },
      rules: { only: ["np.IndexError"] },
      hints: [
        "In a[[0, 1]][0] = 9 there are two pairs of brackets. Which one reads, and which one writes?",
        "Brackets with a list copy when they are read, and write into the array itself when they stand left of `=`. Only the last pair of brackets before `=` writes; all before it read.",
        "getRows: places of each row, then Float64Array.from(places, (place) => view.data[place]!). setRows: the same places, and view.data[place] = …",
      ],
      explanation:
        "Python turns a[i] = v into a.__setitem__(i, v), and a[i] into a.__getitem__(i): two different functions in NumPy (array_assign_subscript and array_subscript in mapping.c). Only the second makes a new array. a[i] += v is both, read, add, write, and so counts a repeated index once.",
    },
    {
      id: "4.03",
      name: "boolean-mask",
      kind: "implement",
      points: 10,
      drawn: { result: "elements" },
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
      id: "4.04",
      name: "nonzero",
      kind: "implement",
      points: 6,
      rules: { forbid: ["np.nonzero", "np.argwhere", "np.flatnonzero", "np.where", ".nonzero"] },
      hints: [
        "Why does NumPy give one list for each axis, and not one pair for each hit? Put the result into brackets: a[lists].",
        "Walk the index through the shape, the last axis fastest. At each element that is not 0, push index[axis] to the list of each axis. Back: the place in a fresh array, by Horner's rule.",
        "const lists = view.shape.map(() => []); and at each hit: index.forEach((i, axis) => lists[axis].push(i)).",
      ],
      explanation:
        "PyArray_Nonzero in numpy/_core/src/multiarray/item_selection.c counts first (so that memory is allocated once) and then walks with an iterator in C order. A mask inside a bigger index, a[mask, 2], is replaced by its nonzero lists before anything else happens: that is why a mask of two axes uses up two axes.",
    },
    {
      id: "4.05",
      name: "outer-indexing",
      kind: "implement",
      points: 6,
      drawn: { result: "elements" },
      rules: { forbid: ["np.ix_", "np.take", ".take", ".get"] },
      hints: [
        "You want rows 0 and 2, columns 1, 3 and 5. How many elements is that? How many does a[[0, 2], [1, 3]] have?",
        "ix: list k has its length on axis k and 1 elsewhere. outerIndex: places so far × positions of the next axis, from the first axis to the last.",
        "places = places.flatMap((place) => list.map((i) => place + i * view.strides[axis]!)); once for each axis, beginning with [view.offset].",
      ],
      explanation:
        "np.ix_ (numpy/lib/_index_tricks_impl.py) does nothing but reshape: new.reshape((1,) * k + (size,) + (1,) * (nd - k - 1)). The combining is broadcasting's work. MATLAB, R and pandas' loc take two lists as a mesh; NumPy walks them together because that is the more general of the two: it can do the mesh, the mesh cannot do it.",
    },
    {
      id: "4.06",
      name: "mixed-index",
      kind: "predict",
      points: 14,
      drawn: { result: "elements" },
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
    {
      id: "4.07",
      name: "scatter",
      kind: "implement",
      points: 6,
      drawn: { result: "writes" },
      rules: { forbid: ["np.put", ".put", ".set", "np.place"] },
      hints: [
        "Element 4 of a 2 x 3 table: in which row is it, and in which column? And element 17 of a 2 x 3 x 4 one?",
        "The last axis' index is n % length; go on with Math.floor(n / length) for the next axis to the left. Place = offset + Σ index * stride. Check all indices before you write.",
        "for (let axis = last; axis >= 0; axis--) { place += (rest % length) * stride; rest = Math.floor(rest / length); }",
      ],
      explanation:
        "PyArray_PutTo in numpy/_core/src/multiarray/item_selection.c works on contiguous memory only: for any other view it makes a copy first and writes that back at the end (WRITEBACKIFCOPY). You write to the right places at once. np.put does not promise who wins among equal indices; in practice, and here, it is the last.",
    },
    {
      id: "4.08",
      name: "add-at",
      kind: "fix",
      points: 8,
      after: ["4.02"],
      hints: [
        "Follow three votes for the same number through the three lines of addAt, with a pencil.",
        "All reads come before the first write, so every vote sees the old total. Read, add and write for one index before the next one reads. The same loop counts, in one walk.",
        "for (const [k, place] of indices.entries()) totals[place] = … ; and countAt is the same with a fresh array and + 1.",
      ],
      explanation:
        "Python makes t = a[i]; t = t + v; a[i] = t of a[i] += v: three operations on whole arrays. np.add.at is unbuffered (ufunc_at in numpy/_core/src/umath/ufunc_object.c) and was slow for years, until a fast path for one index array came in 1.25; np.bincount has always been quick, for it is your loop in C.",
      limits: [
        {
          kind: "growth",
          points: 3,
          label: "countAt walks once, however many numbers there are",
          call: "countAt",
          of: "touches",
          sizes: [50, 100, 200, 400, 800],
          input: (draw) => [draw.integers(draw.n, 0, draw.n), draw.n],
          expected: (indices, size) =>
            Float64Array.from(
              { length: size as number },
              (_, place) => (indices as Int32Array).filter((index) => index === place).length,
            ),
          limit: 1.3,
          most: 20 * 800,
        },
      ],
    },
    {
      id: "4.09",
      name: "where-select",
      kind: "implement",
      points: 6,
      rules: { forbid: ["np.where", "np.select", "np.choose", ".get"] },
      hints: [
        "What does mask * a + (1 - mask) * b give where a is NaN and the mask is 0?",
        "where: one index, three layouts; read from a or from b, never from both. select: nest it, so that the first condition is the outermost.",
        "let result = otherwise; for the conditions from the last to the first: result = where(condition, choice, result).",
      ],
      explanation:
        "PyArray_Where in numpy/_core/src/multiarray/multiarraymodule.c broadcasts the three (topic 5) and promotes a and b to one dtype (1.10), then walks them in one loop. Both sides have been computed before it is called: np.where(x > 0, np.log(x), 0) still takes the logarithm of everything, and warns. Use np.log(x, where=x > 0) instead.",
    },
    {
      id: "4.10",
      name: "take-along-axis",
      kind: "implement",
      points: 8,
      drawn: { result: "elements" },
      rules: { forbid: ["np.argsort", "np.sort", "np.take_along_axis", "np.lexsort"] },
      hints: [
        "Three runners took 30, 10 and 20 minutes. Who was first, second, third? That list is argsort.",
        "argsort: sort the positions by their elements, with a comparison that puts NaN last. takeAlong: read at indices' own index, but with the position in place of the axis' own part.",
        "const order = [...line.keys()].sort((i, j) => compare(line[i]!, line[j]!)); and view.data[offsetOf(view, index.with(axis, position))].",
      ],
      explanation:
        "np.take_along_axis (numpy/lib/_shape_base_impl.py) is one fancy index: arr[_make_along_axis_idx(…)], with np.arange(n) reshaped for every other axis, as in 4.05. argsort has loops for each dtype (numpy/_core/src/npysort/), where `LT` treats NaN as largest: a < b || (b != b && a == a).",
    },
    {
      id: "4.11",
      name: "unique-inverse",
      kind: "implement",
      points: 6,
      rules: {
        forbid: [
          "np.unique",
          "np.unique_all",
          "np.unique_inverse",
          "np.unique_counts",
          "np.unique_values",
          "np.sort",
          "np.argsort",
        ],
      },
      hints: [
        "Sort the cards of a deck. Equal ones lie together now. How do you remember where each of them came from?",
        "Sort the positions by their elements. Walk through them: a new value opens a new group; every position gets the number of its group. NaN needs a comparison that puts it last and equal to itself.",
        "const order = Int32Array.from(a, (_, i) => i).sort((i, j) => compare(a[i]!, a[j]!)); then one walk over order with counts and inverse.",
      ],
      explanation:
        "_unique1d in numpy/lib/_arraysetops_impl.py: perm = argsort, a mask of aux[1:] != aux[:-1] marks the new values, cumsum(mask) - 1 numbers the groups, and inverse[perm] = that. No loop at all: try it when you have done 5.09. Since 2.3 NumPy also has a hash table for it, when the order is not asked for.",
    },
    {
      id: "4.12",
      name: "searchsorted",
      kind: "implement",
      points: 6,
      rules: { forbid: ["np.searchsorted", "np.digitize", ".searchsorted"] },
      hints: [
        "I think of a number from 0 to 1000. How do you find it with ten questions?",
        'low = 0, high = n: the place is somewhere in between, both included. Ask the middle: if it comes before v, low = middle + 1, else high = middle. For "right", equal numbers come before v too.',
        'while (low < high) { const middle = …; if (side === "left" ? x < v : x <= v) low = middle + 1; else high = middle; }',
      ],
      explanation:
        "numpy/_core/src/npysort/binsearch.cpp is this loop for each dtype, with one trick: the keys are often sorted themselves, so if the next key is larger than the last one, low stays where it is. np.digitize is searchsorted by another name, and np.histogram uses it for bins of unequal width.",
      limits: [
        {
          kind: "touches",
          points: 2,
          label: "at most 2 log2(n) + 4 reads for each number",
          call: "searchsorted",
          input: (draw) => [
            draw
              .integers(500, 0, 40)
              .toSorted()
              .reduce((a, x, i) => a.fill(x, i), new Float64Array(500)),
            draw.floats(20, -5, 45).map(Math.round),
            "right",
          ],
          expected: (sorted, numbers) =>
            Int32Array.from(
              numbers as Float64Array,
              (v) => (sorted as Float64Array).findLastIndex((x) => x <= v) + 1,
            ),
          count: "reads",
          limit: 460, // 20 numbers, and for each 2 * 9 + 4 reads of sorted and one of itself
        },
      ],
    },
    {
      id: "4.13",
      name: "group-means",
      kind: "implement",
      points: 10,
      after: ["4.08"],
      rules: { loops: false },
      hints: [
        "A mean is a sum over a count. Which function counts labels, and which option makes it add weights instead?",
        "groupMeans: two bincounts and a division. topK: a stable argsort of the negated values. oneHot: rows of the unit matrix, picked by the labels.",
        "np.bincount(labels, { weights: values, minlength: groups }); np.argsort(np.negative(…), { stable: true }).get(np.slice(0, k)); np.eye(groups).get(…).",
      ],
      explanation:
        "These three are half of everyday data work: groupby, ranking, categories. pandas' groupby.mean is a bincount with weights in Cython; np.argpartition finds the k largest without sorting the rest; and oneHot as a pick from np.eye is the oldest trick in the book. Divisions by empty groups give NaN with a warning in NumPy, without one here.",
    },
  ],
});

export default topic;
