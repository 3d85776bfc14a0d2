/**
 * Functions that arrive at themselves by way of others: loops without a loop's keyword.
 *
 * Knows syntax trees and names; no scopes, so two functions of one name count as one.
 */
import type { Node, Program } from "acorn";
import { type AnyNode, isNode, walk } from "./syntax.ts";

/** A way round: where its first function stands, and the names on the way, the first one again at the end. */
export interface Roundabout {
  readonly node: Node;
  readonly path: readonly string[];
}

/** The shortest way from each function of `tree` back to itself, by way of at least one other; each round once. */
export function roundaboutsIn(tree: Program): Roundabout[] {
  const bodies = functionsIn(tree);
  const names = new Map([...bodies].map(([name, body]) => [name, namesIn(body, bodies, name)]));
  const found: Roundabout[] = [];
  const known = new Set<string>();
  for (const [name, node] of bodies) {
    const path = wayBack(name, names);
    if (path === null || known.has(name)) continue;
    for (const one of path) known.add(one);
    found.push({ node, path });
  }
  return found;
}

function functionsIn(tree: Program): Map<string, AnyNode> {
  const bodies = new Map<string, AnyNode>();
  walk(tree, (node) => {
    const body = node.type === "VariableDeclarator" ? node["init"] : node;
    const id = node["id"];
    if (isNode(id) && isNode(body) && /Function/.test(body.type))
      bodies.set(String(id["name"]), body);
  });
  return bodies;
}

/** The other functions whose names stand in `body`, called or handed on. */
function namesIn(body: AnyNode, bodies: ReadonlyMap<string, AnyNode>, own: string): string[] {
  const names = new Set<string>();
  walk(body, (node, ancestors) => {
    const parent = ancestors.at(-1);
    const isProperty =
      parent?.type === "MemberExpression" &&
      parent["property"] === node &&
      parent["computed"] !== true;
    const name = String(node["name"]);
    if (node.type === "Identifier" && !isProperty && name !== own && bodies.has(name))
      names.add(name);
  });
  return [...names];
}

function wayBack(
  start: string,
  names: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const seen = new Set<string>();
  const waiting: (readonly string[])[] = [[start]];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const next of names.get(path.at(-1) ?? "") ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push([...path, next]);
    }
  }
  return null;
}
