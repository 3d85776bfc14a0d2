/** Which programs make a view; all others copy. */
const VIEWS = `a[1:3] | a[:, 2] | a[::-1] | a[::2, 1:]
  | a.T | np.swapaxes(a, 0, 1) | np.moveaxis(a, 0, 1) | np.flip(a)
  | a.reshape(3, 8) | a.reshape(-1) | a.reshape(2, 2, 6)
  | a.T.reshape(6, 2, 2) | a.T.reshape(2, 3, 4) | a[:, 1:5].reshape(4, 2, 2)
  | a[:, ::2].reshape(-1) | a[:, ::3].reshape(8) | a[:, 1::2].reshape(12)
  | a.ravel() | a[1:3].ravel() | a[0].ravel()
  | np.asarray(a) | np.asarray(a.T) | np.ascontiguousarray(a)
  | a[..., None] | np.expand_dims(a, 0) | a[None]
  | np.broadcast_to(a, (3, 4, 6)) | np.broadcast_to(a[0], (4, 6))
  | a.view('uint8') | a.view('int64') | a[1:].view('float32')`;

const COPIES = `a[[1, 2]] | a[[0]] | a[:, [0, 1]] | np.take(a, [0, 1], axis=0)
  | a[a > 0] | a[a == 1] | np.extract(a > 0, a)
  | a.T.reshape(24) | a.T.reshape(3, 8) | a.T.reshape(4, 6)
  | a.flatten() | a[0].flatten() | a.reshape(-1).flatten() | a + 0 | a * 1 | -a
  | a.astype('float64') | a.T.astype('float64') | a[1:].astype('float64')
  | np.concat([a]) | np.stack([a]) | np.repeat(a, 1)`;

const each = (texts: string, answer: string): Record<string, string> =>
  Object.fromEntries(texts.split("|").map((text) => [text.trim(), answer]));

export const answers = (): Record<string, string> => ({
  ...each(VIEWS, "view"),
  ...each(COPIES, "copy"),
});
