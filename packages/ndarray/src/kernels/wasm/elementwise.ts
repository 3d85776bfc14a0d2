/**
 * The template of every elementwise kernel: inputs in, one output out, element by element.
 *
 * Knows addresses and byte steps, as NumPy's inner loops do; the arithmetic comes as expressions. A kernel takes
 * (address, step) of each input, (address, step) of the output, and n. Where the steps allow it, it runs over whole
 * vectors, a repeated operand (step 0) being splat once; what remains goes element by element. Unaligned
 * addresses are fine. The output may be one of the inputs, but not partly overlap one.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  call,
  i32,
  op,
  store,
  when,
  whileLoop,
} from "./assembler.ts";
import { type Lanes, lanesOf } from "./lanes.ts";
import type { HostFunction } from "./module.ts";

export type Expression = (f: FunctionBuilder, ...operands: readonly Code[]) => Code;

export interface ElementwiseKernel {
  /** NumPy's letters of the inputs. */
  readonly inputs: string;
  readonly output: string;
  /** One element from one element of each input; without it `vector` runs on a vector of equal elements. */
  readonly scalar?: Expression;
  /** A vector from a vector of each input, all elements being of one width. */
  readonly vector?: Expression;
  /** Which inputs may be repeated (bit k: input k has step 0) in a vector loop; all combinations unless told. */
  readonly patterns?: readonly number[];
  /**
   * The same for a second input that is repeated: computes once, in `before`, what depends on it alone, and gives what
   * makes a vector of each vector of the first input.
   */
  readonly bySecond?: (f: FunctionBuilder, second: Code, before: Code[]) => Expression;
  /** Vectors a round of the loop when `vector` is given; more hide latency, fewer spare registers. */
  readonly unroll?: number;
  /** Functions of the host that the expressions call, by position. */
  readonly host?: readonly HostFunction[];
  /** Functions of the kernel's own that its expressions call; see `firstHelper`. */
  readonly helpers?: readonly FunctionBuilder[];
  /** For elements of different widths, or more work than one expression. */
  readonly wide?: Round;
  /** Smaller rounds for what those leave, where an element by itself costs as much as a vector. */
  readonly rest?: Round;
}

/** A turn of a vector loop, over `count` elements. */
interface Round {
  readonly count: number;
  readonly emit: WideRound;
}

/** `read(i, j)` is vector `j` of input `i`, `write(j, v)` stores vector `j` of the output. */
export type WideRound = (
  f: FunctionBuilder,
  read: (input: number, j: number) => Code,
  write: (j: number, vector: Code) => Code,
) => Code;

interface Stream {
  readonly lanes: Lanes;
  readonly address: Local;
  readonly step: Local;
}

/** The functions of a kernel: "row" for one row, "nest" for `m` rows. */
export function elementwiseFunctions(kernel: ElementwiseKernel): FunctionBuilder[] {
  const host = kernel.host?.length ?? 0;
  return [
    rowFunction(kernel),
    nestFunction(kernel.inputs.length + 1, host),
    ...(kernel.helpers ?? []),
  ];
}

/** The index of a kernel's first helper: behind the host's functions, "row" and "nest". */
export function firstHelper(host: readonly HostFunction[]): number {
  return host.length + 2;
}

function rowFunction(kernel: ElementwiseKernel): FunctionBuilder {
  const chars = [...kernel.inputs, kernel.output];
  const f = new FunctionBuilder("row", [
    ...chars.flatMap((): ["i32", "i32"] => ["i32", "i32"]),
    "i32",
  ]);
  const streams = chars.map((char, k): Stream => ({
    lanes: lanesOf(char),
    address: f.params[2 * k]!,
    step: f.params[2 * k + 1]!,
  }));
  const n = f.params[2 * chars.length]!;
  f.body = [vectorPart(f, kernel, streams, n), elementLoop(f, kernel, streams, n)];
  return f;
}

