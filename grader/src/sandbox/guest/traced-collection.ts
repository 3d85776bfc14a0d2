/**
 * The stand-in for a Map, Set, WeakMap or WeakSet: each look-up, change and step counts.
 *
 * Knows their methods by name. An entry's place in the trace is that of its key among the keys seen so far.
 */
import { COLLECTION_BYTES, type StandIns, type Trace, numbering } from "./trace.ts";

type Collection = Map<unknown, unknown>; // stands for all four: what the others lack is not asked of them

const KINDS = [Map, Set, WeakMap, WeakSet];
const READS: ReadonlySet<string> = new Set(["get", "has"]);
const WRITES: ReadonlySet<string> = new Set(["set", "add", "delete"]);
/** An entry is a key and a value. */
const ENTRY_BYTES = 16;

export function isCollection(value: object): boolean {
  return KINDS.some((kind) => value instanceof kind);
}

export function collectionHandler(
  collection: object,
  trace: Trace,
  { wrap }: StandIns,
): ProxyHandler<object> {
  const target = collection as Collection; // it is one of the four
  const slotOf = numbering();
  const sizeOf = (): number => target.size ?? Infinity; // nobody tells a weak one's size
  const start = trace.addressOf(target, COLLECTION_BYTES, false);
  const storage = trace.storage(target, start, ENTRY_BYTES, sizeOf);
  return {
    get(_, key) {
      const value: unknown = Reflect.get(target, key, target); // getters check the brand
      if (typeof value !== "function" || key === "constructor") return value;
      const name = String(key);
      return (...args: readonly unknown[]): unknown => {
        if (!READS.has(name) && !WRITES.has(name))
          for (let k = 0; k < (target.size ?? 0); k++) storage.read(k); // goes through all
        const result: unknown = Reflect.apply(value as () => unknown, target, mended(name, args));
        if (READS.has(name)) storage.read(slotOf(args[0]));
        if (WRITES.has(name)) storage.write(slotOf(args[0]));
        return result === target ? wrap(target) : result;
      };
    },
  };

  /** A callback is shown the stand-in, never what it stands for. */
  function mended(name: string, args: readonly unknown[]): unknown[] {
    const [call, it] = args;
    if (name !== "forEach" || typeof call !== "function") return [...args];
    const seenBy = (value: unknown, key: unknown): unknown =>
      Reflect.apply(call, it, [value, key, wrap(target)]);
    return [seenBy];
  }
}
