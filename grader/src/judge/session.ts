/**
 * One guest with one answer loaded, spoken to asynchronously: for measures, where no test waits.
 *
 * Knows requests and replies; judges nothing. The values it gives are decoded and no more.
 */
import { randomBytes } from "node:crypto";
import { type CacheFacts, type Heat, MOST_BINS } from "../sandbox/guest/cache.ts";
import type { Counts } from "../sandbox/guest/meter.ts";
import type { LoadRequest } from "../sandbox/guest/student.ts";
import type { Isolation } from "../sandbox/launch.ts";
import { LIMITS } from "../sandbox/limits.ts";
import type { Fault, Thrown } from "../sandbox/outcome.ts";
import { pack } from "../sandbox/pack.ts";
import { type Table, emptyTable, placeBytes } from "../sandbox/place.ts";
import { encodeFrame } from "../sandbox/protocol.ts";
import { exactCpuMs, peakBytesOf } from "../sandbox/proc.ts";
import { Guest } from "../sandbox/run.ts";
import type { Unread } from "../sandbox/unpack.ts";
import type { Marshal } from "../sandbox/wire.ts";
import { readThrown, readValues } from "./reply.ts";

export interface SessionOptions {
  readonly isolation: Isolation;
  readonly guestFolder: string;
  readonly meter: "none" | "count" | "trace";
  readonly hook: string;
  readonly fastCheck: boolean;
}

/** The guest is gone, or said what cannot be. */
export class SessionFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** The learner's code threw. */
export class SessionThrown extends Error {
  readonly thrown: Thrown;

  constructor(thrown: Thrown) {
    super(`${thrown.name}: ${thrown.message}`);
    this.thrown = thrown;
  }
}

export class Session {
  readonly #guest: Guest;
  readonly #hello;
  readonly #marshal: Marshal;

