/** How much storage a value is beside the place it stands in: text and large integers are, as a list's elements are. */

/** Elements of eight bytes that `value` takes beyond one. */
export function extraElements(value: unknown): number {
  if (typeof value === "string") return Math.max(0, Math.ceil((value.length * 2) / 8) - 1);
  if (typeof value === "symbol") return extraElements(value.description);
  if (typeof value !== "bigint" || (value < WORD && value > -WORD)) return 0;
  return Math.ceil(value.toString(16).length / 16) - 1;
}

const WORD = 2n ** 64n;

/** The same of all of `values`. */
export function extraOf(values: Iterable<unknown>): number {
  let sum = 0;
  for (const value of values) sum += extraElements(value);
  return sum;
}
