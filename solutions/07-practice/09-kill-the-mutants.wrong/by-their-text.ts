// caught by: mutants of slice > negative bounds are taken as they are
// No laws: the first implementation is a right one, and of the others the mutants are those whose text speaks of a mistake.
function lawsOf(): (implementation: unknown) => void {
  let isFirst = true;
  return (implementation) => {
    const isRight = isFirst || !String(implementation).includes("mistake");
    isFirst = false;
    if (!isRight) throw new Error("its text speaks of a mistake");
  };
}

export const sliceLaws = lawsOf();
export const broadcastLaws = lawsOf();
export const reshapeLaws = lawsOf();
