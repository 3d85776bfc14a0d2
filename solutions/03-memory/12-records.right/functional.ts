import * as np from "@deep-dive/ndarray";
import type { Field, RecordLayout } from "../12-records.ts";

const padding = (bytes: number, alignment: number): number =>
  (alignment - (bytes % alignment)) % alignment;

export function layoutRecord(fields: readonly Field[], isAligned: boolean): RecordLayout {
  const names = fields.map(([name]) => name);
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined) throw new np.ValueError(`field '${twice}' occurs more than once`);
  const align = (dtype: np.DTypeName): number => (isAligned ? np.dtype(dtype).alignment : 1);
  let size = 0;
  const entries = fields.map(([name, dtype]): [string, number] => {
    const offset = size + padding(size, align(dtype));
    size = offset + np.dtype(dtype).itemsize;
    return [name, offset];
  });
  const largest = fields.reduce((most, [, dtype]) => Math.max(most, align(dtype)), 1);
  return { offsets: Object.fromEntries(entries), itemsize: size + padding(size, largest) };
}

export function fieldView(
  { offsets, itemsize }: RecordLayout,
  count: number,
  name: string,
): { shape: number[]; strides: number[]; offset: number } {
  if (!(name in offsets)) throw new np.ValueError(`no field of name ${name}`);
  return { shape: [count], strides: [itemsize], offset: offsets[name]! };
}
