/**
 * The guest's end of the conversation: whole frames, one at a time, blocking.
 *
 * Knows file descriptor 3 and nothing else of the system. Blocking reads keep the guest synchronous: no microtask, timer
 * or event of the learner's ever runs between two calls.
 */
import { readSync, writeSync } from "node:fs";
import { type Frame, PREFIX_BYTES, encodeFrame } from "../protocol.ts";

const FD = 3;

const decoder = new TextDecoder();
/** A frame mostly fits, and then takes one read. */
const inbox = new Uint8Array(64 * 1024);

/** The next frame; ends the process when the judge has closed the line. */
export function receive(): Frame {
  const got = read(inbox, 0, PREFIX_BYTES);
  const view = new DataView(inbox.buffer);
  const bodyAt = PREFIX_BYTES + view.getUint32(0, true);
  const size = bodyAt + view.getUint32(4, true);
  let frame = inbox;
  if (size > inbox.byteLength) {
    frame = new Uint8Array(size);
    frame.set(inbox.subarray(0, got));
  }
  read(frame, got, size);
  const header: unknown = JSON.parse(decoder.decode(frame.subarray(PREFIX_BYTES, bodyAt)));
  return { header, body: frame.slice(bodyAt, size) };
}

/** Sends one frame. */
export function send(header: unknown, body: readonly Uint8Array[]): void {
  const frame = encodeFrame(header, body);
  let at = 0;
  while (at < frame.byteLength) at += writeSync(FD, frame, at);
}

/** Ends the process; what was sent is sent. */
export const end: (code: number) => never = process.exit.bind(process);

/** Fills `bytes` from `at` up to `size` at least: where that is now. The judge sends nothing beyond a frame. */
function read(bytes: Uint8Array, at: number, size: number): number {
  while (at < size) {
    const got = readSync(FD, bytes, at, bytes.byteLength - at, null);
    if (got === 0) end(0);
    at += got;
  }
  return at;
}
