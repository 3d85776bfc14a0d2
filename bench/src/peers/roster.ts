/**
 * Who takes part: NumPy, this library, its peers, and plain loops; each in a process of its own.
 *
 * A peer that is not installed is left out, and said so in one line.
 */
import { fileURLToPath } from "node:url";
import type { Case } from "../cases/case.ts";
import type { LibraryName } from "./host.ts";
import { type Peer, PeerProcess } from "./process.ts";

const HOST = fileURLToPath(new URL("host.ts", import.meta.url));
const NUMPY = fileURLToPath(new URL("numpy_peer.py", import.meta.url));
const ONE_THREAD = { OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

/** Everybody who can take part; NumPy first, since its results are what the others are held against. */
const PEERS: readonly Peer[] = [
  {
    name: "NumPy",
    command: "python3",
    args: [NUMPY],
    env: ONE_THREAD,
    request: (c) => ({ operands: c.operands, statement: c.numpy }),
  },
  hosted("ours, disposed", "ours", "dispose", () => true),
  hosted("ours", "ours", "keep", () => true),
  // Its heap does not recover once it was full, so every case starts afresh.
  hosted("numpy-ts, disposed", "numpy-ts", "dispose", (c) => c.numpyTs !== undefined, true),
  hosted("numpy-ts", "numpy-ts", "keep", (c) => c.numpyTs !== undefined, true),
  hosted("stdlib", "stdlib", "keep", (c) => c.stdlib !== undefined),
  hosted("JS loop", "loops", "keep", (c) => c.loop !== undefined),
];

/** A JavaScript library, served by `host.ts`. */
export function hosted(
  name: string,
  library: LibraryName,
  lifetime: "dispose" | "keep",
  hasCase: (c: Case) => boolean,
  isFresh = false,
): Peer {
  return {
    name,
    command: process.execPath,
    args: ["--disable-warning=ExperimentalWarning", HOST, library, lifetime],
    isFresh,
    request: (c) => (hasCase(c) ? { case: { op: c.op, dtype: c.dtype, n: c.n } } : null),
  };
}

/** Those who start, and a line for each who does not. */
export async function startPeers(): Promise<{ peers: PeerProcess[]; absent: string[] }> {
  const peers: PeerProcess[] = [];
  const absent: string[] = [];
  for (const peer of PEERS) {
    const started = new PeerProcess(peer);
    try {
      await started.start();
      peers.push(started);
    } catch (error) {
      absent.push(`${peer.name} is left out: ${(error as Error).message}`); // `start` throws Errors
    }
  }
  return { peers, absent };
}
