import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "./limits.ts";
import { FrameReader, PREFIX_BYTES, ProtocolError, encodeFrame } from "./protocol.ts";

test("a frame comes back as it was sent", () => {
  const frame = new FrameReader().push(
    encodeFrame(["id", 1, null], [Uint8Array.of(1, 2), Uint8Array.of(3)]),
  );
  expect(frame?.header).toEqual(["id", 1, null]);
  expect([...(frame?.body ?? [])]).toEqual([1, 2, 3]);
});

test("a frame may arrive in any pieces", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.uint8Array({ maxLength: 50 }),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }),
      (header, body, sizes) => {
        const bytes = encodeFrame(header, [body]);
        const reader = new FrameReader();
        let frame = null;
        let at = 0;
        for (let k = 0; at < bytes.length; k++) {
          const size = sizes[k % sizes.length] ?? 1;
          frame = reader.push(bytes.subarray(at, at + size));
          at += size;
          if (at < bytes.length) expect(frame).toBe(null);
        }
        expect(JSON.stringify(frame?.header)).toBe(JSON.stringify(header));
        expect(frame?.body).toEqual(new Uint8Array(body));
      },
    ),
  );
});

test("a length over the cap is refused before its bytes are waited for", () => {
  for (const [at, most] of [
    [0, LIMITS.headerBytes],
    [4, LIMITS.bodyBytes],
  ] as const) {
    const prefix = new Uint8Array(PREFIX_BYTES);
    const view = new DataView(prefix.buffer);
    view.setUint32(at, most, true);
    expect(new FrameReader().push(prefix)).toBe(null);
    view.setUint32(at, most + 1, true);
    expect(() => new FrameReader().push(prefix)).toThrow(ProtocolError);
  }
});

test("a reader reads one frame after the other", () => {
  const reader = new FrameReader();
  for (const [header, body] of [
    ["long", [1, 2, 3]],
    [1, []],
    [["longest"], [4]],
  ] as const) {
    const frame = reader.push(encodeFrame(header, [Uint8Array.from(body)]));
    expect(frame).toEqual({ header, body: Uint8Array.from(body) });
  }
});

test("a header that is no JSON, or no UTF-8, is a breach", () => {
  for (const bytes of [[], [0x5b], [0x22, 0xff, 0x22], [0xef, 0xbb, 0xbf, 0x31, 0x2c]]) {
    const frame = Uint8Array.of(bytes.length, 0, 0, 0, 0, 0, 0, 0, ...bytes);
    expect(() => new FrameReader().push(frame)).toThrow("no JSON");
  }
});

test("bytes beyond a frame are a breach", () => {
  const bytes = encodeFrame(1, []);
  expect(() => new FrameReader().push(Uint8Array.of(...bytes, 0))).toThrow("nobody asked for");
});

test("random and mutated bytes give a frame, nothing yet, or a ProtocolError", () => {
  const mutated = fc
    .tuple(
      fc.jsonValue(),
      fc.uint8Array(),
      fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 5 }),
    )
    .map(([header, body, changes]) => {
      const bytes = encodeFrame(header, [body]);
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
      return bytes;
    });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), mutated), (bytes) => {
      let isFine: boolean;
      try {
        const frame = new FrameReader().push(bytes);
        isFine = frame === null || frame.body instanceof Uint8Array;
      } catch (error) {
        isFine = error instanceof ProtocolError;
      }
      expect(isFine).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
