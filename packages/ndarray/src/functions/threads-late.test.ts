/**
 * A file of its own, as the memory of a process is chosen once.
 */
import { expect, test } from "vitest";
import * as np from "../index.ts";

test("threads come before the first array", () => {
  np.zeros([2]);
  expect(() => np.set_num_threads(2)).toThrow(
    "2 threads were asked for after the first array was made; the memory they share is chosen before it",
  );
  expect(np.get_num_threads()).toBe(1);
});
