/**
 * Runs first in a warm test thread: loads what every test file loads, starts a guest, and rehearses with it.
 */
import "fast-check";
import { pathToFileURL } from "node:url";
import { workerData } from "node:worker_threads";
import type { Marshal } from "../sandbox/wire.ts";
import type { Library } from "./array-picture.ts";
import { rehearse, warmLine } from "./proxy.ts";
import type { Ahead } from "./warm-thread.ts";

const { bundles, isolation } = workerData as Ahead; // what warm-thread.ts hands over
warmLine(isolation, bundles.guestFolder, false);
const library = (await import(pathToFileURL(bundles.library).href)) as Library &
  Readonly<Record<string, unknown>> & { arange(n: number): unknown }; // our own bundle, and the next one, too
const marshal = (await import(pathToFileURL(bundles.marshal).href)) as Marshal;
await import(pathToFileURL(bundles.testing).href);
rehearse(isolation, bundles.guestFolder, marshal, library, [
  [2, 3],
  library.arange(6),
  { data: Float64Array.of(1, 2, 3), shape: [3], strides: [1], offset: 0 },
]);
