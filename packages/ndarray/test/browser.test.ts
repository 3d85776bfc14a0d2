/**
 * The library in a browser, where no collector can be called: NumPy's answers, and a loop that forgets to dispose.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type Page, chromium } from "playwright-core";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { InPage } from "./browser-entry.ts";
import type { Call } from "./calls.ts";
import { golden } from "./golden.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => existsSync(path),
);

/** One script for the page. Whoever reads golden files from disk gets nothing there: the page is handed its cases. */
async function script(): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL("browser-entry.ts", import.meta.url)),
    platform: "browser",
    plugins: [
      {
        name: "no-files",
        resolveId: (id) => (id === "node:fs" ? "\0no-files" : null),
        load: (id) => (id === "\0no-files" ? "export const readFileSync = null;" : null),
      },
    ],
    onLog: () => {}, // import.meta is empty in a plain script, and nobody there reads it
  });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  return output[0].code;
}

declare const ndarrayInPage: InPage; // in the page

describe.skipIf(CHROMIUM === undefined)(
  "in Chromium (skipped where no Chromium is installed)",
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    let page: Page;
    const errors: string[] = [];
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: CHROMIUM!,
        args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
      });
      page = await browser.newPage();
      page.on("pageerror", (error) => errors.push(error.message));
      await page.addScriptTag({ content: await script() });
    }, 120_000);
    afterAll(() => browser.close());

    test("loops run in WebAssembly", async () => {
      expect(await page.evaluate(() => ndarrayInPage.tier())).toMatch(/^wasm/);
      expect(errors).toEqual([]);
    });

    test.each(["reductions.jsonl", "ufuncs.jsonl"])(
      "%s: a fifth of NumPy's answers",
      async (name) => {
        const cases = golden<Call>(name).filter((_, k) => k % 5 === 0);
        expect(cases.length).toBeGreaterThan(0);
        expect(await page.evaluate((given) => ndarrayInPage.replay(given), cases)).toEqual([]);
      },
    );

    test("more results than the heap holds, none of them disposed", async () => {
      expect(await page.evaluate(() => ndarrayInPage.forgetful(2_500, 131_072))).toBe(2_500);
    }, 300_000); // it touches gigabytes of fresh pages, which some machines hand out slowly
  },
);
