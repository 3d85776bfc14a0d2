/**
 * Boolean masks: the elements where a mask is true, and the places of its true elements.
 *
 * Knows (address, step) of elements and mask, and where the results end: the caller has counted. No branch depends on
 * the mask: each element is written where the next result belongs, and that place moves on only behind a true one.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  choose,
  i32,
  load,
  op,
  store,
  when,
  whileLoop,
} from "./assembler.ts";
import { table } from "./constants.ts";
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

/**
 * int32 places of the true elements: (mask, mask step, results, end of results, first place).
 *
 * A contiguous mask goes eight elements at a time: their truth is a byte, and a table tells which places it stands for.
 * All eight places are written, and the next ones begin behind those that count.
 */
function places(): FunctionBuilder {
  const f = new FunctionBuilder("places", ["i32", "i32", "i32", "i32", "i32"]);
  const [mask, maskStep, to, end, place] = f.params as [Local, Local, Local, Local, Local]; // as declared
  const isContiguous = op("i32.eq", maskStep.get, i32(1));
  const one = [
    store("i32.store", to.get, place.get),
    to.advance(op("i32.shl", lanesOf("?").load(mask.get), i32(2))),
    mask.advance(maskStep.get),
    place.advance(i32(1)),
  ];
  const pass = [mask.advance(i32(16)), place.advance(i32(16))];
  f.body = [
    when(
      isContiguous,
      whileLoop(op("i32.ge_u", op("i32.sub", end.get, to.get), i32(64)), [
        sixteenPlaces(f, mask, to, place),
        pass,
      ]),
    ),
    whileLoop(
      op("i32.lt_u", to.get, end.get),
      when(op("i32.and", isContiguous, isFalseBlock(mask)), pass, one),
    ),
  ];
  return f;
}

/** 1 where sixteen false elements follow. Asked at multiples of 16 only, from where no load leaves the memory. */
function isFalseBlock(mask: Local): Code {
  return choose(
    "i32",
    op("i32.and", mask.get, i32(15)),
    i32(0),
    op("i32.eqz", op("v128.any_true", load("v128.load", mask.get))),
  );
}

/** For each byte the numbers of its bits that are set, the lowest first. */
const SET_BITS: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  const set = [0, 1, 2, 3, 4, 5, 6, 7].filter((k) => ((byte >> k) & 1) === 1);
  return [...set, ...Array<number>(8 - set.length).fill(0)];
}).flat();

function sixteenPlaces(f: FunctionBuilder, mask: Local, to: Local, place: Local): Code {
  const [truth, byte] = [f.local("i32"), f.local("i32")];
  const [found, first] = [f.local("v128"), f.local("v128")];
  const positions = table("set bits", SET_BITS);
  const four = (half: "low" | "high", offset: number): Code =>
    store(
      "v128.store",
      to.get,
      op("i32x4.add", op(`i32x4.extend_${half}_i16x8_u`, found.get), first.get),
      offset,
    );
  const eight = (bits: Code, from: Code): Code => [
    byte.set(bits),
    found.set(load("v128.load8x8_u", op("i32.shl", byte.get, i32(3)), positions)),
    first.set(op("i32x4.splat", from)),
    four("low", 0),
    four("high", 16),
    to.advance(op("i32.shl", op("i32.popcnt", byte.get), i32(2))),
  ];
  const isTrue = op("i8x16.ne", load("v128.load", mask.get), op("i8x16.splat", i32(0)));
  return [
    truth.set(op("i8x16.bitmask", isTrue)),
    eight(op("i32.and", truth.get, i32(0xff)), place.get),
    eight(op("i32.shr_u", truth.get, i32(8)), op("i32.add", place.get, i32(8))),
  ];
}
