import type { Described, Made } from "../06-base-chain.ts";

/** From the owners down: children get their parent's owner and place. */
function walk(arrays: readonly Made[]): Map<string, { owner: string; offset: number }> {
  const found = new Map<string, { owner: string; offset: number }>();
  const visit = (made: Made, owner: string, offset: number): void => {
    found.set(made.name, { owner, offset });
    for (const child of arrays)
      if (child.from === made.name) visit(child, owner, offset + child.offset);
  };
  for (const made of arrays) if (made.from === null) visit(made, made.name, 0);
  return found;
}

export function describe(arrays: readonly Made[]): Described[] {
  const found = walk(arrays);
  return arrays.map(({ name }) => {
    const { owner, offset } = found.get(name)!;
    return { name, base: owner === name ? null : owner, offset };
  });
}

export function family(arrays: readonly Made[], name: string): string[] {
  const found = walk(arrays);
  return arrays
    .map((a) => a.name)
    .filter((other) => found.get(other)!.owner === found.get(name)!.owner);
}

export function freeable(arrays: readonly Made[], alive: readonly string[]): string[] {
  const found = walk(arrays);
  const free = new Set(arrays.filter((a) => a.from === null).map((a) => a.name));
  for (const name of alive) free.delete(found.get(name)!.owner);
  return [...free];
}
