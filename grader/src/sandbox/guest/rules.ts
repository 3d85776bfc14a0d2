/**
 * The rules about a file's code: what no exercise may use, and what this one may not.
 *
 * Knows syntax trees. Each breach has a place and a sentence that says what was found.
 */
import type { Node, Program } from "acorn";
import type { CodeRules } from "../code-rules.ts";
import type { Problem } from "../inspection.ts";
import { roundaboutsIn } from "./roundabouts.ts";
import { REFLECTING, memberNames } from "./guarded.ts";
import {
  type AnyNode,
  chainOf,
  boundNames,
  declaredNames,
  isNode,
  isReference,
  memberName,
  problemAt,
  walk,
} from "./syntax.ts";

/** Globals that do not exist where answers run; naming one is said before a test fails of it. */
const ABSENT: ReadonlySet<string> = new Set(
  `process require eval fetch Worker XMLHttpRequest WebSocket EventSource BroadcastChannel MessageChannel setTimeout setInterval setImmediate
  queueMicrotask WebAssembly SharedArrayBuffer Atomics Buffer global navigator localStorage sessionStorage FinalizationRegistry`.split(
    /\s+/,
  ),
);

const LIBRARY = "@deep-dive/ndarray";
/** In the place of a name that is computed. */
const COMPUTED = "[…]";

const reflecting: ReadonlySet<string> = new Set(REFLECTING.map((name) => `.${name}`));

const LOOPS: ReadonlyMap<string, string> = new Map([
  ["ForStatement", "for"],
  ["ForInStatement", "for … in"],
  ["ForOfStatement", "for … of"],
  ["WhileStatement", "while"],
  ["DoWhileStatement", "do … while"],
]);

/** Methods that call a function for each element. */
const LOOPING_METHODS: ReadonlySet<string> = new Set(
  "forEach map filter reduce reduceRight flatMap some every find findIndex findLast findLastIndex from vectorize fromfunction apply_along_axis".split(
    " ",
  ),
);

/** The breaches in `tree`, in the order of the text. */
export function checkRules(tree: Program, rules: CodeRules | null): Problem[] {
  const problems: Problem[] = [];
  const declared = declaredNames(tree);
  const libraryNames = namesOfLibrary(tree);
  const hidesMembers = memberNames(rules).length > 0;
  const add = (node: Node, message: string): void =>
    void problems.push(problemAt(node, "forbidden", message));

  walk(tree, (node, ancestors) => {
    if (node.type === "ImportExpression") add(node, "import() is not available to an exercise");
    if (node.type === "AwaitExpression" && !ancestors.some((one) => /Function/.test(one.type)))
      add(node, "await at the top of a file: exercises are synchronous");
    if (node.type === "Identifier" && isReference(node, ancestors.at(-1))) {
      const name = node["name"] as string; // ESTree
      if (ABSENT.has(name) && !declared.has(name))
        add(node, `${name} is not available to an exercise`);
      if (rules !== null && isForbiddenGlobal(node, ancestors.at(-1), rules))
        add(node, `this exercise may not use ${name}`);
    }
    if (rules === null) return;
    if (rules.loops === false) checkLoop(node, ancestors, add);
    if (node.type === "Literal" && "bigint" in node && rules.forbid?.includes("BigInt") === true)
      add(node, "this exercise may not use BigInt");
    const parent = ancestors.at(-1);
    for (const used of [
      ...usesOf(node, parent, libraryNames),
      ...handedOn(node, parent, libraryNames),
    ]) {
      if (rules.forbid?.includes(used) === true || (hidesMembers && reflecting.has(used)))
        add(node, `this exercise may not use ${used}`);
      if (
        rules.only !== undefined &&
        used.startsWith("np.") &&
        !used.endsWith(COMPUTED) &&
        !rules.only.includes(used) &&
        !rules.only.some((one) => one.startsWith(`${used}.`))
      )
        add(node, `this exercise may use ${rules.only.join(", ")} only, not ${used}`);
      if (isMemberLeftOut(used, node, rules, libraryNames))
        add(
          node,
          `this exercise may use ${membersIn(rules).join(", ")} of arrays only, not ${used}`,
        );
      if (isForbiddenWithin(used, rules))
        add(node, `${used} may be any of its members: write the whole name`);
      if (used === ".[…]" && membersIn(rules).length > 0)
        add(node, "a method with a computed name: write the name");
      if (
        used === "np[…]" &&
        (rules.only !== undefined || rules.forbid?.some((one) => one.startsWith("np.")) === true)
      )
        add(node, "np[…] with a computed name: write the name");
    }
  });
  if (rules?.loops === false)
    for (const { node, path } of roundaboutsIn(tree))
      add(node, `this exercise may not loop, and ${path.join(" calls ")} again`);
  return problems;
}

