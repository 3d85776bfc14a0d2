/**
 * Evenly spaced numbers in contiguous memory.
 *
 * Knows operands; the JS loops do what the kernels do.
 */
import type { Operand } from "./operand.ts";
import { family } from "./wasm/families.ts";
import { lineFunctions } from "./wasm/line.ts";

/** Elements up to which a plain loop is done before a call has begun. */
const FEW = 16;

/** Writes `first`, `first + gap`, … to `n` elements of `to`: float64, int32, or int64 within ±2^53. */
export function fillLine(to: Operand, n: number, first: number, gap: number): void {
  const { memory, dtype, address } = to;
  const char = dtype.char as "d" | "i" | "q"; // as the caller sees to
  const kernels =
    n > FEW && memory.isHeap ? family(`line ${char}`, () => lineFunctions(char)) : null;
  if (kernels !== null) {
    kernels["fill"]!(address, n, first, gap);
    return;
  }
  const at = address / dtype.alignment;
  if (char === "q") {
    const data = memory.view(dtype) as BigInt64Array; // int64
    for (let i = 0; i < n; i++) data[at + i] = BigInt(first + i * gap);
  } else {
    const data = memory.view(dtype) as Float64Array; // or int32, in the same way
    for (let i = 0; i < n; i++) data[at + i] = first + i * gap;
  }
}
