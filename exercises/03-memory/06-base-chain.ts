/**
 * 3.06 A view of a view has one owner, and the owner's memory lives as long as anybody looks at it.
 *
 * In NumPy: `a.base`, and why `part.base is row` is false.
 */

/** An array as it was made: fresh (`from` is null), or cut from another one, `offset` bytes behind its first. */
export interface Made {
  /** No two arrays have the same. */
  readonly name: string;
  /** The array that it was cut from, by name; null where it was made fresh. */
  readonly from: string | null;
  /** Bytes from the first element of `from` to its own first; 0 where it was made fresh. */
  readonly offset: number;
}

/** An array as NumPy describes it: `base` is the owner's name (null for an owner), `offset` counts in the owner. */
export interface Described {
  /** As it was made. */
  readonly name: string;
  /** The owner, by name; null where it is one itself. */
  readonly base: string | null;
  /** Bytes from the owner's first element to its own first. */
  readonly offset: number;
}

/**
 * Every array with its owner, in the order given. A chain of any length collapses to one step.
 *
 * @example describe([{ name: "a", from: null, offset: 0 }, { name: "b", from: "a", offset: 8 }, { name: "c", from: "b", offset: 16 }])
 * // c: { name: "c", base: "a", offset: 24 }
 */
export function describe(arrays: readonly Made[]): Described[] {
  // TODO: follow `from` until it is null, and add up the offsets on the way.
  throw new Error("not implemented");
}

/** The names of all arrays that see a write into the memory of `name`: its owner's whole family, in the order given. */
export function family(arrays: readonly Made[], name: string): string[] {
  // TODO: who has the same owner? An owner belongs to its own family.
  throw new Error("not implemented");
}

/** The owners whose memory can be given back when only `alive` are still in use, in the order given. */
export function freeable(arrays: readonly Made[], alive: readonly string[]): string[] {
  throw new Error("not implemented");
}
