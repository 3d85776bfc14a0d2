/** Indexing and slicing: the exercises in order, with points, hints, explanations and limits. */
import { type Topic, defineTopic } from "@deep-dive/grader/topic";
import type { PlainView } from "@deep-dive/ndarray/testing";

const topic: Topic = defineTopic({
  id: "02-indexing",
  title: "Indexing and slicing",
  exercises: [
    {
      id: "2.01",
      name: "offset-of",
      kind: "implement",
      points: 6,
      drawn: { result: "place" },
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
      id: "2.02",
      name: "negative-index",
      kind: "implement",
      points: 6,
      drawn: { result: "elements" },
      hints: [
        "Five elements. Write under each its two indices, the one from the front and the one from the back.",
        "Allowed are -n to n - 1. Negative ones get n added, once. Everything else throws, with the index as it was written.",
        "if (index < -n || index >= n) throw …; return index < 0 ? index + n : index;",
      ],
      explanation:
        "check_and_adjust_index in numpy/_core/src/multiarray/common.h is these three lines. Each axis is checked by itself: without that, a[0, 4] of a 2 x 3 table would quietly be an element of the next row, for the formula of 2.01 knows no rows.",
    },
    {
      id: "2.03",
      name: "slice-indices",
      kind: "implement",
      points: 12,
      drawn: { result: "positions" },
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
      id: "2.04",
      name: "slice-view-1d",
      kind: "implement",
      points: 6,
      drawn: {},
      rules: { forbid: [".get"] },
      hints: [
        "Which three numbers describe every second element, from the third one on?",
        "length = how many steps fit; stride = old stride * step; offset = old offset + start * old stride.",
        "const [start, stop, step] = sliceIndices(slice, line.shape[0]!); then return { data: line.data, shape: [length], strides: […], offset: … }",
      ],
      explanation:
        "get_view_from_index in numpy/_core/src/multiarray/mapping.c computes the same three numbers. That is why a[::2] returns at once, whatever a's size; why a[::2] = 0 changes a; and why a small slice keeps a large array alive.",
      limits: [
        {
          kind: "touches",
          points: 1,
          label: "makes the view without reading or writing an element",
          call: "sliceView",
          input: (draw) => [
            { data: draw.floats(100), shape: [100], strides: [1], offset: 0 },
            [10, 90, 3],
          ],
          expected: (line) => ({ ...(line as PlainView), shape: [27], strides: [3], offset: 10 }),
          limit: 0,
        },
      ],
    },
    {
      id: "2.05",
      name: "slice-nd",
      kind: "implement",
      points: 10,
      drawn: {},
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
          expected: (view) => ({
            ...(view as PlainView),
            shape: [4, 20],
            strides: [40, -1],
            offset: 39,
          }),
          limit: 0,
        },
      ],
    },
    {
      id: "2.06",
      name: "slice-of-slice",
      kind: "implement",
      points: 8,
      rules: { forbid: ["np.slice", "np.arange", ".get"] },
      hints: [
        "range(10)[1:][::2] is range(1, 10, 2). What is range(10)[::-1][::2]? Write down its positions.",
        "Element k of the first slice is position start + k * step. Put the second walk's k in: new start = start + start2 * step, new step = step * step2, and as many positions as the second walk has.",
        "const from = start + start2 * step; const by = step * step2; const end = from + left * by; return [from, end < 0 ? … : end, by];",
      ],
      explanation:
        "This is why views of views never chain: in NumPy a[s][t] has the same base as a[s] and its own strides and offset, as if you had written the one slice. Mathematicians call it closure; databases and compilers, who do it all the time, call it fusion.",
    },
    {
      id: "2.07",
      name: "int-drops-axis",
      kind: "implement",
      points: 8,
      drawn: {},
      rules: { forbid: [".get"] },
      hints: [
        "Compare the offsets of a[1] and a[1:2]. What is the same, and what is not?",
        "An integer adds position * stride to the offset, and nothing to shape and strides. A slice does what it did in 2.05.",
        'for each axis of the view: if (typeof part === "number") { offset += position(part, axis, n) * stride; continue; } else push the length and the stride.',
      ],
      explanation:
        "In NumPy's get_view_from_index (mapping.c) the cases HAS_INTEGER and HAS_SLICE stand side by side: the first only adds to data_ptr, the second also writes a new dimension. A full integer index is the exception: a[2, 1] returns a scalar in NumPy, a copy of the element. In this library it is a 0-d view.",
    },
    {
      id: "2.08",
      name: "ellipsis-newaxis",
      kind: "implement",
      points: 8,
      drawn: {},
      rules: { forbid: [".get", "np.expand_dims", "np.newaxis"] },
      hints: [
        'In a[..., 0], how many axes must "..." stand for if a has 3? If it has 7? If it has 1?',
        '"..." stands for ndim minus the number of integers and slices; an index without it has one at the end. A new axis takes the next place in the result; an integer takes none.',
        'const used = parts.filter((part) => part !== "..." && part !== null).length; flatMap replaces "..." by ndim - used whole slices.',
      ],
      explanation:
        "prepare_index in numpy/_core/src/multiarray/mapping.c does this before anything else: it counts used_ndim and new_ndim, notes where the ellipsis stands (one is appended if there is none), and gives it the rest. A new axis has stride 0 in NumPy, too: there is nowhere to step to.",
    },
    {
      id: "2.09",
      name: "slice-assign",
      kind: "implement",
      points: 10,
      drawn: { result: "writes" },
      tracks: ["fast"],
      rules: { forbid: [".set", ".get", "np.copyto"] },
      hints: [
        "Write a[1:] = a[:-1] as a loop over i, for a = [0, 1, 2, 3], and follow it with a pencil. What is a[1] when it is read?",
        "Target index [i, j] takes value's element [i, j] or [j]: the last axes line up. Read all values before you write the first one.",
        "const values = indices.map((index) => source.data[offsetOf(source, index.slice(lacking))]!); and only then the loop that writes.",
      ],
      explanation:
        "array_assign_array in numpy/_core/src/multiarray/array_assign_array.c asks first whether the two arrays overlap (arrays_overlap), and copies the source if they do and if the order of walking does not save it. Until NumPy 1.13 it did not ask, and a[1:] = a[:-1] depended on the size of the buffer. C's memmove and memcpy are the same story.",
    },
    {
      id: "2.10",
      name: "transpose-family",
      kind: "implement",
      points: 8,
      drawn: {},
      rules: {
        forbid: [
          "np.transpose",
          "np.swapaxes",
          "np.moveaxis",
          "np.permute_dims",
          ".transpose",
          ".T",
        ],
      },
      hints: [
        "A 2 x 3 table has strides [3, 1]. What must the strides of its transpose be, so that [2, 1] of it is [1, 2] of the table?",
        "Place k of the result takes length and stride from axis axes[k]. Data and offset stay. The other two functions only make the list of axes.",
        "from = axes, made non-negative and checked; shape: from.map((axis) => view.shape[axis]!), and the same for strides.",
      ],
      explanation:
        "PyArray_Transpose in numpy/_core/src/multiarray/shape.c copies dimensions[permutation[i]] and strides[permutation[i]] and touches no element; swapaxes and moveaxis make the permutation. The cost comes later: whoever walks a transpose row by row jumps through the memory (topic 6).",
      limits: [
        {
          kind: "touches",
          points: 1,
          label: "turns the axes without reading or writing an element",
          call: "transpose",
          input: (draw) => [
            { data: draw.floats(120), shape: [4, 5, 6], strides: [30, 6, 1], offset: 0 },
            [1, 2, 0],
          ],
          expected: (view) => ({ ...(view as PlainView), shape: [5, 6, 4], strides: [6, 1, 30] }),
          limit: 0,
        },
      ],
    },
    {
      id: "2.11",
      name: "reshape",
      kind: "implement",
      points: 14,
      drawn: {},
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
          expected: (view) => ({ ...(view as PlainView), shape: [2, 20, 6], strides: [120, 6, 1] }),
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
          expected: (view) => ({
            data: (view as PlainView).data.map(
              (_, k, data) => data[(k % 10) * 24 + Math.floor(k / 10)]!,
            ),
            shape: [240],
            strides: [1],
            offset: 0,
          }),
          limit: 480,
        },
      ],
    },
    {
      id: "2.12",
      name: "flip-rot90",
      kind: "implement",
      points: 6,
      drawn: {},
      rules: { forbid: ["np.flip", "np.fliplr", "np.flipud", "np.rot90", ".get"] },
      hints: [
        "Hold a sheet of paper with 1 2 3 / 4 5 6, and turn it. Which column is on top afterwards?",
        "flip: offset moves to the last element of the axis, (n - 1) * stride further; the stride changes its sign. A quarter turn is flip along axis 1, then transpose. k counts modulo 4, and JS's % keeps the sign.",
        "switch (((k % 4) + 4) % 4) { case 1: transpose of flip(view, 1); case 2: both flips; case 3: flip along axis 1 of the transpose }",
      ],
      explanation:
        "np.flip is m[::-1] on the right axis, and np.rot90 is transpose(flip(m, axes[1])) for k = 1 (numpy/lib/_function_base_impl.py). So turning a photo of 50 megapixels costs nothing until somebody writes it to a file.",
    },
    {
      id: "2.13",
      name: "index-string",
      kind: "predict",
      points: 12,
      rules: { only: ["np.ValueError", "np.IndexError"] },
      hints: [
        "For each card ask: where does it begin (offset), how far is the next one along each axis (strides), how many are there (shape)?",
        'Text: split at commas, trim, then "...", "None", an integer if there is no colon, else a slice with one or two colons whose empty bounds are null. Number("") is 0: beware.',
        "function integer(text): if empty, null; if /^[+-]?\\d+$/ does not match, throw; else Number(text).",
      ],
      explanation:
        'In Python the parser does this for NumPy: between the brackets it makes a tuple of integers, slice objects, Ellipsis and None, and hands it to __getitem__. JS has no such syntax, so this library takes the parts as arguments, and slices as text: a.get("1:-1:2", "...", null).',
    },
  ],
});

export default topic;
