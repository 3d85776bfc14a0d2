/**
 * The fourteen dtypes: what each is called, how wide it is, which typed array holds it.
 *
 * Knows no promotion and no casts. A dtype is a function as NumPy's scalar types are: `float64(3)` is a
 * 0-d array. The array class lies above this room, so it brings the constructor with `setScalarMaker`.
 * Source: https://numpy.org/doc/stable/reference/arrays.dtypes.html
 */

export type DTypeName =
  | "bool"
  | "int8"
  | "int16"
  | "int32"
  | "int64"
  | "uint8"
  | "uint16"
  | "uint32"
  | "uint64"
  | "float16"
  | "float32"
  | "float64"
  | "complex64"
  | "complex128";

/** b: boolean, i: signed, u: unsigned, f: float, c: complex. */
export type Kind = "b" | "i" | "u" | "f" | "c";

/** The typed arrays that hold elements; complex ones hold their parts interleaved. */
export type TypedArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | BigUint64Array
  | BigInt64Array
  | Float16Array
  | Float32Array
  | Float64Array;

/** A complex number as a JS value. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** The JS value of one element: `tolist`, `item`, and whole reductions give these. */
export type Scalar = number | bigint | boolean | Complex;

/** The JS value of one element of dtype `N`. */
export type ScalarOf<N extends DTypeName> = N extends "bool"
  ? boolean
  : N extends "int64" | "uint64"
    ? bigint
    : N extends "complex64" | "complex128"
      ? Complex
      : number;

/** What a dtype is; see the file's header. Compare dtypes with `===`: there is one object for each. */
export interface DTypeFacts<N extends DTypeName = DTypeName> {
  readonly name: N;
  readonly kind: Kind;
  /** Bytes of one element. */
  readonly itemsize: number;
  /** Position in the dtype table: bool 0 … complex128 13; signed and unsigned alternate, as in NumPy. */
  readonly num: number;
  /** NumPy's one-letter code, as ufunc loops are written: `"dd->d"`. */
  readonly char: string;
  /** NumPy's `dtype.str` for little-endian data: `"<f8"`, `"|u1"`. */
  readonly str: string;
  /** 2 for complex dtypes, whose parts lie side by side; else 1. */
  readonly components: 1 | 2;
  /** Bytes of one component: what addresses must be a multiple of. */
  readonly alignment: number;
}

/** A dtype: its facts, and a 0-d array of it when called. */
export interface DType<N extends DTypeName = DTypeName> extends DTypeFacts<N> {
  (value?: unknown): unknown;
}

/** A dtype or its name, wherever a dtype is taken. */
export type DTypeLike<N extends DTypeName = DTypeName> = N | DTypeFacts<N>;

let makeScalar: (value: unknown, dtype: DType) => unknown = (_, dtype) => {
  throw new Error(`internal: ${dtype.name}() called before the array class was loaded`);
};

/** Brings the constructor of 0-d arrays; called once, by the array room. */
export function setScalarMaker(maker: (value: unknown, dtype: DType) => unknown): void {
  makeScalar = maker;
}

function define<N extends DTypeName>(
  num: number,
  name: N,
  kind: Kind,
  itemsize: number,
  char: string,
): DType<N> {
  const components = kind === "c" ? 2 : 1;
  const facts: DTypeFacts<N> = {
    name,
    kind,
    itemsize,
    num,
    char,
    str: `${itemsize === 1 ? "|" : "<"}${kind}${itemsize}`,
    components,
    alignment: itemsize / components,
  };
  // Born with its name: V8 makes a slow dictionary of a function whose name is defined anew, and every call reads facts.
  const born = { [name]: (value: unknown = 0): unknown => makeScalar(value, dtype) };
  const dtype = born[name] as DType<N>; // the facts follow
  for (const [key, value] of Object.entries(facts))
    if (key !== "name") Object.defineProperty(dtype, key, { value, enumerable: true });
  Object.defineProperty(dtype, "toString", { value: () => name });
  return dtype;
}

