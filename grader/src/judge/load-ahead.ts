/**
 * Runs first in a warm test thread: loads what every test file loads, and starts a guest.
 */
import "fast-check";
import { pathToFileURL } from "node:url";
import { workerData } from "node:worker_threads";
import { warmLine } from "./proxy.ts";
import type { Ahead } from "./warm-thread.ts";

const { bundles, isolation } = workerData as Ahead; // what warm-thread.ts hands over
warmLine(isolation, bundles.guestFolder);
for (const path of [bundles.library, bundles.marshal, bundles.testing])
  await import(pathToFileURL(path).href);
