/**
 * Values → a message.
 *
 * Knows what may cross. In the guest the values are the learner's and may be anything: whatever runs their code here
 * (getters, proxies) runs in the guest, and only plain numbers, strings and bytes leave.
 */
import { LIMITS } from "./limits.ts";
import { type Place, type Table, placeBytes } from "./place.ts";
import {
  CannotCross,
  ITEM_BYTES,
  type ArrayRow,
  type Marshal,
  type MemoryRow,
  type NamedFunction,
  type Packed,
  type TypedRow,
} from "./wire.ts";

/** Above this, only the part of a buffer that is looked at crosses: the library's heap is one buffer of gibibytes. */
const WHOLE_BUFFER_BYTES = 16 * 1024 * 1024;

export interface PackOptions {
  /** Functions that the other side knows by name. */
  readonly named?: (value: unknown) => NamedFunction | null;
  /** The value behind a traced stand-in, or the value itself. */
  readonly unwrap?: (value: unknown) => unknown;
}

type Owner = InstanceType<Marshal["NDArray"]>;

const typedTag = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Int8Array.prototype) as object,
  Symbol.toStringTag,
)?.get; // %TypedArray%'s brand

/** Packs `values`, adding what is new to `table`. @throws {CannotCross} for functions, instances, symbols, promises */
export function pack(
  values: readonly unknown[],
  table: Table,
  marshal: Marshal,
  options: PackOptions = {},
): Packed {
  const packer = new Packer(table, marshal, options);
  const trees = values.map((value) => packer.tree(value, 0));
  return {
    trees,
    memories: packer.memories,
    arrays: packer.arrays,
    typed: packer.typed,
    body: packer.body,
  };
}

class Packer {
  readonly memories: MemoryRow[] = [];
  readonly arrays: ArrayRow[] = [];
  readonly typed: TypedRow[] = [];
  readonly body: Uint8Array[] = [];
  readonly #table: Table;
  readonly #marshal: Marshal;
  readonly #options: PackOptions;
  #values = 0;

  constructor(table: Table, marshal: Marshal, options: PackOptions) {
    this.#table = table;
    this.#marshal = marshal;
    this.#options = options;
  }

