/**
 * The stand-in for a Map, Set, WeakMap or WeakSet: each look-up, change and step counts.
 *
 * Knows their methods by name. An entry's place in the trace is that of its key among the keys seen so far.
 */
import { extraOf } from "./text-size.ts";
import { entriesOf, isWeak, sizeOf } from "./true-facts.ts";
import { COLLECTION_BYTES, SMALL, type StandIns, type Trace, numbering } from "./trace.ts";
import { namesOf, setFor } from "./traced-names.ts";

type Collection = Map<unknown, unknown>; // stands for all four: what the others lack is not asked of them

const READS: ReadonlySet<string> = new Set(["get", "has"]);
const WRITES: ReadonlySet<string> = new Set(["set", "add", "delete"]);
/** An entry is a key and a value. */
const ENTRY_BYTES = 16;

export function collectionHandler(
  collection: object,
  trace: Trace,
  standIns: StandIns,
): ProxyHandler<object> {
  const { wrap } = standIns;
  const target = collection as Collection; // it is one of the four
  const slotOf = numbering();
  const room = (): number => {
    const size = sizeOf(target);
    if (size > SMALL) return size;
    const { keys, values } = entriesOf(target);
    return size + extraOf(keys) + extraOf(values);
  };
  const start = trace.addressOf(target, COLLECTION_BYTES, false);
  const storage = trace.storage(target, start, ENTRY_BYTES, room);
  const names = namesOf(target, trace);
  return {
    get(_, key) {
      names.read(key);
      const value: unknown = Reflect.get(target, key, target); // getters check the brand
      if (typeof value !== "function" || key === "constructor") return value;
      const name = String(key);
      return (...args: readonly unknown[]): unknown => {
        if (!READS.has(name) && !WRITES.has(name))
          for (let k = 0; k < (isWeak(target) ? 0 : sizeOf(target)); k++) storage.read(k); // goes through all
        const result: unknown = Reflect.apply(value as () => unknown, target, mended(name, args));
        if (READS.has(name)) storage.read(slotOf(args[0]));
        if (WRITES.has(name)) storage.write(slotOf(args[0]));
        return result === target ? wrap(target) : result;
      };
    },
    set: (_, key, value: unknown, receiver) =>
      names.changing(key, () => setFor(target, key, value, receiver, standIns)),
    defineProperty: (_, key, descriptor) =>
      names.changing(key, () => Reflect.defineProperty(target, key, descriptor)),
    deleteProperty: (_, key) => names.changing(key, () => Reflect.deleteProperty(target, key)),
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
