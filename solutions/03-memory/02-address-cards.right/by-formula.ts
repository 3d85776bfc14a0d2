/** offset + Σ index * stride, for the strides that each card's view has. */
const at = (offset: number, strides: readonly number[], index: readonly number[]): number =>
  index.reduce((byte, i, axis) => byte + i * strides[axis]!, offset);

const BYTES: Readonly<Record<string, number>> = {
  int8: 1,
  int16: 2,
  int32: 4,
  float32: 4,
  float64: 8,
  complex64: 8,
  complex128: 16,
};

const tuple = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;

/** Byte strides of a fresh array: each axis walks over all that lies behind it, in order F before it. */
function fresh(dtype: string, shape: readonly number[], order: "C" | "F" = "C"): number[] {
  const behind = (k: number): readonly number[] =>
    order === "C" ? shape.slice(k + 1) : shape.slice(0, k);
  return shape.map((_, k) => behind(k).reduce((a, b) => a * b, BYTES[dtype]!));
}

type Row = readonly [dtype: string, shape: readonly number[], index: readonly number[]];

const FRESH: readonly (readonly ["C" | "F", ...Row])[] = [
  ["C", "float64", [3, 4], [1, 2]],
  ["C", "float64", [2, 5], [1, 3]],
  ["C", "int32", [3, 4], [2, 1]],
  ["C", "int16", [4, 3], [3, 1]],
  ["F", "float64", [3, 4], [1, 2]],
  ["F", "float64", [2, 5], [1, 3]],
  ["F", "int32", [3, 4], [2, 1]],
  ["F", "int16", [4, 3], [3, 1]],
  ["C", "int16", [3, 4, 5], [2, 0, 1]],
  ["C", "float32", [2, 3, 4], [1, 2, 3]],
  ["C", "int8", [2, 5, 10], [1, 4, 7]],
  ["C", "float64", [4, 2, 3], [3, 1, 0]],
  ["C", "complex128", [2, 3], [1, 0]],
  ["C", "complex64", [3, 2], [2, 1]],
  ["C", "complex128", [4, 1], [3, 0]],
  ["C", "complex64", [2, 4], [1, 3]],
];

/** Where the view starts on each axis, and its step. */
type Cut = readonly [text: string, starts: readonly number[], steps: readonly number[]];

const CUTS: readonly (readonly [Cut, ...Row])[] = [
  [["1:", [1, 0], [1, 1]], "int32", [3, 4], [0, 1]],
  [["2:", [2, 0], [1, 1]], "float64", [4, 2], [1, 1]],
  [["3:", [3, 0], [1, 1]], "int16", [5, 3], [1, 2]],
  [["1:", [1, 0], [1, 1]], "float32", [3, 5], [1, 0]],
  [["::-1", [4], [-1]], "float32", [5], [1]],
  [["::-1", [3], [-1]], "float64", [4], [0]],
  [["::-1", [5], [-1]], "int16", [6], [4]],
  [["::-1", [6], [-1]], "int32", [7], [2]],
  [["::2, 1::3", [0, 1], [2, 3]], "float64", [6, 6], [1, 1]],
  [["1::2, ::2", [1, 0], [2, 2]], "int32", [4, 6], [1, 2]],
  [["::3, 1::2", [0, 1], [3, 2]], "int16", [6, 4], [1, 1]],
  [["1::3, 2::2", [1, 2], [3, 2]], "float32", [5, 5], [1, 1]],
];

export function answers(): Record<string, number> {
  const all: Record<string, number> = {};
  const put = (how: string, [dtype, shape, index]: Row, byte: number, order = ""): void => {
    all[`${how}[${index.join(", ")}] of ${dtype} ${tuple(shape)}${order}`] = byte;
  };
  for (const [order, ...row] of FRESH)
    put("a", row, at(0, fresh(row[0], row[1], order), row[2]), ` order ${order}`);
  for (const [[text, starts, steps], ...row] of CUTS) {
    const strides = fresh(row[0], row[1]);
    put(
      `a[${text}]`,
      row,
      at(
        at(0, strides, starts),
        strides.map((s, k) => s * steps[k]!),
        row[2],
      ),
    );
  }
  for (const row of [
    ["float64", [3, 4], [3, 1]],
    ["int32", [2, 5], [4, 1]],
    ["int16", [4, 3], [1, 3]],
    ["float32", [5, 2], [0, 3]],
  ] as const)
    put("a.T", row, at(0, fresh(row[0], row[1]).toReversed(), row[2]));
  for (const [rows, ...row] of [
    [4, "int32", [3], [3, 2]],
    [5, "float64", [2], [4, 1]],
    [3, "int16", [4], [2, 3]],
    [2, "float32", [5], [1, 4]],
  ] as const)
    put(`broadcast_to(a, (${rows}, ${row[1][0]}))`, row, at(0, [0, BYTES[row[0]]!], row[2]));
  for (const [dtype, n, i] of [
    ["complex64", 4, 2],
    ["complex128", 3, 1],
    ["complex64", 6, 5],
    ["complex128", 5, 4],
  ] as const)
    put("a.imag", [dtype, [n], [i]], at(BYTES[dtype]! / 2, [BYTES[dtype]!], [i]));
  return all;
}
