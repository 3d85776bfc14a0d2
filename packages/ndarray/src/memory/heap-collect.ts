/**
 * Asking the garbage collector, from inside a synchronous loop, which blocks nobody holds any more.
 *
 * Knows V8's two hindrances and nothing of the heap. (1) A WeakRef keeps its target alive until the current job
 * ends, and a synchronous loop is one job: a context with `microtaskMode: "afterEvaluate"` ends that early.
 * (2) V8 sees no pressure, as the bytes lie outside its own heap: `gc`, exposed at run time, collects on demand.
 * Node only. The way to Node's modules is taken when this file loads, as a sandbox may remove `process` afterwards;
 * they themselves when they are needed, as `node:v8` takes as long to load as half of the library.
 */
import type * as VmModule from "node:vm";
import type * as V8Module from "node:v8";

export interface Collector {
  /** Collects garbage now: "minor" sees young blocks only (0.1 ms); "major" all of them (3 ms and more). */
  collect(type: "minor" | "major"): void;
  /** Ends what WeakRefs keep alive (1 microsecond), so that V8's own collections do not age the blocks in question. */
  letGo(): void;
}

/** Probes before a minor collection counts as no help: V8 may collect by itself during one, which ages the probe. */
const PROBES = 3;

/** The collection that empties the WeakRefs of young objects: in Node 26 a minor one, in Node 24 only a major one. */
export function emptyingType(from: Pick<Collector, "collect">): "minor" | "major" {
  for (let k = 0; k < PROBES; k++) {
    const ref = refToNothing();
    from.collect("minor");
    if (ref.deref() === undefined) return "minor";
  }
  return "major";
}

/** To an object that only this function's frame held: a frame keeps what it once had in a register. */
function refToNothing(): WeakRef<object> {
  return new WeakRef({});
}

type GetBuiltin = (id: string) => object | undefined;

const getBuiltin: GetBuiltin | undefined = (
  globalThis as { process?: { getBuiltinModule?: GetBuiltin } }
).process?.getBuiltinModule; // absent in browsers

let made: Collector | null | undefined;

/** The collector's front door, or null where there is none (browsers, other runtimes). */
export function collector(): Collector | null {
  return made === undefined ? (made = make()) : made;
}

function make(): Collector | null {
  try {
    const vm = getBuiltin?.("node:vm") as typeof VmModule | undefined; // what that name stands for
    const v8 = getBuiltin?.("node:v8") as typeof V8Module | undefined; // the same
    if (vm === undefined || v8 === undefined) return null;
    v8.setFlagsFromString("--expose-gc");
    const gc = vm.runInNewContext("gc") as (options: { type: "minor" | "major" }) => void; // what the flag exposes
    const context = vm.createContext({}, { microtaskMode: "afterEvaluate" });
    const nothing = new vm.Script("0");
    const letGo = (): void => {
      nothing.runInContext(context);
    };
    return {
      letGo,
      collect(type) {
        letGo();
        // So few objects are young that waking a second thread for them takes longer than looking at them.
        v8.setFlagsFromString("--no-parallel-scavenge");
        gc({ type });
        v8.setFlagsFromString("--parallel-scavenge");
      },
    };
  } catch {
    return null;
  }
}
