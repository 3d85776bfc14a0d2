/**
 * `@deep-dive/ndarray/testing`: what somebody else's test of array code needs.
 *
 * Arbitraries for fast-check, and a comparison that names the worst element. fast-check is asked for here alone;
 * the library itself never loads it. NumPy's own assertions are `np.testing`'s.
 */
import "../methods/attached.ts"; // arrays have their methods whichever entry is imported first
export { type ArrayLimits, arrays, views } from "./arrays.ts";
export { type Mismatch, type Tolerance, assertClose, worstMismatch } from "./close.ts";
export { type DTypeLimits, type ElementChoice, dtypes, elements } from "./dtypes.ts";
export {
  type AnyPart,
  type BasicPart,
  type IndexKind,
  type IndexList,
  basicIndices,
  indices,
  slices,
} from "./indices.ts";
export { LAYOUTS, type LayoutName, laidOut } from "./layouts.ts";
export { type ShapeLimits, axes, broadcastableShapes, permutations, shapes } from "./shapes.ts";
export { arrayOf, placesOf, plainView, plainViews, valuesOf } from "./plain-view.ts";
export type { PlainView, PlainViewConstraints } from "./plain-view.ts";
