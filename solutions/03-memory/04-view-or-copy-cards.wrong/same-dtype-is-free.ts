// caught by: card: astype to the same dtype
// There would be nothing to do, but astype copies by default.
export const answers: Record<string, "view" | "copy"> = {
  // Other strides, another start.
  "a[1:3]": "view",
  "a[:, 2]": "view",
  "a[::-1]": "view",
  "a[::2, 1:]": "view",
  // A list may name any rows, in any order: no strides could say it.
  "a[[1, 2]]": "copy",
  "a[[0]]": "copy",
  "a[:, [0, 1]]": "copy",
  "np.take(a, [0, 1], axis=0)": "copy",
  // How many elements there are is known only when the mask was read.
  "a[a > 0]": "copy",
  "a[a == 1]": "copy",
  "np.extract(a > 0, a)": "copy",
  // The strides change places, or their sign.
  "a.T": "view",
  "np.swapaxes(a, 0, 1)": "view",
  "np.moveaxis(a, 0, 1)": "view",
  "np.flip(a)": "view",
  // No gaps, so other axes can be cut.
  "a.reshape(3, 8)": "view",
  "a.reshape(-1)": "view",
  "a.reshape(2, 2, 6)": "view",
  // Columns end to end: no single stride walks them.
  "a.T.reshape(24)": "copy",
  "a.T.reshape(3, 8)": "copy",
  "a.T.reshape(4, 6)": "copy",
  // Each axis is cut by itself, and each part keeps a stride.
  "a.T.reshape(6, 2, 2)": "view",
  "a.T.reshape(2, 3, 4)": "view",
  "a[:, 1:5].reshape(4, 2, 2)": "view",
  // Every second element, even across the end of a row: one stride.
  "a[:, ::2].reshape(-1)": "view",
  "a[:, ::3].reshape(8)": "view",
  "a[:, 1::2].reshape(12)": "view",
  // ravel copies only if it must.
  "a.ravel()": "view",
  "a[1:3].ravel()": "view",
  "a[0].ravel()": "view",
  // flatten always copies.
  "a.flatten()": "copy",
  "a[0].flatten()": "copy",
  "a.reshape(-1).flatten()": "copy",
  // New values need new memory, even if they turn out equal.
  "a + 0": "copy",
  "a * 1": "copy",
  "-a": "copy",
  // astype copies unless told copy=False.
  "a.astype('float64')": "view",
  "a.T.astype('float64')": "view",
  "a[1:].astype('float64')": "view",
  // There is nothing to convert.
  "np.asarray(a)": "view",
  "np.asarray(a.T)": "view",
  "np.ascontiguousarray(a)": "view",
  // An axis of length 1 needs no element.
  "a[..., None]": "view",
  "np.expand_dims(a, 0)": "view",
  "a[None]": "view",
  // Stride 0 shows one row many times.
  "np.broadcast_to(a, (3, 4, 6))": "view",
  "np.broadcast_to(a[0], (4, 6))": "view",
  // The same bytes, cut in other places.
  "a.view('uint8')": "view",
  "a.view('int64')": "view",
  "a[1:].view('float32')": "view",
  // The result is written to fresh memory, even from one array.
  "np.concat([a])": "copy",
  "np.stack([a])": "copy",
  "np.repeat(a, 1)": "copy",
};
