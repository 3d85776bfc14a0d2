/**
 * What a failed assertion says about thrown errors, in words for people who have not met the matchers.
 *
 * Knows the sentences of vitest and chai; leaves all others as they are.
 */
export interface Said {
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** The same without a matcher's notation for functions, and without values where the sentence is about throwing at all. */
export function inPlainWords({ message, expected, actual }: Said): Said {
  const plain = message.replace(/\[Function(?: [\w$]+)?\](?= to (?:not )?throw )/, "function");
  if (plain.endsWith("expected function to throw an error"))
    return { message: `${plain}, but it didn't` };
  if (plain.includes("expected function to not throw an error")) return { message: plain };
  if (expected === undefined || actual === undefined) return { message: plain };
  return { message: plain, expected: expected.replace(/^\[Function (\w+)\]$/, "$1"), actual };
}
