// caught by: one and one is two
export const addOne = (n: number): unknown => String(n + 1);
