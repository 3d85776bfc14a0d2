/**
 * Arrays as text: `String(a)` is NumPy's `str(a)`, and Node shows NumPy's `repr(a)`.
 */
import { NDArray } from "../array/ndarray.ts";
import type { DTypeName } from "../dtype/dtype.ts";
import { array_repr, array_str } from "../functions/printing.ts";
import { attach } from "./attach.ts";

declare module "../array/ndarray.ts" {
  // The parameter must be spelled as in the class.
  interface NDArray<N extends DTypeName = DTypeName> {
    /** NumPy's `str(a)`. @example String(asarray([1, 2.5])) // "[1.  2.5]" */
    toString(): string;
  }
}

attach(NDArray, {
  toString(this: NDArray): string {
    return this.isDisposed ? "<disposed array>" : array_str(this);
  },
  // Node looks for this symbol; it is no part of the class's type.
  [Symbol.for("nodejs.util.inspect.custom")](this: NDArray): string {
    return this.isDisposed ? "<disposed array>" : array_repr(this);
  },
});
