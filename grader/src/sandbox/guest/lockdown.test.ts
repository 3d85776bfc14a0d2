import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { makeBundles } from "../bundle.ts";
import { encodeFrame } from "../protocol.ts";
import { Guest } from "../run.ts";

const CACHE = join(fileURLToPath(new URL("../../../..", import.meta.url)), ".cache");

/** An answer that lists what can still be changed of all that it can name. */
const LOOK = `
  import * as fc from "fast-check";
  import * as np from "@deep-dive/ndarray";
  const open = [];
  const seen = new Set();
  const look = (path, value) => {
    if ((typeof value !== "object" && typeof value !== "function") || value === null) return;
    if (seen.has(value) || ArrayBuffer.isView(value)) return;
    seen.add(value);
    if (!Object.isFrozen(value)) open.push(path);
    look(path + ".__proto__", Object.getPrototypeOf(value));
    const isFunction = typeof value === "function" && value.toString().startsWith("function");
    for (const key of Reflect.ownKeys(value)) {
      if (isFunction && key === "prototype" && !/native code|^function\\s*\\*/.test(value.toString())) continue; // nobody inherits from it
      const { get, set, value: held } = Reflect.getOwnPropertyDescriptor(value, key);
      for (const part of [get, set, held]) look(path + "." + String(key), part);
    }
  };
  for (const [name, exports] of Object.entries({ np, fc, "np.linalg": np.linalg, "np.random": np.random, "np.fft": np.fft }))
    for (const key of Object.keys(exports)) look(name + "." + key, exports[key]);
  // What only an array or a generator leads to: their classes.
  const behind = (path, value, depth) => {
    if (typeof value !== "object" || value === null || depth > 3 || met.has(value)) return;
    met.add(value);
    const isRaw = ArrayBuffer.isView(value);
    for (let at = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) {
      look(path + ".__proto__", at);
      for (const key of Reflect.ownKeys(at)) {
        const { get } = Reflect.getOwnPropertyDescriptor(at, key);
        if (get === undefined || isRaw) continue;
        let got = null;
        try {
          got = Reflect.apply(get, value, []);
        } catch {} // of another kind of object
        if (!(got instanceof np.NDArray)) behind(path + "." + String(key), got, depth + 1);
      }
    }
    if (!isRaw) for (const key of Reflect.ownKeys(value)) behind(path + "." + String(key), value[key], depth + 1);
  };
  const met = new Set();
  behind("array", np.zeros([2, 3]), 0);
  behind("generator", np.random.default_rng(1), 0);

  for (const key of Reflect.ownKeys(globalThis)) if (key !== "globalThis") look(String(key), globalThis[key]);
  export const found = open.join(" ");
  export const classes = [np.NDArray, np.Slice, np.AxisError, np.add.reduce].every((one) => seen.has(one));
`;

/** An answer that changes what arrays say of themselves, from which counts follow; and says where it could. */
const FORGE = `
  import * as np from "@deep-dive/ndarray";
  const done = [];
  const changed = (what, facts, key) => {
    try {
      Object.defineProperty(facts, key, { get: () => 0, configurable: true });
      done.push(what + "." + String(key));
    } catch {}
  };
  const a = np.zeros([2, 3]);
  np.sum(a, { axis: 0 });
  for (const [what, array] of Object.entries({ fresh: a, view: a.T, sum: np.add(a, a), scalar: np.asarray(1) })) {
    for (const key of ["dtype", "layout", "base"]) changed(what, array, key);
    for (const key of Object.keys(array.layout)) changed(what + ".layout", array.layout, key);
    for (const list of ["shape", "strides"]) changed(what + "." + list, array[list], 0);
    const without = array.layout.withoutAxis(0);
    for (const key of Object.keys(without ?? {})) changed(what + ".without", without, key);
  }
  export const found = done.join(" ");
`;

/** What the answer `text` exports as `found`, and the rest of the guest's reply. */
async function loaded(text: string, meter: "none" | "count"): Promise<unknown> {
  const { guestFolder } = await makeBundles(CACHE);
  const options = { meter, hook: "hook", fastCheck: true, folder: guestFolder };
  const guest = new Guest({ isolation: "process", folder: guestFolder, file: "main.cjs", options });
  await guest.hello();
  const request = {
    entry: "look.ts",
    files: { "look.ts": text },
    imports: {},
    harness: null,
    naive: null,
  };
  const limits = { cpuMs: 10_000, wallMs: 60_000 };
  const reply = await guest.request(encodeFrame(["1", "load", request], []), limits);
  guest.kill();
  return reply.kind === "reply" ? reply.header : reply.fault.message;
}

test("an answer can change nothing of the realm, the library and fast-check that it can name", async () => {
  const exports = ["classes", "found"];
  expect(await loaded(LOOK, "none")).toEqual(["1", "loaded", [], exports, [true, ""], [], [], []]);
});

test("while anything is counted, an answer can change none of the facts from which counts follow", async () => {
  expect(await loaded(FORGE, "count")).toEqual(["1", "loaded", [], ["found"], [""], [], [], []]);
});
