/**
 * The thread that owns the guests of one test thread, so that the test thread can block while it waits.
 *
 * Knows guests and a port; nothing of tests. Keeps one guest warm ahead of need.
 */
import { type MessagePort, workerData } from "node:worker_threads";
import { type LineReply, type LineRequest, type LineSettings, NOTHING } from "./line-messages.ts";
import { LIMITS } from "./limits.ts";
import type { Fault, Reply } from "./outcome.ts";
import { Guest } from "./run.ts";

const { port, flag, settings } = workerData as {
  port: MessagePort;
  flag: Int32Array;
  settings: LineSettings;
}; // what line.ts hands over

interface Warm {
  readonly options: string;
  readonly guest: Guest;
  readonly hello: Promise<Reply>;
}

const UNREADABLE: Fault = {
  kind: "crashed",
  message: "the process that runs the answer sent a message that cannot be read",
};

let spare: Warm | null = null;
/** Guests that an answer left to the next one of the same options. */
const left = new Map<string, Warm>();
const open = new Map<string, Warm>();

function start(options: string): Warm {
  const guest = new Guest({
    isolation: settings.isolation,
    folder: settings.folder,
    file: "main.cjs",
    options: { folder: settings.folder, ...(JSON.parse(options) as object) },
  });
  return { options, guest, hello: guest.hello() };
}

function take(options: string): Warm {
  const used = left.get(options);
  left.delete(options);
  if (used?.guest.isAlive === true) return used;
  const isRight = spare?.options === options && spare.guest.isAlive;
  const warm = isRight && spare !== null ? spare : start(options);
  if (warm === spare) spare = null;
  return warm;
}

/** One request of the learner's code. */
const CALL = { cpuMs: LIMITS.callCpuMs, wallMs: LIMITS.callWallMs };

port.on("message", (request: LineRequest) => {
  void answer(request).then((reply) => {
    try {
      port.postMessage(reply);
    } catch {
      // Nested so deep that it cannot be handed on: no guest of ours says such a thing.
      open.get(request.key)?.guest.kill();
      port.postMessage({ ...reply, reply: { kind: "fault", fault: UNREADABLE } });
    }
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  });
});
spare = start(settings.warm);

async function answer(request: LineRequest): Promise<LineReply> {
  const { key } = request;
  if (request.op === "open") return await opened(key, request.options);
  const warm = open.get(key);
  if (warm === undefined) return NOTHING;
  const { guest } = warm;
  switch (request.op) {
    case "request":
      return answered(key, warm, await guest.request(request.frame, CALL));
    case "lost":
      return answered(key, warm, { kind: "fault", fault: await guest.lost() });
    case "look":
      await heard();
      return { ...NOTHING, output: guest.output };
    case "close": {
      await heard();
      const { output } = guest;
      open.delete(key);
      guest.recall();
      if (request.isReused && guest.renew()) left.set(warm.options, warm);
      else guest.kill();
      return { ...NOTHING, output };
    }
    case "keep":
      open.delete(key);
      guest.recall();
      spare?.guest.kill();
      spare = warm;
      return NOTHING;
  }
}

async function opened(key: string, options: string): Promise<LineReply> {
  const warm = take(options);
  const hello = await warm.hello;
  if (hello.kind === "fault") {
    const fault: Fault = { kind: "grader-fault", message: hello.fault.message };
    return { ...NOTHING, reply: { kind: "fault", fault } };
  }
  open.set(key, warm);
  if (settings.isAhead) spare ??= start(settings.warm);
  return { ...NOTHING, lent: warm.guest.lend(CALL) };
}

/** A guest's answer, and what goes with it; one that is gone is given up. */
function answered(key: string, { guest }: Warm, reply: Reply): LineReply {
  const told = { ...NOTHING, reply, output: guest.output, cpuMs: guest.cpuMs };
  if (reply.kind === "fault") {
    open.delete(key);
    guest.kill();
  }
  return told;
}

/** Lets what the guest printed before it answered be read: it lies in another pipe. */
function heard(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
