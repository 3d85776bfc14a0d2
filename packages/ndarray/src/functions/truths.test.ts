import fc from "fast-check";
import { expect, test } from "vitest";
import * as np from "../index.ts";
import { setHeap } from "../memory/heap.ts";

/** What an array of booleans tells; each call gets one of length `n`, and another. */
const questions: Record<string, (a: np.NDArray, b: np.NDArray) => unknown> = {
  tolist: (a) => a,
  "number of": (a) => [np.count_nonzero(a), np.sum(a), np.mean(a)],
  "places of": (a) => [np.flatnonzero(a), np.argmax(a), np.argmin(a)],
  picked: (a, b) => [b.get(a), np.compress(a, np.arange(a.size)), np.where(a, 1, 2)],
  put(a) {
    const to = np.arange(a.size);
    to.set([a], np.multiply(to.get(a), -1));
    return to;
  },
  cast: (a) =>
    (["int8", "uint8", "int64", "float32", "complex128"] as const).map((t) => a.astype(t)),
  "any and all": (a) => [np.any(a), np.all(a), np.all([a, a], { axis: 0 }), np.cumsum(a)],
  folded: (a, b) =>
    [np.logical_or, np.logical_and, np.logical_xor, np.bitwise_and, np.minimum].map((f) =>
      f.reduce(np.stack([a, b, a])),
    ),
  running: (a) => np.logical_and.accumulate(a),
  logic: (a, b) =>
    [np.logical_and, np.logical_or, np.logical_xor, np.bitwise_and, np.bitwise_xor].map((f) =>
      f(a, b),
    ),
  inverted: (a) => [np.invert(a), np.logical_not(a)],
  compared: (a, b) =>
    [np.equal, np.not_equal, np.less, np.less_equal, np.greater, np.maximum, np.minimum].map((f) =>
      f(a, b),
    ),
  computed: (a, b) => [np.add(a, b), np.multiply(a, b), np.add(a, 1), np.multiply(b, 1.5)],
  "every other": (a, b) => [
    np.logical_and(a.get("::2"), b.get("::2")),
    a.get("::-1").astype("int8"),
  ],
};

const plain = (x: unknown): unknown =>
  x instanceof np.NDArray ? x.tolist() : Array.isArray(x) ? x.map(plain) : x;

function inBuffers<T>(run: () => T): T {
  const before = setHeap(null);
  try {
    return run();
  } finally {
    setHeap(before);
  }
}

test.each(Object.entries(questions))("any byte but 0 is true: %s", (_, ask) => {
  const byte = fc.constantFrom(0, 0, 1, 2, 3, 4, 127, 128, 254, 255);
  const pairs = fc.array(fc.tuple(byte, byte), { minLength: 1, maxLength: 150 });
  fc.assert(
    fc.property(pairs, (list) => {
      const answers = (): unknown[] => {
        const bytes = np.asarray(list).astype("uint8");
        const [a, b] = [bytes.get(":", 0).copy(), bytes.get(":", 1).copy()];
        const told = ask(a.view("bool"), b.view("bool"));
        return [told, ask(np.not_equal(a, 0), np.not_equal(b, 0))].map(plain);
      };
      const [told, expected] = answers();
      expect(told).toEqual(expected);
      const [outside] = inBuffers(answers);
      expect(outside).toEqual(expected);
    }),
  );
});
