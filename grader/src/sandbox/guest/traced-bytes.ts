/**
 * The stand-in for a DataView: each number read or written is an element of the width that the method names.
 *
 * Knows DataView's methods by the pattern of their names.
 */
import type { Trace } from "./trace.ts";

type Method = (place: number, ...more: readonly unknown[]) => unknown;

/** How `view` is stood in for; where it `isSmall` it counts only when too many such are in use. */
export function bytesHandler(view: DataView, trace: Trace, isSmall: boolean): ProxyHandler<object> {
  const start =
    trace.addressOf(view.buffer, Math.min(view.buffer.byteLength, 2 ** 28), true) + view.byteOffset;
  const length = isSmall ? (): number => view.byteLength / 8 : null;
  return {
    get(_, key) {
      if (key === "buffer" && !(isSmall && trace.handOut(view.buffer)))
        throw new TypeError("this view is traced and has no .buffer: work on its elements");
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
  };
}
