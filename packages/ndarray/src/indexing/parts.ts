/**
 * Index expressions: the parts between the brackets, each told apart, and fitted to the axes.
 *
 * Knows what `a[1:, None, mask]` asks for; moves no element. Arrays come as operands with a layout, so this room
 * needs no array class.
 * Rules: https://numpy.org/doc/stable/user/basics.indexing.html
 */
import { IndexError } from "../errors.ts";
import type { Layout } from "../layout/layout.ts";
import type { Operand } from "../kernels/operand.ts";
import { Slice, parseSlice } from "./slice.ts";

/** An array of integers or booleans between the brackets. */
export interface IndexArray extends Operand {
  readonly layout: Layout;
}

/** One part, told apart. */
export type Part =
  | { readonly kind: "integer"; readonly at: number }
  | { readonly kind: "slice"; readonly slice: Slice }
  | { readonly kind: "newaxis" }
  | { readonly kind: "array"; readonly array: IndexArray };

const EVERYTHING = new Slice(null, null, null);

/**
 * `given` with "..." (or what it leaves unsaid) spelled out as full slices, so that every axis of an array with
 * `ndim` dimensions has its part. `toArray` turns a nested list or an array into an operand, or gives null.
 *
 * @throws {IndexError} when there are more parts than axes, two ellipses, or a part of no known kind
 */
export function parseParts(given: readonly unknown[], ndim: number, toArray: (x: unknown) => IndexArray | null): Part[] {
  const parts: Part[] = [];
  let used = 0;
  let ellipsisAt = -1;
  for (const raw of given) {
    if (raw === "...") {
      if (ellipsisAt >= 0) throw new IndexError("an index can only have a single ellipsis ('...')");
      ellipsisAt = parts.length;
      continue;
    }
    const part = parsePart(raw, toArray);
    parts.push(part);
    used += axesOf(part);
  }
  if (used > ndim) {
    throw new IndexError(`too many indices for array: array is ${ndim}-dimensional, but ${used} were indexed`);
  }
  const rest = Array.from({ length: ndim - used }, (): Part => ({ kind: "slice", slice: EVERYTHING }));
  parts.splice(ellipsisAt < 0 ? parts.length : ellipsisAt, 0, ...rest);
  return parts;
}

/** How many axes a part takes up: a boolean array takes one for each of its own. */
export function axesOf(part: Part): number {
  if (part.kind === "newaxis") return 0;
  return part.kind === "array" && part.array.dtype.kind === "b" ? part.array.layout.ndim : 1;
}

function parsePart(raw: unknown, toArray: (x: unknown) => IndexArray | null): Part {
  if (raw === null || raw === undefined) return { kind: "newaxis" };
  if (typeof raw === "number" && Number.isInteger(raw)) return { kind: "integer", at: raw };
  if (typeof raw === "bigint") return { kind: "integer", at: Number(raw) };
  if (raw instanceof Slice) return { kind: "slice", slice: raw };
  if (typeof raw === "string") {
    const slice = parseSlice(raw);
    if (slice !== null) return { kind: "slice", slice };
  }
  const array = toArray(raw);
  if (array === null || !"biu".includes(array.dtype.kind)) throw new IndexError(ONLY);
  return { kind: "array", array };
}

const ONLY =
  "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices";
