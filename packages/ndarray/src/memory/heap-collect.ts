/**
 * Asking the garbage collector, from inside a synchronous loop, which blocks nobody holds any more.
 *
 * Knows V8's two hindrances and nothing of the heap. (1) A WeakRef keeps its target alive until the current job
 * ends, and a synchronous loop is one job: a context with `microtaskMode: "afterEvaluate"` ends that early.
 * (2) V8 sees no pressure, as the bytes lie outside its own heap: `gc`, exposed at run time, collects on demand.
 * Node only. What is needed is taken when this file loads, as a sandbox may remove `process` afterwards.
 */
import type * as VmModule from "node:vm";
import type * as V8Module from "node:v8";

/** "minor" sees young blocks only (0.1 ms); "major" all of them (3 ms and more). */
export type Collect = (type: "minor" | "major") => void;

/** Probes before a minor collection counts as no help: V8 may collect by itself during one, which ages the probe. */
const PROBES = 3;

/** The collection that empties the WeakRefs of young objects: in Node 26 a minor one, in Node 24 only a major one. */
export function emptyingType(collect: Collect): "minor" | "major" {
  for (let k = 0; k < PROBES; k++) {
    const ref = new WeakRef({});
    collect("minor");
    if (ref.deref() === undefined) return "minor";
  }
  return "major";
}

type GetBuiltin = (id: string) => object | undefined;

const getBuiltin: GetBuiltin | undefined = (
  globalThis as { process?: { getBuiltinModule?: GetBuiltin } }
).process?.getBuiltinModule; // absent in browsers
const vm = getBuiltin?.("node:vm") as typeof VmModule | undefined; // what that name stands for
const v8 = getBuiltin?.("node:v8") as typeof V8Module | undefined; // the same

let made: Collect | null | undefined;

/** A function that collects garbage now, or null where none can be had (browsers, other runtimes). */
export function collector(): Collect | null {
  return made === undefined ? (made = make()) : made;
}

function make(): Collect | null {
  if (vm === undefined || v8 === undefined) return null;
  try {
    v8.setFlagsFromString("--expose-gc");
    const gc = vm.runInNewContext("gc") as (options: { type: "minor" | "major" }) => void; // what the flag exposes
    const context = vm.createContext({}, { microtaskMode: "afterEvaluate" });
    const nothing = new vm.Script("0");
    return (type) => {
      nothing.runInContext(context);
      gc({ type });
    };
  } catch {
    return null;
  }
}
