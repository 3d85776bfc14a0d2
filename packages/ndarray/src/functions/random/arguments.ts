/**
 * How the generator's methods are called: NumPy's parameters in order, the rest by keyword in one object at the end.
 *
 * Knows names and shapes, draws nothing.
 */
import { type ArrayLike as Arrays, toArray } from "../../array/convert.ts";
import { NDArray } from "../../array/ndarray.ts";
import { float64 } from "../../dtype/dtype.ts";
import { ValueError, tupleText } from "../../errors.ts";
import { copyElements, scratch } from "../../kernels/copy.ts";
import { broadcastShapes, sameShape } from "../../layout/broadcast.ts";
import { sizeOf, type Shape } from "../../layout/layout.ts";
import { isOptions } from "../../options.ts";
import { lineUp } from "../../ufunc/call.ts";
import { broadcast_shapes } from "../broadcasting.ts";
import { type ShapeLike, toShape } from "../creation.ts";
import { doubles } from "../dense.ts";

/** The arguments by name; those left out are undefined. @throws {TypeError} for a name that does not exist */
export function named(names: readonly string[], args: readonly unknown[]): Record<string, unknown> {
  const last = args.at(-1);
  const hasOptions = isOptions(last);
  const positional = hasOptions ? args.slice(0, -1) : args;
  const result: Record<string, unknown> = {};
  positional.forEach((value, i) => {
    const name = names[i];
    if (name === undefined)
      throw new TypeError(`expected at most ${names.length} arguments, got ${positional.length}`);
    if (value !== null) result[name] = value;
  });
  for (const [name, value] of Object.entries(hasOptions ? last : {})) {
    if (!names.includes(name)) throw new TypeError(`got an unexpected keyword argument '${name}'`);
    if (value !== undefined && value !== null) result[name] = value;
  }
  return result;
}

/** What is wrong with a parameter's value, or null. */
export type Check = (value: number, name: string) => string | null;

/** One parameter of a distribution: its name, its default (none if it is required), what it may be. */
export type Parameter = readonly [name: string, fallback: number | null, check: Check];

/** The parameters of one draw: numbers where none is an array, else lists of the result's size. */
export type Drawn =
  | { readonly kind: "numbers"; readonly values: readonly number[] }
  | { readonly kind: "lists"; readonly lists: readonly Float64Array[]; readonly shape: Shape };

/** What several values together may not be, and the sentence for it. */
export type Rule = readonly [
  sentence: string,
  isBroken: (a: number, b: number, c: number) => boolean,
];

/** The parameters of a distribution, and what is asked of them before anything is drawn. */
export interface Demands {
  /** In the order in which they are looked at. */
  readonly parameters: readonly Parameter[];
  /** In the order in which they are given, if that is another. */
  readonly names?: readonly string[];
  /** Asked first. */
  readonly rules?: readonly Rule[];
}

/** The parameters' values, checked; arrays broadcast together, and to the size where that is given, which is read last. */
export function readParameters(
  { parameters, rules = [] }: Demands,
  given: Record<string, unknown>,
): { read: Drawn; size: Shape | null } {
  const values = parameters.map(([name, fallback]) => {
    const value = given[name] ?? fallback;
    if (value === null) throw new TypeError(`missing required argument '${name}'`);
    return typeof value === "number" ? value : toArray(value, float64);
  });
  if (!values.some((v) => v instanceof NDArray && v.ndim > 0)) {
    const numbers = values.map((v) => (typeof v === "number" ? v : Number(v.item())));
    verifyTogether(
      rules,
      numbers.map((x) => [x]),
    );
    numbers.forEach((x, i) => verify(parameters[i]!, x));
    return { read: { kind: "numbers", values: numbers }, size: readSize(given["size"]) };
  }
  const shapes = values.map((v) => (v instanceof NDArray ? v.shape : []));
  if (rules.length > 0) {
    const shape = broadcastShapes(shapes);
    verifyTogether(
      rules,
      values.map((v) => flatList(v, shape)),
    );
  }
  values.forEach((v, i) => {
    for (const x of doubles(toArray(v))) verify(parameters[i]!, x, v instanceof NDArray);
  });
  const size = readSize(given["size"]);
  const shape = broadcast_shapes(...(size === null ? [] : [size]), ...shapes);
  checkSize(size, shape);
  return {
    read: { kind: "lists", lists: values.map((v) => flatList(v, shape)), shape },
    size,
  };
}

/** @throws {ValueError} when a size is not what it and the inputs broadcast to */
export function checkSize(size: Shape | null, shape: Shape): void {
  if (size === null || sameShape(shape, size)) return;
  throw new ValueError(
    `Output size ${tupleText(size, ", ")} is not compatible with broadcast dimensions of inputs ${tupleText(shape, ", ")}.`,
  );
}

function verify([name, , check]: Parameter, value: number, isOfArray = false): void {
  const wrong = check(value, name);
  if (wrong !== null)
    throw new ValueError(isOfArray ? wrong.replace(/ is NaN$/, " contains NaNs") : wrong);
}

function verifyTogether(rules: readonly Rule[], lists: readonly ArrayLike<number>[]): void {
  const [first, second, third] = lists;
  for (const [sentence, isBroken] of rules) {
    for (let k = 0; k < first!.length; k++)
      if (isBroken(first![k]!, second?.[k] ?? 0, third?.[k] ?? 0)) throw new ValueError(sentence);
  }
}

/** The elements of `x`, broadcast to `shape`, as doubles in C order. */
function flatList(x: Arrays, shape: Shape): Float64Array {
  const from = lineUp(toArray(x, float64), shape);
  const to = scratch(float64, shape);
  copyElements(from, to, shape);
  return new Float64Array(to.memory.buffer, 0, sizeOf(shape));
}

/** A size, which may be left out. */
export function readSize(size: unknown): Shape | null {
  return size === undefined ? null : toShape(size as ShapeLike); // toShape checks what it is given
}

/** Nothing is wrong with any value. */
export const anything: Check = () => null;

export const nonNegative: Check = (value, name) =>
  value < 0 || Object.is(value, -0) ? `${name} < 0` : null;

export const positive: Check = (value, name) => (value > 0 ? null : `${name} <= 0`);

export const probability: Check = (value, name) =>
  value >= 0 && value <= 1 ? null : `${name} < 0, ${name} > 1 or ${name} is NaN`;

export const positiveProbability: Check = (value, name) =>
  value > 0 && value <= 1 ? null : `${name} <= 0, ${name} > 1 or ${name} contains NaNs`;

export const properProbability: Check = (value, name) =>
  value >= 0 && value < 1 ? null : `${name} < 0, ${name} >= 1 or ${name} is NaN`;

export const aboveOne: Check = (value, name) =>
  value > 1 ? null : `${name} <= 1 or ${name} is NaN`;

const MAX_RATE = 9.223372006484771e18; // beyond it a count may not fit 64 bits

export const rate: Check = (value, name) => {
  if (!(value >= 0)) return `${name} < 0 or ${name} is NaN`;
  return value > MAX_RATE ? `${name} value too large` : null;
};
