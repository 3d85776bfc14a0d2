/**
 * `einsum_path`: the order in which `einsum` would contract its operands, and what that costs.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.einsum_path.html
 */
import { ValueError } from "../errors.ts";
import {
  type Labels,
  type Lengths,
  type Step,
  contraction,
  flops,
  greedyPath,
  optimalPath,
  sizeBy,
} from "./einsum-path.ts";
import { type Words, wordLengths } from "./einsum-words.ts";

/** Which order: none (false), a search by its name (true is the greedy one) with a limit or without, or a path. */
export type Optimize =
  | boolean
  | "greedy"
  | "optimal"
  | readonly [name: "greedy" | "optimal", memory_limit: number]
  | readonly ["einsum_path", ...Step[]];

/** The path that `optimize` asks for; one step for everything where there is nothing to gain. */
export function pathFor(words: Words, lengths: Lengths, optimize: Optimize): readonly Step[] {
  const { name, limit, path } = readOptimize(optimize);
  const inputs = words.inputs.map((word): Labels => new Set(word));
  const output: Labels = new Set(words.output);
  const whole = [inputs.map((_, k) => k)];
  if (path !== null) return path;
  const all = inputs.reduce((a, b) => a.union(b), new Set<string>());
  if (name === null || inputs.length < 3 || (all.size === output.size && all.isSubsetOf(output)))
    return whole;
  const most = Math.max(...[...words.inputs, words.output].map((word) => sizeBy(word, lengths)));
  const search = { inputs, output, lengths, limit: limit ?? most };
  if (name === "greedy") return greedyPath(search);
  if (name === "optimal") return optimalPath(search);
  throw new ValueError(`Path name ${name} not found`);
}

function readOptimize(optimize: Optimize): {
  name: string | null;
  limit: number | null;
  path: readonly Step[] | null;
} {
  if (optimize === true) return { name: "greedy", limit: null, path: null };
  if (optimize === false) return { name: null, limit: null, path: null };
  if (typeof optimize === "string") return { name: optimize, limit: null, path: null };
  const [first, ...rest] = optimize;
  if (first === "einsum_path") return { name: null, limit: null, path: rest as Step[] }; // as its name says
  if (typeof first === "string" && typeof rest[0] === "number")
    return { name: first, limit: Math.trunc(rest[0]), path: null };
  throw new TypeError(`Did not understand the path: ${String(optimize)}`);
}

/** NumPy's text about a path: what it costs, and what is left after each step. */
export function pathReport(
  words: Words,
  shapes: readonly (readonly number[])[],
  path: readonly Step[],
): string {
  const lengths = wordLengths(words, shapes);
  const output: Labels = new Set(words.output);
  const terms = [...words.inputs];
  let inputs: readonly Labels[] = terms.map((word) => new Set(word));
  const all = inputs.reduce((a, b) => a.union(b), new Set<string>());
  const isSum = inputs.reduce((n, labels) => n + labels.size, 0) > all.size;
  const naive = flops(all, isSum, inputs.length, lengths);
  const scales: number[] = [];
  const sizes: number[] = [];
  let cost = 1;
  let table = "";
  for (const [n, step] of path.entries()) {
    const places = [...step].sort((i, j) => j - i); // taken out from the right, so that places stay true
    const found = contraction(places, inputs, output);
    inputs = found.left;
    cost += flops(found.all, found.removed.size > 0, places.length, lengths);
    scales.push(found.all.size);
    sizes.push(sizeBy(found.result, lengths));
    const taken = places.map((k) => terms.splice(k, 1)[0]);
    const result = n === path.length - 1 ? words.output : byLength(found.result, lengths);
    terms.push(result);
    const current = `${taken.join(",")}->${result}`;
    table += `\n${String(found.all.size).padStart(4)}    ${current.padStart(24)} ${`${terms.join(",")}->${words.output}`.padStart(40)}`;
  }
  if (terms.length !== 1) {
    throw new ValueError(
      `Invalid einsum_path is specified: ${terms.length - 1} more operands has to be contracted.`,
    );
  }
  const rule = "-".repeat(74);
  return [
    `  Complete contraction:  ${words.inputs.join(",")}->${words.output}`,
    `         Naive scaling:  ${all.size}`,
    `     Optimized scaling:  ${Math.max(...scales)}`,
    `      Naive FLOP count:  ${scientific(naive)}`,
    `  Optimized FLOP count:  ${scientific(cost)}`,
    `   Theoretical speedup:  ${(naive / cost).toFixed(3)}`,
    `  Largest intermediate:  ${scientific(Math.max(...sizes))} elements`,
    rule,
    `${"scaling".padStart(6)} ${"current".padStart(24)} ${"remaining".padStart(40)}`,
    rule + table,
  ].join("\n");
}

function byLength(labels: Labels, lengths: Lengths): string {
  return [...labels].sort((a, b) => lengths.get(a)! - lengths.get(b)! || (a < b ? -1 : 1)).join("");
}

/** A count as Python's `.3e`: two digits of exponent at least, and halves go to the even digit. */
function scientific(count: number): string {
  const digits = String(count);
  const isHalf = /^\d{3}[02468]50*$/.test(digits);
  const x = isHalf ? Number(digits.slice(0, 4).padEnd(digits.length, "0")) : count;
  return x.toExponential(3).replace(/e([+-])(\d)$/, "e$10$2");
}
