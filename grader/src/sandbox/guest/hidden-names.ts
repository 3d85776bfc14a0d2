/**
 * Names that modules of the realm can use, and that no list of names shows.
 *
 * Knows that a script's constants are seen by all code of its realm and are no properties of `globalThis`: who cannot
 * write such a name cannot reach its value.
 */
import vm from "node:vm";

/** Declares each of `values` by its name. Must come before the globals are frozen. */
export function declareHidden(values: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(values);
  if (names.length === 0) return;
  const carrier = `${names.join("_")}_values`; // no other global is called so
  Object.defineProperty(globalThis, carrier, { value: values, configurable: true });
  vm.runInThisContext(`const { ${names.join(", ")} } = ${carrier};`);
  Reflect.deleteProperty(globalThis, carrier);
}
