/**
 * Move a flock: every bird looks at every other one, and no array has three axes.
 *
 * Craig Reynolds called them boids (1987). With NumPy it takes distances (5.12), a table of weights, and matrix products.
 */
import * as np from "@deep-dive/ndarray";

/** Where the birds are and where they fly. */
export interface Flock {
  /** float64 of shape (n, 2). */
  readonly position: np.NDArray;
  /** float64 of shape (n, 2). */
  readonly velocity: np.NDArray;
}

/**
 * One step of length `dt`. Two birds see each other when their distance d is less than `radius`; then each
 *
 * - keeps its distance: it is pulled by (d² - 1) times the way to the other: away below distance 1, towards it above;
 * - flies along: it is pulled by the difference of velocities.
 *
 *     pull_i = Σ_j s_ij · (d_ij² - 1) · (p_j - p_i)  +  Σ_j s_ij · (v_j - v_i)        s_ij: 1 if they see each other, else 0
 *     v' = v + dt · pull        p' = p + dt · v'
 *
 * (p_j - p_i) for all pairs has the shape (n, n, 2), and is not needed: for any weights, Σ_j w_ij (p_j - p_i) is
 * Σ_j w_ij p_j - (Σ_j w_ij) p_i, a matrix product and a row sum. At most five arrays of shape (n, n) may be alive at once.
 *
 * What one bird gains another loses, so the flock's total velocity never changes.
 *
 * @param flock n birds, from 0 up; left alone
 * @param radius how far they see
 * @param dt the length of the step
 * @returns a fresh flock
 */
export function step(flock: Flock, radius: number, dt: number): Flock {
  // TODO: squared distances, (n, n): one coordinate at a time, or |p|² + |q|² - 2 p·q. Then the two tables of weights.
  throw new Error("not implemented");
}