/** Whether `used` is a part of the library under a computed name, and holds something that is forbidden. */
function isForbiddenWithin(used: string, { forbid }: CodeRules): boolean {
  if (!used.startsWith("np.") || !used.endsWith(COMPUTED)) return false;
  const path = used.slice(0, -COMPUTED.length);
  return forbid?.some((one) => one.startsWith(`${path}.`)) === true;
}

function membersIn({ only }: CodeRules): string[] {
  return only?.filter((one) => one.startsWith(".")) ?? [];
}

/** Whether `used` is a method or property of an array, and not on the list of those allowed; the library's own names are another list's. */
function isMemberLeftOut(
  used: string,
  node: AnyNode,
  rules: CodeRules,
  { namespaces }: LibraryNames,
): boolean {
  const allowed = membersIn(rules);
  const [root] = chainOf(node) ?? chainOf(node["object"]) ?? [];
  return (
    allowed.length > 0 &&
    used.startsWith(".") &&
    used !== ".[…]" &&
    !allowed.includes(used) &&
    !(root !== undefined && namespaces.has(root) && chainOf(node) !== null)
  );
}

/** A global by a forbidden name, one whose forbidden member could be read as something else's, or a way around names. */
function isForbiddenGlobal(node: AnyNode, parent: AnyNode | undefined, rules: CodeRules): boolean {
  const name = node["name"] as string; // ESTree
  const forbid = rules.forbid ?? [];
  if (forbid.includes(name)) return true;
  const names = forbid.filter((one) => !one.startsWith("np."));
  if (names.length > 0 && (name === "Reflect" || name === "globalThis")) return true;
  return (
    names.some((one) => one.startsWith(`${name}.`)) &&
    !(parent?.type === "MemberExpression" && parent["object"] === node)
  );
}

function checkLoop(
  node: AnyNode,
  ancestors: readonly AnyNode[],
  add: (node: Node, message: string) => void,
): void {
  const loop = LOOPS.get(node.type);
  if (loop !== undefined) add(node, `this exercise may not loop, and this is a ${loop}`);
  const taken = takenLoop(node, ancestors.at(-1));
  if (taken !== null)
    add(node, `this exercise may not loop, and .${taken} calls a function for each element`);
  if (node.type !== "CallExpression") return;
  const callee = node["callee"];
  if (isNode(callee) && callee.type === "MemberExpression") {
    const name = memberName(callee);
    const takesFunction = (node["arguments"] as unknown[]).some(
      (argument) => isNode(argument) && /Function|Identifier|Member/.test(argument.type),
    );
    if (name !== null && LOOPING_METHODS.has(name) && takesFunction)
      add(node, `this exercise may not loop, and .${name}(…) calls a function for each element`);
  }
  if (isNode(callee) && callee.type === "Identifier") {
    const isOwn = ancestors.some(
      (one, k) =>
        /Function/.test(one.type) &&
        (nameIs(one["id"], callee["name"]) || nameIs(ancestors[k - 1]?.["id"], callee["name"])),
    );
    if (isOwn) add(node, `this exercise may not loop, and ${String(callee["name"])} calls itself`);
  }
}

