export const addOne = (n: number): number => 1 + n;
