/**
 * Node's own modules, looked up when first needed: the library loads in a browser, where files do not exist.
 *
 * Only what is used is described, so that the library's types need nobody's but its own.
 */

interface NodeModules {
  readonly "node:fs": {
    readFileSync(path: string): Uint8Array;
    readFileSync(path: string, encoding: "utf8"): string;
    writeFileSync(path: string, content: Uint8Array | string): void;
    renameSync(from: string, to: string): void;
    rmSync(path: string, options: { readonly force: boolean }): void;
  };
  readonly "node:zlib": {
    deflateRawSync(bytes: Uint8Array): Uint8Array;
    inflateRawSync(bytes: Uint8Array, options: { readonly maxOutputLength: number }): Uint8Array;
  };
}

/** The module `name`. @throws {Error} outside Node */
export function nodeModule<K extends keyof NodeModules>(name: K): NodeModules[K] {
  const found: unknown = globalThis.process?.getBuiltinModule?.(name);
  if (found === undefined) throw new Error(`${name} is needed, and only Node has it`);
  return found as NodeModules[K]; // Node's module of that name
}
