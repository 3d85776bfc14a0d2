/**
 * The only code inside the box: loads the library, shuts the realm, loads one learner's file, answers calls.
 *
 * Knows the protocol and no course. It returns values and counts, never verdicts; nothing it says is believed.
 */
import { CannotCross } from "../wire.ts";
import { type PackOptions, pack } from "../pack.ts";
import { type Table, emptyTable, placeBytes } from "../place.ts";
import { unpack } from "../unpack.ts";
import { end, receive, send } from "./channel.ts";
import { makeConsole } from "./console.ts";
import { loadCommonJs, loadLibrary } from "./library.ts";
import { makeGuards } from "./guards.ts";
import { freezeRealm, removeGlobals } from "./lockdown.ts";
import type { CacheFacts } from "./cache.ts";
import { type Meter, makeMeter } from "./meter.ts";
import { LoadFault, Loader, type LoadRequest, type Namespace } from "./student.ts";
import { describeThrown } from "./thrown.ts";
import { makeTimer } from "./timer.ts";
import { declareHidden } from "./hidden-names.ts";
import { withQuietCollections } from "./quiet.ts";
import { watchBuiltIns } from "./watched.ts";

interface Options {
  readonly folder: string;
  readonly meter: "none" | "count" | "trace";
  /** What guarded and instrumented text calls its hooks. */
  readonly hook: string;
  readonly fastCheck: boolean;
}

const options = JSON.parse(process.argv[2] ?? "{}") as Options; // the judge's own words
const library = withQuietCollections(() => loadLibrary(options.folder));
const packages: Record<string, Namespace> = { "@deep-dive/ndarray": library.np };
if (options.fastCheck) packages["fast-check"] = loadCommonJs(`${options.folder}/fast-check.cjs`);
const drop = (process as unknown as { permission?: { drop?: (name: string) => void } }).permission
  ?.drop; // newer than the types
const now = performance.now.bind(performance);
if (options.meter !== "none") library.marshal.keepApart();
const meter: Meter = makeMeter(options.meter, options.hook, library);
if (options.meter !== "none") watchBuiltIns(meter.watcher);
const guards = makeGuards(options.hook, library);
const hooks = { ...meter.globals, ...guards.globals };
// While touches are counted nothing is printed: printing reads arrays behind the tracer's back.
const console = makeConsole(options.meter !== "none");

