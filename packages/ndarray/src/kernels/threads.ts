/**
 * Threads: large rows and products cut into parts, of which this thread computes one.
 *
 * Off unless asked for. Every worker has the same modules over the same memory, and sleeps at a mailbox there: a job is a function's name and
 * its numbers. Handing over takes tens of microseconds, so only what takes far longer is cut. Kernels that call back into JS stay
 * on this thread. Node only, as a page's main thread may not wait.
 */
import type * as WorkerModule from "node:worker_threads";
import { heapMemory, shareHeapMemory } from "../memory/heap-memory.ts";
import { type HeapScratch, heapScratch } from "../memory/heap-scratch.ts";

type Run = (...args: number[]) => number;
type Exports = Readonly<Record<string, Run>>;
type GetBuiltin = (id: string) => object | undefined;

const getBuiltin: GetBuiltin | undefined = (
  globalThis as { process?: { getBuiltinModule?: GetBuiltin } }
).process?.getBuiltinModule; // absent in browsers

/** Rows with fewer elements are not worth handing over. */
const LEAST_ELEMENTS = 100_000;
/** Products with fewer multiplications. */
const LEAST_PRODUCTS = 4_000_000;
/** Parts of a row begin at multiples of this, so that no two threads write to one cache line. */
const GRAIN = 64;

/** A mailbox, in 32-bit words: its state, the module's number, which function, how many numbers, and the numbers. */
const MAILBOX_WORDS = 32;
const IDLE = 0;
const BUSY = 1;
const FUNCTIONS = ["row", "gemm"] as const;

interface Helper {
  /** Holds the mailbox's bytes. */
  readonly scratch: HeapScratch;
  readonly box: Int32Array;
  readonly post: (message: unknown) => void;
}

let wanted = 1;
const helpers: Helper[] = [];
const modules = new Map<Exports, number>();
const sent: WebAssembly.Module[] = [];

/** How many threads compute, this one included. */
export function threadCount(): number {
  return wanted;
}

/** Computes on `count` threads from here on; null, or what stands in the way. */
export function setThreadCount(count: number): "no-threads" | "too-late" | null {
  if (count > 1 && helpers.length < count - 1) {
    const threads = getBuiltin?.("node:worker_threads") as typeof WorkerModule | undefined; // what that name stands for
    if (threads === undefined) return "no-threads";
    if (!shareHeapMemory()) return "too-late";
    while (helpers.length < count - 1) helpers.push(startHelper(threads));
  }
  wanted = count;
  return null;
}

/** Whether every helper has begun to wait for work; until then this thread does everything. */
export function threadsAreReady(): boolean {
  return helpers.every(({ box }) => Atomics.load(box, 0) === IDLE);
}

/** Makes a module known to the helpers; nothing happens where there is only one thread. */
export function shareModule(module: WebAssembly.Module, exports: Exports): void {
  if (helpers.length === 0) return;
  modules.set(exports, sent.length);
  sent.push(module);
  for (const { post } of helpers) post(module);
}

