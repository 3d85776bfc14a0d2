/**
 * Things whose contents nobody can look at: closures, generators, objects of the answer's own classes.
 *
 * Knows sizes and uses. One that is in use costs nothing, as a processor's registers do not; one that is used again after
 * many others were had been put away, and what it holds is storage.
 */
import { QuietWeakMap } from "./quiet.ts";
import { types } from "node:util";
import { Registers } from "./registers.ts";

export const holderName = (hook: string): string => `${hook}_holder`;
export const fieldsName = (hook: string): string => `${hook}_fields`;

const { get } = Reflect; // the one that tells nobody

export class Holders {
  #registers = new Registers();
  readonly #standIns = new QuietWeakMap<object, object>();
  readonly #load: (holder: object, elements: number) => void;

  /** `load` hears of each use of a holder that had been put away, and of how many elements that loads. */
  constructor(load: (holder: object, elements: number) => void) {
    this.#load = load;
  }

  /** A call begins: nothing is in use. */
  begin(): void {
    this.#registers = this.#registers.emptied();
  }

  /** Notes a use of `holder`, of which something can be told by looking: `elements`. */
  use(holder: object, elements: number): void {
    const loaded = this.#registers.use(holder, elements);
    if (loaded > 0) this.#load(holder, loaded);
  }

  /** What stands for `holder`, of `elements`: each use of it is noted. */
  standIn(holder: object, elements: number): object {
    const known = this.#standIns.get(holder);
    if (known !== undefined) return known;
    const use = (): void => this.use(holder, elements);
    use();
    const standIn: object = new Proxy(
      holder,
      types.isGeneratorObject(holder)
        ? generatorHandler(use, () => standIn)
        : {
            get: (_, key, receiver) => {
              use();
              return get(holder, key, receiver) as unknown;
            },
            apply: (_, it, args) => {
              use();
              const result: unknown = Reflect.apply(holder as () => unknown, it, args); // only a function is called
              return types.isGeneratorObject(result)
                ? this.standIn(result as object, elements)
                : result;
            },
          },
    );
    this.#standIns.set(holder, standIn);
    this.#standIns.set(standIn, standIn);
    return standIn;
  }
}

/** Its methods work on nothing but itself; asked for its iterator it gives its stand-in. */
function generatorHandler(use: () => void, standIn: () => object): ProxyHandler<object> {
  return {
    get(generator, key) {
      use();
      const value: unknown = get(generator, key, generator);
      if (typeof value !== "function" || key === "constructor") return value;
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value as () => unknown, generator, args);
        return result === generator ? standIn() : result;
      };
    },
  };
}
