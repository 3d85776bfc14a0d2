/**
 * The corpus of hostile submissions, and the canaries that show whether one of them got out.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Verdict } from "../src/judge/record.ts";
import type { Submission } from "./fixture.ts";

export interface Hostile extends Submission {
  readonly idea: string;
  readonly expected: readonly Verdict[];
}

export interface Canaries {
  readonly secret: string;
  readonly secretFile: string;
  readonly markerFolder: string;
  readonly port: number;
  /** What tripped so far, in words. */
  tripped(): string[];
  close(): void;
}

/** A secret file, an empty folder, and a listener that nobody should call. */
export async function setCanaries(): Promise<Canaries> {
  const folder = mkdtempSync(join(tmpdir(), "deep-dive-canary-"));
  const secret = `canary-${Math.random().toString(36).slice(2)}-${Math.random().toString(36).slice(2)}`;
  const secretFile = join(folder, "secret.txt");
  const markerFolder = join(folder, "marker");
  writeFileSync(secretFile, secret);
  mkdirSync(markerFolder);
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    secret,
    secretFile,
    markerFolder,
    port,
    tripped: () => [
      ...readdirSync(markerFolder).map((name) => `wrote ${name}`),
      ...(calls > 0 ? [`called the listener ${calls} times`] : []),
    ],
    close: () => void server.close(),
  };
}

const FOLDER = fileURLToPath(new URL("submissions", import.meta.url));

/** The corpus, with the canaries' places filled in. */
export function hostileSubmissions(canaries: Canaries): Hostile[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name): Hostile => {
      const text = readFileSync(join(FOLDER, name), "utf8")
        .replaceAll("%SECRET%", canaries.secretFile)
        .replaceAll("%MARKER%", canaries.markerFolder)
        .replaceAll("%PORT%", String(canaries.port))
        .replaceAll("%BRACKETS%", `${"(".repeat(20_000)}1${")".repeat(20_000)}`);
      const [idea, facts] = text.split("\n");
      const match = /^\/\/ exercise: (\S+), expect: (.+)$/.exec(facts ?? "");
      if (match === null) throw new Error(`${name}: line 2 is not // exercise: …, expect: …`);
      return {
        name: name.replace(/\.ts\.txt$/, ""),
        idea: idea?.slice(3) ?? "",
        exerciseId: match[1] ?? "",
        expected: (match[2] ?? "").split(" or ") as Verdict[],
        text,
      }; // the corpus names verdicts
    });
}
