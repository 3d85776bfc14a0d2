/**
 * Draws of several numbers at once, which fill the last axis: shares, counts of several kinds, correlated normals.
 *
 * Rules: https://numpy.org/doc/stable/reference/random/generator.html#distributions
 */
import { type ArrayLike, toArray } from "../../array/convert.ts";
import { emptyArray, viewOf, zeroArray } from "../../array/make.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { float64, int64 } from "../../dtype/dtype.ts";
import { ValueError } from "../../errors.ts";
import { masked32 } from "../../kernels/random/bounded.ts";
import { binomial } from "../../kernels/random/counting.ts";
import { beta, standardGamma } from "../../kernels/random/gamma.ts";
import { hypergeometric } from "../../kernels/random/hypergeometric.ts";
import type { Pcg64 } from "../../kernels/random/pcg64.ts";
import { standardNormal } from "../../kernels/random/ziggurat.ts";
import { selectStandard } from "../../kernels/select-random.ts";
import { broadcastShapes } from "../../layout/broadcast.ts";
import { type Shape, sizeOf } from "../../layout/layout.ts";
import { absolute, add, multiply } from "../../ufunc/arithmetic.ts";
import { lineUp } from "../../ufunc/call.ts";
import { sqrt } from "../../ufunc/exponential.ts";
import { allclose } from "../closeness.ts";
import { doubles } from "../dense.ts";
import { cholesky, svd } from "../linalg/decompositions.ts";
import { eigh } from "../linalg/eigenvalues.ts";
import { matmul } from "../products.ts";
import { readSize } from "./arguments.ts";
import { fill } from "./draw.ts";

type Given = Readonly<Record<string, unknown>>;

function required(given: Given, name: string): ArrayLike {
  const value = given[name];
  if (value === undefined) throw new TypeError(`missing required argument '${name}'`);
  return value as ArrayLike; // toArray checks what it is given
}

/** See `Generator.dirichlet`. */
export function drawDirichlet(bits: Pcg64, given: Given): NDArray {
  const a = toArray(required(given, "alpha"), float64);
  if (a.ndim !== 1) throw new ValueError("alpha must be one-dimensional");
  const alpha = doubles(a);
  if (alpha.some((x) => x < 0)) throw new ValueError("alpha < 0");
  const k = alpha.length;
  const result = zeroArray([...(readSize(given["size"]) ?? []), k], float64);
  if (alpha.every((x) => x === 0)) return result;
  const sample = Math.max(...alpha) < 0.1 ? broken(alpha) : normalized(alpha);
  let share: readonly number[] = [];
  fill(result, (i) => (i % k === 0 ? (share = sample(bits)) : share)[i % k]!);
  return result;
}

/** Small parameters: a stick broken piece by piece, since sums of gammas would underflow. */
function broken(alpha: Float64Array): (bits: Pcg64) => number[] {
  const rest = alpha.slice();
  for (let j = rest.length - 2; j >= 0; j--) rest[j]! += rest[j + 1]!;
  return (bits) => {
    const parts: number[] = Array.from(alpha, () => 0);
    let left = 1;
    for (let j = 0; j < alpha.length - 1; j++) {
      const part = beta(bits, alpha[j]!, rest[j + 1]!);
      parts[j] = left * part;
      left *= 1 - part;
      if (rest[j + 1] === 0) break;
    }
    parts[alpha.length - 1] = left;
    return parts;
  };
}

function normalized(alpha: Float64Array): (bits: Pcg64) => number[] {
  return (bits) => {
    const parts = Array.from(alpha, (x) => standardGamma(bits, x));
    const scale = 1 / parts.reduce((sum, x) => sum + x, 0);
    return parts.map((x) => x * scale);
  };
}

/** See `Generator.multinomial`. */
export function drawMultinomial(bits: Pcg64, given: Given): NDArray {
  const n = toArray(required(given, "n"), float64);
  const p = toArray(required(given, "pvals"), float64);
  if (p.ndim === 0 || p.shape.at(-1) === 0) {
    throw new ValueError(
      "pvals must have at least 1 dimension and the last dimension of pvals must be greater than 0.",
    );
  }
  const all = doubles(p);
  if (!all.every((x) => x >= 0 && x <= 1))
    throw new ValueError("pvals < 0, pvals > 1 or pvals contains NaNs");
  const kinds = p.shape.at(-1)!;
  const rows = sizeOf(p.shape) / kinds;
  for (let r = 0; r < rows; r++) {
    if (compensatedSum(all.subarray(r * kinds, (r + 1) * kinds - 1)) > 1 + 1e-12)
      throw new ValueError("sum(pvals[:-1]) > 1.0");
  }
  if (doubles(n).some((x) => x < 0)) throw new ValueError("n < 0");
  const shape = broadcastShapes([n.shape, p.shape.slice(0, -1), readSize(given["size"]) ?? []]);
  const counts = doubles(lineUp(n, shape));
  const shares = doubles(lineUp(p, [...shape, kinds]));
  const result = zeroArray([...shape, kinds], int64);
  const out = int64sOf(result);
  for (const [r, count] of counts.entries()) {
    let [left, rest] = [Math.trunc(count), 1];
    const at = r * kinds;
    for (let j = 0; j < kinds - 1 && left > 0; j++) {
      const drawn = binomial(bits, left, shares[at + j]! / rest);
      out[at + j] = BigInt(drawn);
      left -= drawn;
      rest -= shares[at + j]!;
    }
    if (left > 0) out[at + kinds - 1] = BigInt(left);
  }
  return result;
}

/** Kahan's sum, as NumPy checks probabilities. */
function compensatedSum(values: Float64Array): number {
  let [sum, lost] = [values[0] ?? 0, 0];
  for (const x of values.subarray(1)) {
    const y = x - lost;
    const t = sum + y;
    lost = t - sum - y;
    sum = t;
  }
  return sum;
}