  tree(given: unknown, depth: number): unknown {
    if (++this.#values > LIMITS.values) throw new CannotCross(`more than ${LIMITS.values} values`);
    if (depth > LIMITS.depth) throw new CannotCross(`values nested more than ${LIMITS.depth} deep`);
    const value = this.#options.unwrap === undefined ? given : this.#options.unwrap(given);
    switch (typeof value) {
      case "boolean":
      case "string":
        return value;
      case "undefined":
        return ["u"];
      case "number":
        if (Object.is(value, -0)) return ["f", "-0"];
        return Number.isFinite(value)
          ? value
          : ["f", Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf"];
      case "bigint": {
        const text = value.toString();
        if (text.length > LIMITS.bigintDigits)
          throw new CannotCross(`a bigint of more than ${LIMITS.bigintDigits} digits`);
        return ["b", text];
      }
      case "symbol":
        throw new CannotCross("a symbol cannot be passed or returned here");
      case "function":
        return this.#function(value);
      default:
        return value === null ? null : this.#object(value as object, depth); // typeof says object
    }
  }

  #function(value: object): unknown {
    if (this.#marshal.isDType(value)) return ["d", value.name];
    const named = this.#options.named?.(value) ?? null;
    if (named !== null) return [named.tag, named.name];
    throw new CannotCross("a function cannot be passed or returned here");
  }

  #object(value: object, depth: number): unknown {
    if (value instanceof this.#marshal.NDArray) return ["a", this.#array(value)];
    if (value instanceof this.#marshal.Slice)
      return ["s", this.#bound(value.start), this.#bound(value.stop), this.#bound(value.step)];
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return ["t", this.#typed(value)];
    if (Array.isArray(value)) {
      const length = value.length;
      if (length > LIMITS.values) throw new CannotCross(`a list of ${length} values`);
      const items: unknown[] = [];
      for (let i = 0; i < length; i++) items.push(this.tree(value[i] as unknown, depth + 1)); // holes cross as undefined
      return ["l", items];
    }
    const prototype = Object.getPrototypeOf(value) as unknown;
    if (prototype !== Object.prototype && prototype !== null) {
      throw new CannotCross(`${nameOfClass(value)} cannot be passed or returned here`);
    }
    const entries: unknown[] = [];
    for (const key of Object.keys(value))
      entries.push([key, this.tree((value as Record<string, unknown>)[key], depth + 1)]); // a plain object, by its prototype
    return ["o", entries];
  }

  #bound(bound: unknown): number | null {
    return typeof bound === "number" && Number.isSafeInteger(bound) ? bound : null;
  }

  #array(array: Owner): number {
    const known = this.#table.arrays.indexOf(array);
    if (known >= 0) return known;
    const owner = this.#marshal.ownerOf(array);
    const memory = this.#place(
      (place) => place.kind === "owner" && place.owner === owner,
      () => {
        const facts = this.#marshal.factsOf(owner);
        const size = owner.nbytes;
        return {
          place: { kind: "owner", owner, size },
          row: [size, String(facts.dtype), facts.shape.map(Number), facts.strides.map(Number)],
        };
      },
    );
    const facts = this.#marshal.factsOf(array);
    const isWriteable = facts.isWriteable ? 1 : 0;
    if (array === owner) this.arrays.push([memory, null, isWriteable]);
    else {
      const { dtype, shape, strides } = facts;
      // An empty view may begin anywhere, also outside its owner; it reads nothing there.
      const offset =
        array.size === 0
          ? Math.min(Math.max(Number(facts.offset), 0), owner.nbytes)
          : Number(facts.offset);
      this.arrays.push([
        memory,
        [
          String(dtype),
          shape.map(Number),
          strides.map(Number),
          offset - (array.size === 0 ? offset % array.itemsize : 0),
        ],
        isWriteable,
      ]);
    }
    if (this.#table.arrays.push(array) > LIMITS.arrays)
      throw new CannotCross(`more than ${LIMITS.arrays} arrays`);
    return this.#table.arrays.length - 1;
  }

  #typed(value: ArrayBufferView | ArrayBuffer): number {
    const known = this.#table.typed.indexOf(value);
    if (known >= 0) return known;
    const kind =
      value instanceof ArrayBuffer
        ? "ArrayBuffer"
        : ((typedTag?.call(value) as string | undefined) ?? "DataView"); // the brand, whatever the class says
    const itemBytes = ITEM_BYTES.get(kind);
    const buffer = value instanceof ArrayBuffer ? value : value.buffer;
    if (itemBytes === undefined || !(buffer instanceof ArrayBuffer))
      throw new CannotCross(`a ${kind} over shared memory cannot be passed or returned here`);
    const start = value instanceof ArrayBuffer ? 0 : value.byteOffset;
    const size = value.byteLength;
    const isWhole = buffer.byteLength <= WHOLE_BUFFER_BYTES;
    const from = isWhole ? 0 : start;
    const to = isWhole ? buffer.byteLength : start + size;
    const memory = this.#place(
      (place) =>
        place.kind === "buffer" &&
        place.buffer === buffer &&
        place.start === from &&
        place.size === to - from,
      () => ({ place: { kind: "buffer", buffer, start: from, size: to - from }, row: [to - from] }),
    );
    this.typed.push([memory, kind, start - from, size / itemBytes]);
    return this.#table.typed.push(value) - 1;
  }

  #place(isIt: (place: Place) => boolean, make: () => { place: Place; row: MemoryRow }): number {
    const known = this.#table.places.findIndex(isIt);
    if (known >= 0) return known;
    const { place, row } = make();
    this.memories.push(row);
    this.body.push(placeBytes(place, this.#marshal));
    return this.#table.places.push(place) - 1;
  }
}

function nameOfClass(value: object): string {
  if (typeof (value as { then?: unknown }).then === "function")
    return "a Promise (return the value itself: exercises are synchronous)"; // any object may have a then
  const name: unknown = (value as { constructor?: { name?: unknown } }).constructor?.name; // a guess, for the message only
  return typeof name === "string" && name !== ""
    ? `an instance of ${name.slice(0, 60)}`
    : "an instance of a class";
}
