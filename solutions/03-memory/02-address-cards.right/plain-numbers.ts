export function answers(): number[] {
  return [48, 56, 82, 20, 12, 56, 128, 8, 16, 20];
}
