/**
 * Putting methods on the class.
 *
 * Methods that need functions cannot stand in the class, which lies below them; so each table attaches its own.
 */

/** Defines every entry of `methods` on `target`'s prototype, as the class syntax would: not enumerable. */
export function attach(target: { readonly prototype: object }, methods: object): void {
  for (const key of Reflect.ownKeys(methods)) {
    const { value, get } = Object.getOwnPropertyDescriptor(methods, key)!; // ownKeys has just named it
    const descriptor = get === undefined ? { value, writable: true } : { get };
    Object.defineProperty(target.prototype, key, {
      ...descriptor,
      configurable: true,
      enumerable: false,
    });
  }
}
