/**
 * The stand-in for a DataView: each number read or written is an element of the width that the method names.
 *
 * Knows DataView's methods by the pattern of their names.
 */
import type { StandIns, Trace } from "./trace.ts";
import { namesOf, setFor } from "./traced-names.ts";

type Method = (place: number, ...more: readonly unknown[]) => unknown;

/** How `view` is stood in for; where it `isSmall` it counts only when too many such are in use. */
export function bytesHandler(
  view: DataView,
  trace: Trace,
  standIns: StandIns,
  isSmall: boolean,
): ProxyHandler<object> {
  const names = namesOf(view, trace);
  const start =
    trace.addressOf(view.buffer, Math.min(view.buffer.byteLength, 2 ** 28), true) + view.byteOffset;
  const length = isSmall ? (): number => view.byteLength / 8 : null;
  return {
    get(_, key) {
      if (key === "buffer" && !(isSmall && trace.handOut(view.buffer)))
        throw new TypeError("this view is traced and has no .buffer: work on its elements");
      names.read(key);
      const value: unknown = Reflect.get(view, key, view); // getters check the brand
      const [, verb, bits] = /^(get|set)[A-Z]\D*(\d+)$/.exec(String(key)) ?? [];
      if (typeof value !== "function" || bits === undefined) return value;
      return (place: number, ...more: readonly unknown[]): unknown => {
        const number = trace.storage(view.buffer, start + place, Number(bits) / 8, length);
        if (verb === "set") number.write(0);
        else number.read(0);
        return Reflect.apply(value as Method, view, [place, ...more]);
      };
    },
    set: (_, key, value: unknown, receiver) =>
      names.changing(key, () => setFor(view, key, value, receiver, standIns)),
    defineProperty: (_, key, descriptor) =>
      names.changing(key, () => Reflect.defineProperty(view, key, descriptor)),
  };
}
