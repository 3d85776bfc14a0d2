/**
 * What a failed assertion says about thrown errors and about identity, in words for people who have not met the matchers.
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
  if (expected === actual) return { message: plain.replace(IDENTITY, identity) };
  return { message: plain, expected: expected.replace(/^\[Function (\w+)\]$/, "$1"), actual };
}

/**
 * The matcher's sentence where both values look the same: which of the two it wanted is all that it says. Of texts,
 * numbers and the like there are no two that look the same.
 */
const IDENTITY =
  /expected (?!['"\d-]|(?:true|false|null|undefined|NaN|Infinity)\b)[^]*? (not )?to be [^]*$/;

function identity(_: string, isOtherWanted: string | undefined): string {
  return isOtherWanted === undefined
    ? "it holds the same, but has to be the very same object, not another one like it"
    : "it is the very same object, and has to be another one like it";
}
