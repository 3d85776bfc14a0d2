/**
 * What a guest costs on an idle machine: its start in each isolation beside Node's own, a call, and 100 property cases.
 *
 * node grader/test/guest-costs.ts [ROUNDS]: prints medians over that many rounds (default 25); the starts take turns.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import type { Library } from "../src/judge/array-picture.ts";
import { connect, disconnect, echoConnection } from "../src/judge/proxy.ts";
import { makeBundles } from "../src/sandbox/bundle.ts";
import { useBundledLibrary } from "../src/sandbox/bundled-library.ts";
import { type Isolation, sandboxFault } from "../src/sandbox/launch.ts";
import { Guest } from "../src/sandbox/run.ts";
import type { Marshal } from "../src/sandbox/wire.ts";
import { PROJECT } from "./fixture.ts";

const rounds = Number(process.argv[2] ?? 25);
const bundles = await makeBundles(join(PROJECT, ".cache"));
useBundledLibrary(bundles);
const np = (await import(pathToFileURL(bundles.library).href)) as Library &
  Readonly<Record<string, unknown>> & { arange(n: number): unknown }; // our own bundle, and the next one, too
const marshal = (await import(pathToFileURL(bundles.marshal).href)) as Marshal;
const folder = bundles.guestFolder;

async function startGuest(isolation: Isolation): Promise<void> {
  const options = { folder, meter: "none", hook: "", fastCheck: false };
  const guest = new Guest({ isolation, folder, file: "main.cjs", options });
  const said = await guest.hello();
  guest.kill();
  if (said.kind === "fault") throw new Error(said.fault.message);
}

/** What is measured, in milliseconds. */
const times = new Map<string, number[]>();

async function time(what: string, run: () => unknown, calls = 1): Promise<void> {
  const from = performance.now();
  await run();
  const taken = (performance.now() - from) / calls;
  times.set(what, [...(times.get(what) ?? []), taken]);
}

const fault = sandboxFault();
for (let k = 0; k < rounds; k++) {
  await time("bare Node's start and end", () => spawnSync(process.execPath, ["-e", "0"]));
  await time("a guest's start", () => startGuest("process"));
  if (fault === null) await time("a guest's start in the sandbox", () => startGuest("sandbox"));
}

const connection = echoConnection("guest-costs", "process", folder);
const echo = connect(connection, marshal, np).get("x", "echo") as (value: unknown) => unknown[]; // it lists what it is given
const array = np.arange(6);
const CALLS = 100;
const law = fc.property(fc.array(fc.integer(), { maxLength: 20 }), (list) => {
  const [back] = echo(list) as [number[]];
  if (back.length !== list.length) throw new Error("the guest answers wrongly");
});
for (let k = 0; k < rounds; k++) {
  const call = (): void => {
    for (let j = 0; j < CALLS; j++) echo(array);
  };
  await time("a call with an array", call, CALLS);
  await time("100 cases of a property", () => fc.assert(law, { numRuns: 100 }));
}
disconnect();

const widest = Math.max(...[...times.keys()].map((what) => what.length));
for (const [what, taken] of times) {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(3);
  process.stdout.write(
    `${what.padEnd(widest)}  median ${at(0.5)} ms, from ${at(0)} to ${at(1)} ms\n`,
  );
}
if (fault !== null) process.stdout.write(`${fault}\n`);
process.exit(0); // the line's thread may keep a guest ready
