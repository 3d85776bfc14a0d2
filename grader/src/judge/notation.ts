/**
 * Values as people read them in a failure: arrays in NumPy's own notation, the rest as one types it.
 *
 * Knows text. An array that is not plain says how it lies in memory, since that is often the whole story.
 */

/** What this needs of the library: its printing, and a way to know an array. */
export interface Printing {
  readonly NDArray: new (...args: never[]) => object;
  readonly array_repr: (array: never) => string;
}

interface Facts {
  readonly strides: readonly number[];
  readonly offset: number;
  readonly flags: { readonly c_contiguous: boolean };
}

const MAX_CHARS = 1_500;

/** `value` in at most some 1,500 characters. */
export function notation(value: unknown, np: Printing): string {
  const text = textOf(value, np, 0);
  return text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}…` : text;
}

function textOf(value: unknown, np: Printing, depth: number): string {
  if (depth > 8) return "…";
  if (value instanceof np.NDArray) return arrayText(value, np);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "function")
    return "name" in value && value.name !== "" ? value.name : "a function";
  if (typeof value !== "object" || value === null) return String(value);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return `${value.constructor.name}.of(${Array.from(value as Iterable<unknown> & ArrayBufferView, (item) => textOf(item, np, depth + 1)).join(", ")})`; // a typed array is iterable
  }
  if (Array.isArray(value))
    return `[${value
      .slice(0, 200)
      .map((item) => textOf(item, np, depth + 1))
      .join(", ")}${value.length > 200 ? ", …" : ""}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return plainText(value);
  const entries = Object.entries(value).map(
    ([key, item]) =>
      `${/^\w+$/.test(key) ? key : JSON.stringify(key)}: ${textOf(item, np, depth + 1)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function arrayText(array: object, np: Printing): string {
  const text = np.array_repr(array as never); // an NDArray, as the caller has checked
  const { strides, offset, flags } = array as unknown as Facts; // every NDArray has these
  if (flags.c_contiguous) return text;
  return `${text} with strides (${strides.join(", ")}${strides.length === 1 ? "," : ""})${offset === 0 ? "" : ` from byte ${offset}`}`;
}

function plainText(value: object): string {
  try {
    return String(value);
  } catch {
    return "an object";
  }
}
