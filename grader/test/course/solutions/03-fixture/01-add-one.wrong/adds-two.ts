// caught by: one and one is two
export const addOne = (n: number): number => n + 2;
