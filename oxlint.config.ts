/**
 * What the code must keep to: who may import whom, and about ten rules.
 *
 * The layering is one list a package, lowest room first; a file imports its own room and rooms listed earlier.
 */
import { defineConfig } from "oxlint";

const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "packages/ndarray/src": [
    "dtype",
    "memory",
    "layout",
    "kernels",
    "indexing",
    "print",
    "array",
    "ufunc",
    "functions",
    "methods",
    "io",
    "testing",
  ],
  "grader/src": ["sandbox", "course", "judge", "report", "class", "learn", "commands"],
};

interface Ban {
  readonly regex: string;
  readonly message: string;
}

/** What no file of a folder may import. Rust-style regex has no look-ahead, so the forbidden ones are listed. */
const FORBIDDEN: Readonly<Record<string, Ban>> = {
  "packages/ndarray/src": { regex: "^@deep-dive/", message: "the library imports nothing of ours" },
  "grader/src": {
    regex: "^@deep-dive/(exercise|solution)|^(\\.\\./)+(exercises|solutions)/",
    message: "the grader loads the course at run time and imports nothing of it",
  },
  exercises: {
    regex:
      "^node:|^@deep-dive/(grader$|grader/topic|solution)|^(\\.\\./)+(solutions|grader|packages|bench)/",
    message:
      "an exercise imports the library, exercises of lower id, and in tests vitest and fast-check",
  },
  bench: {
    regex: "^@deep-dive/(grader|exercise|solution)",
    message: "a benchmark imports the library and its peers",
  },
};

interface Override {
  files: string[];
  rules: Record<string, ["error", { patterns: Ban[] }]>;
}

function ban(files: string, patterns: Ban[]): Override {
  return { files: [files], rules: { "no-restricted-imports": ["error", { patterns }] } };
}

/** One override a folder, then one a room, which repeats its folder's ban: the last override of a rule wins. */
function layering(): Override[] {
  const folders = Object.entries(FORBIDDEN).map(([root, forbidden]) =>
    ban(`${root}/**/*.ts`, [forbidden]),
  );
  const rooms = Object.entries(ROOMS).flatMap(([root, names]) =>
    names.map((room, k) => {
      const later = names.slice(k + 1);
      const upward = {
        regex: `^(\\.\\./)+(${later.join("|")})/`,
        message: `${room}/ lies below ${later.join(", ")}`,
      };
      const entry = {
        regex: "^(\\.\\./)+index\\.ts$",
        message: "index.ts lists public names; nobody inside imports it",
      };
      return ban(`${root}/${room}/**/*.ts`, [
        FORBIDDEN[root]!,
        entry,
        ...(later.length === 0 ? [] : [upward]),
      ]);
    }),
  );
  return [...folders, ...rooms];
}

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import"],
  categories: { correctness: "error" },
  ignorePatterns: [
    "**/dist/**",
    "**/node_modules/**",
    "**/*.wrong/**",
    "grader/test/submissions/**",
  ],
  rules: {
    "max-lines": ["error", { max: 400 }],
    "no-console": "off",
    "no-control-regex": "off", // control characters are what such patterns look for
    "unicorn/no-new-array": "off", // a list of a known length is made at once
    "import/namespace": "off", // the library's names are looked up in tables
    eqeqeq: ["error", "always", { null: "ignore" }],
    "no-var": "error",
    "prefer-const": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "off",
    "typescript/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
    "typescript/no-base-to-string": "off", // scalars are told apart before they become text
    "typescript/restrict-template-expressions": "off", // shapes in messages read well as they are
    "typescript/no-misused-spread": "off", // texts here are ASCII
    "typescript/unbound-method": "off", // tables of functions are taken apart on purpose
    "typescript/no-floating-promises": "error",
    "typescript/switch-exhaustiveness-check": [
      "error",
      { considerDefaultExhaustiveForUnions: true },
    ],
    "import/no-cycle": "error",
    "import/no-default-export": "error",
  },
  overrides: [
    ...layering(),
    {
      files: ["**/*.test.ts"],
      rules: { "no-restricted-imports": "off", "typescript/no-implied-eval": "off" },
    },
    { files: ["**/*.config.ts", "**/topic.ts"], rules: { "import/no-default-export": "off" } },
    {
      files: ["exercises/**/*.ts"],
      rules: {
        "no-unused-vars": "off",
        "oxc/erasing-op": "off",
        "typescript/consistent-type-imports": "off",
      },
    }, // a stub uses nothing yet, and will use values
    {
      files: ["solutions/**/*.ts"], // arithmetic is written out where it is the lesson
      rules: {
        "no-unused-vars": "off",
        "oxc/erasing-op": "off",
        "no-constant-binary-expression": "off",
      },
    },
  ],
});
