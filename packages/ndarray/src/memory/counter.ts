/**
 * Counting what arrays allocate, for `np.testing.count` and the graders built on it.
 *
 * Knows bytes and elements; never a clock. Counts follow from shapes and dtypes alone, so they are the same on
 * every machine. Internal scratch is not counted.
 */

export interface Counts {
  /** Arrays that own element storage. */
  allocations: number;
  /** Bytes of that storage. */
  bytes: number;
  /** The most bytes alive at once, from allocation until `dispose` or the end of a scope. */
  peakBytes: number;
  /** Elements the kernels read and wrote. */
  reads: number;
  writes: number;
}

interface Counting extends Counts {
  aliveBytes: number;
}

let current: Counting | null = null;

/**
 * The counts of everything `run` does. Counts nest: the outer one includes the inner.
 *
 * @example count(() => zeros([100])).bytes // 800
 */
export function countDuring<T>(run: () => T): { result: T } & Counts {
  const outer = current;
  const mine: Counting = {
    allocations: 0,
    bytes: 0,
    peakBytes: 0,
    reads: 0,
    writes: 0,
    aliveBytes: 0,
  };
  current = mine;
  try {
    const result = run();
    const { allocations, bytes, peakBytes, reads, writes } = mine;
    return { result, allocations, bytes, peakBytes, reads, writes };
  } finally {
    current = outer;
    if (outer !== null) addInner(outer, mine);
  }
}

function addInner(outer: Counting, inner: Counting): void {
  outer.allocations += inner.allocations;
  outer.bytes += inner.bytes;
  outer.reads += inner.reads;
  outer.writes += inner.writes;
  outer.peakBytes = Math.max(outer.peakBytes, outer.aliveBytes + inner.peakBytes);
  outer.aliveBytes += inner.aliveBytes;
}

/** Notes an array of `nbytes` that was just made. */
export function noteAllocation(nbytes: number): void {
  if (current === null) return;
  current.allocations += 1;
  current.bytes += nbytes;
  current.aliveBytes += nbytes;
  current.peakBytes = Math.max(current.peakBytes, current.aliveBytes);
}

/** Notes that an array of `nbytes` was disposed. One made before counting began lowers the count below zero. */
export function noteRelease(nbytes: number): void {
  if (current !== null) current.aliveBytes -= nbytes;
}

/** Notes elements that a kernel read and wrote. */
export function noteTraffic(reads: number, writes: number): void {
  if (current === null) return;
  current.reads += reads;
  current.writes += writes;
}

/** Runs what is internal: nothing in it is counted. */
export function uncounted<T>(run: () => T): T {
  const outer = current;
  current = null;
  try {
    return run();
  } finally {
    current = outer;
  }
}
