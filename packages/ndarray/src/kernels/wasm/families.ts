/**
 * Looking up the kernels that are not elementwise: reductions, scans, questions of truth, places of extremes.
 *
 * Knows names and dtype letters; see each family's file for the parameters. Null where there is none, or in the JS
 * tier; compiled at first use, then kept.
 */
import { currentTier } from "../tier.ts";
import { argFunctions } from "./arg.ts";
import type { FunctionBuilder } from "./assembler.ts";
import { bincountFunctions } from "./bincount.ts";
import { columnsFunction } from "./columns.ts";
import { compressFunctions } from "./compress.ts";
import { dotFunctions } from "./dot.ts";
import { quickExtreme } from "./extremes.ts";
import { foldFunctions } from "./fold.ts";
import { gatherFunctions } from "./gather.ts";
import { gemmFunctions } from "./gemm.ts";
import { histogramFunctions } from "./histogram.ts";
import { kernelOf } from "./loops.ts";
import { type Compiled, type HostFunction, compile } from "./module.ts";
import { pairwiseFunctions } from "./pairwise.ts";
import { quickselectFunctions } from "./quickselect.ts";
import { rankFunctions } from "./ranks.ts";
import { quicksorts } from "./sort-doubles.ts";
import { scanFunctions } from "./scan.ts";
import { searchFunctions } from "./search.ts";
import { smallProductFunctions } from "./small-product.ts";
import { sortFunctions } from "./sort.ts";
import { transposeFunctions } from "./transpose.ts";
import { truthFunctions } from "./truth.ts";

type Exports = Readonly<Record<string, Compiled>>;

const caches: Record<"wasm" | "wasm-fma", Map<string, Exports | null>> = {
  wasm: new Map(),
  "wasm-fma": new Map(),
};

/** What `make` compiles to with the functions of `host`, or null in the JS tier and where there is nothing to compile. */
export function family(
  key: string,
  make: () => FunctionBuilder[] | null,
  host: readonly HostFunction[] = [],
): Exports | null {
  const tier = currentTier();
  if (tier === "js") return null;
  const cache = caches[tier];
  const known = cache.get(key);
  if (known !== undefined) return known;
  const functions = make();
  const made = functions === null ? null : compile(functions, host);
  cache.set(key, made);
  return made;
}

/** Operations whose result does not depend on the order in which elements are folded. */
const FOLDS = new Set(
  "add multiply minimum maximum fmin fmax bitwise_and bitwise_or bitwise_xor logical_and logical_or logical_xor".split(
    " ",
  ),
);

/** The fold of binary ufunc `name` over dtype `char`: "row", "nest", and "columns" for outer axes. */
export function wasmFold(name: string, char: string): Exports | null {
  return family(`fold ${name} ${char}`, () => {
    const kernel = FOLDS.has(name) ? kernelOf(name, `${char}${char}->${char}`) : null;
    if (kernel === null) return null;
    const isFloatSum = name === "add" && "fdFD".includes(char);
    const quick =
      (name === "maximum" || name === "minimum") && "fd".includes(char) ? quickExtreme(name) : null;
    return [
      ...(isFloatSum ? pairwiseFunctions(char) : foldFunctions(kernel, quick)),
      columnsFunction(kernel),
    ];
  });
}

/** The running fold of `name` over dtype `char`: "row" and "nest". */
export function wasmScan(name: string, char: string): Exports | null {
  return family(`scan ${name} ${char}`, () => {
    const kernel = kernelOf(name, `${char}${char}->${char}`);
    // A kernel that calls functions of its own, or of the host, works in its own module only.
    return kernel === null || kernel.host !== undefined ? null : scanFunctions(kernel);
  });
}

/** "any", "all" and "count" of dtype `char`. */
export function wasmTruth(char: string): Exports | null {
  return family(`truth ${char}`, () => (char === "e" ? null : truthFunctions(char)));
}

/** "row" and "nest" of `argmax` or `argmin` of dtype `char`. */
export function wasmArg(name: "argmax" | "argmin", char: string): Exports | null {
  return family(`${name} ${char}`, () => ("eFD".includes(char) ? null : argFunctions(name, char)));
}

/** "take", "put", "takeRows", "putRows" for elements of `size` bytes and indices of dtype `indexChar`. */
export function wasmGather(size: number, indexChar: "i" | "q"): Exports | null {
  return family(`gather ${size} ${indexChar}`, () => gatherFunctions(size, indexChar));
}

/** "compress" for elements of `size` bytes, and "places". */
export function wasmCompress(size: number): Exports | null {
  return family(`compress ${size}`, () => compressFunctions(size));
}

/** "count" of int32. */
export function wasmBincount(): Exports | null {
  return family("bincount", bincountFunctions);
}

/** "count" of float64 by bins. */
export function wasmHistogram(): Exports | null {
  return family("histogram", histogramFunctions);
}

/** "transpose" for elements of `size` bytes. */
export function wasmTranspose(size: number): Exports | null {
  return family(`transpose ${size}`, () => transposeFunctions(size));
}

/** "sort" and "argsort" of real dtype `char`. */
export function wasmSort(char: string): Exports | null {
  return family(`sort ${char}`, () => ("eFD".includes(char) ? null : sortFunctions(char)));
}

/** "sort" and "argsort" of a few elements of real dtype `char`. */
export function wasmRanks(char: string): Exports | null {
  return family(`ranks ${char}`, () => ("eFD".includes(char) ? null : rankFunctions(char)));
}

/** "sort" of float64, and "argsort" of dtypes of 8 bytes, by comparisons. */
export function wasmQuicksort(char: string): Exports | null {
  return family(`quicksort ${char}`, () => ("dqQ".includes(char) ? quicksorts(char) : null));
}

/** "left" and "right" of float64: binary search. */
export function wasmSearch(): Exports | null {
  return family("search", searchFunctions);
}

/** "select" of float64. */
export function wasmQuickselect(): Exports | null {
  return family("quickselect", quickselectFunctions);
}

const PRODUCTS = "fdiIqQ";

/** "gemm" of dtype `char`. */
export function wasmGemm(char: string): Exports | null {
  return family(`gemm ${char}`, () => (PRODUCTS.includes(char) ? gemmFunctions(char) : null));
}

/** "small" of float dtype `char`. */
export function wasmSmallProduct(char: string): Exports | null {
  return family(`small product ${char}`, () =>
    "fd".includes(char) ? smallProductFunctions(char) : null,
  );
}

/** "dot", "dots" and "combine" of dtype `char`. */
export function wasmDot(char: string): Exports | null {
  return family(`dot ${char}`, () => (PRODUCTS.includes(char) ? dotFunctions(char) : null));
}
