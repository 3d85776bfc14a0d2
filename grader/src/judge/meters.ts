/**
 * The metering guests: at most one that counts and one that traces, for one answer or for many of the same author.
 *
 * Knows sessions. The answer is loaded anew for each measure, so what an earlier call left in its variables is gone, and
 * the realm around it is frozen; a new process for each would only be slower.
 */
import type { Context } from "./context.ts";
import { Session } from "./session.ts";
import type { Job, Task } from "./task.ts";

export class Meters {
  readonly #open = new Map<string, Session>();

  /** A guest with `task`'s answer freshly loaded. */
  async fresh(
    meter: "count" | "trace",
    task: Task,
    { isolation, bundles, hook }: Job,
    { marshal }: Context,
  ): Promise<Session> {
    const { fastCheck } = task;
    const { guestFolder } = bundles;
    const key = `${meter} ${String(fastCheck)} ${hook}`;
    let session = this.#open.get(key);
    if (session === undefined || !session.isAlive) {
      session = new Session({ isolation, guestFolder, meter, hook, fastCheck }, marshal);
      this.#open.set(key, session);
    }
    await session.load({ ...task.load, files: task.instrumented });
    return session;
  }

  /** The answer is done; with `isReused` the next one gets its guests. */
  leave(isReused: boolean): void {
    for (const [key, session] of this.#open) {
      if (isReused && session.renew()) continue;
      session.close();
      this.#open.delete(key);
    }
  }
}
