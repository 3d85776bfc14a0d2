/**
 * The operators as methods: JS cannot overload `+`, so `a.add(b)` it is.
 *
 * Every entry is a ufunc with the array as its first input; the table below and the interface are one list.
 * Source: https://numpy.org/doc/stable/reference/arrays.ndarray.html#arithmetic-matrix-multiplication-and-comparison-operations
 */
import { NDArray } from "../array/ndarray.ts";
import type { DTypeName } from "../dtype/dtype.ts";
import type { Meet, Quotient } from "../dtype/result.ts";
import * as arithmetic from "../ufunc/arithmetic.ts";
import * as bitwise from "../ufunc/bitwise.ts";
import type { UfuncOptions } from "../ufunc/call.ts";
import * as comparison from "../ufunc/comparison.ts";
import { attach } from "./attach.ts";

/** A binary operator whose result has the dtype that both operands meet in. */
interface Promoting<N extends DTypeName> {
  <Y>(other: Y): NDArray<Meet<NDArray<N>, Y>>;
  (other: unknown, options?: UfuncOptions): NDArray;
}
/** A true division. */
interface Dividing<N extends DTypeName> {
  <Y>(other: Y): NDArray<Quotient<Meet<NDArray<N>, Y>>>;
  (other: unknown, options?: UfuncOptions): NDArray;
}
/** A binary operator: the other operand, then the ufunc's options. */
type Operator = (other: unknown, options?: UfuncOptions) => NDArray;
/** A comparison gives booleans. */
type Comparison = (other: unknown, options?: UfuncOptions) => NDArray<"bool">;
type Unary = (options?: UfuncOptions) => NDArray;

declare module "../array/ndarray.ts" {
  // The parameter must be spelled as in the class.
  // oxlint-disable-next-line no-unused-vars
  interface NDArray<N extends DTypeName = DTypeName> {
    /** `a + b` */
    readonly add: Promoting<N>;
    /** `a - b` */
    readonly subtract: Promoting<N>;
    /** `a * b` */
    readonly multiply: Promoting<N>;
    /** `a / b` */
    readonly divide: Dividing<N>;
    /** `a // b` */
    readonly floor_divide: Operator;
    /** `a % b` */
    readonly remainder: Operator;
    /** `a % b` */
    readonly mod: Operator;
    /** `divmod(a, b)` */
    readonly divmod: (other: unknown, options?: UfuncOptions) => [NDArray, NDArray];
    /** `a ** b` */
    readonly pow: Operator;
    /** `a ** b` */
    readonly power: Operator;
    /** `-a` */
    readonly negative: Unary;
    /** `+a` */
    readonly positive: Unary;
    /** `abs(a)` */
    readonly abs: Unary;
    /** `abs(a)` */
    readonly absolute: Unary;
    /** `a == b` */
    readonly equal: Comparison;
    /** `a != b` */
    readonly not_equal: Comparison;
    /** `a < b` */
    readonly less: Comparison;
    /** `a <= b` */
    readonly less_equal: Comparison;
    /** `a > b` */
    readonly greater: Comparison;
    /** `a >= b` */
    readonly greater_equal: Comparison;
    /** `a & b` */
    readonly bitwise_and: Promoting<N>;
    /** `a | b` */
    readonly bitwise_or: Promoting<N>;
    /** `a ^ b` */
    readonly bitwise_xor: Promoting<N>;
    /** `~a` */
    readonly invert: Unary;
    /** `~a` */
    readonly bitwise_invert: Unary;
    /** `a << b` */
    readonly left_shift: Operator;
    /** `a << b` */
    readonly bitwise_left_shift: Operator;
    /** `a >> b` */
    readonly right_shift: Operator;
    /** `a >> b` */
    readonly bitwise_right_shift: Operator;
    /** The complex conjugate. */
    readonly conj: Unary;
    /** The complex conjugate. */
    readonly conjugate: Unary;
  }
}

const BINARY = {
  ...pick(arithmetic, [
    "add",
    "subtract",
    "multiply",
    "divide",
    "floor_divide",
    "remainder",
    "mod",
    "divmod",
    "pow",
    "power",
  ]),
  ...pick(comparison, ["equal", "not_equal", "less", "less_equal", "greater", "greater_equal"]),
  ...pick(bitwise, [
    "bitwise_and",
    "bitwise_or",
    "bitwise_xor",
    "left_shift",
    "bitwise_left_shift",
    "right_shift",
    "bitwise_right_shift",
  ]),
};

const UNARY = {
  ...pick(arithmetic, ["negative", "positive", "abs", "absolute"]),
  ...pick(bitwise, ["invert", "bitwise_invert"]),
  conj: conjugated,
  conjugate: conjugated,
};

/** The complex conjugate; an array that is not complex is its own. */
function conjugated(a: NDArray, options?: UfuncOptions): NDArray {
  return a.dtype.kind === "c" || options !== undefined ? arithmetic.conjugate(a, options) : a;
}

function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>; // those names, with their values
}

const methods: Record<string, unknown> = {};
for (const [name, ufunc] of Object.entries(BINARY)) {
  methods[name] = function (this: NDArray, other: unknown, options?: UfuncOptions): unknown {
    return ufunc(this, other, options);
  };
}
for (const [name, ufunc] of Object.entries(UNARY)) {
  methods[name] = function (this: NDArray, options?: UfuncOptions): unknown {
    return ufunc(this, options);
  };
}
attach(NDArray, methods);
