/**
 * The thread that owns the guests of one test thread, so that the test thread can block while it waits.
 *
 * Knows guests and a port; nothing of tests. Keeps one guest warm ahead of need.
 */
import { type MessagePort, workerData } from "node:worker_threads";
import type { LineRequest, LineReply, LineSettings } from "./line.ts";
import { LIMITS } from "./limits.ts";
import type { Reply } from "./outcome.ts";
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

let spare: Warm | null = null;
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
  const isRight = spare?.options === options && spare.guest.isAlive;
  const warm = isRight && spare !== null ? spare : start(options);
  if (warm === spare) spare = null;
  return warm;
}

port.on("message", (request: LineRequest) => {
  void answer(request).then((reply) => {
    port.postMessage(reply);
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
    closed?.guest.kill();
    return { ...empty, output: closed?.guest.output ?? "", cpuMs: closed?.guest.cpuMs ?? 0 };
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
    for (const warm of [...open.values(), ...(spare === null ? [] : [spare])]) warm.guest.kill();
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
