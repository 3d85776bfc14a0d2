/**
 * Imports of the library in this thread mean the judge's bundle: one file instead of hundreds, and one copy of its classes.
 *
 * Knows Node's module hooks. Trusted threads only; a guest has no loader.
 */
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import type { Bundles } from "./bundle.ts";

let hooked: Bundles | null = null;

/** From now on, imports of the library in this thread mean the bundle. */
export function useBundledLibrary(bundles: Bundles): void {
  const isNew = hooked === null;
  hooked = bundles;
  if (!isNew) return;
  registerHooks({
    resolve(specifier, context, next) {
      if (hooked !== null) {
        if (specifier === "@deep-dive/ndarray")
          return { url: pathToFileURL(hooked.library).href, shortCircuit: true };
        if (specifier === "@deep-dive/ndarray/marshal")
          return { url: pathToFileURL(hooked.marshal).href, shortCircuit: true };
        if (specifier === "@deep-dive/ndarray/testing")
          return { url: pathToFileURL(hooked.testing).href, shortCircuit: true };
      }
      return next(specifier, context);
    },
  });
}
