/**
 * Waiting for a database that is away: it restarts, it has no connection left, the network is down.
 *
 * Knows which errors pass by themselves; any other is thrown at once.
 */

export interface Patience {
  /** How long one statement waits for the database to come back. */
  readonly seconds: number;
  /** Told once each time it goes. */
  readonly onAway?: (sentence: string) => void;
}

/** Runs `act`, again and again while the database is away. @throws {unknown} its last error, when patience ends */
export async function patiently<T>(
  act: () => Promise<T>,
  { seconds, onAway }: Patience,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (let attempt = 0; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!isAway(error) || Date.now() >= deadline) throw error;
      if (attempt === 0) onAway?.(sentenceOf(error));
      await new Promise((resolve) => setTimeout(resolve, Math.min(2000, 100 * 2 ** attempt)));
    }
  }
}

/** PostgreSQL's codes for shutting down, starting up and too many connections, and the network's. */
const PASSING =
  /^(57P0[123]|53300|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOENT)$/;

/** Whether `error` says that the database cannot be reached, rather than that it refused. */
export function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown }; // both libraries put one there
  return (
    (typeof code === "string" && PASSING.test(code)) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  );
}

/** An error's first line. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error)
    return error.errors[0].message;
  if (typeof error === "object" && error !== null && "errno" in error && !(error instanceof Error))
    return error.errno === WASM_NO_SPACE ? "no space left on device" : `error ${error.errno}`;
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
}

/** What PGlite's file system throws is no Error, and has WASI's numbers. */
const WASM_NO_SPACE = 51;
