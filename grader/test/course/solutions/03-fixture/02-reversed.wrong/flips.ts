// caught by: forbidden
import * as np from "@deep-dive/ndarray";

export const reversed = (a: np.NDArray): np.NDArray => np.flip(a, { axis: 0 });
