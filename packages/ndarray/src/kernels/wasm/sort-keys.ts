/**
 * Sort keys: unsigned integers that are in order when the elements are, nan being last.
 *
 * Knows one element of a real dtype. Signed integers flip their top bit; negative floats flip all bits. Descending keys
 * are the complements, but nan stays last. The zeros share a key, so a stable sort keeps their order.
 * Source: https://stereopsis.com/radix.html (Herf, 2001)
 */
import { type Code, type FunctionBuilder, choose, f32, f64, i32, i64, op } from "./assembler.ts";
import { repeated, single } from "./constants.ts";
import { type Lanes, bitsOf, lanesOf } from "./lanes.ts";

/** How elements of one dtype become keys and come back. */
export interface SortKeys {
  /** The unsigned integers that hold keys. */
  readonly lanes: Lanes;
  /** A number of the keys' type. */
  constant(value: bigint): Code;
  /** The key of the element at `address`; `flip` is 0, or -1 for descending order. */
  encode(f: FunctionBuilder, address: Code, flip: Code): Code;
  /** The bits of the element that has `key`. A negative zero has become positive. */
  decode(f: FunctionBuilder, key: Code, flip: Code): Code;
  /** The same for vectors of four, where elements have 32 bits. */
  readonly fours?: Fours;
}

interface Fours {
  encode(f: FunctionBuilder, elements: Code, flip: Code): Code;
  decode(f: FunctionBuilder, keys: Code, flip: Code): Code;
}

/** The keys of dtype `char`; float16 and complex numbers have none. */
export function sortKeysOf(char: string): SortKeys {
  const element = lanesOf(char);
  const lanes = bitsOf(element);
  const isWide = lanes.type === "i64";
  const constant = (value: bigint): Code =>
    isWide ? i64(value) : i32(Number(BigInt.asIntN(32, value)));
  const top = 1n << BigInt(8 * lanes.size - 1);
  const ones = (top << 1n) - 1n;
  const xor = (x: Code, y: Code): Code => op(`${lanes.type}.xor`, x, y);
  const masked = (x: Code): Code => (lanes.size < 4 ? op("i32.and", x, constant(ones)) : x);
  if (element.type.startsWith("i")) {
    const flipped = (x: Code, flip: Code): Code =>
      masked(xor(element.isSigned ? xor(x, constant(top)) : x, flip));
    return {
      lanes,
      constant,
      encode: (_, address, flip) => flipped(lanes.load(address), flip),
      decode: (_, key, flip) => flipped(key, flip),
      ...(lanes.size === 4 ? { fours: fourIntegers(element.isSigned) } : {}),
    };
  }
  const { type } = element;
  const none = type === "f64" ? f64(0) : f32(0);
  const bits = (x: Code): Code => op(`${lanes.type}.reinterpret_${type}`, x);
  const sign = (x: Code): Code =>
    op(`${lanes.type}.shr_s`, x, constant(BigInt(8 * lanes.size - 1)));
  return {
    lanes,
    constant,
    encode: (f, address, flip) => {
      const [x, b] = [f.local(type), f.local(lanes.type)];
      const key = [
        b.set(bits(x.get)),
        xor(xor(b.get, op(`${lanes.type}.or`, sign(b.get), constant(top))), flip),
      ];
      // Adding 0 makes a positive zero of a negative one.
      return [
        x.set(op(`${type}.add`, element.load(address), none)),
        choose(lanes.type, op(`${type}.eq`, x.get, x.get), key, constant(-1n)),
      ];
    },
    decode: (f, key, flip) => {
      const k = f.local(lanes.type);
      const nan = constant(type === "f64" ? 0x7ff8000000000000n : 0x7fc00000n);
      const value = [
        k.set(xor(k.get, flip)),
        xor(k.get, op(`${lanes.type}.or`, xor(sign(k.get), constant(-1n)), constant(top))),
      ];
      return [
        k.set(key),
        choose(lanes.type, op(`${lanes.type}.eq`, k.get, constant(-1n)), nan, value),
      ];
    },
    ...(type === "f32" ? { fours: FOUR_FLOATS } : {}),
  };
}

const TOP = 0x8000000080000000n;

function fourIntegers(isSigned: boolean): Fours {
  const flipped = (_: FunctionBuilder, v: Code, flip: Code): Code =>
    op("v128.xor", isSigned ? op("v128.xor", v, repeated(TOP)) : v, flip);
  return { encode: flipped, decode: flipped };
}

const FOUR_FLOATS: Fours = {
  encode: (f, elements, flip) => {
    const x = f.local("v128");
    const turned = op("v128.or", op("i32x4.shr_s", x.get, i32(31)), repeated(TOP));
    const key = op("v128.xor", op("v128.xor", x.get, turned), flip);
    return [
      x.set(op("f32x4.add", elements, single(0))),
      op("v128.or", key, op("f32x4.ne", x.get, x.get)),
    ];
  },
  decode: (f, keys, flip) => {
    const [k, isNan] = [f.local("v128"), f.local("v128")];
    const turned = op("v128.or", op("v128.not", op("i32x4.shr_s", k.get, i32(31))), repeated(TOP));
    return [
      k.set(keys),
      isNan.set(op("i32x4.eq", k.get, repeated(-1n))),
      k.set(op("v128.xor", k.get, flip)),
      op("v128.bitselect", single(NaN), op("v128.xor", k.get, turned), isNan.get),
    ];
  },
};
