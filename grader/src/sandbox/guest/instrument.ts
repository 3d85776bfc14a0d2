/**
 * The learner's text with a hook around everything that may make or hand out storage: literals, `new`, calls, spreads,
 * long text, `this`, `.data`, computed and private members and what they are members of, and each use of a variable that
 * a pattern or rest parameter bound. Closures and generators, which nobody can look into, are marked as such.
 *
 * Knows syntax. Lines stay where they are, so that places in messages are the learner's.
 */
import type { Program } from "acorn";
import { markHolders } from "./mark-holders.ts";
import {
  type AnyNode,
  boundNames,
  insideChain,
  isAfterNew,
  isInChain,
  isNode,
  isPlainValue,
  isReference,
  memberName,
  walk,
} from "./syntax.ts";
import type { Wrap } from "./wraps.ts";

/** Members of built-in objects that lead to lists, objects and texts which nobody else has seen. */
const LEADING: ReadonlySet<string> = new Set(
  "data errors cause prototype raw groups indices input source message stack description".split(
    " ",
  ),
);

/** What the keys go through of properties that are read or written where nobody sees of what. */
export const reachName = (hook: string): string => `${hook}_reach`;

/** `hook(…)` around each such expression of `tree`. */
export function instrument(tree: Program, hook: string): Wrap[] {
  const wraps: Wrap[] = [];
  const unpacked = unpackedNames(tree);
  const hasBigInts = usesBigInts(tree);
  const makes = (node: AnyNode, parent: AnyNode): boolean =>
    makesStorage(node, hasBigInts) ||
    (node.type === "Identifier" &&
      unpacked.has(node["name"] as string) && // ESTree
      isReference(node, parent));
  walk(tree, (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent === undefined) return;
    const depth = ancestors.length;
    const key = unseenKey(node, parent);
    if (key !== null)
      wraps.push({ node: key, depth: depth + 1, open: `${reachName(hook)}(`, close: ")" });
    const indexed = indexedObject(node, ancestors);
    if (indexed !== null) {
      const close = node["computed"] === true ? ", true)" : ")";
      wraps.push({ node: indexed, depth: depth + 1, open: `${hook}(`, close });
    }
    if (node.type === "SpreadElement" && /^(Call|New)Expression$/.test(parent.type)) {
      // The arguments become a list of their own, in a rest parameter or `arguments`.
      const given = node["argument"] as AnyNode; // ESTree
      wraps.push({ node: given, depth, open: `${hook}([...`, close: "])" });
      return;
    }
    if (!makes(node, parent) || !isPlainValue(node, ancestors)) return;
    if (isInChain(node, ancestors)) return;
    if (parent.type === "TaggedTemplateExpression" && parent["quasi"] === node) return;
    const isShorthand = parent.type === "Property" && parent["shorthand"] === true;
    if (isShorthand && parent["key"] === node) return; // `{ x }` has x twice: the name, and the value
    const open = isShorthand ? `${String(node["name"])}: ${hook}(` : `${hook}(`;
    wraps.push({ node, depth, open, close: ")" });
  });
  return [...wraps, ...markHolders(tree, hook)];
}

/** `a` of `a[i]` or `a.#x`, where hooking it changes nothing else: what holds properties of any name may be storage. */
function indexedObject(node: AnyNode, ancestors: readonly AnyNode[]): AnyNode | null {
  const { object, property } = node;
  if (node.type !== "MemberExpression" || !isNode(object) || object.type === "Super") return null;
  if (node["computed"] !== true)
    return isNode(property) &&
      property.type === "PrivateIdentifier" &&
      isPlainOwner(object, [...ancestors, node])
      ? object
      : null;
  if (isNode(property) && property.type === "Literal") return null;
  return isPlainOwner(object, [...ancestors, node]) ? object : null;
}

/** The computed key of a pattern's property, or of `super[key]`. */
function unseenKey(node: AnyNode, parent: AnyNode): AnyNode | null {
  const { object, property, key } = node;
  if (node["computed"] !== true) return null;
  if (node.type === "Property" && parent.type === "ObjectPattern")
    return isNode(key) && key.type !== "Literal" ? key : null;
  return isNode(object) && object.type === "Super" && isNode(property) ? property : null;
}

/** Whether a call can stand in the place of what a member is taken of. */
function isPlainOwner(object: AnyNode, ancestors: readonly AnyNode[]): boolean {
  return !insideChain(object, ancestors) && !isAfterNew(object, ancestors);
}

function makesStorage(node: AnyNode, hasBigInts: boolean): boolean {
  switch (node.type) {
    case "CallExpression":
      return !(isNode(node["callee"]) && node["callee"].type === "Super");
    case "MemberExpression": {
      const { property } = node as AnyNode & { readonly property: unknown }; // ESTree
      const name = memberName(node);
      return name === null
        ? node["computed"] === true && !(isNode(property) && property.type === "Literal")
        : LEADING.has(name);
    }
    case "TemplateLiteral":
      return (node["expressions"] as unknown[]).length > 0; // ESTree
    case "BinaryExpression": // text grows by +
      return (
        node["operator"] === "+" ||
        (hasBigInts && !/[<>=!]=|^[<>]$|^in/.test(String(node["operator"])))
      );
    case "AssignmentExpression":
      return node["operator"] === "+=" || (hasBigInts && node["operator"] !== "=");
    default:
      return /^(Array|Object|New|Chain|TaggedTemplate|This)Expression$/.test(node.type);
  }
}

/** Variables whose values come out of other values by a pattern, or collect arguments. */
function unpackedNames(tree: Program): Set<string> {
  const names = new Set(["arguments"]);
  walk(tree, (node) => {
    if (/^(Object|Array)Pattern$|^RestElement$/.test(node.type))
      for (const name of boundNames(node)) names.add(name);
  });
  return names;
}

function usesBigInts(tree: Program): boolean {
  let found = false;
  walk(tree, (node) => {
    found ||=
      (node.type === "Literal" && "bigint" in node) ||
      (node.type === "Identifier" && String(node["name"]).startsWith("Big"));
  });
  return found;
}