/** The method for each element that is called by way of `call` and the like, or taken out of its object. */
function takenLoop(node: AnyNode, parent: AnyNode | undefined): string | null {
  if (node.type === "MemberExpression") {
    const name = memberName(node);
    const isHeld = parent?.type === "MemberExpression" && parent["object"] === node;
    return isHeld && /^(call|apply|bind)$/.test(memberName(parent) ?? "") && isLooping(name)
      ? name
      : null;
  }
  const { key } = node;
  if (node.type !== "Property" || parent?.type !== "ObjectPattern" || !isNode(key)) return null;
  const name = node["computed"] === true ? null : nameOfKey(key);
  return name !== "from" && isLooping(name) ? name : null; // a range has a `from` as well
}

function isLooping(name: string | null): name is string {
  return name !== null && LOOPING_METHODS.has(name);
}

function nameIs(id: unknown, name: unknown): boolean {
  return isNode(id) && id["name"] === name;
}

/** Local names of the library: the namespace's, and those of what is in it, with their paths (`linalg.solve`). */
interface LibraryNames {
  readonly namespaces: ReadonlySet<string>;
  readonly named: ReadonlyMap<string, string>;
  /** Identifiers that declare such names. */
  readonly declaring: ReadonlySet<AnyNode>;
}

function namesOfLibrary(tree: Program): LibraryNames {
  const namespaces = new Set<string>();
  const named = new Map<string, string>();
  const declaring = new Set<AnyNode>();
  const bind = (name: string, path: readonly string[]): void => {
    if (path.length === 0) namespaces.add(name);
    else named.set(name, path.join("."));
  };
  /** What a pattern takes out of `path`. */
  const takeApart = (pattern: AnyNode, path: readonly string[]): void => {
    walk(pattern, (node) => void declaring.add(node));
    if (pattern.type === "Identifier") bind(pattern["name"] as string, path); // ESTree
    if (pattern.type === "AssignmentPattern") takeApart(pattern["left"] as AnyNode, path);
    if (pattern.type !== "ObjectPattern") return;
    for (const property of pattern["properties"] as AnyNode[]) {
      const { key, value, argument } = property as AnyNode & Readonly<Record<string, unknown>>;
      for (const name of boundNames(argument)) bind(name, path); // ...rest
      if (!isNode(key) || !isNode(value)) continue;
      if (property["computed"] === true)
        for (const name of boundNames(value)) named.set(name, COMPUTED);
      else takeApart(value, [...path, nameOfKey(key)]);
    }
  };
  walk(tree, (node) => {
    if (
      node.type !== "ImportDeclaration" ||
      !isNode(node["source"]) ||
      node["source"]["value"] !== LIBRARY
    )
      return;
    for (const specifier of node["specifiers"] as AnyNode[]) {
      const local = (specifier["local"] as AnyNode)["name"] as string; // ESTree
      if (specifier.type === "ImportNamespaceSpecifier") namespaces.add(local);
      else if (specifier.type === "ImportSpecifier")
        named.set(local, nameOfKey(specifier["imported"] as AnyNode));
    }
  });
  // const { sort } = np, const tools = np.linalg; until nothing is named by what was named last.
  for (let size = -1; size !== namespaces.size + named.size;) {
    size = namespaces.size + named.size;
    walk(tree, (node) => {
      const path =
        node.type === "VariableDeclarator" ? pathOf(node["init"], { namespaces, named }) : null;
      if (path !== null) takeApart(node["id"] as AnyNode, path); // ESTree
    });
  }
  return { namespaces, named, declaring };
}

/** Where in the library the value of `node` is, if it is written so: [] is the library itself. */
function pathOf(
  node: unknown,
  { namespaces, named }: Pick<LibraryNames, "namespaces" | "named">,
): string[] | null {
  const [root, ...rest] = chainOf(node) ?? [];
  if (root === undefined) return null;
  if (namespaces.has(root)) return rest;
  const path = named.get(root);
  return path === undefined || path === COMPUTED ? null : [...path.split("."), ...rest];
}

