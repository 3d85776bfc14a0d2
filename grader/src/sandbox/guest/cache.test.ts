import { expect, test } from "vitest";
import { makeCache } from "./cache.ts";

const L1 = { bytes: 32 * 1024, lineBytes: 64, ways: 8 };

test("a walk along memory misses once a line", () => {
  const cache = makeCache(L1);
  for (let i = 0; i < 1000; i++) cache.touch(i * 8, 8);
  expect(cache.misses).toBe(Math.ceil((1000 * 8) / 64));
});

test("a walk across rows of a matrix that does not fit misses each time", () => {
  const cache = makeCache(L1);
  const n = 256;
  for (let column = 0; column < n; column++)
    for (let row = 0; row < n; row++) cache.touch((row * n + column) * 8, 8);
  expect(cache.misses).toBe(n * n);
});

test("what fits is fetched once however often it is read", () => {
  const cache = makeCache(L1);
  for (let round = 0; round < 5; round++) for (let i = 0; i < 4096; i++) cache.touch(i * 8, 8);
  expect(cache.misses).toBe(512);
});

test("the line that was used least recently goes first", () => {
  const cache = makeCache({ bytes: 128, lineBytes: 64, ways: 2 });
  for (const line of [0, 1, 0, 2, 0, 1]) cache.touch(line * 64, 1);
  expect(cache.misses).toBe(4); // 0, 1, 2 instead of 1, and 1 again
});

test("an element across two lines touches both", () => {
  const cache = makeCache(L1);
  cache.touch(60, 8);
  expect(cache.misses).toBe(2);
});

test("the heat of an array tells each line's touches and misses, several lines to a bin where there are many", () => {
  const cache = makeCache({ bytes: 128, lineBytes: 64, ways: 1 });
  for (const line of [0, 1, 0, 2, 0]) cache.touch(line * 64, 1); // 0 and 2 fall into the same set
  expect(cache.heat(0, 192)).toEqual({
    bytes: 192,
    linesPerBin: 1,
    touches: [3, 1, 1],
    misses: [2, 1, 1],
  });
  const large = cache.heat(0, 64 * 1000);
  expect([large.linesPerBin, large.touches.length, large.touches[0]]).toEqual([4, 250, 5]);
});
