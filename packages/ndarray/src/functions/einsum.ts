/**
 * `einsum`: sums of products, told by labels.
 *
 * Operands are contracted in pairs, from the left or along a path that was searched for, each pair by a matrix
 * product where labels are shared. One operand alone needs no product: labels that repeat are a diagonal, labels
 * that vanish a sum, and what is left is a view.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.einsum.html
 */
import { toArray } from "../array/convert.ts";
import { emptyArray, emptyLike, freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DType, type DTypeLike, dtype as asDType } from "../dtype/dtype.ts";
import { type Casting, canCast } from "../dtype/promote.ts";
import { ValueError, cannotIterate, tupleText } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import type { Shape } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { type UfuncOrder, resultLayout } from "../ufunc/result.ts";
import { contract, contractedShape, summed } from "./contract.ts";
import { checkedOut, commonDType, dense, permuted } from "./dense.ts";
import type { Step } from "./einsum-path.ts";
import { type Optimize, pathFor, pathReport } from "./einsum-report.ts";
import { parseSubscripts } from "./einsum-subscripts.ts";
import { parseWords, wordLengths } from "./einsum-words.ts";

/** Where the result goes, and what it is computed in. */
interface EinsumOptions {
  readonly out?: NDArray | null | undefined;
  readonly dtype?: DTypeLike | null | undefined;
  readonly casting?: Casting | undefined;
  /** How a fresh result lies in memory; as the operands do (K) unless told, but in C order where `optimize` is on. */
  readonly order?: UfuncOrder | undefined;
  /** Which order of contraction to look for, or the path itself; from the left unless told. */
  readonly optimize?: Optimize | undefined;
}

/** An array with a label for each axis, none of them twice. */
interface Term {
  readonly array: NDArray;
  readonly labels: readonly string[];
  readonly isScratch: boolean;
}

/**
 * The sum of products that the subscripts tell: labels that repeat are multiplied, labels missing in the output summed.
 *
 * Without `->` the output has the labels that occur once, in alphabetical order; `...` stands for axes that
 * broadcast. Instead of a string, each operand may be followed by a list of label numbers. One operand whose
 * labels all stay gives a view.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.einsum.html
 *
 * @throws {ValueError} when the subscripts are not well formed, or do not fit the operands
 * @example einsum("ij,jk->ik", [[1, 2]], [[3], [4]]) // [[11]]
 */
export function einsum(subscripts: unknown, ...rest: readonly unknown[]): NDArray {
  const { text, operands, options } = argumentsOf([subscripts, ...rest]);
  const arrays = operands.map((x) => toArray(x));
  const path = pathOf(text, arrays, options.optimize ?? false);
  const { inputs, output } = parseSubscripts(
    text,
    arrays.map((a) => a.ndim),
  );
  const lengths = lengthsOf(arrays, inputs, output);
  const isAlone = arrays.length === 1 && (options.out ?? null) === null;
  const only = isAlone ? diagonalTerm(arrays[0]!, inputs[0]!, lengths) : null;
  if (only !== null && only.labels.length === output.length) return turnedTo(only, output);
  const dtype = options.dtype ? asDType(options.dtype) : commonDType(arrays);
  for (const [k, a] of arrays.entries()) {
    const casting = options.casting ?? "safe";
    if (!canCast(a.dtype, dtype, casting))
      throw new TypeError(cannotIterate(k, a.dtype.name, dtype.name, casting));
  }
  const terms = arrays.map((array, k) => diagonalTerm(array, inputs[k]!, lengths));
  const shape = output.map((l) => lengths.get(l)!); // parsing found every label in an input
  const out = checkedOut(
    options.out,
    shape,
    `output array has the wrong shape: expected ${tupleText(shape)}`,
  );
  const order = options.order ?? (path === null ? "K" : "C");
  const layout = resultLayout(
    terms.map((t) => spreadTo(t, output, shape)),
    shape,
    order,
  )(dtype);
  const last = contractAll(terms, output, dtype, path, out === null && layout.isC);
  noteTraffic(
    arrays.reduce((n, a) => n + a.size, 0),
    shape.reduce((n, length) => n * length, 1),
  );
  const turned = turnedTo(last, output);
  if (!last.isScratch && out === null && last.array.dtype === dtype) return turned;
  const result = out ?? emptyLike(layout, dtype);
  copyElements(turned, result, result.shape);
  if (last.isScratch) freeScratch(last.array);
  return result;
}

