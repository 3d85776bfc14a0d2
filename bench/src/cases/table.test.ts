import { expect, test } from "vitest";
import { loadLoops } from "../peers/loops.ts";
import { loadNumpyTs } from "../peers/numpy_ts.ts";
import { loadOurs } from "../peers/ours.ts";
import { opTable } from "./table.ts";

const small = opTable().filter((c) => c.n === 10);

test("no two cases have the same name: it is their key across processes", () => {
  const keys = opTable().map((c) => `${c.op} ${c.dtype} ${c.n}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test("the table asks what the speed targets are about", () => {
  expect(new Set(opTable().map((c) => c.op))).toEqual(
    new Set(
      `a + b|(n,m) + (m)|a + b.T|a[::2] + b[::2]|a * 2.5|a * b + c|sum(a)|sum(a, axis=0)|sum(a, axis=1)|mean(a)|max(a)|argmax(a)|cumsum(a)|exp(a)|sqrt(a)|sin(a)|a > 0.25|where(m, a, b)|a[mask]|a[indices]|a.T.copy()|a @ b|sort(a)|argsort(a)|a.reshape(-1, 2)|a[2:-2]|a.T|zeros(n)|arange(n)`.split(
        "|",
      ),
    ),
  );
});

test.each([
  ["a plain loop", loadLoops],
  ["numpy-ts", loadNumpyTs],
] as const)(
  "the library computes what %s computes, case by case",
  { timeout: 60_000 },
  async (_, load) => {
    const [ours, other] = [await loadOurs(), await load()];
    for (const c of small) {
      const theirs = other.subject(c, true);
      if (theirs === null || c.isView === true) continue;
      const [got, expected] = [
        await ours.subject(c, true)!.check(),
        await theirs.check(), // ours runs every case
      ];
      expect(got.size, c.op).toBe(expected.size);
      expect(got.checksum, c.op).toBeCloseTo(expected.checksum, 4);
    }
  },
);