/** true or false, one byte; elements are JS booleans. Source: numpy.bool */
export const bool: DType<"bool"> = define(0, "bool", "b", 1, "?");
/** Whole numbers from -128 to 127. Source: numpy.int8 */
export const int8: DType<"int8"> = define(1, "int8", "i", 1, "b");
/** Whole numbers from 0 to 255. Source: numpy.uint8 */
export const uint8: DType<"uint8"> = define(2, "uint8", "u", 1, "B");
/** Whole numbers of 16 bits, signed. Source: numpy.int16 */
export const int16: DType<"int16"> = define(3, "int16", "i", 2, "h");
/** Whole numbers of 16 bits, from 0. Source: numpy.uint16 */
export const uint16: DType<"uint16"> = define(4, "uint16", "u", 2, "H");
/** Whole numbers of 32 bits, signed: the default integer. Source: numpy.int32 */
export const int32: DType<"int32"> = define(5, "int32", "i", 4, "i");
/** Whole numbers of 32 bits, from 0. Source: numpy.uint32 */
export const uint32: DType<"uint32"> = define(6, "uint32", "u", 4, "I");
/** Whole numbers of 64 bits, signed; elements are bigints. Source: numpy.int64 */
export const int64: DType<"int64"> = define(7, "int64", "i", 8, "q");
/** Whole numbers of 64 bits, from 0; elements are bigints. Source: numpy.uint64 */
export const uint64: DType<"uint64"> = define(8, "uint64", "u", 8, "Q");
/** Floats of half precision: 11 bits of mantissa. Source: numpy.float16 */
export const float16: DType<"float16"> = define(9, "float16", "f", 2, "e");
/** Floats of single precision: 24 bits of mantissa. Source: numpy.float32 */
export const float32: DType<"float32"> = define(10, "float32", "f", 4, "f");
/** Floats of double precision, as JS numbers are: the default float. Source: numpy.float64 */
export const float64: DType<"float64"> = define(11, "float64", "f", 8, "d");
/** Complex numbers of two float32; elements are `{ re, im }`. Source: numpy.complex64 */
export const complex64: DType<"complex64"> = define(12, "complex64", "c", 8, "F");
/** Complex numbers of two float64; elements are `{ re, im }`. Source: numpy.complex128 */
export const complex128: DType<"complex128"> = define(13, "complex128", "c", 16, "D");

/** Every dtype, by `num`. */
export const DTYPES: readonly DType[] = [
  bool,
  int8,
  uint8,
  int16,
  uint16,
  int32,
  uint32,
  int64,
  uint64,
  float16,
  float32,
  float64,
  complex64,
  complex128,
];

const BY_NAME: ReadonlyMap<string, DType> = new Map(
  DTYPES.flatMap((d): [string, DType][] => [
    [d.name, d],
    [d.char, d],
    [d.str, d],
    [d.str.slice(1), d],
  ]),
);

/** The dtype that comes when nothing says otherwise: JS numbers are doubles. */
export const DEFAULT_FLOAT: DType<"float64"> = float64;
/** Indices stay JS numbers, so the default integer has 32 bits (NumPy's has 64). */
export const DEFAULT_INT: DType<"int32"> = int32;

/**
 * The dtype that `like` names: a name (`"float32"`), NumPy's codes (`"f4"`, `"<f4"`, `"f"`), or a dtype.
 *
 * @throws {TypeError} when no dtype has that name
 */
export function dtype<N extends DTypeName>(like: DTypeLike<N>): DType<N> {
  if (typeof like === "function" && "num" in like) return like as DType<N>; // only dtypes are functions with a num
  const name = typeof like === "string" ? like : (like as DTypeFacts<N> | undefined)?.name;
  const found = BY_NAME.get(name ?? "");
  if (found === undefined) throw new TypeError(`data type '${String(name)}' not understood`);
  return found as DType<N>; // BY_NAME maps each name to the dtype of that name
}
