import { defineConfig } from "vitest/config";

/** For editors and for a learner who runs one exercise: `npx vitest exercises/03-memory/07*`. */
export default defineConfig({
  test: {
    include: [
      "exercises/**/*.test.ts",
      "packages/**/*.test.ts",
      "grader/**/*.test.ts",
      "bench/**/*.test.ts",
    ],
  },
});
