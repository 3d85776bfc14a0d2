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
}

export function makeCache({ bytes, lineBytes, ways }: CacheFacts): Cache {
  const sets = Math.max(1, Math.floor(bytes / lineBytes / ways));
  const lines = new Float64Array(sets * ways).fill(-1);
  const used = new Float64Array(sets * ways);
  let clock = 0;
  let misses = 0;
  const touchLine = (line: number): void => {
    const first = (line % sets) * ways;
    let oldest = first;
    clock += 1;
    for (let way = first; way < first + ways; way++) {
      if (lines[way] === line) {
        used[way] = clock;
        return;
      }
      if (used[way]! < used[oldest]!) oldest = way;
    }
    misses += 1;
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
  };
}