function startHelper(threads: typeof WorkerModule): Helper {
  const { wasm } = heapMemory()!; // it is shared, so there is one
  const scratch = heapScratch(4 * MAILBOX_WORDS)!; // of a heap that has just begun; kept for good
  const box = new Int32Array(wasm.buffer, scratch.address, MAILBOX_WORDS);
  box[0] = -1;
  const { port1, port2 } = new threads.MessageChannel();
  const worker = new threads.Worker(`(${helperMain.toString()})()`, {
    eval: true,
    workerData: { memory: wasm, address: scratch.address, words: MAILBOX_WORDS, port: port2 },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  for (const module of sent) port1.postMessage(module);
  return { scratch, box, post: (message) => port1.postMessage(message) };
}

/** What a helper runs, as text: it knows nothing of this file. */
function helperMain(): void {
  const { workerData, receiveMessageOnPort } = process.getBuiltinModule("node:worker_threads");
  const { memory, address, words, port } = workerData as {
    memory: WebAssembly.Memory;
    address: number;
    words: number;
    port: WorkerModule.MessagePort;
  }; // as the caller made it
  const box = new Int32Array(memory.buffer, address, words);
  const known: Record<string, (...args: number[]) => number>[] = [];
  Atomics.store(box, 0, 0);
  for (;;) {
    Atomics.wait(box, 0, 0);
    if (Atomics.load(box, 0) !== 1) continue;
    while (known.length <= box[1]!) {
      const received = receiveMessageOnPort(port);
      if (received === undefined) continue;
      const { exports } = new WebAssembly.Instance(received.message as WebAssembly.Module, {
        env: { memory },
      });
      known.push(exports as Record<string, (...args: number[]) => number>); // every export is a function
    }
    known[box[1]!]![box[2] === 0 ? "row" : "gemm"]!(...box.subarray(4, 4 + box[3]!));
    Atomics.store(box, 0, 0);
    Atomics.notify(box, 0);
  }
}

/** Runs `parts`, each the arguments of function `name` of a module: the first here, the others on helpers. */
function runParts(exports: Exports, name: (typeof FUNCTIONS)[number], parts: number[][]): void {
  const module = modules.get(exports)!; // the caller has looked
  const [own, ...others] = parts as [number[], ...number[][]]; // one at least
  others.forEach((args, k) => {
    const { box } = helpers[k]!;
    box[1] = module;
    box[2] = FUNCTIONS.indexOf(name);
    box[3] = args.length;
    box.set(args, 4);
    Atomics.store(box, 0, BUSY);
    Atomics.notify(box, 0);
  });
  exports[name]!(...own);
  for (let k = 0; k < others.length; k++) {
    const { box } = helpers[k]!;
    while (Atomics.load(box, 0) === BUSY) Atomics.wait(box, 0, BUSY);
  }
}

/** `row` of an elementwise kernel: long rows are cut. The same function where there is only one thread. */
export function rowOnThreads(exports: Exports, row: Run): Run {
  if (!modules.has(exports)) return row;
  return (...args) => {
    const last = args.length - 1;
    const n = args[last]!;
    if (wanted === 1 || n < LEAST_ELEMENTS || !threadsAreReady()) return row(...args);
    const share = Math.ceil(n / wanted / GRAIN) * GRAIN;
    const parts: number[][] = [];
    for (let from = 0; from < n; from += share) {
      const part = args.slice();
      for (let k = 0; k < last; k += 2) part[k] = args[k]! + from * args[k + 1]!;
      part[last] = Math.min(share, n - from);
      parts.push(part);
    }
    runParts(exports, "row", parts);
    return 0;
  };
}

/**
 * `gemm`, with the rows of the result cut. Its scratch holds `scratchBytes` for each of `count` parts: taking more for them here,
 * where addresses are known already, might sweep away what lies there.
 */
export function gemmOnThreads(exports: Exports, scratchBytes: number, count: number): Run {
  const gemm = exports["gemm"]!; // the family exports it
  if (count === 1 || !modules.has(exports)) return gemm;
  return (...args) => {
    const [a, aRow, , , , , c, cRow, m, n, k, scratch] = args as [
      ...[number, number, number, number, number, number],
      ...[number, number, number, number, number, number],
    ]; // gemm's parameters
    if (m * n * k < LEAST_PRODUCTS || !threadsAreReady()) return gemm(...args);
    const share = Math.ceil(m / count);
    const parts: number[][] = [];
    for (let from = 0; from < m; from += share) {
      const part = args.slice();
      part[0] = a + from * aRow;
      part[6] = c + from * cRow;
      part[8] = Math.min(share, m - from);
      part[11] = scratch + parts.length * scratchBytes;
      parts.push(part);
    }
    runParts(exports, "gemm", parts);
    return 0;
  };
}
