// A row of the result at a time: the scratch is (m, d), and `np.scope` frees it after each row.
import * as np from "@deep-dive/ndarray";

export function pairwiseDistance(x: np.NDArray, y: np.NDArray): np.NDArray {
  if (x.shape[1] !== y.shape[1])
    throw new np.ValueError(`points have ${x.shape[1]} and ${y.shape[1]} coordinates`);
  const result = np.zeros([x.shape[0]!, y.shape[0]!]);
  for (const [i, point] of [...x].entries()) {
    np.scope(() => {
      const difference = np.subtract(y, point);
      result.set([i], np.sqrt(np.sum(np.multiply(difference, difference), { axis: 1 })));
    });
  }
  return result;
}
