/**
 * The thread that owns the guests of one test thread, so that the test thread can block while it waits.
 *
 * Knows guests and a port; nothing of tests. Keeps one guest warm ahead of need.
 */
import { type MessagePort, workerData } from "node:worker_threads";
import type { LineRequest, LineReply, LineSettings } from "./line.ts";
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

port.on("message", (request: LineRequest) => {
  void answer(request).then((reply) => {
    try {
      port.postMessage(reply);
    } catch {
      // Nested so deep that it cannot be handed on: no guest of ours says such a thing.
      open.get(request.op === "end" ? "" : request.key)?.guest.kill();
      port.postMessage({ ...reply, reply: { kind: "fault", fault: UNREADABLE } });
    }
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  });
});
spare = start(settings.warm);

async function answer(request: LineRequest): Promise<LineReply> {
  const empty: LineReply = {
    reply: { kind: "reply", header: null, body: new Uint8Array() },
    output: "",
    cpuMs: 0,
    elapsedMs: 0,
  };
  if (request.op === "close") {
    const closed = open.get(request.key);
    open.delete(request.key);
    const facts = { output: closed?.guest.output ?? "", cpuMs: closed?.guest.cpuMs ?? 0 };
    if (request.isReused && closed?.guest.renew() === true) left.set(closed.options, closed);
    else closed?.guest.kill();
    return { ...empty, ...facts };
  }
  if (request.op === "keep") {
    const kept = open.get(request.key);
    open.delete(request.key);
    if (kept === undefined) return empty;
    spare?.guest.kill();
    spare = kept;
    return empty;
  }
  if (request.op === "end") {
    for (const warm of [...open.values(), ...left.values(), ...(spare === null ? [] : [spare])])
      warm.guest.kill();
    setImmediate(() => port.close());
    return empty;
  }
  let warm = open.get(request.key);
  if (warm === undefined) {
    warm = take(request.options);
    open.set(request.key, warm);
    const hello = await warm.hello;
    if (hello.kind === "fault") {
      open.delete(request.key);
      return {
        ...empty,
        reply: { kind: "fault", fault: { kind: "grader-fault", message: hello.fault.message } },
      };
    }
    spare ??= request.isMoreToCome ? start(settings.warm) : null;
  }
  const started = performance.now();
  const reply = await warm.guest.request(request.frame, {
    cpuMs: LIMITS.callCpuMs,
    wallMs: LIMITS.callWallMs,
  });
  const elapsedMs = performance.now() - started;
  if (reply.kind === "fault") open.delete(request.key);
  return { reply, output: warm.guest.output, cpuMs: warm.guest.cpuMs, elapsedMs };
}
