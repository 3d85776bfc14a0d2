export const addOne = (n: number): number => n - -1;
