/**
 * A small assembler: WebAssembly modules from expressions written in TypeScript.
 *
 * Knows the binary format, and nothing of kernels. WebAssembly is a stack machine, so the code of an expression is
 * the code of its operands followed by one instruction: `op("f64.add", x, y)` is x's bytes, y's bytes, 0xa0.
 * A piece of code is therefore a tree of bytes, and building a module is flattening that tree.
 * Source: https://webassembly.github.io/spec/core/binary/
 */
import { LANE_OPS, MEMORY_OPS, OPS, signed, unsigned } from "./opcodes.ts";

/** Bytes of code, in nested lists. */
export type Code = number | readonly Code[];

export type ValueType = "i32" | "i64" | "f32" | "f64" | "v128";

const TYPE_BYTES: Readonly<Record<ValueType, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};
const NO_RESULT = 0x40;
/** 4 GiB, which is all that 32 bits address. */
const MOST_PAGES = 65536;

function lookUp(table: ReadonlyMap<string, readonly number[]>, name: string): readonly number[] {
  const bytes = table.get(name);
  if (bytes === undefined) throw new Error(`internal: no instruction ${name}`);
  return bytes;
}

/** The instruction `name`, after the code that pushes its operands. */
export function op(name: string, ...operands: readonly Code[]): Code {
  return [operands, lookUp(OPS, name)];
}

/** A load from `address + offset`; any alignment will do. */
export function load(name: string, address: Code, offset: number = 0): Code {
  return [address, lookUp(MEMORY_OPS, name), 0, unsigned(offset)];
}

/** A store of `value` to `address + offset`. */
export function store(name: string, address: Code, value: Code, offset: number = 0): Code {
  return [address, value, lookUp(MEMORY_OPS, name), 0, unsigned(offset)];
}

/** A load or store of one lane; `value` is the vector. */
export function laneAccess(
  name: string,
  address: Code,
  value: Code,
  lane: number,
  offset: number = 0,
): Code {
  return [address, value, lookUp(LANE_OPS, name), 0, unsigned(offset), lane];
}

/** Reads or replaces one lane of a vector. */
export function lane(name: string, index: number, ...operands: readonly Code[]): Code {
  return [operands, lookUp(LANE_OPS, name), index];
}

/** Sixteen bytes picked from two vectors: 0–15 from `x`, 16–31 from `y`. */
export function shuffle(x: Code, y: Code, picks: readonly number[]): Code {
  return [x, y, 0xfd, 0x0d, picks];
}

export function i32(value: number): Code {
  return [0x41, signed(BigInt(value | 0))];
}

export function i64(value: bigint): Code {
  return [0x42, signed(BigInt.asIntN(64, value))];
}

export function f32(value: number): Code {
  return [0x43, [...new Uint8Array(Float32Array.of(value).buffer)]];
}

export function f64(value: number): Code {
  return [0x44, [...new Uint8Array(Float64Array.of(value).buffer)]];
}

/** `then` where `condition` is not zero. */
export function when(condition: Code, then: Code, otherwise?: Code): Code {
  return [condition, 0x04, NO_RESULT, then, otherwise === undefined ? [] : [0x05, otherwise], 0x0b];
}

/** One of two values; only the chosen side runs. */
export function choose(type: ValueType, condition: Code, then: Code, otherwise: Code): Code {
  return [condition, 0x04, TYPE_BYTES[type], then, 0x05, otherwise, 0x0b];
}

/** `body` as long as `condition` holds. */
export function whileLoop(condition: Code, body: Code): Code {
  return when(condition, [0x03, NO_RESULT, body, condition, 0x0d, 0, 0x0b]);
}

/** Copies or fills bytes: (to, from, n) and (to, byte, n). */
export function memoryCopy(to: Code, from: Code, nbytes: Code): Code {
  return [to, from, nbytes, 0xfc, 10, 0, 0];
}

export function memoryFill(to: Code, byte: Code, nbytes: Code): Code {
  return [to, byte, nbytes, 0xfc, 11, 0];
}

/** A local variable of a function. */
export class Local {
  readonly type: ValueType;
  readonly get: Code;
  readonly #index: readonly number[];

