/**
 * Node's own modules, looked up when first needed: the library loads in a browser, where files do not exist.
 */

interface NodeModules {
  readonly "node:fs": typeof import("node:fs");
  readonly "node:path": typeof import("node:path");
  readonly "node:zlib": typeof import("node:zlib");
}

/** The module `name`. @throws {Error} outside Node */
export function nodeModule<K extends keyof NodeModules>(name: K): NodeModules[K] {
  const found = globalThis.process?.getBuiltinModule?.(name);
  if (found === undefined) throw new Error(`${name} is needed, and only Node has it`);
  return found as NodeModules[K]; // Node's module of that name
}
