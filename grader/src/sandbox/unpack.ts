/**
 * A message → values.
 *
 * Believes nothing: the header may be any JSON and the body any bytes. Throws `WireError` at the first thing that is
 * not as pack.ts writes it; sizes are checked before anything is allocated.
 */
import { LIMITS } from "./limits.ts";
import { type Place, type Table, placeBytes } from "./place.ts";
import { ITEM_BYTES, type Marshal, TYPED, WireError } from "./wire.ts";

export interface UnpackOptions {
  /** Elements that all arrays together may show; without it, as many as there may be. */
  readonly maxElements?: number;
  /** Functions that the other side may name. */
  readonly named?: (tag: "h" | "x", name: string) => unknown;
}

/** The parts of a message that are still only JSON. */
export interface Unread {
  readonly trees: unknown;
  readonly memories: unknown;
  readonly arrays: unknown;
  readonly typed: unknown;
  /** Numbers of the places that the other side wrote to; their bytes come first in the body. */
  readonly writes?: unknown;
}

/** The values of a message, adding what is new to `table`, and the writes it reports, not yet applied. */
export function unpack(
  message: Unread,
  body: Uint8Array,
  table: Table,
  marshal: Marshal,
  options: UnpackOptions = {},
): { values: unknown[]; writes: { place: Place; bytes: Uint8Array }[] } {
  const reader = new Unpacker(body, table, marshal, options);
  const writes = reader.writes(message.writes ?? []);
  reader.memories(message.memories);
  reader.arrays(message.arrays);
  reader.typed(message.typed);
  reader.finish();
  return { values: list(message.trees, "values").map((tree) => reader.value(tree, 0)), writes };
}

class Unpacker {
  readonly #body: Uint8Array;
  readonly #table: Table;
  readonly #marshal: Marshal;
  readonly #options: UnpackOptions;
  #at = 0;
  #values = 0;
  #elements = 0;

  constructor(body: Uint8Array, table: Table, marshal: Marshal, options: UnpackOptions) {
    this.#body = body;
    this.#table = table;
    this.#marshal = marshal;
    this.#options = options;
  }

  #take(size: number): Uint8Array {
    if (size > this.#body.byteLength - this.#at)
      throw new WireError("fewer bytes than the message says");
    this.#at += size;
    return this.#body.subarray(this.#at - size, this.#at);
  }

