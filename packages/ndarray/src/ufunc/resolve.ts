/**
 * Type resolution: which of a ufunc's loops runs for given dtypes.
 *
 * Knows dtypes and loop strings. NumPy's rule: the first loop that every input can be cast to safely.
 */
import { type DType, DTYPES, float64 } from "../dtype/dtype.ts";
import { type Casting, canCast } from "../dtype/promote.ts";
import { noLoopFor, noLoopOfType, noUniformLoopFor } from "../errors.ts";
import type { UfuncRow } from "./row.ts";

/** A loop, with its letters looked up. */
export interface Loop {
  readonly types: string;
  readonly inputs: readonly DType[];
  readonly outputs: readonly DType[];
}

const BY_CHAR: ReadonlyMap<string, DType> = new Map(DTYPES.map((d) => [d.char, d]));
const parsed = new Map<string, Loop>();
const resolved = new Map<UfuncRow, Map<number, Loop>>();

/** `types` (`"dd->d"`) taken apart. */
export function parseLoop(types: string): Loop {
  let loop = parsed.get(types);
  if (loop === undefined) {
    const [inputs, outputs] = types.split("->") as [string, string]; // every loop string has one arrow
    const look = (chars: string): DType[] => Array.from(chars, (c) => BY_CHAR.get(c)!);
    parsed.set(types, (loop = { types, inputs: look(inputs), outputs: look(outputs) }));
  }
  return loop;
}

/**
 * The loop of `row` for inputs of these dtypes.
 *
 * @param wanted the dtype the caller asks the result to be computed in
 * @throws {TypeError} when no loop takes them
 */
export function resolveLoop(
  row: UfuncRow,
  dtypes: readonly DType[],
  wanted: DType | null = null,
  casting: Casting = "same_kind",
): Loop {
  if (wanted !== null) return searchWanted(row, dtypes, wanted, casting);
  let key = 0;
  for (let k = 0; k < dtypes.length; k++) key = key * 16 + dtypes[k]!.num;
  let cache = resolved.get(row);
  if (cache === undefined) resolved.set(row, (cache = new Map<number, Loop>()));
  let loop = cache.get(key);
  if (loop === undefined) cache.set(key, (loop = search(row, dtypes)));
  return loop;
}

function search(row: UfuncRow, given: readonly DType[]): Loop {
  const names = given.map((d) => d.name);
  const refusal = row.refusal?.(names) ?? null;
  if (refusal !== null) throw new TypeError(refusal);
  const dtypes =
    row.isFloating === true && given.every((d) => "biu".includes(d.kind))
      ? given.map((): DType => float64)
      : given;
  for (const types of row.loops) {
    const loop = parseLoop(types);
    if (row.isUniform === true && given.every((d) => d.kind === "b")) break;
    if (loop.inputs.every((to, k) => canCast(dtypes[k]!, to, "safe"))) return loop;
  }
  throw new TypeError(
    row.isUniform === true ? noUniformLoopFor(row.name, names) : noLoopFor(row.name),
  );
}

/** The loop that gives `wanted`: one whose inputs are safe, else one whose inputs `casting` allows, else the first. */
function searchWanted(
  row: UfuncRow,
  dtypes: readonly DType[],
  wanted: DType,
  casting: Casting,
): Loop {
  const candidates = row.loops
    .map(parseLoop)
    .filter((loop) => loop.outputs.every((to) => to === wanted));
  const fits = (rule: Casting): Loop | undefined =>
    candidates.find((loop) => loop.inputs.every((to, k) => canCast(dtypes[k]!, to, rule)));
  const found = fits("safe") ?? fits(casting) ?? candidates[0];
  if (found !== undefined) return found;
  if (row.isUniform === true) {
    const names = dtypes.map((d) => d.name);
    throw new TypeError(noUniformLoopFor(row.name, names, wanted.name));
  }
  throw new TypeError(row.refusal?.([wanted.name]) ?? noLoopOfType(row.name));
}
