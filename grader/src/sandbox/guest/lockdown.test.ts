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
  for (const key of Reflect.ownKeys(globalThis)) if (key !== "globalThis") look(String(key), globalThis[key]);
  export const found = open.join(" ");
  export const classes = [np.NDArray, np.Slice, np.AxisError, np.add.reduce].every((one) => seen.has(one));
`;

test("an answer can change nothing of the realm, the library and fast-check that it can name", async () => {
  const { guestFolder } = await makeBundles(CACHE);
  const options = { meter: "none", hook: "", fastCheck: true, folder: guestFolder };
  const guest = new Guest({ isolation: "process", folder: guestFolder, file: "main.cjs", options });
  await guest.hello();
  const files = { "look.ts": LOOK };
  const request = { entry: "look.ts", files, imports: {}, harness: null, naive: null };
  const limits = { cpuMs: 10_000, wallMs: 60_000 };
  const reply = await guest.request(encodeFrame(["1", "load", request], []), limits);
  guest.kill();
  const header = reply.kind === "reply" ? reply.header : [];
  expect(header).toEqual(["1", "loaded", [], ["classes", "found"], [true, ""], [], [], []]);
});
