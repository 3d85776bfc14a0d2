/**
 * Loads the learner's modules: text in, exports out.
 *
 * Knows which imports exist here: the library, other files that the judge sent, and fast-check where allowed.
 * There is no loader behind it: what is not in the table does not exist.
 */
import vm from "node:vm";

export interface LoadRequest {
  /** Path of the file to load, and texts by path, types already stripped. */
  readonly entry: string;
  readonly files: Readonly<Record<string, string>>;
  /** Which of the files an import names: importing path → specifier → path. */
  readonly imports: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Trusted functions that run beside the learner's, or null. */
  readonly harness: string | null;
  /** The shipped naive loop, timed beside the answer; or null. */
  readonly naive: string | null;
}

export type Namespace = Readonly<Record<string, unknown>>;

/** Why a file did not run. */
export class LoadFault extends Error {
  readonly kind: "syntax-error" | "forbidden" | "thrown";
  /** What the learner's code threw, where it did. */
  readonly thrown: unknown;

  constructor(kind: "syntax-error" | "forbidden" | "thrown", message: string, thrown?: unknown) {
    super(message);
    this.kind = kind;
    this.thrown = thrown;
  }
}

/** A loader over one set of library modules; each file is loaded at most once. */
export class Loader {
  readonly #synthetic: ReadonlyMap<string, vm.Module>;
  readonly #request: LoadRequest;
  readonly #loaded = new Map<string, vm.SourceTextModule>();

  constructor(request: LoadRequest, packages: Readonly<Record<string, Namespace>>) {
    this.#request = request;
    this.#synthetic = new Map(
      Object.entries(packages).map(([name, namespace]) => [name, syntheticOf(name, namespace)]),
    );
  }

  /** The exports of `path`. @throws {LoadFault} when it does not parse, imports what is not there, or throws */
  load(path: string): Namespace {
    const module = this.#module(path);
    if (module.status === "evaluated") return module.namespace as Namespace; // an object of exports
    try {
      module.instantiate();
    } catch (error) {
      throw new LoadFault("syntax-error", messageOf(error)); // an import that the other file does not export
    }
    if (
      module.hasTopLevelAwait() ||
      [...this.#loaded.values()].some((one) => one.hasTopLevelAwait())
    ) {
      throw new LoadFault("forbidden", "await at the top of a file: exercises are synchronous");
    }
    module.evaluate().catch(() => {}); // without top-level await it is over when this returns
    if (module.status === "errored") throw new LoadFault("thrown", "", module.error);
    return module.namespace as Namespace; // an object of exports
  }

  #module(path: string): vm.SourceTextModule {
    const known = this.#loaded.get(path);
    if (known !== undefined) return known;
    const text = this.#request.files[path];
    if (text === undefined) throw new LoadFault("forbidden", `no file ${path} here`);
    let module: vm.SourceTextModule;
    try {
      module = new vm.SourceTextModule(text, { identifier: path });
    } catch (error) {
      throw new LoadFault("syntax-error", messageOf(error));
    }
    this.#loaded.set(path, module);
    module.linkRequests(
      module.moduleRequests.map(({ specifier }) => {
        const synthetic = this.#synthetic.get(specifier);
        if (synthetic !== undefined) return synthetic;
        const target = this.#request.imports[path]?.[specifier];
        if (target === undefined)
          throw new LoadFault(
            "forbidden",
            `${path} imports ${JSON.stringify(specifier)}, which an exercise may not`,
          );
        return this.#module(target);
      }),
    );
    return module;
  }
}

function syntheticOf(name: string, namespace: Namespace): vm.Module {
  const names = Object.keys(namespace);
  const module = new vm.SyntheticModule(
    names,
    function (this: vm.SyntheticModule) {
      for (const key of names) this.setExport(key, namespace[key]);
    },
    { identifier: name },
  );
  (module as unknown as { instantiate?: () => void }).instantiate?.(); // newer than the types
  module.evaluate().catch(() => {}); // cannot fail: the setter above is all it does
  return module;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
