/**
 * 3.04 Cards: a view or a copy? Know it without trying, and you will not be surprised by who changes with whom.
 *
 * No function to write. (The library is switched off here. It would know.) Another seed deals other cards;
 * `npm run learn` asks yours.
 *
 * `a` is a fresh float64 array of shape (4, 6), order C, full of ones. Does the result show a's memory?
 */

/** Your answers, by card: "view" or "copy". */
export const answers: Record<string, "view" | "copy" | "?"> = {
  // TODO: one card after the other: "view" or "copy" in place of "?".
  "a[:, 2]": "?",
  "a[[1, 2]]": "?",
  "a[a == 1]": "?",
  "np.flip(a)": "?",
  "a.reshape(2, 2, 6)": "?",
  "a.T.reshape(4, 6)": "?",
  "a[:, 1:5].reshape(4, 2, 2)": "?",
  "a[:, ::2].reshape(-1)": "?",
  "a[1:3].ravel()": "?",
  "a.flatten()": "?",
  "a * 1": "?",
  "a.T.astype('float64')": "?",
  "np.ascontiguousarray(a)": "?",
  "np.expand_dims(a, 0)": "?",
  "np.broadcast_to(a, (3, 4, 6))": "?",
  "a.view('int64')": "?",
  "np.concat([a])": "?",
};
