/**
 * Every public name has a docstring where it is declared: a sentence, and the page or the NumPy name it follows.
 *
 * Reads the sources as text: entries' export lists, and what stands before each declaration.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Declared {
  readonly file: URL;
  readonly name: string;
}

const read = (file: URL): string => readFileSync(file, "utf8");

/** What an entry exports from other files, types aside: public name to where it is declared. */
function exported(entry: URL): Map<string, Declared> {
  const found = new Map<string, Declared>();
  for (const [, list, from] of read(entry).matchAll(/^export \{([^}]*)\} from "(.*?)";/gm)) {
    for (const item of list!.split(",").map((x) => x.trim())) {
      if (item === "" || item.startsWith("type ")) continue;
      const [name, shown = name] = item.split(" as ");
      found.set(shown!, { file: new URL(from!, entry), name: name! });
    }
  }
  return found;
}

/** The comment right before a declaration's first line, or null. */
function docstringOf({ file, name }: Declared): string | null {
  const text = read(file);
  const declaration = new RegExp(
    `^export (?:declare )?(?:abstract )?(?:function\\*?|const|class) ${name.replace("$", "\\$")}\\b`,
    "m",
  ).exec(text);
  if (declaration === null) return null;
  return /\/\*\*(?:(?!\*\/).)*\*\/\s*$/s.exec(text.slice(0, declaration.index))?.[0] ?? null;
}

const NAMESPACES = {
  np: "./index.ts",
  "np.linalg": "./functions/linalg/linalg.ts",
  "np.fft": "./functions/fft/fft.ts",
  "np.random": "./functions/random/random.ts",
  "np.testing": "./functions/testing/testing.ts",
  "@deep-dive/ndarray/testing": "./testing/index.ts",
};

/** Names NumPy does not have, or whose page is the file's own. */
const OURS = new Set([
  "scope",
  "Slice",
  "slice",
  "count",
  "get_num_threads",
  "set_num_threads",
  "threads_ready",
]);

/** Python's own errors. */
const PYTHONS = new Set(["IndexError", "OverflowError", "ValueError"]);

test.each(Object.entries(NAMESPACES))("every name of %s says what it is", (space, entry) => {
  const silent: string[] = [];
  const sourceless: string[] = [];
  const names = exported(new URL(entry, import.meta.url));
  expect(names.size).toBeGreaterThan(2);
  for (const [shown, declared] of names) {
    const text = docstringOf(declared);
    const sentence = text?.replaceAll(/^\s*\/?\*+\/?|@\w+.*$|Source:.*$|`/gm, "").trim() ?? "";
    if (!/\w+ \w+/.test(sentence)) silent.push(shown);
    if (space.startsWith("@") || OURS.has(shown) || PYTHONS.has(shown)) continue;
    const source = /Source:|https:|NumPy|numpy\./;
    if (!source.test(text ?? "") && !/Source:/.test(read(declared.file).slice(0, 600)))
      sourceless.push(shown);
  }
  expect({ silent, sourceless }).toEqual({ silent: [], sourceless: [] });
});
