/**
 * Arbitraries of arrays, in every dtype, shape and layout, and of views of a given array.
 *
 * A failing case prints its elements and how they lie in memory.
 */
import fc from "fast-check";
import { toNested } from "../array/convert.ts";
import { getIndex } from "../array/access.ts";
import { viewStrided } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DTypeName, type Scalar, dtype as asDType } from "../dtype/dtype.ts";
import { sizeOf } from "../layout/layout.ts";
import { type ElementChoice, dtypes, elements } from "./dtypes.ts";
import { basicIndices } from "./indices.ts";
import { LAYOUTS, type LayoutName, laidOut } from "./layouts.ts";
import { type ShapeLimits, permutations, shapes } from "./shapes.ts";

/** What the generated arrays have in common; whatever is left out varies. */
export interface ArrayLimits<N extends DTypeName = DTypeName> {
  /** One dtype, several to choose from, or an arbitrary of names. */
  readonly dtype?: N | readonly N[] | fc.Arbitrary<N>;
  /** One shape, bounds of it, or an arbitrary of shapes. */
  readonly shape?: readonly number[] | ShapeLimits | fc.Arbitrary<readonly number[]>;
  /** One layout or several to choose from; all of them unless told. */
  readonly layout?: LayoutName | readonly LayoutName[];
  /** `"small"` (the default), `"any"`, or an arbitrary of elements. */
  readonly elements?: ElementChoice | fc.Arbitrary<Scalar>;
  /** Leaves out broadcast layouts, which are read-only. */
  readonly writeable?: boolean;
}

/**
 * Arrays: 0-d, empty, contiguous and not, in every dtype, unless the limits say otherwise.
 *
 * @example fc.property(arrays({ dtype: "float64", shape: { minDims: 1 } }), (a) => { … })
 */
export function arrays<N extends DTypeName = DTypeName>(
  limits: ArrayLimits<N> = {},
): fc.Arbitrary<NDArray<N>> {
  const { layout = LAYOUTS, elements: choice = "small", writeable = false } = limits;
  const names = (typeof layout === "string" ? [layout] : layout).filter(
    (l) => !writeable || l !== "broadcast",
  );
  return fc
    .tuple(dtypeChoice(limits.dtype), shapeChoice(limits.shape), fc.constantFrom(...names))
    .chain(([name, shape, how]) => {
      const size = sizeOf(shape);
      const element = typeof choice === "string" ? elements(name, choice) : choice;
      return fc
        .array(element, { minLength: size, maxLength: size })
        .map((values) => shown(laidOut(values, shape, asDType(name), how), how));
    });
}

/**
 * Views of `a`: basic indices, axes in another order, any number of times one after the other.
 *
 * @example fc.property(views(a), (view) => { … }) // view shares memory with a
 */
export function views<N extends DTypeName>(a: NDArray<N>): fc.Arbitrary<NDArray<N>> {
  const indexed = (from: NDArray<N>): fc.Arbitrary<NDArray<N>> =>
    // Basic indices keep the dtype.
    basicIndices(from.shape).map((parts) => getIndex(from, parts) as NDArray<N>);
  const permuted = (from: NDArray<N>): fc.Arbitrary<NDArray<N>> =>
    permutations(from.ndim).map((order) =>
      viewStrided(
        from,
        order.map((k) => from.shape[k]!),
        order.map((k) => from.strides[k]!),
      ),
    );
  return indexed(a)
    .chain((view) => fc.oneof(fc.constant(view), permuted(view), indexed(view)))
    .map((view) => shown(view, "view"));
}

function dtypeChoice<N extends DTypeName>(given: ArrayLimits<N>["dtype"]): fc.Arbitrary<N> {
  if (given === undefined) return dtypes() as fc.Arbitrary<N>; // without a dtype, N is every dtype
  if (typeof given === "string") return fc.constant(given);
  return isArbitrary(given) ? given : fc.constantFrom(...given);
}

function shapeChoice(given: ArrayLimits["shape"]): fc.Arbitrary<readonly number[]> {
  if (given === undefined) return shapes();
  if (isArbitrary(given)) return given;
  return Array.isArray(given)
    ? fc.constant(given as readonly number[])
    : shapes(given as ShapeLimits); // readonly lists escape isArray's narrowing
}

function isArbitrary<T>(x: unknown): x is fc.Arbitrary<T> {
  return x instanceof fc.Arbitrary;
}

/** `a` that prints itself when fast-check reports it. */
function shown<N extends DTypeName>(a: NDArray<N>, how: string): NDArray<N> {
  const text = (): string =>
    `array(${fc.stringify(toNested(a))}, { dtype: "${a.dtype.name}" }) /* shape [${a.shape.join()}], strides [${a.strides.join()}], offset ${a.offset}, layout ${how} */`;
  return Object.defineProperty(a, fc.toStringMethod, { value: text });
}
