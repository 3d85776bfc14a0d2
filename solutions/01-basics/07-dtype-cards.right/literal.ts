export const answers = (): (number | boolean | string)[] => {
  const integers = [8, 32767, -128, 256, 0, -128, 255, -2];
  return [...integers, false, true, false, 0, 1, "int16"];
};
