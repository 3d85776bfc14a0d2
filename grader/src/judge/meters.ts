/**
 * The metering guests of one answer: at most one that counts and one that traces.
 *
 * Knows sessions. The answer is loaded anew for each measure, so what an earlier call left in its variables is gone, and
 * the realm around it is frozen; a new process for each would only be slower.
 */
import type { Context } from "./context.ts";
import { Session } from "./session.ts";
import type { Job, Task } from "./task.ts";

export class Meters {
  readonly #open = new Map<"count" | "trace", Session>();
  readonly #task: Task;
  readonly #job: Job;
  readonly #context: Context;

  constructor(task: Task, job: Job, context: Context) {
    this.#task = task;
    this.#job = job;
    this.#context = context;
  }

  /** A guest with the answer freshly loaded. */
  async fresh(meter: "count" | "trace"): Promise<Session> {
    let session = this.#open.get(meter);
    if (session === undefined || !session.isAlive) {
      const { isolation, bundles, hook } = this.#job;
      const options = {
        isolation,
        guestFolder: bundles.guestFolder,
        meter,
        hook,
        fastCheck: this.#task.fastCheck,
      };
      session = new Session(options, this.#context.marshal);
      this.#open.set(meter, session);
    }
    await session.load({ ...this.#task.load, files: this.#task.instrumented });
    return session;
  }

  close(): void {
    for (const session of this.#open.values()) session.close();
  }
}
