/**
 * Which short things hold each other, and what each such group amounts to.
 *
 * Knows sizes only: a union-find over whatever is joined.
 */
export class Groups {
  readonly #above = new Map<object, object>();
  readonly #sizes = new Map<object, { readonly elements: number; readonly bytes: number }>();

  add(thing: object, elements: number, bytes: number): void {
    this.#sizes.set(thing, { elements, bytes });
  }

  join(a: object, b: object): void {
    const [rootOfA, rootOfB] = [this.#root(a), this.#root(b)];
    if (rootOfA !== rootOfB) this.#above.set(rootOfB, rootOfA);
  }

  /** The bytes of each group that has more than `most` elements. */
  larger(most: number): number[] {
    const totals = new Map<object, { elements: number; bytes: number }>();
    for (const [thing, { elements, bytes }] of this.#sizes) {
      const root = this.#root(thing);
      const total = totals.get(root) ?? { elements: 0, bytes: 0 };
      totals.set(root, { elements: total.elements + elements, bytes: total.bytes + bytes });
    }
    return [...totals.values()].filter(({ elements }) => elements > most).map(({ bytes }) => bytes);
  }

  #root(thing: object): object {
    let root = thing;
    for (let above = this.#above.get(root); above !== undefined; above = this.#above.get(root))
      root = above;
    if (root !== thing) this.#above.set(thing, root); // a shorter way next time
    return root;
  }
}
