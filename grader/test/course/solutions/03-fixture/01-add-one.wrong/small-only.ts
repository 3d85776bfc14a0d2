// caught by: the result is above its argument
export const addOne = (n: number): number => (Math.abs(n) < 10 ? n + 1 : n);
