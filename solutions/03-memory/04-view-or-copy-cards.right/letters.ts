export function answers(): string[] {
  return [..."vcvvccvcvccvvvvc"].map((letter) => (letter === "v" ? "view" : "copy"));
}
