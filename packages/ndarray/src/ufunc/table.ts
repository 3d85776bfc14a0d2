/**
 * The ufunc table: one row for each of NumPy's universal functions.
 *
 * Knows names, loops and identities. A new ufunc is a row here and a row of scalars in `kernels/js/`.
 */
import { binaryUfunc, type BinaryUfunc } from "./ufunc.ts";
import { loops } from "./row.ts";

const NUMBERS = "bBhHiIqQefdFD";

/** x1 + x2, element by element; booleans are or-ed. Source: numpy.add */
export const add: BinaryUfunc = binaryUfunc({
  name: "add",
  nin: 2,
  nout: 1,
  loops: loops(`?${NUMBERS}`, "$$->$"),
  identity: 0,
  isReorderable: true,
});

/** x1 - x2, element by element. Source: numpy.subtract */
export const subtract: BinaryUfunc = binaryUfunc({
  name: "subtract",
  nin: 2,
  nout: 1,
  loops: loops(NUMBERS, "$$->$"),
  refusal: (names) =>
    names.every((n) => n === "bool")
      ? "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead."
      : null,
});

/** x1 * x2, element by element; booleans are and-ed. Source: numpy.multiply */
export const multiply: BinaryUfunc = binaryUfunc({
  name: "multiply",
  nin: 2,
  nout: 1,
  loops: loops(`?${NUMBERS}`, "$$->$"),
  identity: 1,
  isReorderable: true,
});
