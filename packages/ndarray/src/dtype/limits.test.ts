import { expect, test } from "vitest";
import { finfo } from "./limits.ts";

test.each([
  ["float16", 5, 10, -14, 16],
  ["float32", 8, 23, -126, 128],
  ["complex64", 8, 23, -126, 128],
  ["float64", 11, 52, -1022, 1024],
] as const)("%s has NumPy's exponents", (name, iexp, nmant, minexp, maxexp) => {
  expect(finfo(name)).toMatchObject({
    iexp,
    nexp: iexp,
    nmant,
    machep: -nmant,
    negep: -nmant - 1,
    minexp,
    maxexp,
    eps: 2 ** -nmant,
  });
});
