/**
 * Lanes: how elements of each dtype are loaded, held and stored.
 *
 * Knows one element and one vector of them, no arithmetic. An element is held in a WebAssembly number where
 * there is one for it; complex numbers are held in a vector, their parts side by side.
 */
import { type Code, type ValueType, i32, laneAccess, load, op, store } from "./assembler.ts";

export interface Lanes {
  /** NumPy's letter for the dtype. */
  readonly char: string;
  readonly size: number;
  /** What holds one element. */
  readonly type: ValueType;
  /** Prefix of the instructions on a vector of components: "f64x2". */
  readonly shape: string;
  readonly isSigned: boolean;
  /** Loads one element. */
  load(address: Code, offset?: number): Code;
  store(address: Code, value: Code, offset?: number): Code;
  /** Loads as many elements as a vector holds. */
  loadVector(address: Code, offset?: number): Code;
  /** Loads one element into every lane of a vector. */
  loadSplat(address: Code, offset?: number): Code;
  /** Stores the first element of a vector. */
  storeFirst(address: Code, vector: Code, offset?: number): Code;
  /** A vector that repeats one element. */
  splat(value: Code): Code;
}

function number(
  char: string,
  size: number,
  type: ValueType,
  shape: string,
  loadOp: string,
  storeOp: string,
): Lanes {
  return {
    char,
    size,
    type,
    shape,
    isSigned: !loadOp.endsWith("_u") && !"IQ".includes(char),
    load: (address, offset) => load(loadOp, address, offset),
    store: (address, value, offset) => store(storeOp, address, value, offset),
    loadVector: (address, offset) => load("v128.load", address, offset),
    loadSplat: (address, offset) => load(`v128.load${size * 8}_splat`, address, offset),
    storeFirst: (address, vector, offset) =>
      laneAccess(`v128.store${size * 8}_lane`, address, vector, 0, offset),
    splat: (value) => op(`${shape}.splat`, value),
  };
}

const complex64: Lanes = {
  char: "F",
  size: 8,
  type: "v128",
  shape: "f32x4",
  isSigned: true,
  load: (address, offset) => load("v128.load64_splat", address, offset),
  store: (address, value, offset) => laneAccess("v128.store64_lane", address, value, 0, offset),
  loadVector: (address, offset) => load("v128.load", address, offset),
  loadSplat: (address, offset) => load("v128.load64_splat", address, offset),
  storeFirst: (address, vector, offset) =>
    laneAccess("v128.store64_lane", address, vector, 0, offset),
  splat: (value) => value,
};

const complex128: Lanes = {
  char: "D",
  size: 16,
  type: "v128",
  shape: "f64x2",
  isSigned: true,
  load: (address, offset) => load("v128.load", address, offset),
  store: (address, value, offset) => store("v128.store", address, value, offset),
  loadVector: (address, offset) => load("v128.load", address, offset),
  loadSplat: (address, offset) => load("v128.load", address, offset),
  storeFirst: (address, vector, offset) => store("v128.store", address, vector, offset),
  splat: (value) => value,
};

const bytes = number("?", 1, "i32", "i8x16", "i32.load8_u", "i32.store8");
const oneOrNone = (v: Code): Code => op("i8x16.min_u", v, op("i8x16.splat", i32(1)));

/** Booleans are bytes, of which any but 0 is true: a view of other elements, or raw data, may hold any. Loaded they are 0 or 1. */
const booleans: Lanes = {
  ...bytes,
  load: (address, offset) => op("i32.ne", bytes.load(address, offset), i32(0)),
  loadVector: (address, offset) => oneOrNone(bytes.loadVector(address, offset)),
  loadSplat: (address, offset) => oneOrNone(bytes.loadSplat(address, offset)),
};

const ALL: readonly Lanes[] = [
  booleans,
  number("b", 1, "i32", "i8x16", "i32.load8_s", "i32.store8"),
  number("B", 1, "i32", "i8x16", "i32.load8_u", "i32.store8"),
  number("h", 2, "i32", "i16x8", "i32.load16_s", "i32.store16"),
  number("H", 2, "i32", "i16x8", "i32.load16_u", "i32.store16"),
  number("i", 4, "i32", "i32x4", "i32.load", "i32.store"),
  number("I", 4, "i32", "i32x4", "i32.load", "i32.store"),
  number("q", 8, "i64", "i64x2", "i64.load", "i64.store"),
  number("Q", 8, "i64", "i64x2", "i64.load", "i64.store"),
  number("e", 2, "i32", "i16x8", "i32.load16_u", "i32.store16"),
  number("f", 4, "f32", "f32x4", "f32.load", "f32.store"),
  number("d", 8, "f64", "f64x2", "f64.load", "f64.store"),
  complex64,
  complex128,
];

const BY_CHAR = new Map(ALL.map((l) => [l.char, l]));

/** The lanes of the dtype with NumPy's letter `char`. */
export function lanesOf(char: string): Lanes {
  const found = BY_CHAR.get(char);
  if (found === undefined) throw new Error(`internal: no lanes for ${char}`);
  return found;
}

/** The unsigned integers of the same width: for comparing and moving bits. */
export function bitsOf(lanes: Lanes): Lanes {
  return lanesOf({ 1: "B", 2: "H", 4: "I", 8: "Q", 16: "D" }[lanes.size] ?? "");
}