/** The library's own namespaces: as values they could be read under any name. */
const MODULES: ReadonlySet<string> = new Set([
  "linalg",
  "lib",
  "lib.stride_tricks",
  "random",
  "fft",
]);

/** `np.linalg[…]` where a namespace of the library is handed on, or a name in it is computed. */
function handedOn(node: AnyNode, parent: AnyNode | undefined, names: LibraryNames): string[] {
  if (!/^(Identifier|MemberExpression)$/.test(node.type)) return [];
  if (node.type === "Identifier" && (!isReference(node, parent) || names.declaring.has(node)))
    return [];
  const path = pathOf(node, names)?.join(".") ?? "";
  if (path === "") return [];
  const isOwner = parent?.type === "MemberExpression" && parent["object"] === node;
  if (isOwner) return memberName(parent) === null ? [`np.${path}${COMPUTED}`] : [];
  return MODULES.has(path) && parent?.type !== "VariableDeclarator"
    ? [`np.${path}${COMPUTED}`]
    : [];
}

function nameOfKey(key: AnyNode): string {
  return String(key["name"] ?? key["value"]);
}

/** What a node uses, as rules write it: "np.sort", ".sort", "Math.hypot", or "np[…]" where the name is computed. */
function usesOf(node: AnyNode, parent: AnyNode | undefined, names: LibraryNames): string[] {
  if (node.type === "Identifier") {
    const imported = names.named.get(node["name"] as string); // ESTree
    if (imported !== undefined && isReference(node, parent))
      return [imported === COMPUTED ? "np[…]" : `np.${imported}`];
    // The namespace as a value: handed on, it could be read under any name.
    return names.namespaces.has(node["name"] as string) &&
      isReference(node, parent) &&
      !(parent?.type === "MemberExpression" && parent["object"] === node) &&
      parent?.type !== "VariableDeclarator"
      ? ["np[…]"]
      : [];
  }
  if (node.type === "ObjectPattern") return takenApart(node, parent, names);
  if (node.type === "ExportSpecifier") {
    const local = nameOfKey(node["local"] as AnyNode); // ESTree
    if (isNode(parent?.["source"]))
      return parent["source"]["value"] === LIBRARY ? [`np.${local}`] : [];
    if (names.namespaces.has(local)) return ["np[…]"];
    const imported = names.named.get(local);
    return imported === undefined ? [] : [`np.${imported}`];
  }
  if (node.type === "ExportAllDeclaration")
    return isNode(node["source"]) && node["source"]["value"] === LIBRARY ? ["np[…]"] : [];
  if (node.type !== "MemberExpression") return [];
  const uses: string[] = [];
  const name = memberName(node);
  const chain = chainOf(node);
  if (name !== null && chain?.[0] !== "Math") uses.push(`.${name}`);
  if (name === null && parent?.type === "CallExpression" && parent["callee"] === node)
    uses.push(".[…]");
  const [root] = chain ?? chainOf(node["object"]) ?? [];
  if (root !== undefined && names.namespaces.has(root))
    uses.push(chain === null ? "np[…]" : ["np", ...chain.slice(1)].join("."));
  else if (chain !== null) uses.push(chain.join("."));
  const imported = names.named.get(root ?? "");
  if (imported !== undefined && chain !== null)
    uses.push(["np", imported, ...chain.slice(1)].join("."));
  return uses;
}

/** `const { sum } = a` uses `.sum`; what is taken from the library's namespace counts where it is used. */
function takenApart(node: AnyNode, parent: AnyNode | undefined, names: LibraryNames): string[] {
  const from = parent?.type === "VariableDeclarator" ? parent["init"] : undefined;
  if (isNode(from) && from.type === "Identifier" && names.namespaces.has(String(from["name"])))
    return [];
  return (node["properties"] as AnyNode[]).flatMap((property) => {
    const key = property["key"];
    return isNode(key) ? [`.${nameOfKey(key)}`] : [];
  });
}
