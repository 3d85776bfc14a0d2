import { expect, test } from "vitest";
import { GradingQueue } from "./queue.ts";

function recorded(): { queue: GradingQueue; graded: string[] } {
  const graded: string[] = [];
  const queue = new GradingQueue(async (id) => {
    await Promise.resolve();
    graded.push(id);
    if (id === "bad") throw new Error("our fault");
  });
  return { queue, graded };
}

test("gradings run in order, each once while it waits, and a failing one stops no other", async () => {
  const { queue, graded } = recorded();
  for (const id of ["bad", "b", "c", "b"]) queue.add(id, false);
  await queue.idle();
  expect(graded).toEqual(["bad", "b", "c"]);
  queue.add("b", false);
  await queue.idle();
  expect(graded).toEqual(["bad", "b", "c", "b"]);
});

test("what is urgent comes next, also where it waits already", async () => {
  const { queue, graded } = recorded();
  for (const id of ["a", "b", "c"]) queue.add(id, false);
  queue.add("c", true);
  await queue.idle();
  expect(graded).toEqual(["a", "c", "b"]);
});

test("what is cleared is not graded", async () => {
  const { queue, graded } = recorded();
  for (const id of ["a", "b", "c"]) queue.add(id, false);
  queue.clear();
  await queue.idle();
  expect(graded).toEqual(["a"]);
});
