/**
 * `np.testing`: NumPy's assertions, and the counts that graders of memory build on.
 */
export {
  assert_,
  assert_allclose,
  assert_almost_equal,
  assert_array_almost_equal,
  assert_array_equal,
  assert_array_less,
  assert_equal,
  assert_raises,
  assert_raises_regex,
} from "./assertions.ts";
export {
  assert_approx_equal,
  assert_array_almost_equal_nulp,
  assert_array_max_ulp,
} from "./digits.ts";
export { AssertionError } from "./compare.ts";
export { type Counts, countDuring as count } from "../../memory/counter.ts";