  /** A view of stride 0 shows more elements than it has bytes; empty axes beside long ones make long lists of nothing. */
  #show(lengths: readonly number[]): void {
    this.#elements += lengths.reduce((product, length) => product * Math.max(length, 1), 1);
    if (!(this.#elements <= (this.#options.maxElements ?? LIMITS.measuredElements)))
      throw new WireError("arrays with too many elements");
  }

  finish(): void {
    if (this.#at !== this.#body.byteLength) throw new WireError("more bytes than the message says");
  }

  writes(given: unknown): { place: Place; bytes: Uint8Array }[] {
    const seen = new Set<number>();
    return list(given, "writes").map((item) => {
      const place = this.#table.places[whole(item)];
      if (place === undefined || seen.has(whole(item)))
        throw new WireError("a write to memory that was not passed");
      seen.add(whole(item));
      return { place, bytes: this.#take(place.size) };
    });
  }

  memories(given: unknown): void {
    for (const item of list(given, "memories")) {
      const row = list(item, "memory");
      const bytes = this.#take(whole(row[0]));
      let place: Place;
      if (row.length === 1) {
        place = {
          kind: "buffer",
          buffer: new ArrayBuffer(bytes.byteLength),
          start: 0,
          size: bytes.byteLength,
        };
      } else {
        const facts = {
          dtype: text(row[1]),
          shape: lengths(row[2]),
          strides: integers(row[3]),
          offset: 0,
          isWriteable: true,
        };
        const owner = this.#marshal.makeOwner(facts, bytes.byteLength);
        if (owner === null || owner.nbytes !== bytes.byteLength)
          throw new WireError("an array whose shape and bytes disagree");
        place = { kind: "owner", owner, size: bytes.byteLength };
      }
      placeBytes(place, this.#marshal).set(bytes);
      this.#table.places.push(place);
      if (this.#table.places.length > LIMITS.arrays) throw new WireError("too many memories");
    }
  }

  arrays(given: unknown): void {
    for (const item of list(given, "arrays")) {
      const row = list(item, "array");
      const place = this.#table.places[whole(row[0])];
      if (place === undefined || place.kind !== "owner")
        throw new WireError("an array over no array's memory");
      const isWriteable = row[2] === 1;
      if (row[1] === null) this.#show(place.owner.shape);
      if (row[1] === null) {
        if (!isWriteable) place.owner.isWriteable = false;
        this.#table.arrays.push(place.owner);
      } else {
        const [dtype, shape, strides, offset] = list(row[1], "facts");
        const facts = {
          dtype: text(dtype),
          shape: lengths(shape),
          strides: integers(strides),
          offset: whole(offset),
          isWriteable,
        };
        this.#show(facts.shape);
        const view = this.#marshal.makeView(place.owner, facts);
        if (view === null) throw new WireError("an array that reaches outside its memory");
        this.#table.arrays.push(view);
      }
      if (this.#table.arrays.length > LIMITS.arrays) throw new WireError("too many arrays");
    }
  }

  typed(given: unknown): void {
    for (const item of list(given, "typed")) {
      const [memory, kind, byteOffset, length] = list(item, "typed array");
      const place = this.#table.places[whole(memory)];
      const make = TYPED.get(text(kind));
      const itemBytes = ITEM_BYTES.get(text(kind)) ?? 1;
      if (place === undefined || place.kind !== "buffer" || make === undefined)
        throw new WireError("a typed array over no buffer");
      const [at, count] = [whole(byteOffset), whole(length)];
      if (at + count * itemBytes > place.size || at % itemBytes !== 0)
        throw new WireError("a typed array that reaches outside its buffer");
      if (make === TYPED.get("ArrayBuffer") && (at !== 0 || count !== place.size))
        throw new WireError("a part of a buffer that says it is the whole");
      this.#show([count]);
      this.#table.typed.push(make(place.buffer, place.start + at, count));
      if (this.#table.typed.length > LIMITS.arrays) throw new WireError("too many typed arrays");
    }
  }

  value(tree: unknown, depth: number): unknown {
    if (++this.#values > LIMITS.values) throw new WireError("too many values");
    if (depth > LIMITS.depth) throw new WireError("values nested too deep");
    if (
      tree === null ||
      typeof tree === "boolean" ||
      typeof tree === "number" ||
      typeof tree === "string"
    )
      return tree;
    const [tag, first, second, third] = list(tree, "value");
    switch (tag) {
      case "u":
        return undefined;
      case "f":
        return special(first);
      case "b": {
        const digits = text(first);
        if (digits.length > LIMITS.bigintDigits || !/^-?\d+$/.test(digits))
          throw new WireError("no bigint");
        return BigInt(digits);
      }
      case "l":
        return list(first, "list").map((item) => this.value(item, depth + 1));
      case "o":
        return this.#object(first, depth);
      case "a":
        return known(this.#table.arrays[whole(first)]);
      case "t":
        return known(this.#table.typed[whole(first)]);
      case "d":
        return known(this.#marshal.dtypeNamed(text(first)) ?? undefined);
      case "s":
        return new this.#marshal.Slice(bound(first), bound(second), bound(third));
      case "h":
      case "x":
        return known(this.#options.named?.(tag, text(first)));
      default:
        throw new WireError("a value of no known kind");
    }
  }

  #object(given: unknown, depth: number): object {
    const object = {};
    for (const item of list(given, "object")) {
      const [key, tree] = list(item, "entry");
      // Defined, not assigned: a key may be __proto__.
      Object.defineProperty(object, text(key), {
        value: this.value(tree, depth + 1),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return object;
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new WireError("a reference to nothing");
  return value;
}

function list(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw new WireError(`no ${what}`);
  return value as unknown[]; // isArray gives any[]
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new WireError("no text");
  return value;
}

function whole(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw new WireError("no whole number");
  return value;
}

function integers(value: unknown): number[] {
  const items = list(value, "integers");
  if (items.length > LIMITS.ndim) throw new WireError(`more than ${LIMITS.ndim} axes`);
  for (const item of items) if (!Number.isSafeInteger(item)) throw new WireError("no integer");
  return items as number[]; // each was checked
}

function lengths(value: unknown): number[] {
  const items = integers(value);
  for (const item of items) whole(item);
  return items;
}

function bound(value: unknown): number | null {
  if (value === null) return null;
  if (!Number.isSafeInteger(value)) throw new WireError("no bound of a slice");
  return value as number; // isSafeInteger is true of numbers only
}

function special(name: unknown): number {
  switch (name) {
    case "nan":
      return NaN;
    case "inf":
      return Infinity;
    case "-inf":
      return -Infinity;
    case "-0":
      return -0;
    default:
      throw new WireError("no number");
  }
}
