/**
 * What each dtype holds, and what happens at its edge: the next number after the largest, and the gap after 1.
 *
 *     npm run example -- 01-basics/dtype-limits
 *
 * Integers go round, floats go to infinity. The last column is the distance from 1 to the next number: in float16 a
 * thousandth. Add a row for 2 ** 24 + 1 in float32 and see what becomes of it.
 */
import * as np from "@deep-dive/ndarray";

const cell = (text: unknown, width: number): string => String(text).padStart(width);

console.log(
  `${"integers".padEnd(10)} ${cell("bytes", 5)} ${cell("smallest", 22)} ${cell("largest", 22)} ${cell("largest + 1", 22)}`,
);
for (const dtype of [
  "int8",
  "uint8",
  "int16",
  "uint16",
  "int32",
  "uint32",
  "int64",
  "uint64",
] as const) {
  const { min, max } = np.iinfo(dtype);
  const largest = np.full([1], max, { dtype });
  const next = np.add(largest, np.ones([1], { dtype })).item(0);
  console.log(
    `${dtype.padEnd(10)} ${cell(largest.itemsize, 5)} ${cell(min, 22)} ${cell(max, 22)} ${cell(next, 22)}`,
  );
}

console.log(
  `\n${"floats".padEnd(10)} ${cell("bytes", 5)} ${cell("smallest normal", 22)} ${cell("largest", 22)} ${cell("twice that", 22)} ${cell("gap after 1", 12)}`,
);
for (const dtype of ["float16", "float32", "float64"] as const) {
  const info = np.finfo(dtype);
  const largest = np.full([1], Number(info.max), { dtype });
  const twice = np.add(largest, largest).item(0);
  const short = (x: unknown): string => Number(x).toPrecision(6);
  console.log(
    `${dtype.padEnd(10)} ${cell(largest.itemsize, 5)} ${cell(short(info.tiny), 22)} ${cell(short(info.max), 22)} ${cell(twice, 22)} ${cell(short(info.eps), 12)}`,
  );
}
