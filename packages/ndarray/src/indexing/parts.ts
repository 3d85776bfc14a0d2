/**
 * Index expressions: the parts between the brackets, each told apart, and fitted to the axes.
 *
 * Knows what `a[1:, None, mask]` asks for; moves no element. Arrays come as `IndexData`, so this room needs no
 * array class.
 * Rules: https://numpy.org/doc/stable/user/basics.indexing.html
 */
import { IndexError } from "../errors.ts";
import { type IndexData, ONLY, listData } from "./lists.ts";
import { Slice, parseSlice } from "./slice.ts";

/** One part, told apart. */
export type Part =
  | { readonly kind: "integer"; readonly at: number }
  | { readonly kind: "slice"; readonly slice: Slice }
  | { readonly kind: "newaxis" }
  /** As many whole axes as the other parts leave; it separates arrays even where that is none. */
  | { readonly kind: "ellipsis"; readonly count: number }
  | { readonly kind: "integers"; readonly index: IndexData }
  | { readonly kind: "mask"; readonly index: IndexData };

/** What `parseParts` makes of a whole index. */
export interface Parts {
  readonly parts: readonly Part[];
  /** Whether a part is an array, so that the result is a copy. */
  readonly isAdvanced: boolean;
  /** Whether an integer came as a 0-d array: NumPy then copies too. */
  readonly hasScalarArray: boolean;
}

/**
 * `given` fitted to an array with `ndim` dimensions. `toData` turns an array into data, or gives null.
 *
 * @throws {IndexError} when there are more parts than axes, two ellipses, or a part of no known kind
 */
export function parseParts(
  given: readonly unknown[],
  ndim: number,
  toData: (x: unknown) => IndexData | null,
): Parts {
  const parts: Part[] = [];
  let used = 0;
  let ellipsisAt = -1;
  let isAdvanced = false;
  let hasScalarArray = false;
  for (const raw of given) {
    if (raw === "...") {
      if (ellipsisAt >= 0) throw new IndexError("an index can only have a single ellipsis ('...')");
      ellipsisAt = parts.length;
      parts.push(NOTHING);
      continue;
    }
    const part = parsePart(raw, toData);
    parts.push(part);
    used += axesOf(part);
    if (part.kind === "integers" || part.kind === "mask") isAdvanced = true;
    else if (part.kind === "integer" && typeof raw === "object") hasScalarArray = true;
  }
  if (used > ndim) {
    throw new IndexError(
      `too many indices for array: array is ${ndim}-dimensional, but ${used} were indexed`,
    );
  }
  const rest: Part = { kind: "ellipsis", count: ndim - used };
  if (ellipsisAt >= 0) parts[ellipsisAt] = rest;
  else if (used < ndim) parts.push(rest);
  return { parts, isAdvanced, hasScalarArray };
}

const NOTHING: Part = { kind: "ellipsis", count: 0 };

/** How many axes a part takes up: a boolean array takes one for each of its own. */
export function axesOf(part: Part): number {
  switch (part.kind) {
    case "newaxis":
      return 0;
    case "ellipsis":
      return part.count;
    case "mask":
      return part.index.shape.length;
    default:
      return 1;
  }
}

function parsePart(raw: unknown, toData: (x: unknown) => IndexData | null): Part {
  if (raw === null || raw === undefined) return { kind: "newaxis" };
  if (typeof raw === "number" && Number.isInteger(raw)) return { kind: "integer", at: raw };
  if (typeof raw === "bigint") return { kind: "integer", at: Number(raw) };
  if (raw instanceof Slice) return { kind: "slice", slice: raw };
  if (typeof raw === "string") {
    const slice = parseSlice(raw);
    if (slice !== null) return { kind: "slice", slice };
  }
  const index =
    typeof raw === "boolean" || Array.isArray(raw) ? (listData(raw) ?? toData(raw)) : toData(raw);
  if (index === null) throw new IndexError(ONLY);
  if (index.isMask) return { kind: "mask", index };
  if (index.shape.length > 0) return { kind: "integers", index };
  const { data, offset } = index.numbers();
  return { kind: "integer", at: data[offset]! };
}
