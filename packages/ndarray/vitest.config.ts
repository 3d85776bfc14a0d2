import { configDefaults, defineConfig } from "vitest/config";

/** Wants a process whose first array is its own. */
const ALONE = "src/functions/threads.test.ts";

/** Files share their workers: starting one for each took longer than half of the tests. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "shared",
          include: ["**/*.test.ts"],
          exclude: [...configDefaults.exclude, ALONE],
          isolate: false,
        },
      },
      { test: { name: "alone", include: [ALONE] } },
    ],
  },
});