/** Tries the patterns of contiguous and repeated inputs, the plain one first. */
function vectorPart(
  f: FunctionBuilder,
  kernel: ElementwiseKernel,
  streams: readonly Stream[],
  n: Local,
): Code {
  const wide =
    kernel.wide ?? (kernel.vector === undefined ? null : sameWidth(kernel, streams[0]!.lanes));
  if (wide === null) return [];
  const rounds = kernel.rest === undefined ? [wide] : [wide, kernel.rest];
  const inputs = streams.slice(0, -1);
  const patterns = kernel.patterns ?? allPatterns(inputs.length);
  const byPattern = patterns.reduceRight<Code>((otherwise, pattern) => {
    const steps = streams.map(({ lanes, step }, k) =>
      op("i32.eq", step.get, i32((pattern >> k) & 1 ? 0 : lanes.size)),
    );
    const matches = steps.reduce((x, y) => op("i32.and", x, y));
    return when(matches, vectorLoops(f, kernel, rounds, streams, n, pattern), otherwise);
  }, []);
  return when(op("i32.ge_u", n.get, i32(rounds.at(-1)!.count)), byPattern);
}

function allPatterns(inputs: number): number[] {
  return inputs === 1 ? [0] : Array.from({ length: 2 ** inputs - 1 }, (_, k) => k); // all repeated: nothing to gain
}

function sameWidth(kernel: ElementwiseKernel, lanes: Lanes): Round {
  const unroll = kernel.unroll ?? 4;
  const indices = Array.from({ length: unroll }, (_, j) => j);
  const { vector, inputs } = kernel;
  return {
    count: (unroll * 16) / lanes.size,
    emit: (f, read, write) =>
      indices.map((j) => write(j, vector!(f, ...[...inputs].map((_, k) => read(k, j))))), // sameWidth is for kernels with `vector`
  };
}

const SECOND_REPEATED = 0b10;

function vectorLoops(
  f: FunctionBuilder,
  kernel: ElementwiseKernel,
  rounds: readonly Round[],
  streams: readonly Stream[],
  n: Local,
  pattern: number,
): Code {
  const inputs = streams.slice(0, -1);
  const { address: to, lanes: out } = streams.at(-1)!;
  const before: Code[] = [];
  const repeated = inputs.map(({ lanes, address }, k) =>
    (pattern >> k) & 1 ? f.keep("v128", lanes.loadSplat(address.get), before) : null,
  );
  const { bySecond } = kernel;
  const chosen =
    pattern === SECOND_REPEATED && bySecond !== undefined
      ? [sameWidth({ ...kernel, vector: bySecond(f, repeated[1]!, before) }, inputs[0]!.lanes)]
      : rounds;
  const read = (k: number, j: number): Code =>
    repeated[k] ?? inputs[k]!.lanes.loadVector(inputs[k]!.address.get, 16 * j);
  const write = (j: number, vector: Code): Code => store("v128.store", to.get, vector, 16 * j);
  return [
    before,
    chosen.map(({ count, emit }) =>
      whileLoop(op("i32.ge_u", n.get, i32(count)), [
        emit(f, read, write),
        inputs.map(({ lanes, address }, k) =>
          repeated[k] === null ? address.advance(i32(count * lanes.size)) : [],
        ),
        to.advance(i32(count * out.size)),
        n.advance(i32(-count)),
      ]),
    ),
  ];
}

function elementLoop(
  f: FunctionBuilder,
  kernel: ElementwiseKernel,
  streams: readonly Stream[],
  n: Local,
): Code {
  const inputs = streams.slice(0, -1);
  const { address: to, lanes: out } = streams.at(-1)!;
  const { scalar, vector } = kernel;
  const put =
    scalar !== undefined
      ? out.store(to.get, scalar(f, ...inputs.map(({ lanes, address }) => lanes.load(address.get))))
      : out.storeFirst(
          to.get,
          vector!(f, ...inputs.map(({ lanes, address }) => lanes.loadSplat(address.get))),
        ); // one of the two is given
  return whileLoop(n.get, [
    put,
    streams.map(({ address, step }) => address.advance(step.get)),
    n.advance(i32(-1)),
  ]);
}

/** Calls "row" `m` times: parameters are row's, then a second step for each operand, then `m`. */
function nestFunction(operands: number, rowIndex: number): FunctionBuilder {
  const f = new FunctionBuilder(
    "nest",
    Array.from({ length: 3 * operands + 2 }, () => "i32"),
  );
  const rowParams = f.params.slice(0, 2 * operands + 1);
  const outer = f.params.slice(2 * operands + 1, -1);
  const m = f.params.at(-1)!;
  f.body = whileLoop(m.get, [
    call(rowIndex, ...rowParams.map((p) => p.get)),
    outer.map((step, k) => rowParams[2 * k]!.advance(step.get)),
    m.advance(i32(-1)),
  ]);
  return f;
}
