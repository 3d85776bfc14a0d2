/**
 * One element: bytes to a JS value and back.
 *
 * Knows every dtype's JS value: `boolean` for bool, `bigint` for the 64-bit integers, `{ re, im }` for complex,
 * `number` for all others. A value that does not fit throws; it is never silently changed.
 */
import type { Complex, DType, Scalar } from "../dtype/dtype.ts";
import { iinfo } from "../dtype/limits.ts";
import { OverflowError, ValueError } from "../errors.ts";
import { Memory } from "../memory/memory.ts";

/** The element of `dtype` at byte `address`, wherever that lies. */
export function readElement(memory: Memory, dtype: DType, address: number): Scalar {
  const unit = dtype.alignment;
  if (address % unit !== 0) return readElement(...realigned(memory, dtype, address));
  const data = memory.view(dtype);
  const at = address / unit;
  if (dtype.kind === "c") return { re: Number(data[at]), im: Number(data[at + 1]) };
  return dtype.kind === "b" ? data[at] !== 0 : data[at]!;
}

/**
 * Writes `value` as an element of `dtype` at byte `address`.
 *
 * @throws {OverflowError} when a whole number does not fit an integer dtype
 * @throws {ValueError} when nan or an infinity is asked to become an integer
 * @throws {TypeError} when a complex value is asked to become real, or the value is no scalar
 */
export function writeElement(memory: Memory, dtype: DType, address: number, value: unknown): void {
  const unit = dtype.alignment;
  if (address % unit !== 0) {
    const [copy] = realigned(memory, dtype, address);
    writeElement(copy, dtype, 0, value);
    memory.bytes.set(copy.bytes.subarray(0, dtype.itemsize), address);
    return;
  }
  const data = memory.view(dtype) as Float64Array; // `component` gives what the real element type takes
  const at = address / unit;
  if (dtype.kind === "c") {
    const { re, im } = toComplex(value);
    data[at] = re;
    data[at + 1] = im;
  } else {
    data[at] = component(value, dtype) as number; // see above
  }
}

/** The JS value that a typed array of `dtype` (not complex) takes for `value`. */
function component(value: unknown, dtype: DType): number | bigint {
  if (isComplex(value)) {
    if (dtype.kind === "b") return Number(value.re !== 0 || value.im !== 0);
    throw new TypeError(
      `${dtype.kind === "f" ? "float() argument must be a string" : "int() argument must be a string, a bytes-like object"} or a real number, not 'complex'`,
    );
  }
  const plain = plainScalar(value);
  if (dtype.kind === "b") return Number(plain !== 0 && plain !== 0n && plain !== false); // nan is true, as in Python
  if (dtype.kind === "f") return Number(plain);
  return toInteger(plain, dtype);
}

function toInteger(value: number | bigint | boolean, dtype: DType): number | bigint {
  if (typeof value === "boolean") return dtype.itemsize === 8 ? BigInt(value) : Number(value);
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw Number.isNaN(value)
      ? new ValueError("cannot convert float NaN to integer")
      : new OverflowError("cannot convert float infinity to integer");
  }
  const whole = typeof value === "number" ? Math.trunc(value) : value;
  const { min, max } = iinfo(dtype);
  if (whole < min || whole > max)
    throw new OverflowError(`Python integer ${whole} out of bounds for ${dtype.name}`);
  return dtype.itemsize === 8 ? BigInt(whole) : Number(whole);
}

/** Whether `value` is `{ re, im }`. */
export function isComplex(value: unknown): value is Complex {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as Complex).re === "number" && // reading a property that may be missing
    typeof (value as Complex).im === "number"
  );
}

function toComplex(value: unknown): Complex {
  return isComplex(value) ? value : { re: Number(plainScalar(value)), im: 0 };
}

function plainScalar(value: unknown): number | bigint | boolean {
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return value;
  throw new TypeError(
    `an element must be a number, bigint, boolean or { re, im }, not ${value === null ? "null" : typeof value}`,
  );
}

function realigned(memory: Memory, dtype: DType, address: number): [Memory, DType, number] {
  const bytes = memory.bytes.slice(address, address + dtype.itemsize);
  return [new Memory(bytes.buffer, false), dtype, 0];
}
