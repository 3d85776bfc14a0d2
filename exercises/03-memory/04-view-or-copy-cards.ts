/**
 * 3.04 Cards: a view or a copy? Know it without trying, and you will not be surprised by who changes with whom.
 *
 * No function to write: replace each "?" by "view" or "copy". (The library is switched off here. It would know.)
 */

/**
 * `a` is a fresh float64 array of shape (4, 6), order C. Does the result show a's memory?
 *
 *  1. a[1:3]                     9. a[:, ::2].reshape(-1)
 *  2. a[[1, 2]]                 10. a + 0
 *  3. a.T                       11. a.astype("float64")
 *  4. a.reshape(3, 8)           12. np.asarray(a)
 *  5. a.T.reshape(24)           13. a[..., None]
 *  6. a[a > 0]                  14. np.broadcast_to(a, (3, 4, 6))
 *  7. a.ravel()                 15. a.view("uint8")
 *  8. a.flatten()               16. np.concat([a])
 */
export function answers(): string[] {
  // TODO: "view" or "copy", one for each card, in order.
  return ["?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?"];
}
