/**
 * A simulated first-level cache: which of a trace's accesses miss.
 *
 * Knows addresses only. Set-associative, least recently used goes first; a write allocates its line as a read does.
 */
export interface CacheFacts {
  readonly bytes: number;
  readonly lineBytes: number;
  readonly ways: number;
}

export interface Cache {
  /** Notes an access of `size` bytes at `address`. */
  touch(address: number, size: number): void;
  readonly misses: number;
  /** What happened to the lines of one array. */
  heat(address: number, bytes: number): Heat;
}

/** An array's cache lines in order, several to a bin where there are many. */
export interface Heat {
  readonly bytes: number;
  readonly linesPerBin: number;
  /** For each bin: how often a line in it was touched, and how often it was not in the cache. */
  readonly touches: readonly number[];
  readonly misses: readonly number[];
}

/** Bins of one array's heat, at most. */
export const MOST_BINS = 256;

export function makeCache({ bytes, lineBytes, ways }: CacheFacts): Cache {
  const sets = Math.max(1, Math.floor(bytes / lineBytes / ways));
  const lines = new Float64Array(sets * ways).fill(-1);
  const used = new Float64Array(sets * ways);
  let clock = 0;
  let misses = 0;
  const touchesOf = new Map<number, number>();
  const missesOf = new Map<number, number>();
  const touchLine = (line: number): void => {
    const first = (line % sets) * ways;
    let oldest = first;
    clock += 1;
    touchesOf.set(line, (touchesOf.get(line) ?? 0) + 1);
    for (let way = first; way < first + ways; way++) {
      if (lines[way] === line) {
        used[way] = clock;
        return;
      }
      if (used[way]! < used[oldest]!) oldest = way;
    }
    misses += 1;
    missesOf.set(line, (missesOf.get(line) ?? 0) + 1);
    lines[oldest] = line;
    used[oldest] = clock;
  };
  return {
    touch(address, size) {
      const last = Math.floor((address + size - 1) / lineBytes);
      for (let line = Math.floor(address / lineBytes); line <= last; line++) touchLine(line);
    },
    get misses() {
      return misses;
    },
    heat(address, size) {
      const first = Math.floor(address / lineBytes);
      const count = Math.max(1, Math.floor((address + size - 1) / lineBytes) - first + 1);
      const linesPerBin = Math.ceil(count / MOST_BINS);
      const binned = (of: ReadonlyMap<number, number>): number[] => {
        const bins = Array.from({ length: Math.ceil(count / linesPerBin) }, () => 0);
        for (let k = 0; k < count; k++)
          bins[Math.floor(k / linesPerBin)]! += of.get(first + k) ?? 0;
        return bins;
      };
      return { bytes: size, linesPerBin, touches: binned(touchesOf), misses: binned(missesOf) };
    },
  };
}
