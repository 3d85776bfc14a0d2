/**
 * Gather and scatter: chunks at listed places, to and from memory in one piece.
 *
 * Knows words of 1, 2 or 4 bytes and nothing of dtypes: elements are moved bit by bit. One loop for each width of
 * chunk that is common, none with a closure inside, so that WASM can take their place.
 */
import type { TypedArray } from "../dtype/dtype.ts";
import { int32, uint16, uint8 } from "../dtype/dtype.ts";
import type { Memory } from "../memory/memory.ts";
import type { Places } from "./places.ts";

/** Words of one memory. */
type Words = Int32Array | Uint16Array | Uint8Array;

/** From here on a chunk is moved by the engine's own block copy. */
const LONG_CHUNK = 16;

/** All of `memory` in words of `unit` bytes. */
function wordsOf(memory: Memory, unit: number): Words {
  const view: TypedArray = memory.view(unit === 4 ? int32 : unit === 2 ? uint16 : uint8);
  return view as Words; // these three dtypes have these three arrays
}

/** Copies the chunk at each place (from byte `address` of `from`) to one after the other, from byte `target` of `to`. */
export function gatherChunks(
  from: Memory,
  address: number,
  places: Places,
  chunk: number,
  unit: number,
  to: Memory,
  target: number,
): void {
  const source = wordsOf(from, unit);
  const sink = wordsOf(to, unit);
  const base = address / unit;
  const start = target / unit;
  if (chunk === 1) gatherSingles(source, base, places, sink, start);
  else if (chunk === 2) gatherPairs(source, base, places, sink, start);
  else if (chunk < LONG_CHUNK) gatherShort(source, base, places, chunk, sink, start);
  else
    for (let k = 0; k < places.length; k++)
      sink.set(source.subarray(base + places[k]!, base + places[k]! + chunk), start + k * chunk);
}

function gatherSingles(
  source: Words,
  base: number,
  places: Places,
  sink: Words,
  start: number,
): void {
  for (let k = 0; k < places.length; k++) sink[start + k] = source[base + places[k]!]!;
}

function gatherPairs(
  source: Words,
  base: number,
  places: Places,
  sink: Words,
  start: number,
): void {
  for (let k = 0, q = start; k < places.length; k++, q += 2) {
    const p = base + places[k]!;
    sink[q] = source[p]!;
    sink[q + 1] = source[p + 1]!;
  }
}

function gatherShort(
  source: Words,
  base: number,
  places: Places,
  chunk: number,
  sink: Words,
  start: number,
): void {
  for (let k = 0, q = start; k < places.length; k++) {
    const p = base + places[k]!;
    for (let i = 0; i < chunk; i++) sink[q++] = source[p + i]!;
  }
}

/**
 * The other way round: chunks one after the other go to the places. Of several for one place, the last stays.
 *
 * `step` is `chunk`, or 0 to write one and the same chunk everywhere.
 */
export function scatterChunks(
  from: Memory,
  address: number,
  step: number,
  places: Places,
  chunk: number,
  unit: number,
  to: Memory,
  target: number,
): void {
  const source = wordsOf(from, unit);
  const sink = wordsOf(to, unit);
  const base = address / unit;
  const start = target / unit;
  if (chunk === 1) scatterSingles(source, base, step, places, sink, start);
  else if (chunk < LONG_CHUNK) scatterShort(source, base, step, places, chunk, sink, start);
  else
    for (let k = 0; k < places.length; k++)
      sink.set(source.subarray(base + k * step, base + k * step + chunk), start + places[k]!);
}

function scatterSingles(
  source: Words,
  base: number,
  step: number,
  places: Places,
  sink: Words,
  start: number,
): void {
  for (let k = 0, p = base; k < places.length; k++, p += step)
    sink[start + places[k]!] = source[p]!;
}

function scatterShort(
  source: Words,
  base: number,
  step: number,
  places: Places,
  chunk: number,
  sink: Words,
  start: number,
): void {
  for (let k = 0, p = base; k < places.length; k++, p += step) {
    const q = start + places[k]!;
    for (let i = 0; i < chunk; i++) sink[q + i] = source[p + i]!;
  }
}
