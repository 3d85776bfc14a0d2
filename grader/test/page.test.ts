/**
 * The report in a browser: no violation that axe knows, in light and dark, at a desk's and a phone's width.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RECORD } from "../src/report/formats/fixture.ts";
import { classPage } from "../src/class/class-page.ts";
import { reportPage } from "../src/report/page/page.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => existsSync(path),
);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.skipIf(CHROMIUM === undefined)(
  "in Chromium (skipped where no Chromium is installed)",
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: CHROMIUM!,
        args: [
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
        ],
      });
    }, 60_000);
    afterAll(() => browser.close());

    const pages = {
      report: reportPage(RECORD, { hints: { "1.02": 2 } }),
      class: classPage(
        [
          { key: "ada", name: "Ada <b>", record: RECORD, problem: null },
          { key: "leo", name: "Leo", record: null, problem: "no submission" },
        ],
        [
          {
            exercise: "03-memory/01-a.ts",
            pairs: [{ left: "ada", right: "leo", similarity: 0.9, longest: 9 }],
          },
        ],
      ),
    };

    test.each([
      ["report", "light", 1200],
      ["report", "dark", 1200],
      ["report", "light", 360],
      ["report", "dark", 360],
      ["class", "light", 1200],
      ["class", "dark", 360],
    ] as const)(
      "the %s page in %s at %i pixels is accessible and fits",
      async (name, colorScheme, width) => {
        const context = await browser.newContext({
          colorScheme,
          viewport: { width, height: 800 },
          bypassCSP: true,
        });
        const page = await context.newPage();
        const requests: string[] = [];
        page.on("request", (r) => requests.push(r.url()));
        await page.setContent(pages[name]);
        await page.addScriptTag({ content: AXE });
        const violations = (await page.evaluate(
          "axe.run().then((r) => r.violations)",
        )) as Violation[]; // axe's documented result
        expect(violations.map((v) => `${v.id}: ${v.help} ${v.nodes[0]?.html ?? ""}`)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(
          true,
        );
        expect(
          requests.filter((url) => !url.startsWith("about:") && !url.startsWith("data:")),
        ).toEqual([]);
        await context.close();
      },
      60_000,
    );

    test("every exercise opens and closes by keyboard", async () => {
      const page = await browser.newPage();
      await page.setContent(pages.report);
      await page.locator("summary").first().focus();
      const isOpen = (): Promise<boolean> =>
        page
          .locator("details")
          .first()
          .evaluate((d) => (d as HTMLDetailsElement).open);
      const before = await isOpen();
      await page.keyboard.press("Enter");
      expect(await isOpen()).toBe(!before);
      await page.close();
    }, 60_000);
  },
);
