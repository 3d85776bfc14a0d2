/**
 * The stub as tests see it under the grader: functions that call the guest and block for the reply.
 *
 * Knows one thread's guests and the test that runs; nothing of vitest. Loaded once per test thread.
 */
import { randomBytes } from "node:crypto";
import type { Drawn } from "../course/topic.ts";
import type { LoadRequest } from "../sandbox/guest/student.ts";
import type { Isolation } from "../sandbox/launch.ts";
import { LIMITS } from "../sandbox/limits.ts";
import { Line } from "../sandbox/line.ts";
import type { Fault } from "../sandbox/outcome.ts";
import { type PackOptions, pack } from "../sandbox/pack.ts";
import { type Table, emptyTable, placeBytes } from "../sandbox/place.ts";
import { encodeFrame } from "../sandbox/protocol.ts";
import type { Unread } from "../sandbox/unpack.ts";
import type { Marshal, NamedFunction } from "../sandbox/wire.ts";
import type { Library } from "./array-picture.ts";
import { pictureOf } from "./drawing.ts";
import type { Call, Failure } from "./failure.ts";
import type { Picture } from "./picture.ts";
import { rebuildError } from "./rebuilt-error.ts";
import { readThrown, readValues } from "./reply.ts";

export interface Connection {
  readonly key: string;
  readonly load: LoadRequest;
  readonly isolation: Isolation;
  /** Leave the guest to the next answer. */
  readonly reuseGuest: boolean;
  readonly guestFolder: string;
  /** What guarded text calls its hooks; "" where it has none. */
  readonly hook: string;
  readonly fastCheck: boolean;
  readonly onlyTest: string | null;
  readonly drawn: Drawn | null;
  readonly bail: boolean;
}

/** Loads the reference answer; null where there is none. */
type LoadReference = (() => Promise<Readonly<Record<string, unknown>>>) | null;

/** The guest is gone, or never began: what the test sees of it. */
export class GuestFault extends Error {
  override readonly name = "GuestFault";
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

type Callable = (...args: unknown[]) => unknown;

let line: Line | null = null;
const stubs = new Map<string, Stub>();
/** Whether a test of this file failed. */
let hasFailed = false;
/** The first fault of the test that runs. */
let testFault: Fault | null = null;
/** What a call throws once its guest was lost in this test: fast-check leaves such runs out, so it stops shrinking. */
let skipRun: (() => never) | null = null;

/** Whether the test of this full name is wanted; a file has one stub, and that says. */
export function isWanted(fullName: string): boolean {
  return [...stubs.values()].every(
    ({ onlyTest, bail }) => (onlyTest === null || onlyTest === fullName) && !(bail && hasFailed),
  );
}

/** Whether this file's first failure ends it. */
export function isBailing(): boolean {
  return [...stubs.values()].some(({ bail }) => bail);
}

/** Called before each test. */
export function beginTest(skip: () => never): void {
  testFault = null;
  skipRun = skip;
  beginRun();
}

/** Called before each run of a property: what is drawn of a failure are the calls of its own run. */
export function beginRun(): void {
  for (const stub of stubs.values()) stub.calls = [];
}

/** The answer's calls in this run. */
export function callsSoFar(): readonly Call[] {
  return [...stubs.values()].flatMap((stub) => stub.calls);
}

/** The picture of a test's failure, where its exercise is drawn. */
export async function drawFailure(failure: Failure): Promise<Picture | null> {
  for (const stub of stubs.values()) {
    const picture = await stub.draw(failure);
    if (picture !== null) return picture;
  }
  return null;
}

/** Called after each test: the fault that ended its guest, whatever the test made of it, and the learner's prints. */
export function endTest(isFailed: boolean): { fault: Fault | null; output: string } {
  hasFailed ||= isFailed || testFault !== null;
  return { fault: testFault, output: [...stubs.values()].map((stub) => stub.output).join("") };
}

/** Ends this file's guests. */
export function disconnect(): void {
  for (const stub of stubs.values()) stub.close();
  stubs.clear();
  hasFailed = false;
}

/** An answer of ours: what crosses comes back. */
const ECHO = { entry: "echo.ts", text: "export function echo(...values) { return values; }" };
const ECHOES = 400;

/** A connection to a guest that answers with what it is asked. */
export function echoConnection(key: string, isolation: Isolation, folder: string): Connection {
  const { entry, text } = ECHO;
  return {
    key,
    load: {
      entry,
      files: { [entry]: text },
      imports: { [entry]: {} },
      harness: null,
      naive: null,
    },
    isolation,
    reuseGuest: false,
    guestFolder: folder,
    hook: "",
    fastCheck: false,
    onlyTest: null,
    bail: false,
    drawn: null,
  };
}

/**
 * Sends values to and fro until the engine has compiled both ends, and keeps that guest for the next answer. Then a
 * learner's first call is nearly as quick as the thousandth (50 microseconds; without this, 270).
 */
export function rehearse(
  isolation: Isolation,
  folder: string,
  marshal: Marshal,
  np: Library & Readonly<Record<string, unknown>>,
  values: readonly unknown[],
): void {
  const own = warmLine(isolation, folder, false);
  const connection = echoConnection("\0rehearsal", isolation, folder);
  const echo = new Stub(connection, own, marshal, np, null).get("x", "echo") as Callable; // a function, as ECHO says
  for (let k = 0; k < ECHOES; k++) for (const value of values) echo(value);
  own.keep(connection.key);
}

/** This thread's line to its guests; the first call starts it and a guest, and says whether guests start ahead of need. */
export function warmLine(isolation: Isolation, folder: string, isAhead: boolean): Line {
  line ??= new Line({ isolation, folder, warm: guestOptions("", false), isAhead });
  return line;
}

/** The stub of a task, or of its harness. `np` gives the error classes. */
export function connect(
  connection: Connection,
  marshal: Marshal,
  np: Library & Readonly<Record<string, unknown>>,
  loadReference: LoadReference = null,
): Stub {
  let stub = stubs.get(connection.key);
  if (stub === undefined) {
    const own = warmLine(connection.isolation, connection.guestFolder, true);
    stub = new Stub(connection, own, marshal, np, loadReference);
    stubs.set(connection.key, stub);
  }
  return stub;
}

/** Calls of one run that are kept to be drawn. */
const MOST_CALLS = 16;

export class Stub {
  /** Calls of this run that returned and left their arguments alone, the oldest first. */
  calls: Call[] = [];
  readonly #connection: Connection;
  readonly #line: Line;
  readonly #marshal: Marshal;
  readonly #np: Library & Readonly<Record<string, unknown>>;
  readonly #loadReference: LoadReference;
  readonly #proxies = new Map<string, Callable>();
  readonly #names = new Map<unknown, NamedFunction>();
  #output = "";
  #isLoaded = false;
  #data = new Map<string, unknown>();
  #lost = 0;
  #cpuMs = 0;
  /** Why no guest of this task will ever answer: the file does not load. */
  #verdict: Fault | null = null;

