/**
 * `npm run bench -- [SUITE…] [--check]`: time the library beside NumPy, its peers, and plain loops.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { lessons } from "./cases/lessons.ts";
import { opTable } from "./cases/table.ts";
import { type RoundOptions, measure, ratio } from "./measure/rounds.ts";
import { type Result, runCase } from "./measure/run.ts";
import { MOST_BYTES, MOST_TIME_RATIO, measureSurvival } from "./measure/survival.ts";
import { type Target, checkTargets } from "./measure/targets.ts";
import type { Gain } from "./measure/threads.ts";
import type { Crossing } from "./measure/thresholds.ts";
import { startPeers } from "./peers/roster.ts";
import { htmlPage } from "./report/html.ts";
import {
  type ClaimOutcome,
  HEADING,
  claimLine,
  crossingLine,
  resultLine,
  targetLine,
} from "./report/table.ts";

const EXTRA = ["lessons", "temporaries", "threads", "thresholds"] as const;

const USAGE = `npm run bench -- [SUITE…] [--check] [--rounds N] [--turn-ms MS] [--n N]
  SUITE     ${[...new Set(opTable().map((c) => c.suite)), ...EXTRA].join(", ")}; all of them unless named
  --check   exit 1 where a target of targets.json is missed`;

const OPTIONS = {
  check: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
  rounds: { type: "string", default: "9" },
  "turn-ms": { type: "string", default: "4" },
  n: { type: "string", multiple: true },
} as const;

const HOME = fileURLToPath(new URL("..", import.meta.url));

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const table = opTable();
  const unknown = positionals.filter(
    (s) => !table.some((c) => c.suite === s) && !EXTRA.some((e) => e === s),
  );
  if (unknown.length > 0) throw new Error(`no suite is called ${unknown.join(", ")}\n${USAGE}`);
  const sizes = values.n?.map(Number);
  const cases = table.filter(
    (c) =>
      (positionals.length === 0 || positionals.includes(c.suite)) && (sizes?.includes(c.n) ?? true),
  );
  const rounds = {
    rounds: wholeNumber("--rounds", values.rounds),
    turnMs: wholeNumber("--turn-ms", values["turn-ms"]),
  };

  const { peers, absent } = await startPeers();
  for (const line of absent) console.log(line);
  const results: Result[] = [];
  if (cases.length > 0) console.log(HEADING);
  for (const [k, c] of cases.entries()) {
    progress(`${k + 1}/${cases.length} ${c.op} n=${c.n}`);
    const result = await runCase(c, peers, rounds);
    results.push(result);
    progress("");
    console.log(resultLine(result));
  }
  for (const peer of peers) peer.stop();
  const isWanted = (suite: (typeof EXTRA)[number]): boolean =>
    positionals.length === 0 || positionals.includes(suite);
  const claims = isWanted("lessons") ? await runLessons(rounds) : [];
  if (isWanted("threads")) runThreads(rounds.rounds);
  if (isWanted("thresholds")) runThresholds(rounds.rounds);
  const survives = isWanted("temporaries") ? runTemporaries() : true;

  const targets = checkTargets(
    JSON.parse(readFileSync(path.join(HOME, "targets.json"), "utf8")) as Target[],
    results,
  ); // our own file
  const versions = peers
    .filter(({ peer }) => !peer.name.startsWith("ours") && !peer.name.endsWith(", disposed"))
    .map((p) => `${p.peer.name} ${p.version}`);
  const about = `Node ${process.versions.node} beside ${versions.join(", ")}; ${results.length} cases`;
  console.log(`\n${targets.map(targetLine).join("\n")}`);
  save("results.json", JSON.stringify({ about, results, claims }, null, 1));
  save("results.html", htmlPage({ about, results, targets, claims }));
  console.log(`\nbench/results/results.html shows the plots`);
  const isWrong = results.some((r) => r.wrong.some((w) => w.startsWith("ours")));
  if (isWrong) console.error("a result of ours differs: a wrong result is an error, not a time");
  return isWrong || (values.check && (!survives || targets.some((t) => !t.isMet))) ? 1 : 0;
}

async function runLessons(rounds: RoundOptions): Promise<ClaimOutcome[]> {
  console.log("\nwhat the lessons claim");
  const outcomes: ClaimOutcome[] = [];
  for (const { claim, taught, warned } of lessons()) {
    progress(claim);
    const samples = await measure([taught, warned], rounds, (_, error) => {
      throw error;
    });
    const outcome = { claim, ratio: ratio(samples, "taught", "warned")! }; // both were just measured
    progress("");
    console.log(claimLine(outcome));
    outcomes.push(outcome);
  }
  return outcomes;
}

function runThreads(rounds: number): void {
  progress("one thread and several");
  const { count, gains } = runScript("threads.ts", rounds) as { count: number; gains: Gain[] }; // its line
  progress("");
  console.log(`\nwhat ${count} threads bring, with results disposed`);
  for (const { name, median, low, high } of gains) {
    const spread = `${low.toPrecision(3)} to ${high.toPrecision(3)}`;
    console.log(`${name.padEnd(54)} ${median.toPrecision(3).padStart(6)}x  (${spread})`);
  }
}

function runThresholds(rounds: number): void {
  progress("both sides of every threshold");
  const crossings = runScript("thresholds.ts", rounds) as Crossing[]; // its line
  progress("");
  console.log("\nhow much faster the way for few is, size by size");
  for (const crossing of crossings) console.log(crossingLine(crossing));
}

/** What a script of `measure/` prints, in a process of its own. */
function runScript(name: string, rounds: number): unknown {
  const script = path.join(HOME, "src", "measure", name);
  return JSON.parse(execFileSync(process.execPath, [script, String(rounds)], { encoding: "utf8" }));
}

/** The loop of dropped results; true where it stays within its bounds. */
function runTemporaries(): boolean {
  progress("additions whose results are dropped");
  const { count, timeRatio, peakBytes } = measureSurvival(100_000);
  progress("");
  const isMet = timeRatio <= MOST_TIME_RATIO && peakBytes <= MOST_BYTES;
  const megabytes = Math.round(peakBytes / 2 ** 20);
  console.log(
    `\n${isMet ? "ok  " : "MISS"} ${count} additions of 1e6 elements, nothing disposed: ${timeRatio.toFixed(2)} times the disposed loop (at most ${MOST_TIME_RATIO}), peak ${megabytes} MiB (at most ${MOST_BYTES / 2 ** 20})`,
  );
  return isMet;
}

function wholeNumber(name: string, text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1)
    throw new Error(`${name} takes a whole number from 1, not ${text}`);
  return n;
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Written aside and renamed, so that a reader never sees half a file. */
function save(name: string, text: string): void {
  const folder = path.join(HOME, "results");
  mkdirSync(folder, { recursive: true });
  const aside = path.join(folder, `.${name}.${process.pid}`);
  writeFileSync(aside, text);
  renameSync(aside, path.join(folder, name));
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
