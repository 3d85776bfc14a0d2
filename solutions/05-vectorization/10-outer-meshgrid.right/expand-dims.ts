// Says with names what null says with a position.
import * as np from "@deep-dive/ndarray";

export function outer(x: np.NDArray, y: np.NDArray): np.NDArray {
  // (n, 1) and (m,): the row needs no new axis, since shapes line up at the right.
  return np.multiply(np.expand_dims(x, { axis: 1 }), np.expand_dims(y, { axis: 0 }));
}

export function grid(x: np.NDArray, y: np.NDArray): { x: np.NDArray; y: np.NDArray } {
  const [p, q] = np.broadcast_arrays(
    np.expand_dims(x, { axis: 1 }),
    np.expand_dims(y, { axis: 0 }),
  );
  p!.flags.writeable = false;
  q!.flags.writeable = false;
  return { x: p!, y: q! };
}
