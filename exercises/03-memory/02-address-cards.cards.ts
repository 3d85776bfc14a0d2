/** Cards about the byte at which an element begins. */
import type { Card, Deck } from "@deep-dive/grader/cards";
import * as np from "@deep-dive/ndarray";

type Shape = readonly number[];

const tuple = (shape: Shape): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;

const address = (a: np.NDArray, index: Shape): number =>
  index.reduce((at, i, axis) => at + i * a.strides[axis]!, a.offset);

/** The array that `a` is, and the memory's order, where that is the question. */
interface Made {
  readonly dtype: np.DTypeName;
  readonly shape: Shape;
  readonly order?: "C" | "F";
}

/** The byte of `index` in `view` of a fresh array; `how` is its text. */
function card(how: string, made: Made, index: Shape, view: (a: np.NDArray) => np.NDArray): Card {
  const { dtype, shape, order } = made;
  const element = `${how}[${index.join(", ")}]`;
  const shown = (): np.NDArray => view(np.zeros(shape, { dtype, order: order ?? "C" }));
  return {
    id: `${element} of ${dtype} ${tuple(shape)}${order === undefined ? "" : ` order ${order}`}`,
    prompt: `a has dtype ${dtype}, shape ${tuple(shape)} and order ${order ?? "C"}. At which byte does ${element} begin?`,
    shows: shown,
    truth: () => address(shown(), index),
  };
}

const fresh = (order: "C" | "F", dtype: np.DTypeName, shape: Shape, index: Shape): Card =>
  card("a", { dtype, shape, order }, index, (a) => a);

/** A view of a fresh array in order C; `how` says which: `a[1:]`. */
const seen = (
  dtype: np.DTypeName,
  shape: Shape,
  how: string,
  index: Shape,
  view: (a: np.NDArray) => np.NDArray,
): Card => card(how, { dtype, shape }, index, view);

/** `a[rows, columns]`, by slices as they are written. */
const sliced = (dtype: np.DTypeName, shape: Shape, slices: readonly string[], index: Shape): Card =>
  seen(dtype, shape, `a[${slices.join(", ")}]`, index, (a) => a.get(...slices));

const stretched = (dtype: np.DTypeName, n: number, rows: number, index: Shape): Card =>
  seen(dtype, [n], `broadcast_to(a, (${rows}, ${n}))`, index, (a) => np.broadcast_to(a, [rows, n]));

export const deck: Deck = {
  about:
    "Each answer is a byte, counted from the first byte of the memory's owner. Arrays are fresh, views are views of a fresh array in order C.",
  families: [
    {
      name: "order C",
      cards: [
        fresh("C", "float64", [3, 4], [1, 2]),
        fresh("C", "float64", [2, 5], [1, 3]),
        fresh("C", "int32", [3, 4], [2, 1]),
        fresh("C", "int16", [4, 3], [3, 1]),
      ],
    },
    {
      name: "order F",
      cards: [
        fresh("F", "float64", [3, 4], [1, 2]),
        fresh("F", "float64", [2, 5], [1, 3]),
        fresh("F", "int32", [3, 4], [2, 1]),
        fresh("F", "int16", [4, 3], [3, 1]),
      ],
    },
    {
      name: "three axes",
      cards: [
        fresh("C", "int16", [3, 4, 5], [2, 0, 1]),
        fresh("C", "float32", [2, 3, 4], [1, 2, 3]),
        fresh("C", "int8", [2, 5, 10], [1, 4, 7]),
        fresh("C", "float64", [4, 2, 3], [3, 1, 0]),
      ],
    },
    {
      name: "rows left out",
      cards: [
        sliced("int32", [3, 4], ["1:"], [0, 1]),
        sliced("float64", [4, 2], ["2:"], [1, 1]),
        sliced("int16", [5, 3], ["3:"], [1, 2]),
        sliced("float32", [3, 5], ["1:"], [1, 0]),
      ],
    },
    {
      name: "backwards",
      cards: [
        sliced("float32", [5], ["::-1"], [1]),
        sliced("float64", [4], ["::-1"], [0]),
        sliced("int16", [6], ["::-1"], [4]),
        sliced("int32", [7], ["::-1"], [2]),
      ],
    },
    {
      name: "transposed",
      cards: [
        seen("float64", [3, 4], "a.T", [3, 1], (a) => a.T),
        seen("int32", [2, 5], "a.T", [4, 1], (a) => a.T),
        seen("int16", [4, 3], "a.T", [1, 3], (a) => a.T),
        seen("float32", [5, 2], "a.T", [0, 3], (a) => a.T),
      ],
    },
    {
      name: "steps on both axes",
      cards: [
        sliced("float64", [6, 6], ["::2", "1::3"], [1, 1]),
        sliced("int32", [4, 6], ["1::2", "::2"], [1, 2]),
        sliced("int16", [6, 4], ["::3", "1::2"], [1, 1]),
        sliced("float32", [5, 5], ["1::3", "2::2"], [1, 1]),
      ],
    },
    {
      name: "stretched by broadcasting",
      cards: [
        stretched("int32", 3, 4, [3, 2]),
        stretched("float64", 2, 5, [4, 1]),
        stretched("int16", 4, 3, [2, 3]),
        stretched("float32", 5, 2, [1, 4]),
      ],
    },
    {
      name: "complex numbers",
      cards: [
        fresh("C", "complex128", [2, 3], [1, 0]),
        fresh("C", "complex64", [3, 2], [2, 1]),
        fresh("C", "complex128", [4, 1], [3, 0]),
        fresh("C", "complex64", [2, 4], [1, 3]),
      ],
    },
    {
      name: "the imaginary parts",
      cards: [
        seen("complex64", [4], "a.imag", [2], (a) => a.imag),
        seen("complex128", [3], "a.imag", [1], (a) => a.imag),
        seen("complex64", [6], "a.imag", [5], (a) => a.imag),
        seen("complex128", [5], "a.imag", [4], (a) => a.imag),
      ],
    },
  ],
};
