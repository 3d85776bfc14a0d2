/**
 * Looking up elementwise loops: a ufunc's name and a loop string in, a compiled kernel out.
 *
 * Knows which families there are. A kernel is assembled and compiled at its first use, then kept; there is one
 * set for each tier, since FMA changes the code.
 */
import { rowOnThreads } from "../threads.ts";
import { currentTier } from "../tier.ts";
import { arithmeticKernel, clipKernel } from "./arithmetic.ts";
import { castKernel } from "./cast.ts";
import { comparisonKernel } from "./comparison.ts";
import { elementaryKernel } from "./elementary.ts";
import { type ElementwiseKernel, elementwiseFunctions } from "./elementwise.ts";
import { integerPowerKernel } from "./integer-power.ts";
import { modulusKernel } from "./modulus.ts";
import { type Compiled, compile } from "./module.ts";
import { selectionKernel } from "./selection.ts";

/**
 * An elementwise kernel. `row` takes address and byte step of each operand (inputs, then the output), and n.
 * `nest` takes the same, then an outer step for each operand and the number of rows. Operands need no alignment;
 * the output may be an input, but must not partly overlap one.
 */
export interface Loop {
  readonly row: Compiled;
  readonly nest: Compiled;
}

const caches: Record<"wasm" | "wasm-fma", Map<string, Loop | null>> = {
  wasm: new Map(),
  "wasm-fma": new Map(),
};

/** The loop of ufunc `name` for NumPy's loop string `chars` ("dd->d"), or null where WebAssembly has none. */
export function wasmLoop(name: string, chars: string): Loop | null {
  const tier = currentTier();
  if (tier === "js") return null;
  const key = `${name} ${chars}`;
  const known = caches[tier].get(key);
  if (known !== undefined) return known;
  const kernel = kernelOf(name, chars);
  const loop = kernel === null ? null : compileKernel(kernel);
  caches[tier].set(key, loop);
  return loop;
}

/** The template's input for `name`, or null. */
export function kernelOf(name: string, chars: string): ElementwiseKernel | null {
  const [inputs, output] = chars.split("->") as [string, string]; // a loop string has one arrow
  if (name === "cast") return castKernel(inputs, output);
  return (
    arithmeticKernel(name, inputs, output) ??
    comparisonKernel(name, inputs, output) ??
    selectionKernel(name, inputs, output) ??
    elementaryKernel(name, inputs, output) ??
    clipKernel(name, inputs, output) ??
    integerPowerKernel(name, inputs, output) ??
    modulusKernel(name, inputs, output)
  );
}

function compileKernel(kernel: ElementwiseKernel): Loop | null {
  const compiled = compile(elementwiseFunctions(kernel), kernel.host);
  if (compiled === null) return null;
  const { row, nest } = compiled as { row: Compiled; nest: Compiled }; // both are exported by the template
  return { row: rowOnThreads(compiled, row), nest };
}
