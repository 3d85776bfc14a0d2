/**
 * 3.12 Records: a name, a weight and a flag side by side, a thousand times. Each field is a strided view.
 *
 * In NumPy: `np.dtype([("a", "u1"), ("b", "f8")], align=True)` and `table["b"]`.
 */
import * as np from "@deep-dive/ndarray";

/** A field's name and dtype. */
export type Field = readonly [name: string, dtype: np.DTypeName];

/** Where in a record each field begins, and how many bytes a record takes. */
export interface RecordLayout {
  /** For each field, by name: bytes from the record's beginning to the field's. */
  readonly offsets: Readonly<Record<string, number>>;
  /** Bytes of one record. */
  readonly itemsize: number;
}

/**
 * The layout of a record with these fields, in this order.
 *
 * Packed (`isAligned` false) they follow each other without a gap. Aligned, each begins at a multiple of its
 * alignment (`np.dtype(name).alignment`), and a record's size is rounded up to a multiple of the largest alignment,
 * so that the next record is aligned as well. Without fields the size is 0.
 *
 * @throws {np.ValueError} "field 'a' occurs more than once"
 * @example layoutRecord([["a", "uint8"], ["b", "float64"]], true) // offsets { a: 0, b: 8 }, itemsize 16
 */
export function layoutRecord(fields: readonly Field[], isAligned: boolean): RecordLayout {
  // TODO: keep the place of the next free byte. Before an aligned field: round it up.
  throw new Error("not implemented");
}

/** Shape, byte strides and byte offset of one field of `count` records that lie one after the other. */
export function fieldView(
  record: RecordLayout,
  count: number,
  name: string,
): { shape: number[]; strides: number[]; offset: number } {
  // TODO: how far is it from this field to the same field of the next record? (Unknown name: np.ValueError "no field of name x".)
  throw new Error("not implemented");
}
