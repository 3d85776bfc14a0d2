/**
 * Names: every one of the Array API standard 2024.12 exists, and every one of NumPy's main namespace is here or has a reason.
 *
 * And calling forms: what is optional and positional may be named too, and what is not known is refused.
 * Source: https://data-apis.org/array-api/2024.12/API_specification/
 */
import { expect, test } from "vitest";
import * as np from "../src/index.ts";

const words = (text: string): string[] => text.trim().split(/\s+/);
const missing = (names: string, space: object): string[] =>
  words(names).filter((n) => !(n in space));

const STANDARD = `
  e inf nan newaxis pi
  arange asarray empty empty_like eye from_dlpack full full_like linspace meshgrid ones ones_like tril triu zeros zeros_like
  astype broadcast_arrays broadcast_to can_cast finfo iinfo isdtype result_type
  bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64 complex64 complex128
  abs acos acosh add asin asinh atan atan2 atanh bitwise_and bitwise_left_shift bitwise_invert bitwise_or bitwise_right_shift
  bitwise_xor ceil clip conj copysign cos cosh divide equal exp expm1 floor floor_divide greater greater_equal hypot imag isfinite
  isinf isnan less less_equal log log1p log2 log10 logaddexp logical_and logical_not logical_or logical_xor maximum minimum
  multiply negative nextafter not_equal positive pow real reciprocal remainder round sign signbit sin sinh square sqrt subtract
  tan tanh trunc
  take take_along_axis __array_namespace_info__ matmul matrix_transpose tensordot vecdot
  broadcast_arrays concat expand_dims flip moveaxis permute_dims repeat reshape roll squeeze stack tile unstack
  argmax argmin count_nonzero nonzero searchsorted where unique_all unique_counts unique_inverse unique_values argsort sort
  cumulative_prod cumulative_sum max mean min prod std sum var all any diff`;

const STANDARD_LINALG = `cholesky cross det diagonal eigh eigvalsh inv matmul matrix_norm matrix_power matrix_rank matrix_transpose
  outer pinv qr slogdet solve svd svdvals tensordot trace vecdot vector_norm`;

const STANDARD_FFT = `fft ifft fftn ifftn rfft irfft rfftn irfftn hfft ihfft fftfreq rfftfreq fftshift ifftshift`;

/** The standard's attributes and methods, and by their names the ufuncs of its operators. */
const STANDARD_ARRAY = `dtype device mT ndim shape size T to_device
  abs add bitwise_and divide equal floor_divide greater_equal greater invert less_equal left_shift less matmul remainder multiply
  not_equal negative bitwise_or positive pow right_shift subtract bitwise_xor`;

const NUMPY_ARRAY = `T all any argmax argmin argpartition argsort astype base byteswap choose clip compress conj conjugate copy
  cumprod cumsum data device diagonal dot dtype fill flags flat flatten imag item itemsize mT max mean min nbytes ndim nonzero
  partition prod put ravel real repeat reshape round searchsorted shape size sort squeeze std strides sum swapaxes take to_device
  tobytes tolist trace transpose var view`;

/** What NumPy's main namespace holds beside the standard, of functions, constants and submodules. */
const NUMPY = `absolute allclose amax amin angle append apply_along_axis apply_over_axes arccos arccosh arcsin arcsinh arctan
  arctan2 arctanh argpartition argwhere around array array2string array_equal array_equiv array_repr array_split array_str
  asanyarray ascontiguousarray asfortranarray atleast_1d atleast_2d atleast_3d average bartlett base_repr binary_repr bincount
  bitwise_count bitwise_not blackman block broadcast_shapes cbrt choose column_stack common_type compress concatenate conjugate
  convolve copy copyto corrcoef correlate cov cross cumprod cumsum deg2rad degrees delete diag diag_indices diag_indices_from
  diagflat diagonal digitize divmod dot dsplit dstack dtype ediff1d einsum einsum_path euler_gamma exp2 extract fabs fft fill_diagonal fix
  flatnonzero fliplr flipud float16 float_power fmax fmin fmod format_float_positional format_float_scientific frexp frombuffer
  fromfunction fromiter fromstring gcd genfromtxt geomspace get_printoptions gradient hamming hanning heaviside histogram
  histogram2d histogram_bin_edges histogramdd hsplit hstack i0 identity indices inner insert interp intersect1d invert isclose
  iscomplex iscomplexobj isfortran isin isneginf isposinf isreal isrealobj isscalar iterable ix_ kaiser kron lcm ldexp left_shift
  lexsort lib linalg load loadtxt logaddexp2 logspace mask_indices matvec may_share_memory median mgrid min_scalar_type mod modf
  nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmean nanmedian nanmin nanpercentile nanprod nanquantile nanstd
  nansum nanvar ndenumerate ndim ndindex ogrid outer packbits pad partition percentile piecewise place poly polyadd polyder polydiv
  polyfit polyint polymul polysub polyval power printoptions promote_types ptp put put_along_axis putmask quantile rad2deg radians
  random ravel ravel_multi_index real_if_close resize right_shift rint rollaxis roots rot90 row_stack save savetxt savez
  savez_compressed select set_printoptions setdiff1d setxor1d shape shares_memory sinc size sort_complex spacing split swapaxes
  testing trace transpose trapezoid tri tril_indices tril_indices_from trim_zeros triu_indices triu_indices_from true_divide
  union1d unique unpackbits unravel_index unwrap vander vdot vecmat vectorize vsplit vstack`;

