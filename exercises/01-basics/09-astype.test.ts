import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dtype, type Elements, astype } from "./09-astype.ts";

const f64 = (...values: number[]): Elements => ({
  data: Float64Array.from(values),
  dtype: "float64",
});

const INTEGERS: readonly Dtype[] = ["int8", "uint8", "int16", "uint16", "int32", "uint32"];
const ALL: readonly Dtype[] = ["bool", ...INTEGERS, "float32", "float64"];
/** Into which dtypes each one's values go without loss. */
const WIDER: Readonly<Record<Dtype, readonly Dtype[]>> = {
  bool: ALL,
  int8: ["int8", "int16", "int32", "float32", "float64"],
  uint8: ["uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"],
  int16: ["int16", "int32", "float32", "float64"],
  uint16: ["uint16", "int32", "uint32", "float32", "float64"],
  int32: ["int32", "float64"],
  uint32: ["uint32", "float64"],
  float32: ["float32", "float64"],
  float64: ["float64"],
};

const elements = (): fc.Arbitrary<Elements> => {
  const whole = (min: number, max: number): fc.Arbitrary<number[]> =>
    fc.array(fc.integer({ min, max }), { maxLength: 5 });
  return fc.oneof(
    whole(0, 1).map((v): Elements => ({ data: Uint8Array.from(v), dtype: "bool" })),
    whole(-128, 127).map((v): Elements => ({ data: Int8Array.from(v), dtype: "int8" })),
    whole(0, 255).map((v): Elements => ({ data: Uint8Array.from(v), dtype: "uint8" })),
    whole(-32768, 32767).map((v): Elements => ({ data: Int16Array.from(v), dtype: "int16" })),
    whole(0, 65535).map((v): Elements => ({ data: Uint16Array.from(v), dtype: "uint16" })),
    whole(-(2 ** 31), 2 ** 31 - 1).map((v): Elements => ({
      data: Int32Array.from(v),
      dtype: "int32",
    })),
    whole(0, 2 ** 32 - 1).map((v): Elements => ({ data: Uint32Array.from(v), dtype: "uint32" })),
    fc
      .array(fc.float({ noNaN: true }), { maxLength: 5 })
      .map((v): Elements => ({ data: Float32Array.from(v), dtype: "float32" })),
    fc
      .array(fc.double({ noNaN: true }), { maxLength: 5 })
      .map((v): Elements => ({ data: Float64Array.from(v), dtype: "float64" })),
  );
};

test("1.9 becomes 1 and -2.7 becomes -2 in int32", () => {
  const { data, dtype } = astype(f64(1.9, -2.7), "int32");
  expect(data).toEqual(Int32Array.of(1, -2));
  expect(dtype).toBe("int32");
});

test("300 in uint8 wraps round to 44, and -1 to 255", () => {
  expect(astype({ data: Int32Array.of(300, -1), dtype: "int32" }, "uint8").data).toEqual(
    Uint8Array.of(44, 255),
  );
});

test("everything but 0 is true: 0.5, -3 and NaN as well", () => {
  expect([...astype(f64(0, 0.5, -3, Number.NaN, -0), "bool").data]).toEqual([0, 1, 1, 1, 0]);
  expect([...astype({ data: Int32Array.of(256, 0), dtype: "int32" }, "bool").data]).toEqual([1, 0]);
});

test("uint8 to bool is a cast, though both lie in a Uint8Array", () => {
  const a: Elements = { data: Uint8Array.of(0, 1, 7), dtype: "uint8" };
  const b = astype(a, "bool", false);
  expect(b.dtype).toBe("bool");
  expect([...b.data]).toEqual([0, 1, 1]);
  expect([...a.data], "the input").toEqual([0, 1, 7]);
});

test("0.1 in float32 is the nearest there is", () => {
  expect(astype(f64(0.1), "float32").data[0]).toBe(Math.fround(0.1));
});

test("copy = false gives the very same memory where the dtype is the same", () => {
  const a = f64(1, 2);
  expect(astype(a, "float64", false).data).toBe(a.data);
});

test("without copy = false the memory is always new", () => {
  fc.assert(
    fc.property(elements(), fc.constantFrom(...ALL), (a, dtype) => {
      expect(astype(a, dtype).data.buffer, `${a.dtype} to ${dtype}`).not.toBe(a.data.buffer);
      if (dtype !== a.dtype) expect(astype(a, dtype, false).data.buffer).not.toBe(a.data.buffer);
    }),
  );
});

test("there and back through a wider dtype nothing is lost", () => {
  fc.assert(
    fc.property(elements(), fc.nat(), (a, pick) => {
      const wider = WIDER[a.dtype][pick % WIDER[a.dtype].length]!;
      expect(astype(astype(a, wider), a.dtype), `${a.dtype} to ${wider} and back`).toEqual(a);
    }),
  );
});

test("integers of the same width trade places by their bits", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -128, max: 127 })), (values) => {
      const a: Elements = { data: Int8Array.from(values), dtype: "int8" };
      expect([...astype(a, "uint8").data]).toEqual([...new Uint8Array(a.data.buffer)]);
    }),
  );
});

test("the input is left as it was", () => {
  fc.assert(
    fc.property(elements(), fc.constantFrom(...ALL), (a, dtype) => {
      const before = [...a.data];
      astype(a, dtype).data.fill(1);
      expect([...a.data]).toEqual(before);
    }),
  );
});
