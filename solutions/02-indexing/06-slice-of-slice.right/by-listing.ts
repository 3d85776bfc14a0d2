import { type SliceParts, sliceIndices } from "../03-slice-indices.ts";

/** The positions themselves; from the first two of them the slice can be read off. */
function walk<T>(items: readonly T[], slice: SliceParts): T[] {
  const [start, stop, step] = sliceIndices(slice, items.length);
  const found: T[] = [];
  for (let i = start; step > 0 ? i < stop : i > stop; i += step) found.push(items[i]!);
  return found;
}

export function compose(first: SliceParts, second: SliceParts, n: number): SliceParts {
  const positions = walk(walk([...Array(n).keys()], first), second);
  const [from, next] = positions;
  if (from === undefined) return [0, 0, null];
  if (next === undefined) return [from, from + 1, null];
  const last = positions.at(-1)!;
  return [from, next > from ? last + 1 : last === 0 ? null : last - 1, next - from];
}
