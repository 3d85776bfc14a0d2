/**
 * The guest's end of the conversation: whole frames, one at a time, blocking.
 *
 * Knows file descriptor 3 and nothing else of the system. Blocking reads keep the guest synchronous: no microtask, timer
 * or event of the learner's ever runs between two calls.
 */
import { readSync, writeSync } from "node:fs";
import { type Frame, PREFIX_BYTES, encodeFrame } from "../protocol.ts";

const FD = 3;

/** The next frame; ends the process when the judge has closed the line. */
export function receive(): Frame {
  const prefix = read(PREFIX_BYTES);
  const view = new DataView(prefix.buffer);
  const header = read(view.getUint32(0, true));
  const body = read(view.getUint32(4, true));
  return { header: JSON.parse(new TextDecoder().decode(header)) as unknown, body };
}

/** Sends one frame. */
export function send(header: unknown, body: readonly Uint8Array[]): void {
  const frame = encodeFrame(header, body);
  let at = 0;
  while (at < frame.byteLength) at += writeSync(FD, frame, at);
}

/** Ends the process; what was sent is sent. */
export const end: (code: number) => never = process.exit.bind(process);

function read(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const got = readSync(FD, bytes, at, size - at, null);
    if (got === 0) end(0);
    at += got;
  }
  return bytes;
}
