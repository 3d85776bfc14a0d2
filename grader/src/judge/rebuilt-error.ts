/**
 * A guest's error, made again in the judge from a fixed list of names and its text.
 *
 * Knows the classes that tests may ask for; an unknown name becomes a plain Error that says it.
 */
import type { Thrown } from "../sandbox/outcome.ts";

type ErrorClass = new (message: string) => Error;

const OWN = ["ValueError", "IndexError", "AxisError", "OverflowError", "LinAlgError"];
const STANDARD: ReadonlyMap<string, ErrorClass> = new Map<string, ErrorClass>([
  ["Error", Error],
  ["TypeError", TypeError],
  ["RangeError", RangeError],
  ["SyntaxError", SyntaxError],
  ["ReferenceError", ReferenceError],
  ["EvalError", EvalError],
  ["URIError", URIError],
]);

/** `np` is the judge's copy of the library. The place in the learner's file goes along as `at`. */
export function rebuildError(
  thrown: Thrown,
  np: Readonly<Record<string, unknown>>,
): Error & { at: string } {
  const found = OWN.includes(thrown.name)
    ? (np[thrown.name] as ErrorClass | undefined)
    : STANDARD.get(thrown.name); // the library's error classes
  const message =
    found === undefined && thrown.name !== ""
      ? `${thrown.name}: ${thrown.message}`
      : thrown.message;
  const error = new (found ?? Error)(
    found === undefined && thrown.name === "" ? `threw ${message}, which is no Error` : message,
  );
  return Object.assign(error, { at: thrown.at });
}
