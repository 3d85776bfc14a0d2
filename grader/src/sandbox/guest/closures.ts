/**
 * Which functions, classes and objects of a file keep variables of the functions around them, and how many.
 *
 * Knows syntax and names, and no scopes: a name that is declared both inside and around counts as kept.
 */
import type { Program } from "acorn";
import { type AnyNode, boundNames, isReference, patternsOf, walk } from "./syntax.ts";

/** How many values each one keeps from one call to the next; who keeps none is not in the map. */
export function closuresIn(tree: Program): Map<AnyNode, number> {
  const places = placesOfNames(tree);
  const kept = new Map<AnyNode, Set<string>>();
  walk(tree, (node, ancestors) => {
    const name = keptName(node, ancestors.at(-1));
    if (name === null) return;
    const top = ancestors.findIndex((one) => /Function/.test(one.type));
    const outermost = ancestors[top];
    if (outermost === undefined) return;
    const isAround = (inner: AnyNode): boolean =>
      name === "this" ||
      (places.get(name) ?? []).some(
        (at) =>
          outermost.start <= at && at < outermost.end && !(inner.start <= at && at < inner.end),
      );
    for (let k = ancestors.length - 1; k > top; k--) {
      const inner = ancestors[k]!;
      if (
        name === "this" &&
        /^Class|Function[DE]/.test(inner.type) &&
        !inner.type.startsWith("Arrow")
      )
        break; // it has its own
      if (isKeeper(inner, ancestors[k + 1] ?? node) && isAround(inner))
        kept.set(inner, (kept.get(inner) ?? new Set()).add(name));
    }
  });
  return new Map([...kept].map(([node, names]) => [node, names.size]));
}

/** Where each name is declared. */
function placesOfNames(tree: Program): Map<string, number[]> {
  const places = new Map<string, number[]>();
  walk(tree, (node) => {
    for (const name of patternsOf(node).flatMap(boundNames))
      places.set(name, [...(places.get(name) ?? []), node.start]);
  });
  return places;
}

/** What the node names that a function around it may have. */
function keptName(node: AnyNode, parent: AnyNode | undefined): string | null {
  if (node.type === "ThisExpression") return "this";
  return node.type === "Identifier" && isReference(node, parent) ? (node["name"] as string) : null; // ESTree
}

/** Whether a value made by `node` keeps what stands below `child`: an object does for its methods. */
function isKeeper(node: AnyNode, child: AnyNode): boolean {
  if (node.type === "ObjectExpression")
    return child["method"] === true || /^[gs]et$/.test(String(child["kind"]));
  return /Function|^Class[DE]/.test(node.type);
}