  constructor(
    connection: Connection,
    line: Line,
    marshal: Marshal,
    np: Library & Readonly<Record<string, unknown>>,
    loadReference: LoadReference,
  ) {
    this.#connection = connection;
    this.#line = line;
    this.#marshal = marshal;
    this.#np = np;
    this.#loadReference = loadReference;
  }

  get onlyTest(): string | null {
    return this.#connection.onlyTest;
  }

  get bail(): boolean {
    return this.#connection.bail;
  }

  /** What the test's import gives for an export of the learner's ("x") or of the harness ("h"). */
  get(tag: "x" | "h", name: string): unknown {
    if (tag === "x") {
      try {
        this.#start();
      } catch (error) {
        // A file that cannot run fails at each call, so that every test names it.
        if (!(error instanceof Error)) throw error;
      }
      if (this.#data.has(name)) return this.#data.get(name);
    }
    const key = `${tag} ${name}`;
    let proxy = this.#proxies.get(key);
    if (proxy === undefined) {
      proxy = (...args) => this.#call(tag, name, args);
      Object.defineProperty(proxy, "name", { value: name });
      this.#proxies.set(key, proxy);
      this.#names.set(proxy, { tag, name });
    }
    return proxy;
  }

  async draw(failure: Failure): Promise<Picture | null> {
    const { drawn } = this.#connection;
    if (drawn === null || failure.calls.length === 0) return null;
    const reference = this.#loadReference === null ? null : await this.#loadReference();
    return pictureOf(failure, drawn, reference, this.#np);
  }

  close(): void {
    const { key, reuseGuest } = this.#connection;
    this.#heard(this.#line.close(key, reuseGuest).output);
    this.#isLoaded = false;
  }

  /** What the learner's code printed so far; raw. */
  get output(): string {
    this.#heard(this.#line.output(this.#connection.key));
    return this.#output;
  }

  #heard(output: string): void {
    if (output !== "") this.#output = output;
  }

  #ask(
    header: readonly unknown[],
    body: readonly Uint8Array[],
  ): { header: unknown[]; body: Uint8Array } {
    const id = randomBytes(8).toString("hex");
    const options = guestOptions(this.#connection.hook, this.#connection.fastCheck);
    const frame = encodeFrame([id, ...header], body);
    const { reply, output, cpuMs } = this.#line.request(this.#connection.key, options, frame);
    this.#heard(output);
    if (reply.kind === "fault") throw this.#fault(reply.fault);
    if (!Array.isArray(reply.header) || reply.header[0] !== id) throw this.#breach();
    this.#cpuMs = cpuMs;
    if (this.#cpuMs > LIMITS.exerciseCpuMs) {
      this.#lost = LIMITS.lostGuests;
      throw this.#fault({
        kind: "timed-out",
        message: `its tests took more than ${LIMITS.exerciseCpuMs / 1000} s of processor time`,
      });
    }
    return { header: reply.header as unknown[], body: reply.body }; // isArray gives any[]
  }

