/**
 * Running folds (cumsum, cumprod): each result is the one before it combined with the next element.
 *
 * Knows (address, step) of the row and of the results, and n. The first element is copied; the running value stays
 * in a register.
 */
import { FunctionBuilder, type Local, call, i32, whileLoop, when } from "./assembler.ts";
import type { ElementwiseKernel } from "./elementwise.ts";
import { lanesOf } from "./lanes.ts";

/** "row" (address, step, result address, result step, n) and "nest" (…, two row steps, m). */
export function scanFunctions(kernel: ElementwiseKernel): FunctionBuilder[] {
  const f = new FunctionBuilder("row", ["i32", "i32", "i32", "i32", "i32"]);
  const [address, step, out, outStep, n] = f.params as [Local, Local, Local, Local, Local]; // as declared
  const lanes = lanesOf(kernel.output);
  const { scalar } = kernel;
  const running = f.local(scalar === undefined ? "v128" : lanes.type);
  const next = scalar === undefined ? lanes.loadSplat(address.get) : lanes.load(address.get);
  const put =
    scalar === undefined
      ? lanes.storeFirst(out.get, running.get)
      : lanes.store(out.get, running.get);
  const advance = [address.advance(step.get), out.advance(outStep.get), n.advance(i32(-1))];
  f.body = when(n.get, [
    running.set(next),
    put,
    advance,
    whileLoop(n.get, [running.set((scalar ?? kernel.vector!)(f, running.get, next)), put, advance]), // a kernel has one of the two
  ]);
  return [f, scanNest()];
}

function scanNest(): FunctionBuilder {
  const f = new FunctionBuilder(
    "nest",
    Array.from({ length: 8 }, () => "i32"),
  );
  const [address, step, out, outStep, n, rowStep, outRowStep, m] = f.params as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ]; // as declared
  f.body = whileLoop(m.get, [
    call(0, address.get, step.get, out.get, outStep.get, n.get),
    address.advance(rowStep.get),
    out.advance(outRowStep.get),
    m.advance(i32(-1)),
  ]);
  return f;
}
