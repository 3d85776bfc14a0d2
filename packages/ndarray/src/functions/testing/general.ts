/**
 * Numbers in the sentences of assertions.
 *
 * Rules: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
 */

/** `x` as Python's `%g` writes it: six digits, without trailing zeros. */
export function general(x: number): string {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x > 0 ? "inf" : "-inf";
  const rounded = Number(x.toPrecision(6));
  const [digits, exponent] = rounded.toExponential().split("e") as [string, string]; // it always has both
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(rounded);
  return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
