/**
 * `a.flags`: how an array lies in memory, and whether it may be written.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ndarray.flags.html
 */
import type { Layout } from "../layout/layout.ts";

/** The part of an array that flags read and write. */
interface Flagged {
  readonly layout: Layout;
  readonly base: unknown;
  isWriteable: boolean;
}

export class Flags {
  readonly #array: Flagged;

  constructor(array: Flagged) {
    this.#array = array;
  }

  /** Addresses are consecutive in C order. */
  get c_contiguous(): boolean {
    return this.#array.layout.isC;
  }

  /** Addresses are consecutive in Fortran order. */
  get f_contiguous(): boolean {
    return this.#array.layout.isF;
  }

  /** The array owns its elements; false for a view. */
  get owndata(): boolean {
    return this.#array.base === null;
  }

  /** Elements may be written. Setting it to true fails where the owner is read-only. */
  get writeable(): boolean {
    return this.#array.isWriteable;
  }

  set writeable(isWriteable: boolean) {
    this.#array.isWriteable = isWriteable;
  }

  toString(): string {
    const names = ["c_contiguous", "f_contiguous", "owndata", "writeable"] as const;
    return names
      .map((name) => `  ${name.toUpperCase()} : ${this[name] ? "True" : "False"}`)
      .join("\n");
  }
}
