import * as np from "@deep-dive/ndarray";
import type { Elements } from "../14-describe.ts";

function extreme({ data }: Elements, name: "minimum" | "maximum"): number {
  if (data.length === 0)
    throw new np.ValueError(`zero-size array to reduction operation ${name} which has no identity`);
  const pick = name === "minimum" ? Math.min : Math.max;
  return Array.from<number>(data).reduce((a, b) => pick(a, b));
}

export const minimum = (a: Elements): number => extreme(a, "minimum");
export const maximum = (a: Elements): number => extreme(a, "maximum");
export const sum = ({ data }: Elements): number =>
  Array.from<number>(data).reduce((a, b) => a + b, 0);
export const mean = (a: Elements): number => sum(a) / a.data.length;
