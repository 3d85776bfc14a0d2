/**
 * Plain JS loops over typed arrays as a subject: what an array library has to beat.
 */
import type { Case, Plain } from "../cases/case.ts";
import { valuesOf } from "../cases/inputs.ts";
import { type Subject, checksumOf, local } from "./subject.ts";

export function loops(c: Case): Subject | null {
  const { loop } = c;
  if (loop === undefined) return null;
  const args: Plain = Object.fromEntries(
    Object.entries(c.operands).map(([name, spec]) => [name, valuesOf(spec)]),
  );
  return local(
    "JS loop",
    () => loop(args),
    (result) => checksumOf(typeof result === "number" ? [result] : (result as Iterable<number>)),
  ); // loops give a number or a typed array
}
