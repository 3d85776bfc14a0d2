/**
 * Numbers read from text, by dtype: what `loadtxt` and its kin accept as an element.
 *
 * Stricter than JS: no hexadecimal, nothing empty, no number out of the dtype's range.
 */
import type { DType, Scalar } from "../dtype/dtype.ts";
import { iinfo } from "../dtype/limits.ts";

const FLOAT = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|nan|inf|infinity)$/i;

/** The element of `dtype` that `text` stands for, or null where it is none. */
export function readNumber(text: string, dtype: DType): Scalar | null {
  const trimmed = text.trim();
  if (dtype.kind === "f") return readFloat(trimmed);
  if (dtype.kind === "c") return readComplex(trimmed.replace(/^\((.*)\)$/, "$1"));
  if (!/^[-+]?\d+$/.test(trimmed)) return null;
  const whole = BigInt(trimmed.replace(/^\+/, ""));
  if (dtype.kind === "b") return whole !== 0n;
  const { min, max } = iinfo(dtype);
  if (whole < min || whole > max) return null;
  return dtype.itemsize === 8 ? whole : Number(whole);
}

function readFloat(text: string): number | null {
  if (!FLOAT.test(text)) return null;
  const bare = text.replace(/^[-+]/, "").toLowerCase();
  const size = bare === "nan" ? NaN : bare.startsWith("inf") ? Infinity : Number(bare);
  return text.startsWith("-") ? -size : size;
}

function readComplex(text: string): Scalar | null {
  const real = readFloat(text);
  if (real !== null) return { re: real, im: 0 };
  if (!/j$/i.test(text)) return null;
  const bare = text.slice(0, -1);
  const split = Math.max(0, bare.search(/(?<=[^eE])[-+](?=[^-+]*(?:[eE][-+]?\d+)?$)/)); // the sign between the parts
  const first = split === 0 ? "0" : bare.slice(0, split);
  const second = bare.slice(split);
  const re = readFloat(first);
  const im = readFloat(/^[-+]?$/.test(second) ? `${second}1` : second);
  return re === null || im === null ? null : { re, im };
}
