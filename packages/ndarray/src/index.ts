/**
 * The public names, and nothing else. NumPy's documentation explains each.
 */
import "./methods/attached.ts";

export { NDArray } from "./array/ndarray.ts";
export { scope } from "./array/make.ts";
export type { ArrayLike } from "./array/convert.ts";
export {
  bool,
  complex128,
  complex64,
  dtype,
  float16,
  float32,
  float64,
  int16,
  int32,
  int64,
  int8,
  uint16,
  uint32,
  uint64,
  uint8,
} from "./dtype/dtype.ts";
export type { Complex, DType, DTypeLike, DTypeName, Scalar, ScalarOf } from "./dtype/dtype.ts";
export { finfo, iinfo } from "./dtype/limits.ts";
export { promote_types } from "./dtype/promote.ts";
export { AxisError, IndexError, LinAlgError, OverflowError, ValueError } from "./errors.ts";
export {
  fliplr,
  flip,
  flipud,
  matrix_transpose,
  moveaxis,
  permute_dims,
  rollaxis,
  rot90,
  swapaxes,
  transpose,
} from "./functions/axes.ts";
export { broadcast_arrays, broadcast_shapes, broadcast_to } from "./functions/broadcasting.ts";
export {
  array,
  ascontiguousarray,
  asfortranarray,
  astype,
  copy,
  copyto,
} from "./functions/copying.ts";
export {
  arange,
  asarray,
  asarray as asanyarray,
  empty,
  full,
  ones,
  zeros,
} from "./functions/creation.ts";
export { frombuffer, fromiter } from "./functions/buffers.ts";
export { allclose, array_equal, array_equiv, isclose } from "./functions/closeness.ts";
export {
  can_cast,
  common_type,
  isdtype,
  isfortran,
  isscalar,
  iterable,
  min_scalar_type,
  ndim,
  result_type,
  shape,
  size,
} from "./functions/dtype_questions.ts";
export { fromfunction, indices, meshgrid, mgrid, ogrid } from "./functions/grids.ts";
export { empty_like, full_like, ones_like, zeros_like } from "./functions/like.ts";
export { linspace } from "./functions/numeric_ranges.ts";
export { geomspace, logspace } from "./functions/log_ranges.ts";
export { eye, identity, tri, tril, triu, vander } from "./functions/triangles.ts";
export { diag, diagflat, diagonal } from "./functions/diagonals.ts";
export {
  diag_indices,
  diag_indices_from,
  ix_,
  mask_indices,
  ravel_multi_index,
  tril_indices,
  tril_indices_from,
  triu_indices,
  triu_indices_from,
  unravel_index,
} from "./functions/index_making.ts";
export { fill_diagonal, place, put, putmask } from "./functions/putting.ts";
export {
  choose,
  compress,
  extract,
  put_along_axis,
  take,
  take_along_axis,
} from "./functions/taking.ts";
export { argwhere, flatnonzero, nonzero, select, where } from "./functions/where.ts";
export { may_share_memory, shares_memory } from "./functions/memory.ts";
export { get_num_threads, set_num_threads, threads_ready } from "./functions/threads.ts";
export {
  atleast_1d,
  atleast_2d,
  atleast_3d,
  expand_dims,
  ravel,
  reshape,
  squeeze,
} from "./functions/reshape.ts";
export {
  array2string,
  array_repr,
  array_str,
  format_float_positional,
  format_float_scientific,
} from "./functions/printing.ts";
export { load, save, savez, savez_compressed } from "./io/files.ts";
export { fromstring, genfromtxt, loadtxt, savetxt } from "./io/text.ts";
export * as fft from "./functions/fft/fft.ts";
export * as testing from "./functions/testing/testing.ts";
export * as linalg from "./functions/linalg/linalg.ts";
export * as random from "./functions/random/random.ts";
export {
  angle,
  imag,
  iscomplex,
  iscomplexobj,
  isreal,
  isrealobj,
  real,
  real_if_close,
} from "./functions/complex_parts.ts";
export { around, clip, fix, round } from "./functions/rounding.ts";
export { i0, isneginf, isposinf, nan_to_num, sinc } from "./functions/special.ts";
export { cumprod, cumsum, cumulative_prod, cumulative_sum } from "./functions/cumulative.ts";
export { argmax, argmin } from "./functions/extremes.ts";
export { mean, std, var_ as var } from "./functions/moments.ts";
export {
  nanargmax,
  nanargmin,
  nancumprod,
  nancumsum,
  nanmax,
  nanmean,
  nanmin,
  nanprod,
  nanstd,
  nansum,
  nanvar,
} from "./functions/nan_reductions.ts";
export {
  all,
  amax,
  amin,
  any,
  count_nonzero,
  max,
  min,
  prod,
  ptp,
  sum,
} from "./functions/reductions.ts";
export * as lib from "./lib.ts";
export { get_printoptions, printoptions, set_printoptions } from "./print/options.ts";
export { Slice, slice } from "./indexing/slice.ts";
export {
  abs,
  absolute,
  add,
  conj,
  conjugate,
  divide,
  divmod,
  fabs,
  float_power,
  floor_divide,
  fmod,
  gcd,
  lcm,
  mod,
  multiply,
  negative,
  positive,
  pow,
  power,
  reciprocal,
  remainder,
  sign,
  square,
  subtract,
  true_divide,
} from "./ufunc/arithmetic.ts";
export {
  bitwise_and,
  bitwise_count,
  bitwise_invert,
  bitwise_left_shift,
  bitwise_not,
  bitwise_or,
  bitwise_right_shift,
  bitwise_xor,
  invert,
  left_shift,
  right_shift,
} from "./ufunc/bitwise.ts";
export {
  equal,
  fmax,
  fmin,
  greater,
  greater_equal,
  isfinite,
  isinf,
  isnan,
  less,
  less_equal,
  logical_and,
  logical_not,
  logical_or,
  logical_xor,
  maximum,
  minimum,
  not_equal,
  signbit,
} from "./ufunc/comparison.ts";
export {
  cbrt,
  exp,
  exp2,
  expm1,
  log,
  log10,
  log1p,
  log2,
  logaddexp,
  logaddexp2,
  sqrt,
} from "./ufunc/exponential.ts";
export {
  ceil,
  copysign,
  floor,
  frexp,
  heaviside,
  ldexp,
  modf,
  nextafter,
  rint,
  spacing,
  trunc,
} from "./ufunc/floating.ts";
export {
  acos,
  acosh,
  arccos,
  arccosh,
  arcsin,
  arcsinh,
  arctan,
  arctan2,
  arctanh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cos,
  cosh,
  deg2rad,
  degrees,
  hypot,
  rad2deg,
  radians,
  sin,
  sinh,
  tan,
  tanh,
} from "./ufunc/trigonometric.ts";

