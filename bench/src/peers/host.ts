/**
 * One JavaScript library on the other end of a pipe; see `process.ts` for what is asked and answered.
 *
 *   node src/peers/host.ts ours|numpy-ts|stdlib|loops dispose|keep
 */
import { createInterface } from "node:readline";
import type { Case } from "../cases/case.ts";
import { opTable } from "../cases/table.ts";
import { loadLoops } from "./loops.ts";
import { loadNumpyTs } from "./numpy_ts.ts";
import { loadOurs } from "./ours.ts";
import { loadStdlib } from "./stdlib.ts";
import type { LoadedLibrary, Runner } from "./subject.ts";

export type LibraryName = "ours" | "numpy-ts" | "stdlib" | "loops";

/** What names a case across processes: both sides hold the same table. */
export type CaseKey = Pick<Case, "op" | "dtype" | "n">;

const LIBRARIES: Readonly<Record<LibraryName, () => Promise<LoadedLibrary>>> = {
  ours: loadOurs,
  "numpy-ts": loadNumpyTs,
  stdlib: loadStdlib,
  loops: loadLoops,
};

type Request = { do: "prepare"; case: CaseKey } | { do: "run"; times: number };

async function serve(library: LoadedLibrary, isDisposing: boolean): Promise<void> {
  const table = opTable();
  let subject: Runner | null = null;
  say({ version: library.version });
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line) as Request; // `process.ts` asks in this form
    try {
      if (request.do === "prepare") {
        const { op, dtype, n } = request.case;
        const c = table.find((row) => row.op === op && row.dtype === dtype && row.n === n);
        subject = c === undefined ? null : library.subject(c, isDisposing);
        if (subject === null) throw new Error(`no way to run ${op} ${dtype} n=${n}`);
        say(await subject.check());
      } else {
        say({ ns: await subject!.run(request.times) }); // only a prepared case is run
      }
    } catch (error) {
      say({ error: error instanceof Error ? error.message : String(error) });
    }
  }
}

function say(answer: object): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

const name = process.argv[2] as LibraryName; // `roster.ts` starts this file
await serve(await LIBRARIES[name](), process.argv[3] === "dispose");