drop?.("fs");
drop?.("child");
drop?.("worker");
removeGlobals();
declareHidden(hooks);
for (const [name, value] of Object.entries({ console, performance: { now } })) {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
freezeRealm([
  ...[library.marshal, ...Object.values(packages)].flatMap((exported) => Object.values(exported)),
  hooks,
]);

let exports: Namespace = {};
let harness: Namespace = {};
let naive: Namespace = {};
const named = (tag: "h" | "x", name: string): unknown => (tag === "h" ? harness : exports)[name];
// No function goes back: one that calls this process, put where vitest looks for a matcher, would compare for the judge.
const packOptions: PackOptions = { unwrap: meter.unwrap };

const timer = makeTimer((results) => pack(results, emptyTable(), library.marshal, packOptions));

send(["hello"], []);
try {
  for (;;) {
    const { header, body } = receive();
    const [id, op, ...rest] = header as [id: string, op: string, ...rest: unknown[]]; // the judge's own words
    if (op === "load") load(id, rest[0] as LoadRequest);
    else if (op === "call") call(id, rest, body);
    else if (op === "prepare" || op === "go" || op === "fetch") timed(id, op, rest, body);
  }
} catch {
  end(70); // what would be printed is our own stack, among the learner's output
}

function load(id: string, request: LoadRequest): void {
  const loader = new Loader(request, packages);
  try {
    // The harness first: what it captures is from before the learner's code.
    harness = request.harness === null ? {} : loader.load(request.harness);
    naive = request.naive === null ? {} : loader.load(request.naive);
    guards.load();
    exports = meter.loading(() => loader.load(request.entry));
    const breach = guards.breach();
    if (breach !== null) throw new LoadFault("forbidden", breach);
    const data = Object.keys(exports).filter((name) => typeof exports[name] !== "function");
    const packed = pack(
      data.map((name) => exports[name]),
      emptyTable(),
      library.marshal,
      packOptions,
    );
    send(
      [
        id,
        "loaded",
        Object.keys(exports).filter((name) => typeof exports[name] === "function"),
        data,
        packed.trees,
        packed.memories,
        packed.arrays,
        packed.typed,
      ],
      packed.body,
    );
  } catch (error) {
    if (error instanceof LoadFault) {
      if (error.kind === "thrown") send([id, "load-thrown", describeThrown(error.thrown)], []);
      else send([id, error.kind, error.message], []);
    } else if (error instanceof CannotCross)
      send(
        [id, "load-thrown", { name: "TypeError", message: `an export: ${error.message}`, at: "" }],
        [],
      );
    else send([id, "load-thrown", describeThrown(error)], []);
  }
}

function call(id: string, rest: readonly unknown[], body: Uint8Array): void {
  const [which, name, measure, trees, memories, arrays, typed] = rest;
  const table = emptyTable();
  const { values } = unpack({ trees, memories, arrays, typed }, body, table, library.marshal, {
    named,
  });
  const known = table.places.length;
  const given = givenBytes(table, body);
  const fn = (which === "h" ? harness : exports)[name as string]; // the judge sends text
  let result: unknown;
  let counts: unknown = null;
  guards.begin();
  try {
    if (typeof fn !== "function")
      throw new TypeError(`the file exports no function ${String(name)}`);
    if (measure !== null) {
      const args = meter.wrap(values);
      const measured = meter.during(measure as CacheFacts, () => fn(...args) as unknown); // a learner's function returns anything
      result = measured.result;
      counts = measured.counts;
    } else result = fn(...values);
  } catch (error) {
    const { writes, bytes } = changesIfAny(table, known, given);
    send([id, "thrown", describeThrown(error), writes], bytes);
    return;
  }
  const breach = guards.breach();
  if (breach !== null) send([id, "thrown", { name: "Error", message: breach, at: "" }, []], []);
  else answer(id, result, table, known, given, counts);
}

function answer(
  id: string,
  result: unknown,
  table: Table,
  known: number,
  given: readonly Uint8Array[],
  counts: unknown,
): void {
  try {
    const { writes, bytes } = changes(table, known, given);
    const packed = pack([result], table, library.marshal, packOptions);
    send(
      [id, "returned", packed.trees, packed.memories, packed.arrays, packed.typed, writes, counts],
      [...bytes, ...packed.body],
    );
  } catch (error) {
    const message = error instanceof CannotCross ? error.message : describeThrown(error).message;
    send([id, "thrown", { name: "TypeError", message: `its result: ${message}`, at: "" }, []], []);
  }
}

/** The bytes of each place as they came, in the order of the table. */
function givenBytes(table: Table, body: Uint8Array): Uint8Array[] {
  let at = 0;
  return table.places.map((place) => body.subarray(at, (at += place.size)));
}

/** Which of the first `known` places hold other bytes than they came with. */
function changes(
  table: Table,
  known: number,
  given: readonly Uint8Array[],
): { writes: number[]; bytes: Uint8Array[] } {
  const writes: number[] = [];
  const bytes: Uint8Array[] = [];
  for (let i = 0; i < known; i++) {
    const place = table.places[i];
    const before = given[i];
    if (place === undefined || before === undefined) continue;
    if (place.kind === "owner" && place.owner.isDisposed) continue; // the learner gave it back: nothing left to see
    if (place.kind === "buffer" && place.buffer.detached)
      throw new CannotCross("the memory of an argument was given away");
    const after = placeBytes(place, library.marshal);
    if (sameBytes(before, after)) continue;
    writes.push(i);
    bytes.push(after);
  }
  return { writes, bytes };
}

function changesIfAny(
  table: Table,
  known: number,
  given: readonly Uint8Array[],
): ReturnType<typeof changes> {
  try {
    return changes(table, known, given);
  } catch {
    return { writes: [], bytes: [] }; // an argument's memory is gone: the error that is told stands for it
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.byteLength !== b.byteLength) return false;
  for (let i = 0; i < a.byteLength; i++) if (a[i] !== b[i]) return false;
  return true;
}

function timed(id: string, op: string, rest: readonly unknown[], body: Uint8Array): void {
  try {
    if (op === "prepare") {
      const [which, name, trees, memories, arrays, typed] = rest;
      const { values } = unpack(
        { trees, memories, arrays, typed },
        body,
        emptyTable(),
        library.marshal,
        { named },
      );
      const fn = (which === "n" ? naive : exports)[name as string]; // the judge sends text
      if (typeof fn !== "function")
        throw new TypeError(`the file exports no function ${String(name)}`);
      timer.prepare(fn as (...args: unknown[]) => unknown, values as unknown[][]); // any function may be tried; one list of arguments a call
      send([id, "prepared"], []);
    } else if (op === "go") {
      timer.go();
      send([id, "done"], []);
    } else {
      const packed = timer.results();
      send(
        [id, "fetched", packed.trees, packed.memories, packed.arrays, packed.typed],
        packed.body,
      );
    }
  } catch (error) {
    send([id, "thrown", describeThrown(error), []], []);
  }
}
