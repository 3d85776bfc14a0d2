/**
 * Where bytes that cross live: an owner array's elements, or a stretch of an ArrayBuffer.
 *
 * Knows bytes; the same on both sides.
 */
import type { Marshal } from "./wire.ts";

type Owner = InstanceType<Marshal["NDArray"]>;

export type Place =
  | { readonly kind: "owner"; readonly owner: Owner; readonly size: number }
  | {
      readonly kind: "buffer";
      readonly buffer: ArrayBuffer;
      readonly start: number;
      readonly size: number;
    };

/** What one message and its reply both talk about, by number. */
export interface Table {
  readonly places: Place[];
  readonly arrays: Owner[];
  readonly typed: object[];
}

export function emptyTable(): Table {
  return { places: [], arrays: [], typed: [] };
}

/** The live bytes of a place. */
export function placeBytes(place: Place, marshal: Marshal): Uint8Array {
  if (place.kind === "owner") return marshal.bytesOf(place.owner);
  return new Uint8Array(place.buffer, place.start, place.size);
}