  constructor(type: ValueType, index: number) {
    this.type = type;
    this.#index = unsigned(index);
    this.get = [0x20, this.#index];
  }

  set(value: Code): Code {
    return [value, 0x21, this.#index];
  }

  /** Sets it and leaves the value on the stack. */
  tee(value: Code): Code {
    return [value, 0x22, this.#index];
  }

  /** Adds an i32 to it. */
  advance(by: Code): Code {
    return this.set(op("i32.add", this.get, by));
  }
}

/** A function while it is being written: its parameters come first, then as many locals as the body asks for. */
export class FunctionBuilder {
  readonly exportAs: string | null;
  readonly params: readonly Local[];
  readonly results: readonly ValueType[];
  readonly #locals: Local[] = [];
  body: Code = [];

  constructor(
    exportAs: string | null,
    params: readonly ValueType[],
    results: readonly ValueType[] = [],
  ) {
    this.exportAs = exportAs;
    this.params = params.map((type, k) => new Local(type, k));
    this.results = results;
  }

  local(type: ValueType): Local {
    const made = new Local(type, this.params.length + this.#locals.length);
    this.#locals.push(made);
    return made;
  }

  /** A local that holds `value` from here on: the code that sets it goes to `into`. */
  keep(type: ValueType, value: Code, into: Code[]): Code {
    const made = this.local(type);
    into.push(made.set(value));
    return made.get;
  }

  get signature(): Code {
    return [
      0x60,
      vector(this.params.map((p) => TYPE_BYTES[p.type])),
      vector(this.results.map((r) => TYPE_BYTES[r])),
    ];
  }

  get code(): Code {
    const locals = vector(this.#locals.map((l) => [1, TYPE_BYTES[l.type]]));
    return sized([locals, this.body, 0x0b]);
  }
}

/** A function that JS provides, such as `Math.sin`. */
export interface ImportedFunction {
  readonly name: string;
  readonly params: readonly ValueType[];
  readonly results: readonly ValueType[];
}

/** Calls function `index`: imported ones are counted first, then the module's own in their order. */
export function call(index: number, ...operands: readonly Code[]): Code {
  return [operands, 0x10, unsigned(index)];
}

/**
 * A module that imports one memory (`env.memory`) and `imported`, and exports the functions that have a name.
 *
 * A memory that threads share is another type of import: it has to name a maximum.
 */
export function assemble(
  functions: readonly FunctionBuilder[],
  imported: readonly ImportedFunction[] = [],
  isShared: boolean = false,
): Uint8Array<ArrayBuffer> {
  const importedTypes = imported.map((f) => [
    0x60,
    vector(f.params.map((p) => TYPE_BYTES[p])),
    vector(f.results.map((r) => TYPE_BYTES[r])),
  ]);
  const limits = isShared ? [0x03, 0, unsigned(MOST_PAGES)] : [0x00, 0];
  const memory: Code = [text("env"), text("memory"), 0x02, limits];
  const imports = imported.map((f, k) => [text("env"), text(f.name), 0x00, unsigned(k)]);
  const exports = functions.flatMap((f, k) =>
    f.exportAs === null ? [] : [[text(f.exportAs), 0x00, unsigned(imported.length + k)]],
  );
  return Uint8Array.from(
    flatten([
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
      section(1, vector([...importedTypes, ...functions.map((f) => f.signature)])),
      section(2, vector([memory, ...imports])),
      section(3, vector(functions.map((_, k) => unsigned(imported.length + k)))),
      section(7, vector(exports)),
      section(10, vector(functions.map((f) => f.code))),
    ]),
  );
}

function vector(items: readonly Code[]): Code {
  return [unsigned(items.length), items];
}

function section(id: number, content: Code): Code {
  return [id, sized(content)];
}

function sized(content: Code): Code {
  const bytes = flatten(content);
  return [unsigned(bytes.length), bytes];
}

function text(value: string): Code {
  return vector([...new TextEncoder().encode(value)]);
}

function flatten(code: Code, into: number[] = []): number[] {
  if (typeof code === "number") into.push(code);
  else for (const part of code) flatten(part, into);
  return into;
}
