/**
 * A failed test's picture: which of the answer's calls went wrong, which cells it read, and which it should have read.
 *
 * Knows calls, the reference answer where the course has it, and what the failed assertion wanted where it has not.
 * Everything of a learner's is data that has crossed from the guest; it is checked before it is believed.
 */
import type { Drawn } from "../course/topic.ts";
import { type Library, bufferOf, columnsFor, reachOfArray } from "./array-picture.ts";
import { writesPicture } from "./drawing-writes.ts";
import type { Call, Failure, Reference } from "./failure.ts";
import {
  type Buffer,
  type Fact,
  MOST_ELEMENTS,
  type Picture,
  type Reach,
  cellsOf,
  elementText,
  tuple,
} from "./picture.ts";
import { isIntegers, plainViewOf } from "./plain-view.ts";

/** What a value shows: a buffer of somebody's, and where in it its elements lie. */
interface Shown {
  /** Two values that show the same buffer have the same one here. */
  readonly memory: object;
  readonly buffer: Buffer;
  readonly reach: Reach;
  /** Of an array; plain views have none. */
  readonly dtype: string | null;
}

/** One fact about a result: `key` says whether two of them mean the same. */
interface Row {
  readonly name: string;
  readonly value: string;
  readonly key: string;
}

/** The picture of the first call that differs from the right one; null where nothing can be drawn. */
export function pictureOf(
  failure: Failure,
  drawn: Drawn,
  reference: Reference,
  library: Library,
): Picture | null {
  if (drawn.result === "writes") return writesPicture(failure, reference);
  const { calls, expected } = failure;
  const look = new Look(drawn, library);
  for (const call of calls) {
    const right = rightResult(call, reference);
    if (right === null) continue;
    const picture = look.picture(call, right.kind === "value" ? right.value : undefined);
    if (picture !== null && isTelling(picture)) return picture;
  }
  const last = calls.at(-1);
  if (reference !== null || last === undefined) return null;
  const picture = look.picture(last, expected);
  return picture !== null && isTelling(picture) ? picture : null;
}

/** Whether it shows any difference, in memory that somebody reads. */
function isTelling({ cells, facts }: Picture): boolean {
  const isWrongPlace = cells.some(({ mark }) => mark === "extra" || mark === "missing");
  const isWrongFact = facts.some(({ wanted }) => wanted !== undefined);
  return isWrongPlace || (isWrongFact && cells.some(({ mark }) => mark === "picked"));
}

/** What the reference answer gives; `thrown` where it refuses; null where it cannot say. */
function rightResult(
  { name, args }: Call,
  reference: Reference,
): { kind: "value"; value: unknown } | { kind: "thrown" } | null {
  const right = reference?.[name];
  if (typeof right !== "function") return null;
  try {
    return { kind: "value", value: (right as (...args: readonly unknown[]) => unknown)(...args) }; // the same signature
  } catch {
    return { kind: "thrown" };
  }
}

class Look {
  readonly #drawn: Drawn;
  readonly #library: Library;

  constructor(drawn: Drawn, library: Library) {
    this.#drawn = drawn;
    this.#library = library;
  }

