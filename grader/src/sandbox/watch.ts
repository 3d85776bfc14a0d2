/**
 * The watch over one request to a guest: processor time, the wall clock and memory.
 *
 * Knows figures and limits; reads no process and ends none.
 */
import { LIMITS } from "./limits.ts";
import type { Fault } from "./outcome.ts";
import type { Usage } from "./proc.ts";

export interface CallLimits {
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** Begins when it is made. While the guest starts, what goes wrong is the machine's fault. */
export class Watch {
  readonly isStart: boolean;
  readonly #limits: CallLimits;
  readonly #startedAt = performance.now();
  #progressAt = this.#startedAt;
  /** Processor time at the first look: a request that is over before it is too short to matter. */
  #before: number | null = null;
  #spentMs = 0;

  constructor(limits: CallLimits, isStart: boolean) {
    this.#limits = limits;
    this.isStart = isStart;
  }

  /** Processor time from the first look to the last. */
  get spentMs(): number {
    return this.#spentMs;
  }

  /** Which limit is reached, where `usage` is what the guest uses now; null for none. */
  look(usage: Usage | null): Fault | null {
    const { cpuMs, wallMs } = this.#limits;
    const now = performance.now();
    this.#before ??= usage?.cpuMs ?? null;
    const spent = usage === null || this.#before === null ? 0 : usage.cpuMs - this.#before;
    if (spent > this.#spentMs) {
      this.#spentMs = spent;
      this.#progressAt = now;
    }
    const wall = now - this.#startedAt;
    const idle = now - this.#progressAt;
    const isBlind = usage === null && !this.isStart;
    if (spent > cpuMs) return this.#late(`within ${cpuMs / 1000} s of processor time`);
    if (wall > (isBlind ? Math.min(wallMs, LIMITS.callWallMsWithoutProc) : wallMs))
      return this.#late(`within ${Math.round(wall / 1000)} s`);
    if (usage === null) return null;
    if (!this.isStart && idle > LIMITS.callIdleMs) {
      const seconds = Math.round(idle / 1000);
      return { kind: "timed-out", message: `neither answered nor computed for ${seconds} s` };
    }
    if (usage.residentBytes <= LIMITS.residentBytes) return null;
    const [used, limit] = [mebibytes(usage.residentBytes), mebibytes(LIMITS.residentBytes)];
    return { kind: "out-of-memory", message: `${used} MiB of memory (limit ${limit} MiB)` };
  }

  #late(within: string): Fault {
    const kind = this.isStart ? "grader-fault" : "timed-out";
    return { kind, message: `no answer ${within}` };
  }
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / (1024 * 1024));
}