/** A view with the axes in the order of `output`, which names them all. */
function turnedTo({ array, labels }: Term, output: readonly string[]): NDArray {
  const places = output.map((l) => labels.indexOf(l));
  return places.every((place, k) => place === k) ? array : permuted(array, places);
}

/** A view in the shape of the output, with stride 0 where the term does not have the label. */
function spreadTo({ array, labels }: Term, output: readonly string[], shape: Shape): NDArray {
  const strides = output.map((l) => array.strides[labels.indexOf(l)] ?? 0);
  return viewStrided(array, shape, strides);
}

/** The steps that `optimize` asks for, or null for one step from the left. */
function pathOf(
  text: string,
  arrays: readonly NDArray[],
  optimize: Optimize,
): readonly Step[] | null {
  if (optimize === false) return null;
  const words = parseWords(
    text,
    arrays.map((a) => a.ndim),
  );
  return pathFor(
    words,
    wordLengths(
      words,
      arrays.map((a) => a.shape),
    ),
    optimize,
  );
}

/**
 * The order in which `einsum` would contract its operands, as `optimize` takes it, and a text about what it costs.
 *
 * Called as `einsum` is; `optimize` is "greedy" unless told. Letters that stand for `...` may be others than NumPy's.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.einsum_path.html
 *
 * @throws {ValueError} when the subscripts are not well formed, or do not fit the operands
 * @throws {TypeError} when `optimize` is nothing known
 * @example einsum_path("ij,jk,kl->il", ones([2, 9]), ones([9, 3]), ones([3, 4]))[0] // ["einsum_path", [0, 1], [0, 1]]
 */
export function einsum_path(
  subscripts: unknown,
  ...rest: readonly unknown[]
): [path: ["einsum_path", ...Step[]], report: string] {
  const { text, operands, options } = argumentsOf([subscripts, ...rest]);
  const shapes = operands.map((x) => toArray(x).shape);
  const words = parseWords(
    text,
    shapes.map((s) => s.length),
  );
  const path = pathFor(words, wordLengths(words, shapes), options.optimize ?? "greedy");
  return [["einsum_path", ...path], pathReport(words, shapes, path)];
}

/** The three ways of calling: text first, or operands with lists of numbers, and options last. */
function argumentsOf(given: readonly unknown[]): {
  text: string;
  operands: readonly unknown[];
  options: EinsumOptions;
} {
  const list = [...given];
  const tail = list.at(-1);
  const isOptions =
    tail === undefined ||
    (typeof tail === "object" &&
      tail !== null &&
      Object.getPrototypeOf(tail) === Object.prototype &&
      !("re" in tail));
  const options = (isOptions ? list.pop() : undefined) as EinsumOptions | undefined; // a plain object can be nothing else
  if (typeof list[0] === "string")
    return { text: list[0], operands: list.slice(1), options: options ?? {} };
  const letter = (n: unknown): string =>
    n === "..." ? "..." : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[Number(n)]!;
  const word = (labels: unknown): string => (labels as unknown[]).map(letter).join(""); // a list, in this form
  const count = Math.floor(list.length / 2);
  const operands = Array.from({ length: count }, (_, k) => list[2 * k]);
  const words = operands.map((_, k) => word(list[2 * k + 1]));
  const output = list.length % 2 === 1 ? `->${word(list.at(-1))}` : "";
  return { text: words.join(",") + output, operands, options: options ?? {} };
}

/** The length each label stands for; length 1 stretches. */
function lengthsOf(
  arrays: readonly NDArray[],
  inputs: readonly (readonly string[])[],
  output: readonly string[],
): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const [k, labels] of inputs.entries()) {
    const { shape } = arrays[k]!;
    for (const [axis, label] of labels.entries()) {
      const twin = labels.indexOf(label);
      const n = shape[axis]!;
      if (twin < axis && shape[twin] !== n && shape[twin] !== 1 && n !== 1) {
        const which =
          arrays.length === 1 && labels.every((l) => output.includes(l))
            ? "single operand"
            : `operand ${k}`;
        throw new ValueError(
          `dimensions in ${which} for collapsing index '${label}' don't match (${shape[twin]} != ${n})`,
        );
      }
      const known = lengths.get(label) ?? 1;
      if (known !== 1 && n !== 1 && known !== n) {
        throw new ValueError(
          `operands could not be broadcast together with remapped shapes [original->remapped]: ${arrays.map((a) => tupleText(a.shape)).join(" ")}`,
        );
      }
      if (n !== 1 || !lengths.has(label)) lengths.set(label, known === 1 ? n : known);
    }
  }
  return lengths;
}

