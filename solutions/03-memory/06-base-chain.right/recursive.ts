import type { Described, Made } from "../06-base-chain.ts";

function root(arrays: readonly Made[], name: string): { owner: string; offset: number } {
  const made = arrays.find((a) => a.name === name)!;
  if (made.from === null) return { owner: name, offset: 0 };
  const parent = root(arrays, made.from);
  return { owner: parent.owner, offset: parent.offset + made.offset };
}

export function describe(arrays: readonly Made[]): Described[] {
  return arrays.map(({ name, from }) => {
    const { owner, offset } = root(arrays, name);
    return { name, base: from === null ? null : owner, offset };
  });
}

export function family(arrays: readonly Made[], name: string): string[] {
  const { owner } = root(arrays, name);
  return arrays.filter((a) => root(arrays, a.name).owner === owner).map((a) => a.name);
}

export function freeable(arrays: readonly Made[], alive: readonly string[]): string[] {
  const owners = arrays.filter((a) => a.from === null).map((a) => a.name);
  return owners.filter((owner) => !alive.some((name) => root(arrays, name).owner === owner));
}