  /** `call`'s result beside `wanted`, which is undefined where the call should have thrown. */
  picture({ name, args, result }: Call, wanted: unknown): Picture | null {
    const source = this.#source(args);
    if (source === null) return null;
    const isStrides = this.#drawn.result === "strides";
    const mine = isStrides ? withStrides(result, source) : this.#shown(result);
    const right = isStrides ? withStrides(wanted, source) : this.#shown(wanted);
    const read = this.#reaches(result, mine, source);
    const should = wanted === undefined ? [] : this.#reaches(wanted, right, source);
    if (read === null || should === null) return null;
    const { unit, count } = source.buffer;
    const columns = columnsFor(source.reach, unit, count);
    return {
      call: name,
      ...(this.#drawn.result === "strides" ? { verb: "reached" as const } : {}),
      counts: source.dtype === null && this.#drawn.strides !== "bytes" ? "elements" : "bytes",
      columns,
      ...cellsOf(source.buffer, read, should, columns),
      facts: factsOf(mine, right, source, wanted === undefined).filter(
        ({ name }) => !isStrides || name === "shape" || name === "strides",
      ),
    };
  }

  /** The memory that the call is about. */
  #source(args: readonly unknown[]): Shown | null {
    switch (this.#drawn.result) {
      case "positions":
        return axisOf(args.at(-1));
      case "strides":
        return freshMemory(args);
      default:
        return args.map((arg) => this.#shown(arg)).find((shown) => shown !== null) ?? null;
    }
  }

  /** A view's own reach; of picked elements, the places that hold their values. Null where neither can be told. */
  #reaches(value: unknown, shown: Shown | null, source: Shown): readonly Reach[] | null {
    if (this.#drawn.result === "place") return placeOf(value, source);
    if (this.#drawn.result === "positions") return positionsOf(value);
    if (this.#drawn.result === "strides") return reachOfStrides(value, source);
    if (shown !== null && shown.memory === source.memory) return [shown.reach];
    const elements = shown === null ? plainElements(value) : elementsOf(shown);
    if (this.#drawn.result === "elements" || shown === null)
      return elements === null ? null : placesByValue(elements, source);
    return []; // a copy where a view was wanted: it reads nothing of this memory
  }

  #shown(value: unknown): Shown | null {
    if (typeof value !== "object" || value === null) return null;
    if (value instanceof this.#library.NDArray) {
      const owner = value.base ?? value;
      if (owner.size > MOST_BUFFER) return null;
      return {
        memory: owner,
        buffer: bufferOf(value, this.#library),
        reach: reachOfArray(value),
        dtype: value.dtype.name,
      };
    }
    const view = plainViewOf(value);
    if (view === null) return null;
    const { data, shape, strides, offset } = view;
    // Where strides count elements, so do the places of the picture.
    const unit = this.#drawn.strides === "bytes" ? data.BYTES_PER_ELEMENT : 1;
    return {
      memory: data,
      buffer: { unit, count: data.length, textAt: (k) => elementText(data[k]) },
      reach: { shape, strides, offset, itemsize: unit },
      dtype: null,
    };
  }
}

/** Larger buffers are no counterexample that anybody reads. */
const MOST_BUFFER = 10_000;

/** An axis of `n` positions, as memory that holds each position's number. */
function axisOf(n: unknown): Shown | null {
  if (typeof n !== "number" || !Number.isSafeInteger(n) || n < 0 || n > MOST_BUFFER) return null;
  return {
    memory: {},
    buffer: { unit: 1, count: n, textAt: String },
    reach: { shape: [n], strides: [1], offset: 0, itemsize: 1 },
    dtype: null,
  };
}

/** The positions that a loop from start to stop by step visits. */
function positionsOf(value: unknown): readonly Reach[] | null {
  if (!isIntegers(value) || value.length !== 3) return null;
  const [start, stop, step] = value as readonly [number, number, number]; // three, as just seen
  if (step === 0) return null;
  const length = Math.max(0, Math.ceil((stop - start) / step));
  return [{ shape: [length], strides: [step], offset: start, itemsize: 1 }];
}

/** The memory of a fresh array of the shape and the itemsize that come first: each cell holds its number. */
function freshMemory([shape, itemsize]: readonly unknown[]): Shown | null {
  if (!isIntegers(shape) || !isIntegers([itemsize])) return null;
  const count = shape.reduce((product, n) => product * n, 1);
  const unit = Number(itemsize);
  if (!(count > 0 && count <= MOST_ELEMENTS && unit > 0)) return null;
  return {
    memory: {},
    buffer: { unit, count, textAt: String },
    reach: { shape, strides: shape.map(() => 0), offset: 0, itemsize: unit },
    dtype: null,
  };
}

/** The fresh array with `strides`; null where they are none of its shape. */
function withStrides(strides: unknown, source: Shown): Shown | null {
  const isFitting = isIntegers(strides) && strides.length === source.reach.shape.length;
  return isFitting ? { ...source, reach: { ...source.reach, strides } } : null;
}

function reachOfStrides(strides: unknown, source: Shown): readonly Reach[] | null {
  const shown = withStrides(strides, source);
  return shown === null ? null : [shown.reach];
}

/** One element, at a place that was computed in the unit of the strides. */
function placeOf(value: unknown, { buffer: { unit } }: Shown): readonly Reach[] | null {
  return typeof value === "number" && Number.isSafeInteger(value)
    ? [{ shape: [], strides: [], offset: value * unit, itemsize: unit }]
    : null;
}

/** The elements' texts, in C order. */
function elementsOf({ buffer, reach: { shape, strides, offset } }: Shown): string[] | null {
  const size = shape.reduce((product, n) => product * n, 1);
  if (size > MOST_ELEMENTS) return null;
  const texts: string[] = [];
  const visit = (axis: number, at: number): void => {
    if (axis === shape.length) {
      const cell = Math.floor(at / buffer.unit);
      texts.push(cell >= 0 && cell < buffer.count ? buffer.textAt(cell) : "outside");
      return;
    }
    for (let i = 0; i < shape[axis]!; i++) visit(axis + 1, at + i * strides[axis]!);
  };
  visit(0, offset);
  return texts;
}

/** A number, a typed array, or (nested) lists of numbers, as their elements' texts. */
function plainElements(value: unknown): string[] | null {
  if (typeof value === "number") return [elementText(value)];
  if (!Array.isArray(value) && !(ArrayBuffer.isView(value) && !(value instanceof DataView)))
    return null;
  const items = Array.from(value as Iterable<unknown>).slice(0, MOST_ELEMENTS + 1); // lists and typed arrays iterate
  const parts = items.map((item) => plainElements(item));
  return items.length > MOST_ELEMENTS || parts.some((part) => part === null)
    ? null
    : (parts as string[][]).flat(); // none is null
}

/** Where `elements` lie in the source's buffer, if each of its values occurs in one place only. */
function placesByValue(elements: readonly string[], source: Shown): readonly Reach[] | null {
  const { unit, count, textAt } = source.buffer;
  if (count > MOST_ELEMENTS) return null;
  const places = new Map<string, number>();
  for (let cell = 0; cell < count; cell++) places.set(textAt(cell), cell);
  if (places.size < count) return null;
  const found = elements.map((text) => places.get(text));
  return found.includes(undefined)
    ? null
    : found.map((cell) => ({ shape: [], strides: [], offset: cell! * unit, itemsize: unit }));
}

/** Shape, strides and offset of the answer, each with what it should be where that is something else. */
function factsOf(
  mine: Shown | null,
  right: Shown | null,
  source: Shown,
  shouldThrow: boolean,
): Fact[] {
  const own = mine === null ? [] : rows(mine, source);
  if (shouldThrow)
    return [
      ...own.map(({ name, value }) => ({ name, value })),
      { name: "result", value: "returned", wanted: "an error" },
    ];
  if (mine === null || right === null) return [];
  const wanted = new Map(rows(right, source).map((row) => [row.name, row]));
  return own.map(({ name, value, key }): Fact => {
    const other = wanted.get(name);
    return other === undefined || other.key === key
      ? { name, value }
      : { name, value, wanted: other.value };
  });
}

function rows({ reach, memory, dtype }: Shown, source: Shown): Row[] {
  const { shape, strides, offset } = reach;
  const isView = memory === source.memory;
  const found = (name: string, value: string, key = value): Row => ({ name, value, key });
  const list = [
    ...(dtype === null ? [] : [found("dtype", dtype)]),
    found("shape", tuple(shape)),
    found("memory", isView ? "a view" : "a copy"),
  ];
  // Of an array without elements neither means anything; of an axis of length 1 the stride does not.
  if (isView && !shape.includes(0))
    list.push(
      found("strides", tuple(strides), tuple(strides.map((s, k) => (shape[k] === 1 ? 0 : s)))),
      found("offset", String(offset)),
    );
  return list;
}
