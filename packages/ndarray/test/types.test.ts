/**
 * What the compiler knows: dtypes of results, elements and data, and which calls it refuses.
 *
 * Most of this is checked by `tsc`; running it only keeps the calls honest.
 */
import { expect, expectTypeOf, test } from "vitest";
import * as np from "../src/index.ts";

test("a creation function's dtype is its option's, else its default", () => {
  expectTypeOf(np.zeros([2])).toEqualTypeOf<np.NDArray<"float64">>();
  expectTypeOf(np.zeros([2], { dtype: "int8" })).toEqualTypeOf<np.NDArray<"int8">>();
  expectTypeOf(np.ones(3, { dtype: np.complex64 })).toEqualTypeOf<np.NDArray<"complex64">>();
  expectTypeOf(np.eye(2, { dtype: "bool" })).toEqualTypeOf<np.NDArray<"bool">>();
  expectTypeOf(np.linspace(0, 1, 3)).toEqualTypeOf<np.NDArray<"float64">>();
  expectTypeOf(np.zeros_like(np.ones(2, { dtype: "uint8" }))).toEqualTypeOf<np.NDArray<"uint8">>();
  expectTypeOf(np.asarray([1], { dtype: "float32" })).toEqualTypeOf<np.NDArray<"float32">>();
  expectTypeOf(np.indices([2, 2])).toEqualTypeOf<np.NDArray<"int32">>();
});

test("views keep the dtype, casts change it, parts of complex numbers are floats", () => {
  const a = np.zeros([2, 3], { dtype: "int16" });
  expectTypeOf(a.T).toEqualTypeOf<np.NDArray<"int16">>();
  expectTypeOf(a.get(0)).toEqualTypeOf<np.NDArray<"int16">>();
  expectTypeOf(np.reshape(a, [3, 2])).toEqualTypeOf<np.NDArray<"int16">>();
  expectTypeOf(np.broadcast_to(a, [2, 2, 3])).toEqualTypeOf<np.NDArray<"int16">>();
  expectTypeOf(a.astype("float32")).toEqualTypeOf<np.NDArray<"float32">>();
  expectTypeOf(a.view("uint8")).toEqualTypeOf<np.NDArray<"uint8">>();
  const z = np.zeros([2], { dtype: "complex64" });
  expectTypeOf(z.real).toEqualTypeOf<np.NDArray<"float32">>();
  expectTypeOf(np.nonzero(a)).toEqualTypeOf<np.NDArray<"int32">[]>();
});

test("lists tell their dtype where all their items are of one kind", () => {
  expectTypeOf(np.transpose([[1, 2]])).toEqualTypeOf<np.NDArray<"float64">>();
  expectTypeOf(np.ravel([1n, 2n])).toEqualTypeOf<np.NDArray<"int64">>();
  expectTypeOf(np.flip([true])).toEqualTypeOf<np.NDArray<"bool">>();
  expectTypeOf(np.flip([1, 2n])).toEqualTypeOf<np.NDArray>();
  expectTypeOf(np.ravel(new Int8Array(2))).toEqualTypeOf<np.NDArray<"int8">>();
});

test("elements and data have the JS types of the dtype", () => {
  expectTypeOf(np.zeros(1, { dtype: "int64" }).item()).toEqualTypeOf<bigint>();
  expectTypeOf(np.zeros(1, { dtype: "bool" }).item()).toEqualTypeOf<boolean>();
  expectTypeOf(np.zeros(1, { dtype: "complex128" }).item()).toEqualTypeOf<np.Complex>();
  expectTypeOf(np.zeros(1).item()).toEqualTypeOf<number>();
  expectTypeOf(np.zeros(1, { dtype: "uint16" }).data).toEqualTypeOf<Uint16Array>();
  expectTypeOf(np.zeros(1, { dtype: "complex128" }).data).toEqualTypeOf<Float64Array>();
});

test("promotion is known to the compiler", () => {
  expectTypeOf(np.promote_types("int8", "uint8")).toEqualTypeOf<np.DType<"int16">>();
  expectTypeOf(np.promote_types("int64", "uint64")).toEqualTypeOf<np.DType<"float64">>();
  expectTypeOf(np.promote_types("float32", np.int32)).toEqualTypeOf<np.DType<"float64">>();
  const unknown: np.DTypeName = "int8";
  expectTypeOf(np.promote_types(unknown as np.DTypeName, "bool")).toEqualTypeOf<np.DType>();
});

test("ufuncs promote, weak scalars and all", () => {
  const [i8, u8, f32] = [
    np.ones(2, { dtype: "int8" }),
    np.ones(2, { dtype: "uint8" }),
    np.ones(2, { dtype: "float32" }),
  ];
  expectTypeOf(np.add(i8, u8)).toEqualTypeOf<np.NDArray<"int16">>();
  expectTypeOf(f32.multiply(i8)).toEqualTypeOf<np.NDArray<"float32">>();
  expectTypeOf(f32.add(1.5)).toEqualTypeOf<np.NDArray<"float32">>();
  expectTypeOf(i8.add(1n)).toEqualTypeOf<np.NDArray<"int8">>();
  expectTypeOf(i8.add(1)).toEqualTypeOf<np.NDArray<"int8" | "float64">>();
  expectTypeOf(i8.divide(u8)).toEqualTypeOf<np.NDArray<"float64">>();
  expectTypeOf(np.less(i8, 3)).toEqualTypeOf<np.NDArray<"bool">>();
  expectTypeOf(np.negative(f32)).toEqualTypeOf<np.NDArray<"float32">>();
  expectTypeOf(np.add(i8, u8, { dtype: "float64" })).toEqualTypeOf<np.NDArray>();
  expect(
    [np.add(i8, u8), f32.multiply(i8), i8.add(1n), i8.divide(u8)].map((a) => a.dtype.name),
  ).toEqual(["int16", "float32", "int8", "float64"]);
});

test("an array of one dtype is an array, not one of another", () => {
  expectTypeOf<np.NDArray<"int8">>().toExtend<np.NDArray>();
  expectTypeOf<np.NDArray<"int8">>().not.toExtend<np.NDArray<"int16">>();
  expectTypeOf<np.NDArray>().not.toExtend<np.NDArray<"int8">>();
});

test("wrong dtype names, options and arguments do not compile", () => {
  // @ts-expect-error -- no such dtype
  expect(() => np.zeros([2], { dtype: "float128" })).toThrow(
    new TypeError("data type 'float128' not understood"),
  );
  // @ts-expect-error -- no such option
  expect(() => np.zeros([2], { dtpe: "int8" })).toThrow(TypeError);
  // @ts-expect-error -- no such order
  expect(() => np.reshape([1], [1], { order: "X" })).toThrow(np.ValueError);
  // @ts-expect-error -- an axis is a number
  expect(() => np.swapaxes([[1]], "0", 1)).toThrow();
  // @ts-expect-error -- no such mode
  expect(() => np.take([1], [0], { mode: "wrapp" })).toThrow(np.ValueError);
  // @ts-expect-error -- no such casting rule
  expect(() => np.can_cast("int8", "int16", "sometimes")).toThrow(np.ValueError);
  // @ts-expect-error -- text is no array
  expect(() => np.ravel("text")).toThrow(TypeError);
  // @ts-expect-error -- strides cannot be assigned
  expect(() => (np.zeros([2]).strides = [16])).toThrow(TypeError);
});
