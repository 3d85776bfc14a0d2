/**
 * Type resolution: which of a ufunc's loops runs for given dtypes.
 *
 * Knows dtypes and loop strings. NumPy's rule: the first loop that every input can be cast to safely.
 */
import { type DType, DTYPES } from "../dtype/dtype.ts";
import { canCast } from "../dtype/promote.ts";
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
export function resolveLoop(row: UfuncRow, dtypes: readonly DType[], wanted: DType | null = null): Loop {
  const key = dtypes.reduce((n, d) => n * 16 + d.num, 0) * 16 + (wanted === null ? 15 : wanted.num);
  let cache = resolved.get(row);
  if (cache === undefined) resolved.set(row, (cache = new Map<number, Loop>()));
  let loop = cache.get(key);
  if (loop === undefined) cache.set(key, (loop = search(row, dtypes, wanted)));
  return loop;
}

function search(row: UfuncRow, dtypes: readonly DType[], wanted: DType | null): Loop {
  const names = dtypes.map((d) => d.name);
  const refusal = row.refusal?.(names) ?? null;
  if (refusal !== null) throw new TypeError(refusal);
  for (const types of row.loops) {
    const loop = parseLoop(types);
    if (wanted !== null && loop.outputs[0] !== wanted) continue;
    const casting = wanted === null ? "safe" : "same_kind";
    if (loop.inputs.every((to, k) => canCast(dtypes[k]!, to, casting))) return loop;
  }
  throw new TypeError(
    wanted === null
      ? `ufunc '${row.name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe'': ${names.join(", ")}`
      : `No loop matching the specified signature and casting was found for ufunc ${row.name}`,
  );
}
