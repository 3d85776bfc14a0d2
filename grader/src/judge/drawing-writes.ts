/**
 * The picture of a call that writes: which elements of its first view's memory hold what they should afterwards.
 *
 * Knows arguments before and after a call, and the reference answer; without it, what the failed assertion wanted.
 */
import { columnsFor } from "./array-picture.ts";
import type { Call, Failure, Reference } from "./failure.ts";
import {
  type Fact,
  MOST_ELEMENTS,
  type Picture,
  type Reach,
  cellsOf,
  elementText,
  tuple,
} from "./picture.ts";
import { type PlainView, plainViewOf } from "./plain-view.ts";

/** Elements that are wrong and told one by one. */
const MOST_TOLD = 4;

/** The picture of the first call that left something else in memory than it should; null where none did. */
export function writesPicture({ calls, expected }: Failure, reference: Reference): Picture | null {
  for (const [k, call] of calls.entries()) {
    const isLast = k === calls.length - 1;
    const right = reference === null ? (isLast ? expected : null) : rightAfter(call, reference);
    const picture = pictureOfCall(call, right);
    if (picture !== null) return picture;
  }
  return null;
}

/** The memory that the reference answer leaves; where it refuses, it has written nothing. */
function rightAfter({ name, args }: Call, reference: NonNullable<Reference>): unknown {
  const right = reference[name];
  if (typeof right !== "function") return null;
  const own: readonly unknown[] = structuredClone(args);
  try {
    (right as (...args: readonly unknown[]) => unknown)(...own); // the same signature
  } catch {
    return viewAmong(args)?.view.data ?? null;
  }
  return viewAmong(own)?.view.data ?? null;
}

function viewAmong(
  args: readonly unknown[],
): { readonly view: PlainView; readonly at: number } | null {
  for (const [at, arg] of args.entries()) {
    const view = plainViewOf(arg);
    if (view !== null) return { view, at };
  }
  return null;
}

/** `right` is the memory as it should be. */
function pictureOfCall({ name, args, after }: Call, right: unknown): Picture | null {
  const target = viewAmong(args);
  const mine = target === null ? null : plainViewOf(after?.[target.at]);
  const wanted = numbersOf(right);
  if (target === null || mine === null || wanted === null) return null;
  const { data: before, shape, strides, offset } = target.view;
  const count = before.length;
  if (count > MOST_ELEMENTS || mine.data.length !== count || wanted.length !== count) return null;
  const places = Array.from({ length: count }, (_, k) => k);
  const wrong = places.filter((k) => !Object.is(mine.data[k], wanted[k]));
  if (wrong.length === 0) return null;
  const isWritten = (k: number): boolean => !Object.is(mine.data[k], before[k]);
  // An element that was written with something else counts as one that should not have been.
  const written = places.filter(isWritten);
  const should = places.filter(
    (k) => !Object.is(wanted[k], before[k]) && !(isWritten(k) && wrong.includes(k)),
  );
  const columns = columnsFor({ shape, strides, offset, itemsize: 1 }, 1, count);
  const buffer = { unit: 1, count, textAt: (k: number) => elementText(mine.data[k]) };
  return {
    call: name,
    verb: "written",
    counts: "elements",
    columns,
    ...cellsOf(buffer, written.map(cellAt), should.map(cellAt), columns),
    facts: [
      { name: "shape", value: tuple(shape) },
      { name: "strides", value: tuple(strides) },
      { name: "offset", value: String(offset) },
      ...wrong.slice(0, MOST_TOLD).map((k): Fact => ({
        name: `place ${k}`,
        value: elementText(mine.data[k]),
        wanted: elementText(wanted[k]),
      })),
    ],
  };
}

function cellAt(place: number): Reach {
  return { shape: [], strides: [], offset: place, itemsize: 1 };
}

function numbersOf(value: unknown): readonly unknown[] | null {
  const isNumbers = Array.isArray(value) || value instanceof Float64Array;
  return isNumbers ? Array.from(value as Iterable<unknown>) : null; // both iterate
}
