/**
 * Boolean masks: the elements where a mask is true, and the places of its true elements.
 *
 * Knows (address, step) of elements and mask, and where the results end: the caller has counted. No branch depends on
 * the mask: each element is written where the next result belongs, and that place moves on only behind a true one.
 */
import { FunctionBuilder, type Local, i32, op, store, whileLoop } from "./assembler.ts";
import { lanesOf } from "./lanes.ts";

const ELEMENT: Readonly<Record<number, string>> = { 1: "B", 2: "H", 4: "I", 8: "Q", 16: "D" };

/** "compress" (address, step, mask, mask step, results, end of results) for elements of `size` bytes, and "places". */
export function compressFunctions(size: number): FunctionBuilder[] {
  const f = new FunctionBuilder("compress", ["i32", "i32", "i32", "i32", "i32", "i32"]);
  const [address, step, mask, maskStep, to, end] = f.params as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ]; // as declared
  const element = lanesOf(ELEMENT[size]!);
  const flag = lanesOf("?").load(mask.get);
  f.body = whileLoop(op("i32.lt_u", to.get, end.get), [
    element.store(to.get, element.load(address.get)),
    to.advance(size === 1 ? flag : op("i32.shl", flag, i32(Math.log2(size)))),
    address.advance(step.get),
    mask.advance(maskStep.get),
  ]);
  return [f, places()];
}

/** int32 places of the true elements: (mask, mask step, results, end of results, first place). */
function places(): FunctionBuilder {
  const f = new FunctionBuilder("places", ["i32", "i32", "i32", "i32", "i32"]);
  const [mask, maskStep, to, end, place] = f.params as [Local, Local, Local, Local, Local]; // as declared
  f.body = whileLoop(op("i32.lt_u", to.get, end.get), [
    store("i32.store", to.get, place.get),
    to.advance(op("i32.shl", lanesOf("?").load(mask.get), i32(2))),
    mask.advance(maskStep.get),
    place.advance(i32(1)),
  ]);
  return f;
}