function int64sOf(a: NDArray): BigInt64Array {
  const first = a.address / 8;
  return (a.memory.view(a.dtype) as BigInt64Array).subarray(first, first + a.size); // int64, as made
}

const MOST = 1_000_000_000; // from here on NumPy's formula loses precision

/** See `Generator.multivariate_hypergeometric`. */
export function drawKinds(bits: Pcg64, given: Given): NDArray {
  const method = given["method"] ?? "marginals";
  if (method !== "count" && method !== "marginals")
    throw new ValueError('method must be "count" or "marginals".');
  const sample = given["nsample"];
  if (!Number.isInteger(sample)) throw new ValueError("nsample must be an integer");
  const nsample = sample as number; // just checked
  if (nsample < 0) throw new ValueError("nsample must be nonnegative.");
  const a = toArray(required(given, "colors"), float64);
  const colors = [...doubles(a)];
  if (a.ndim !== 1 || !colors.every((c) => Number.isInteger(c) && c >= 0)) {
    throw new ValueError(
      "colors must be a one-dimensional sequence of nonnegative integers not exceeding 9223372036854775807.",
    );
  }
  const total = colors.reduce((sum, c) => sum + c, 0);
  if (method === "marginals" && total >= MOST)
    throw new ValueError('When method is "marginals", sum(colors) must be less than 1000000000.');
  if (nsample > total) throw new ValueError("nsample > sum(colors)");
  const result = zeroArray([...(readSize(given["size"]) ?? []), colors.length], int64);
  if (total === 0 || nsample === 0) return result;
  const isMost = nsample > Math.floor(total / 2); // then those left behind are drawn
  const drawn = isMost ? total - nsample : nsample;
  const make = method === "count" ? counted(colors, total) : marginal(colors, total);
  const out = int64sOf(result);
  for (let at = 0; at < out.length; at += colors.length) {
    for (const [j, count] of make(bits, drawn).entries())
      out[at + j] = BigInt(isMost ? colors[j]! - count : count);
  }
  return result;
}

type Kinds = (bits: Pcg64, drawn: number) => number[];

function marginal(colors: readonly number[], total: number): Kinds {
  return (bits, drawn) => {
    const counts = colors.map(() => 0);
    let [left, rest] = [drawn, total];
    for (let j = 0; left > 0 && j + 1 < colors.length; j++) {
      rest -= colors[j]!;
      counts[j] = hypergeometric(bits, colors[j]!, rest, left);
      left -= counts[j]!;
    }
    if (left > 0) counts[colors.length - 1] = left;
    return counts;
  };
}

function counted(colors: readonly number[], total: number): Kinds {
  const choices = colors.flatMap((count, j) => Array.from({ length: count }, () => j));
  return (bits, drawn) => {
    const counts = colors.map(() => 0);
    for (let j = 0; j < drawn; j++) {
      const k = j + masked32(bits, total - j - 1);
      [choices[k], choices[j]] = [choices[j]!, choices[k]!];
      counts[choices[j]!]! += 1;
    }
    return counts;
  };
}

/** See `Generator.multivariate_normal`. */
export function drawNormals(bits: Pcg64, given: Given): NDArray {
  const { method = "svd", check_valid = "warn", tol = 1e-8 } = given;
  if (method !== "eigh" && method !== "svd" && method !== "cholesky")
    throw new ValueError("method must be one of {'eigh', 'svd', 'cholesky'}");
  const [mean, cov] = [toArray(required(given, "mean")), toArray(required(given, "cov"))];
  if (mean.dtype.kind === "c" || cov.dtype.kind === "c")
    throw new TypeError("mean and cov must not be complex");
  if (mean.ndim !== 1) throw new ValueError("mean must be 1 dimensional");
  if (cov.ndim !== 2 || cov.shape[0] !== cov.shape[1])
    throw new ValueError("cov must be 2 dimensional and square");
  if (mean.shape[0] !== cov.shape[0]) throw new ValueError("mean and cov must have same length");
  if (check_valid !== "warn" && check_valid !== "raise" && check_valid !== "ignore")
    throw new ValueError("check_valid must equal 'warn', 'raise', or 'ignore'");
  const shape: Shape = [...(readSize(given["size"]) ?? []), mean.size];
  const normals = emptyArray(shape, float64);
  if (!selectStandard(bits, "standard_normal", normals, normals.size))
    fill(normals, () => standardNormal(bits));
  const factor = factorOf(cov, method, check_valid === "raise" ? Number(tol) : null);
  return add(mean, matmul(normals, turned(factor)));
}

/** A matrix whose product with its transpose is `cov`; checked where a tolerance is given. */
function factorOf(cov: NDArray, method: "eigh" | "svd" | "cholesky", tol: number | null): NDArray {
  if (method === "cholesky") return cholesky(cov);
  if (method === "eigh") {
    const { eigenvalues, eigenvectors } = eigh(cov);
    refuse(tol !== null && doubles(eigenvalues).some((x) => x < -tol));
    return multiply(eigenvectors, sqrt(absolute(eigenvalues)));
  }
  const { U, S, Vh } = svd(cov) as { U: NDArray; S: NDArray; Vh: NDArray }; // with vectors
  const rebuilt = matmul(multiply(turned(Vh), S), Vh);
  refuse(tol !== null && !allclose(rebuilt, cov, { rtol: tol, atol: tol }));
  return multiply(U, sqrt(S));
}

function turned(matrix: NDArray): NDArray {
  return viewOf(matrix, matrix.layout.reversed);
}

function refuse(isWrong: boolean): void {
  if (isWrong) throw new ValueError("covariance is not symmetric positive-semidefinite.");
}
