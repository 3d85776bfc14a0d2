/**
 * The short way for two arrays of one dtype that are not both contiguous, or that one of them stretches.
 *
 * Knows rows of rows only; more axes, and arrays so large that the walk matters more than the call, go the long way.
 */
import { emptyLike } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import type { DType } from "../dtype/dtype.ts";
import { runElementwise } from "../kernels/elementwise.ts";
import type { FlatKernel } from "../kernels/flat.ts";
import { broadcastShapes, sameShape } from "../layout/broadcast.ts";
import { type Layout, type Shape, contiguous } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { lineUp } from "./call.ts";
import { resultLayout } from "./result.ts";

/** Above this many elements the walk is chosen with care, by `select.ts`. */
const FEW = 4096;

/** `kernel` on `x` and `y`, broadcast; the result is fresh, laid out as they are. */
export function runStrided(kernel: FlatKernel, output: DType, x: NDArray, y: NDArray): NDArray {
  const shape = jointShape(x.layout.shape, y.layout.shape);
  const out = emptyLike(layoutOf(x, y, shape, output), output);
  const n = out.layout.size;
  if (n > 0 && !(n <= FEW && shape.length <= 2 && runRows(kernel, x, y, out, shape)))
    runElementwise(kernel.op, kernel.types, [lineUp(x, shape), lineUp(y, shape), out], shape);
  noteTraffic(2 * n, n);
  return out;
}

/** What `broadcastShapes` says of two shapes, without lists of lists. */
function jointShape(a: Shape, b: Shape): Shape {
  const long = a.length < b.length ? b : a;
  const short = a.length < b.length ? a : b;
  const lead = long.length - short.length;
  let result: number[] | null = null;
  for (let k = 0; k < short.length; k++) {
    const m = long[lead + k]!;
    const n = short[k]!;
    if (m === n || n === 1) continue;
    if (m !== 1) return broadcastShapes([a, b]); // which throws
    result ??= [...long];
    result[lead + k] = n;
  }
  return result ?? long;
}

/** The step of `layout` along axis `k` of `shape`, to which it is known to stretch: 0 where it is repeated. */
function stepIn(layout: Layout, shape: Shape, k: number): number {
  const own = k - (shape.length - layout.shape.length);
  return own >= 0 && layout.shape[own] === shape[k] ? layout.strides[own]! : 0;
}

/** At most two axes, the output's shorter step inside; false where WebAssembly cannot. */
function runRows(kernel: FlatKernel, x: NDArray, y: NDArray, out: NDArray, shape: Shape): boolean {
  const [xs, ys, os] = [x.layout, y.layout, out.layout];
  if (shape.length === 0) return kernel.binary(x, 0, y, 0, out, 0, 1);
  if (shape.length === 1)
    return kernel.binary(
      x,
      stepIn(xs, shape, 0),
      y,
      stepIn(ys, shape, 0),
      out,
      os.strides[0]!,
      shape[0]!,
    );
  const inner = os.strides[0]! < os.strides[1]! ? 0 : 1;
  const outer = 1 - inner;
  return kernel.rows(
    x,
    stepIn(xs, shape, inner),
    stepIn(xs, shape, outer),
    y,
    stepIn(ys, shape, inner),
    stepIn(ys, shape, outer),
    out,
    os.strides[inner]!,
    os.strides[outer]!,
    shape[inner]!,
    shape[outer]!,
  );
}

/** Where one array is contiguous and has the result's shape, and the other is too or only stretches, so is the result. */
function layoutOf(x: NDArray, y: NDArray, shape: Shape, output: DType): Layout {
  if (shape.length < 2 || (x.layout.isC && y.layout.isC)) {
    if (fitsAsItIs(x.layout, shape, output)) return x.layout.fresh;
    return fitsAsItIs(y.layout, shape, output)
      ? y.layout.fresh
      : contiguous(shape, output.itemsize);
  }
  // Rows that are longer than one element, and more of them than one: such an operand alone decides for C.
  if (shape.length === 2 && shape[0]! > 1 && shape[1]! > 1) {
    if (x.layout.isC && fitsAsItIs(x.layout, shape, output)) return x.layout;
    if (y.layout.isC && fitsAsItIs(y.layout, shape, output)) return y.layout;
  }
  return resultLayout([x, y], shape, "K")(output);
}

function fitsAsItIs(layout: Layout, shape: Shape, { itemsize }: DType): boolean {
  return layout.isC && layout.itemsize === itemsize && sameShape(layout.shape, shape);
}
