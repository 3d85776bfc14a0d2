/**
 * The student edition: which files of the project it holds, and what is taken out of them.
 *
 * Knows texts, and writes nothing. Answers, wrong answers and the third hints stay with the teacher.
 */
import { stripTypeScriptTypes } from "node:module";
import { type Node, parse } from "acorn";
import { simple } from "acorn-walk";
import MagicString from "magic-string";

/** What stands where a third hint stood. */
export const WITHHELD = "Your teacher has the third hint.";

/** `topic.ts` with every third hint replaced, unless `keepHints`. */
export function studentTopic(text: string, keepHints: boolean): string {
  if (keepHints) return text;
  // Types are blanked in place, so that positions in the plain text are those of the original.
  const program = parse(stripTypeScriptTypes(text), {
    ecmaVersion: "latest",
    sourceType: "module",
  });
  const edited = new MagicString(text);
  simple(program, {
    Property(node) {
      const { key, value } = node;
      if (key.type !== "Identifier" || key.name !== "hints" || value.type !== "ArrayExpression")
        return;
      const third: Node | null | undefined = value.elements[2];
      if (third !== null && third !== undefined)
        edited.overwrite(third.start, third.end, JSON.stringify(WITHHELD));
    },
  });
  return edited.toString();
}

/** The root manifest without what belongs to authors. */
export function studentManifest(text: string): string {
  const manifest = JSON.parse(text) as {
    workspaces: string[];
    scripts: Record<string, string>;
  } & Record<string, unknown>; // our own manifest
  const kept = ["grade", "learn", "hint", "show", "report", "example", "grader"];
  return pretty({
    ...manifest,
    workspaces: manifest.workspaces.filter((w) => !w.startsWith("solutions") && w !== "bench"),
    scripts: Object.fromEntries(
      Object.entries(manifest.scripts).filter(([name]) => kept.includes(name)),
    ),
  });
}

/** The lock file without the workspaces that are left out; what they alone needed goes at the next install. */
export function studentLock(text: string, isKept: (workspace: string) => boolean): string {
  const lock = JSON.parse(text) as {
    packages: Record<string, { link?: boolean; resolved?: string; workspaces?: string[] }>;
  }; // npm's own file
  const packages = Object.entries(lock.packages).filter(([path, entry]) => {
    const workspace = entry.link === true ? (entry.resolved ?? "") : path;
    return !/^(solutions\/|exercises\/|bench$)/.test(workspace) || isKept(workspace);
  });
  const root = lock.packages[""];
  const workspaces = root?.workspaces?.filter((w) => !w.startsWith("solutions") && w !== "bench");
  return pretty({
    ...lock,
    packages: Object.fromEntries(
      packages.map(([path, entry]) => [path, path === "" ? { ...entry, workspaces } : entry]),
    ),
  });
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