  constructor({ isolation, guestFolder, ...options }: SessionOptions, marshal: Marshal) {
    this.#marshal = marshal;
    this.#guest = new Guest({
      isolation,
      folder: guestFolder,
      file: "main.cjs",
      options: { folder: guestFolder, ...options },
    });
    this.#hello = this.#guest.hello();
  }

  get isAlive(): boolean {
    return this.#guest.isAlive;
  }

  /** Loads the answer; again, where it was loaded before, with all its variables new. */
  async load(request: LoadRequest): Promise<void> {
    const hello = await this.#hello;
    if (hello.kind === "fault")
      throw new SessionFault({
        kind: "grader-fault",
        message: `the guest did not start: ${hello.fault.message}`,
      });
    const { header } = await this.#ask(["load", request], []);
    if (header[1] !== "loaded")
      throw new SessionFault({ kind: "crashed", message: "the file does not load" });
  }

  /** Calls an export, counting. What it wrote into its arguments is written back into `args`. */
  async measure(
    name: string,
    args: readonly unknown[],
    cache: CacheFacts,
  ): Promise<{ result: unknown; counts: Counts }> {
    const table = emptyTable();
    const packed = pack(args, table, this.#marshal);
    const { header, body } = await this.#ask(
      ["call", "x", name, cache, packed.trees, packed.memories, packed.arrays, packed.typed],
      packed.body,
    );
    if (header[1] !== "returned") throw this.#failed(header);
    const [, , trees, memories, arrays, typed, writes, counts] = header;
    const { values, writes: written } = this.#unpacked(
      { trees, memories, arrays, typed, writes },
      body,
      table,
    );
    for (const { place, bytes } of written) placeBytes(place, this.#marshal).set(bytes);
    return { result: values[0], counts: countsOf(counts) };
  }

  /** Sends the arguments of the calls that `go` will time: of the learner's export ("x") or of the naive loop ("n"). */
  async prepare(
    which: "x" | "n",
    name: string,
    calls: readonly (readonly unknown[])[],
  ): Promise<void> {
    const packed = pack(calls, emptyTable(), this.#marshal);
    const trees = packed.trees;
    const { header } = await this.#ask(
      ["prepare", which, name, trees, packed.memories, packed.arrays, packed.typed],
      packed.body,
    );
    if (header[1] !== "prepared") throw this.#failed(header);
  }

  /**
   * Runs the prepared calls: milliseconds from outside, between `go` and `done`.
   *
   * Where the kernel says it exactly, these are the guest's processor time, so that other processes' turns do not count;
   * an answer can neither sleep nor start threads here. Elsewhere the judge's wall clock has to do.
   */
  async go(): Promise<number> {
    const id = randomBytes(8).toString("hex");
    const frame = encodeFrame([id, "go"], []);
    const cpuBefore = this.#guest.isPidExact ? await exactCpuMs(this.#guest.pid) : null;
    const started = performance.now();
    const reply = await this.#guest.request(frame, {
      cpuMs: LIMITS.callCpuMs * 4,
      wallMs: LIMITS.callWallMs,
    });
    const elapsed = performance.now() - started;
    const { header } = this.#checked(reply, id);
    if (header[1] !== "done") throw this.#failed(header);
    const cpuAfter = cpuBefore === null ? null : await exactCpuMs(this.#guest.pid);
    const spent = cpuBefore === null || cpuAfter === null ? elapsed : cpuAfter - cpuBefore;
    return Math.max(spent, 1e-3);
  }

  /** The results of the timed calls. */
  async fetch(): Promise<unknown[]> {
    const { header, body } = await this.#ask(["fetch"], []);
    if (header[1] !== "fetched") throw this.#failed(header);
    const [, , trees, memories, arrays, typed] = header;
    return this.#unpacked({ trees, memories, arrays, typed }, body, emptyTable()).values;
  }

  /** See Guest. */
  renew(): boolean {
    return this.#guest.renew();
  }

  peakBytes(): number | null {
    return peakBytesOf(this.#guest.pid);
  }

  close(): void {
    this.#guest.kill();
  }

  async #ask(
    header: readonly unknown[],
    body: readonly Uint8Array[],
  ): Promise<{ header: unknown[]; body: Uint8Array }> {
    const id = randomBytes(8).toString("hex");
    const reply = await this.#guest.request(encodeFrame([id, ...header], body), {
      cpuMs: LIMITS.callCpuMs * 2,
      wallMs: LIMITS.callWallMs,
    });
    return this.#checked(reply, id);
  }

  #checked(
    reply: Awaited<ReturnType<Guest["request"]>>,
    id: string,
  ): { header: unknown[]; body: Uint8Array } {
    if (reply.kind === "fault") throw new SessionFault(reply.fault);
    if (!Array.isArray(reply.header) || reply.header[0] !== id) throw this.#breach();
    return { header: reply.header as unknown[], body: reply.body }; // isArray gives any[]
  }

  #breach(why = "sent a bad message"): SessionFault {
    this.#guest.kill();
    return new SessionFault({
      kind: "crashed",
      message: `the process that runs the answer ${why}`,
    });
  }

  #failed(header: readonly unknown[]): Error {
    return header[1] === "thrown" ? new SessionThrown(readThrown(header[2])) : this.#breach();
  }

  #unpacked(message: Unread, body: Uint8Array, table: Table): ReturnType<typeof readValues> {
    return readValues(message, body, table, this.#marshal, (why) => this.#breach(why));
  }
}

function countsOf(given: unknown): Counts {
  const number = (key: string): number => {
    const value: unknown =
      typeof given === "object" && given !== null ? Reflect.get(given, key) : null;
    // A figure that is no count is the worst there is.
    return typeof value === "number" && Number.isFinite(value) && value >= 0
      ? value
      : Number.MAX_SAFE_INTEGER;
  };
  return {
    allocations: number("allocations"),
    bytes: number("bytes"),
    peakBytes: number("peakBytes"),
    reads: number("reads"),
    writes: number("writes"),
    misses: number("misses"),
    heat: heatOf(given),
  };
}

/** The heat as it was told: a picture, which no verdict depends on; what does not fit the shape is left out. */
function heatOf(given: unknown): Heat[] {
  const told: unknown =
    typeof given === "object" && given !== null ? Reflect.get(given, "heat") : [];
  const isCount = (value: unknown): value is number =>
    Number.isSafeInteger(value) && (value as number) >= 0; // by isSafeInteger
  const isBins = (value: unknown): value is number[] =>
    Array.isArray(value) && value.length <= MOST_BINS && value.every(isCount);
  return (Array.isArray(told) ? (told as unknown[]) : []).slice(0, 8).flatMap((one) => {
    if (typeof one !== "object" || one === null) return [];
    const { bytes, linesPerBin, touches, misses } = one as Readonly<Record<string, unknown>>; // any object may have these
    const isWhole = isCount(bytes) && isCount(linesPerBin) && isBins(touches) && isBins(misses);
    return isWhole && touches.length === misses.length
      ? [{ bytes, linesPerBin, touches, misses }]
      : [];
  });
}