  #fault(fault: Fault): GuestFault {
    this.#isLoaded = false;
    this.#lost += 1;
    testFault ??= fault;
    return new GuestFault(fault);
  }

  /** The guest broke the protocol: nothing it says counts any more. */
  #breach(message = "sent a message that answers no question"): GuestFault {
    this.#heard(this.#line.close(this.#connection.key, false).output);
    return this.#fault({ kind: "crashed", message: `the process that runs the answer ${message}` });
  }

  #start(): void {
    if (this.#verdict !== null) {
      testFault ??= this.#verdict;
      throw new GuestFault(this.#verdict);
    }
    if (this.#isLoaded) return;
    if (this.#lost >= LIMITS.lostGuests)
      throw this.#fault({ kind: "crashed", message: "given up after it was lost too often" });
    const { header, body } = this.#ask(["load", this.#connection.load], []);
    const [, kind, first, data, trees, memories, arrays, typed] = header;
    if (kind === "loaded" && Array.isArray(data)) {
      this.#isLoaded = true;
      const { values } = this.#unpacked({ trees, memories, arrays, typed }, body, emptyTable());
      this.#data = new Map(data.map((name, k): [string, unknown] => [String(name), values[k]]));
      return;
    }
    if (kind === "syntax-error" || kind === "forbidden")
      this.#verdict = { kind, message: String(first).slice(0, LIMITS.messageChars) };
    else if (kind === "load-thrown") {
      const thrown = readThrown(first);
      this.#verdict = {
        kind: "crashed",
        message: `the file throws when it is loaded: ${thrown.name} ${thrown.message}${thrown.at === "" ? "" : ` (${thrown.at})`}`,
      };
    } else throw this.#breach();
    testFault ??= this.#verdict;
    throw new GuestFault(this.#verdict);
  }

  #unpacked(message: Unread, body: Uint8Array, table: Table): ReturnType<typeof readValues> {
    const breach = (why: string): Error => this.#breach(why);
    // Without names no function comes back: vitest would ask one called `asymmetricMatch` whether it is right.
    return readValues(message, body, table, this.#marshal, breach, {
      maxElements: LIMITS.elements,
    });
  }

  #call(tag: "x" | "h", name: string, args: readonly unknown[]): unknown {
    if (testFault !== null && skipRun !== null && this.#verdict === null) skipRun();
    this.#start();
    const { drawn } = this.#connection;
    const isWriting = drawn?.result === "writes";
    const before: readonly unknown[] = isWriting ? structuredClone(args) : args;
    const table = emptyTable();
    const options: PackOptions = { named: (value) => this.#names.get(value) ?? null };
    const packed = pack([args], table, this.#marshal, options);
    const { trees, memories, arrays, typed } = packed;
    const { header, body } = this.#ask(
      ["call", tag, name, null, listOf(trees[0]), memories, arrays, typed],
      packed.body,
    );
    if (header[1] === "returned") {
      const [, , results, newMemories, newArrays, newTyped, writes] = header;
      const { values, writes: written } = this.#unpacked(
        { trees: results, memories: newMemories, arrays: newArrays, typed: newTyped, writes },
        body,
        table,
      );
      this.#apply(written);
      const isDrawn = drawn !== null && tag === "x" && (isWriting || written.length === 0);
      if (isDrawn && this.calls.length < MOST_CALLS) {
        const after = isWriting ? { after: structuredClone(args) } : {};
        this.calls.push({ name, args: before, result: values[0], ...after });
      }
      return values[0];
    }
    if (header[1] === "thrown") {
      const { writes: written } = this.#unpacked(
        { trees: [], memories: [], arrays: [], typed: [], writes: header[3] },
        body,
        table,
      );
      this.#apply(written);
      throw rebuildError(readThrown(header[2]), this.#np);
    }
    throw this.#breach();
  }

  #apply(written: ReturnType<typeof readValues>["writes"]): void {
    for (const { place, bytes } of written) placeBytes(place, this.#marshal).set(bytes);
  }
}

function guestOptions(hook: string, fastCheck: boolean): string {
  return JSON.stringify({ meter: "none", hook, fastCheck });
}

/** The items of a packed list: arguments are packed as one list and sent as its items. */
function listOf(tree: unknown): unknown {
  return Array.isArray(tree) ? (tree as unknown[])[1] : []; // ["l", items]
}