/** Labels that repeat become a diagonal, axes of length 1 stretch. */
function diagonalTerm(
  array: NDArray,
  labels: readonly string[],
  lengths: ReadonlyMap<string, number>,
): Term {
  const distinct = [...new Set(labels)];
  const strides = distinct.map((label) =>
    labels.reduce(
      (sum, l, axis) => sum + (l === label && array.shape[axis] !== 1 ? array.strides[axis]! : 0),
      0,
    ),
  );
  const shape = distinct.map((label) => lengths.get(label)!); // every label has a length
  return { array: viewStrided(array, shape, strides), labels: distinct, isScratch: false };
}

function contractAll(
  terms: readonly Term[],
  output: readonly string[],
  dtype: DType,
  path: readonly Step[] | null,
  isFresh: boolean,
): Term {
  const left = [...terms];
  for (const step of path ?? [left.map((_, k) => k)]) {
    // Taken out from the right, so that places stay true; without a path the factors keep their order.
    const places = [...step].sort((i, j) => j - i);
    const taken = places.map((k) => left.splice(k, 1)[0]!); // a place among those that are left
    if (path === null) taken.reverse();
    let product = taken.shift()!;
    while (taken.length > 0) {
      const others = [...taken.slice(1), ...left];
      const kept = new Set([...output, ...others.flatMap((t) => t.labels)]);
      const second = taken.shift()!;
      product = multiplyPair(
        sumAway(product, (l) => kept.has(l) || second.labels.includes(l), dtype),
        second,
        kept,
        dtype,
        isFresh && others.length === 0 ? output : null,
      );
    }
    left.push(product);
  }
  return sumAway(left[0]!, (l) => output.includes(l), dtype);
}

/** The product of two terms. Where its labels come out as `result` has them, it is the array the caller gets. */
function multiplyPair(
  a: Term,
  second: Term,
  kept: ReadonlySet<string>,
  dtype: DType,
  result: readonly string[] | null,
): Term {
  const b = sumAway(second, (l) => kept.has(l) || a.labels.includes(l), dtype);
  const shared = a.labels.filter((l) => b.labels.includes(l));
  const stack = shared.filter((l) => kept.has(l));
  const sums = shared.filter((l) => !kept.has(l));
  const own = (t: Term): string[] => t.labels.filter((l) => !shared.includes(l));
  const places = (t: Term, labels: readonly string[]): number[] =>
    labels.map((l) => t.labels.indexOf(l));
  const [freeA, freeB] = [own(a), own(b)];
  const axes = {
    stackA: places(a, stack),
    stackB: places(b, stack),
    sumA: places(a, sums),
    sumB: places(b, sums),
    freeA: places(a, freeA),
    freeB: places(b, freeB),
  };
  const labels = [...stack, ...freeA, ...freeB];
  const isScratch = result === null || labels.join() !== result.join();
  const shape = contractedShape(a.array, b.array, axes);
  const array = isScratch ? scratchArray(shape, dtype) : emptyArray(shape, dtype);
  contract(a.array, b.array, axes, array);
  for (const t of [a, b]) if (t.isScratch) freeScratch(t.array);
  return { array, labels, isScratch };
}

/** Sums over the labels that nobody wants any more. */
function sumAway(term: Term, isKept: (label: string) => boolean, dtype: DType): Term {
  const gone = [...term.labels.keys()].filter((k) => !isKept(term.labels[k]!));
  if (gone.length === 0) return term;
  const cast = term.array.dtype === dtype ? term.array : dense(term.array, dtype);
  const array = summed(cast, gone);
  if (cast !== term.array) freeScratch(cast);
  if (term.isScratch) freeScratch(term.array);
  return { array, labels: term.labels.filter(isKept), isScratch: true };
}