/** What it holds and this library does not, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "dates, texts, records and objects are no dtypes here": `busday_count busday_offset busdaycalendar bytes_ char character
    datetime64 datetime_as_string datetime_data flexible is_busday isnat object_ rec recarray record str_ strings timedelta64 void`,
  "floats of more than 64 bits do not exist in JS": "clongdouble complex256 float128 longdouble",
  "C's names for types depend on the platform; a dtype says its width": `bool_ byte cdouble csingle double half int_ intc intp long
    longlong sctypeDict short single typecodes ubyte uint uintc uintp ulong ulonglong ushort`,
  "abstract types are asked for by isdtype(dtype, kind)": `ScalarType complexfloating dtypes floating generic inexact integer
    issubdtype mintypecode number signedinteger typename unsignedinteger`,
  "square brackets cannot be given meaning in JS: slice, text parts and concat do it":
    "c_ index_exp r_ s_",
  "JS has true and false": "False_ True_",
  "there are no floating-point warnings to steer":
    "errstate geterr geterrcall seterr seterrcall getbufsize setbufsize",
  "old or discouraged in NumPy itself":
    "asmatrix bmat matrix ma poly1d polynomial emath char require asarray_chkfinite",
  "loops are the library's own": "broadcast flatiter frompyfunc nditer nested_iters ufunc",
  "the class is NDArray, and errors are exported by their own names": "ndarray exceptions",
  "files are save, load, savetxt and loadtxt": "fromfile fromregex memmap",
  "of CPython, its headers and its tools": `core ctypeslib f2py get_include info little_endian show_config show_runtime test typing`,
};

test("every name of the standard exists", () => {
  expect(missing(STANDARD, np)).toEqual([]);
  expect(missing(STANDARD_LINALG, np.linalg)).toEqual([]);
  expect(missing(STANDARD_FFT, np.fft)).toEqual([]);
  expect(missing(STANDARD_ARRAY, np.zeros([1, 1]))).toEqual([]);
});

test("every name of NumPy's main namespace exists, or has one reason not to", () => {
  expect(missing(NUMPY, np)).toEqual([]);
  for (const [reason, names] of Object.entries(LEFT_OUT))
    expect(
      words(names).filter((n) => n in np),
      reason,
    ).toEqual([]);
  expect(missing(NUMPY_ARRAY, np.zeros([1, 1]))).toEqual([]);
});

const M = np.reshape(np.arange(6), [1, 2, 3, 1]);
const S = np.reshape(np.arange(4), [2, 2]);
const rng = (): np.random.Generator => np.random.default_rng(1);

test.each<[string, () => unknown, () => unknown]>([
  ["squeeze", () => np.squeeze(M, 0), () => np.squeeze(M, { axis: 0 })],
  ["eye", () => np.eye(2, 3), () => np.eye(2, { M: 3 })],
  ["linspace", () => np.linspace(0, 1, 5), () => np.linspace(0, 1, { num: 5 })],
  ["transpose", () => np.transpose(S, [1, 0]), () => np.transpose(S, { axes: [1, 0] })],
  ["vander", () => np.vander([1, 2], 3), () => np.vander([1, 2], { N: 3 })],
  ["clip", () => np.clip(S, 1, 2), () => np.clip(S, { min: 1, max: 2 })],
  ["take", () => np.take(S, 0, 1), () => np.take(S, 0, { axis: 1 })],
  ["diagonal", () => np.diagonal(S, 1), () => np.diagonal(S, { offset: 1 })],
  ["fft", () => np.fft.fft([1, 2], { n: 3 }), () => np.fft.fft([1, 2], { n: 3, axis: -1 })],
  [
    "integers",
    () => rng().integers(0, 9, { size: 3 }),
    () => rng().integers(0, { high: 9, size: 3 }),
  ],
])("%s takes its optional argument by place and by name", (_name, byPlace, byName) => {
  np.testing.assert_array_equal(byName() as np.NDArray, byPlace() as np.NDArray); // all of them give arrays
});

test.each([
  "abs add all any arange argmax argsort asarray concat count_nonzero cumulative_sum diff expand_dims flip full mean",
  "median meshgrid prod quantile repeat reshape roll round searchsorted sort squeeze stack std sum take tensordot tril",
  "unique unstack var vecdot zeros zeros_like",
])("an option that does not exist is refused: %s", (names) => {
  const required: Readonly<Record<string, readonly unknown[]>> = {
    add: [S, S],
    arange: [3],
    concat: [[S, S]],
    full: [2, 2],
    meshgrid: [[1], [2]],
    quantile: [S, 0.5],
    repeat: [S, 2],
    reshape: [S, [4]],
    roll: [S, 1],
    searchsorted: [[1, 2], 1],
    stack: [[S, S]],
    take: [S, 0],
    tensordot: [S, S],
    vecdot: [S, S],
    zeros: [2],
  };
  const space = np as unknown as Record<string, (...given: unknown[]) => unknown>; // called as JS would
  const unrefused = words(names).filter((name) => {
    const given = required[name] ?? [S];
    try {
      space[name]!(...given, { nonsense: 1 });
    } catch (error) {
      return !(error instanceof TypeError);
    }
    return true;
  });
  expect(unrefused).toEqual([]);
});
