/**
 * Patience: kernels that draw are compiled when enough was drawn without them.
 *
 * Compiling one takes as long as drawing some ten thousand numbers in JS, and most programs draw fewer. Both ways draw the same numbers.
 */
import type { FunctionBuilder } from "../wasm/assembler.ts";
import { family } from "../wasm/families.ts";
import type { HostFunction } from "../wasm/module.ts";

/** Numbers of one kind that are drawn without a kernel; tests of kernels make it 0. */
export const patience: { numbers: number } = { numbers: 20_000 };

const drawn = new Map<string, number>();

/** `family` for what draws, of which `n` numbers are wanted; null as long as they are not worth it. */
export function patientFamily(
  key: string,
  n: number,
  make: () => FunctionBuilder[],
  host: readonly HostFunction[] = [],
): ReturnType<typeof family> {
  const before = drawn.get(key) ?? 0;
  if (before < patience.numbers) {
    drawn.set(key, before + n);
    if (before + n < patience.numbers) return null;
  }
  return family(key, make, host);
}
