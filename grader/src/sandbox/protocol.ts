/**
 * Frames between judge and guest: two lengths, a JSON header, raw bytes.
 *
 * Knows bytes and caps, not what a header means. What comes from the guest is hostile: lengths are checked before
 * anything is kept, and the first bad one ends the conversation.
 */
import { LIMITS } from "./limits.ts";

/** Two little-endian uint32: the header's length and the body's. */
export const PREFIX_BYTES = 8;

export interface Frame {
  readonly header: unknown;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The bytes of one frame. */
export function encodeFrame(header: unknown, body: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(header));
  let bodyBytes = 0;
  for (const part of body) bodyBytes += part.byteLength;
  const frame = new Uint8Array(PREFIX_BYTES + text.byteLength + bodyBytes);
  const view = new DataView(frame.buffer);
  view.setUint32(0, text.byteLength, true);
  view.setUint32(4, bodyBytes, true);
  frame.set(text, PREFIX_BYTES);
  let at = PREFIX_BYTES + text.byteLength;
  for (const part of body) {
    frame.set(part, at);
    at += part.byteLength;
  }
  return frame;
}

/** A frame that breaks the rules. */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";
}

/**
 * Collects bytes into at most one frame at a time.
 *
 * The guest speaks only when asked and answers once, so bytes beyond a frame are a breach.
 */
export class FrameReader {
  #parts: Uint8Array[] = [];
  #held = 0;
  #needed = PREFIX_BYTES;
  #lengths: readonly [header: number, body: number] | null = null;

  /** The frame that `chunk` completes, or null. @throws {ProtocolError} for lengths over the caps, or no JSON */
  push(chunk: Uint8Array): Frame | null {
    this.#parts.push(chunk);
    this.#held += chunk.byteLength;
    if (this.#lengths === null && this.#held >= PREFIX_BYTES) {
      const bytes = this.#joined();
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const header = view.getUint32(0, true);
      const body = view.getUint32(4, true);
      if (header > LIMITS.headerBytes)
        throw new ProtocolError(
          `a message header of ${header} bytes (limit ${LIMITS.headerBytes})`,
        );
      if (body > LIMITS.bodyBytes)
        throw new ProtocolError(`a message of ${body} bytes (limit ${LIMITS.bodyBytes})`);
      this.#lengths = [header, body];
      this.#needed = PREFIX_BYTES + header + body;
    }
    if (this.#held > this.#needed) throw new ProtocolError("bytes that nobody asked for");
    if (this.#lengths === null || this.#held < this.#needed) return null;
    const bytes = this.#joined();
    const bodyAt = PREFIX_BYTES + this.#lengths[0];
    this.#parts = [];
    this.#held = 0;
    this.#needed = PREFIX_BYTES;
    this.#lengths = null;
    return { header: parsed(bytes.subarray(PREFIX_BYTES, bodyAt)), body: bytes.slice(bodyAt) };
  }

  #joined(): Uint8Array {
    const [first] = this.#parts;
    if (this.#parts.length === 1 && first !== undefined) return first;
    const all = new Uint8Array(this.#held);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.byteLength;
    }
    this.#parts = [all];
    return all;
  }
}

function parsed(text: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text)) as unknown; // any becomes unknown
  } catch {
    throw new ProtocolError("a message header that is no JSON");
  }
}