/** A new axis of length 1 in an index, as in NumPy: null. */
export const newaxis: null = null;
export {
  append,
  block,
  column_stack,
  concat,
  concatenate,
  dstack,
  hstack,
  row_stack,
  stack,
  vstack,
} from "./functions/joining.ts";
export { bincount, digitize, searchsorted } from "./functions/searching.ts";
export {
  unique,
  unique_all,
  unique_counts,
  unique_inverse,
  unique_values,
} from "./functions/sets.ts";
export {
  argpartition,
  argsort,
  lexsort,
  partition,
  sort,
  sort_complex,
} from "./functions/sorting.ts";
export { dot, inner, outer, vdot } from "./functions/inner-products.ts";
export { matmul, matvec, vecdot, vecmat } from "./functions/products.ts";
export { einsum, einsum_path } from "./functions/einsum.ts";
export { cross, kron, tensordot, trace } from "./functions/tensor.ts";
export { array_split, dsplit, hsplit, split, unstack, vsplit } from "./functions/splitting.ts";
export { repeat, resize, roll, tile } from "./functions/tiling.ts";
export { delete_ as delete, insert, trim_zeros } from "./functions/editing.ts";
export { pad } from "./functions/padding.ts";
export { diff, ediff1d, trapezoid, unwrap } from "./functions/differences.ts";
export { convolve, correlate } from "./functions/convolution.ts";
export { interp } from "./functions/interpolation.ts";
export { intersect1d, isin, setdiff1d, setxor1d, union1d } from "./functions/membership.ts";
export { average, corrcoef, cov } from "./functions/averages.ts";
export { histogram, histogram2d, histogram_bin_edges, histogramdd } from "./functions/histogram.ts";
export { median, nanmedian } from "./functions/medians.ts";
export { nanpercentile, nanquantile, percentile, quantile } from "./functions/quantiles.ts";
export { apply_along_axis, apply_over_axes, piecewise, vectorize } from "./functions/apply.ts";
export { gradient } from "./functions/gradient.ts";
export {
  poly,
  polyadd,
  polyder,
  polydiv,
  polyint,
  polymul,
  polysub,
  polyval,
} from "./functions/polynomial.ts";
export { bartlett, blackman, hamming, hanning, kaiser } from "./functions/windows.ts";
export { e, euler_gamma, inf, nan, pi } from "./functions/constants.ts";
export { polyfit, roots } from "./functions/fitting.ts";
export { __array_namespace_info__, from_dlpack } from "./functions/namespace_info.ts";
export { packbits, unpackbits } from "./functions/packing.ts";
export { base_repr, binary_repr } from "./functions/base_text.ts";
export { ndenumerate, ndindex } from "./functions/iterating.ts";
