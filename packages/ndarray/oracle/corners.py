"""Writes ../test/golden/corners.jsonl: what NumPy does in the corners that the other oracles do not reach, one call a line.

    python3 corners.py

An answer holds strides and writeability too. Calls that write give what the first argument has become.
"""
import json
import pathlib
import warnings

import numpy as np

from encode import array, number

GOLDEN = pathlib.Path(__file__).parent.parent / "test" / "golden" / "corners.jsonl"
cases = []


def written(x):
    """An argument: an array as its owner's elements and a place in them, or a plain value."""
    if isinstance(x, np.ndarray):
        owner = x
        while isinstance(owner.base, np.ndarray):
            owner = owner.base
        flat = np.ravel(owner, order="K")
        start = flat.__array_interface__["data"][0] if np.shares_memory(flat, owner) or owner.size == 0 else None
        assert start is not None, "an owner is contiguous"
        offset = x.__array_interface__["data"][0] - start
        return {"owner": array(flat), "shape": list(x.shape), "strides": list(x.strides), "offset": offset}
    if isinstance(x, np.generic):
        return written(np.array(x))
    if isinstance(x, slice):
        return {"slice": [x.start, x.stop, x.step]}
    if isinstance(x, complex):
        return {"complex": [number(x.real), number(x.imag)]}
    if isinstance(x, (list, tuple)):
        return [written(item) for item in x]
    if isinstance(x, float) and not np.isfinite(x):
        return {"number": number(x)}
    if x is Ellipsis:
        return "..."
    return x


def answered(x):
    if isinstance(x, (tuple, list)):
        return [answered(item) for item in x]
    if x is None or isinstance(x, str):
        return {"text": x}
    a = np.asarray(x)
    more = {"strides": list(a.strides), "writeable": a.flags.writeable} if isinstance(x, np.ndarray) and a.size else {}
    return {**array(a), **more}


def case(fn, *args, run=None, writes=False, rounded=False, ints=False, **kw):
    """One call; `run` where Python calls it otherwise than `fn` says. `ints`: the width of integers is the library's choice."""
    line = {"fn": fn, "args": [written(a) for a in args]}
    if kw:
        line["kw"] = {k: written(v) for k, v in kw.items()}
    for flag, is_set in (("writes", writes), ("rounded", rounded), ("ints", ints)):
        if is_set:
            line[flag] = True
    target = np
    if run is None:
        for part in fn.split("."):
            target = getattr(target, part)
        run = target
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = run(*args, **kw)
        line["gives"] = answered(args[0] if writes else result)
    except Exception as e:  # whatever NumPy throws is the answer
        line["error"] = type(e).__name__.lstrip("_")
        line["message"] = str(e).strip()
    cases.append(json.dumps(line, separators=(",", ":")))


def F(a):
    return np.asfortranarray(a)


def at(name):
    return lambda a, index, *values: getattr(np, name).at(a, tuple(index), *values)


def ufuncs():
    i, f, u8 = np.array([1, 2, 3], "int32"), np.array([0.5, 1.5, 2.5]), np.array([1, 2, 3], "uint8")
    case("add.at", i.copy(), [[0, 0]], 1.75, run=at("add"), writes=True)
    case("sqrt.at", i.copy(), [[2, 2]], run=at("sqrt"), writes=True)
    case("add.at", u8.copy(), [[0, 0, 1]], 300, run=at("add"), writes=True)
    case("bitwise_or.at", np.array([1, 2], "uint64"), [[9]], np.array([2], "int64"), run=at("bitwise_or"))
    case("divmod.outer", i, u8)
    case("lcm.reduce", np.array([[2], [7]], "int16"), axis=None)
    case("copysign.reduce", np.ones((2, 2)), axis=(0, 1), where=np.ones((2, 2), bool))
    case("multiply.reduce", np.ones((0, 2)), axis=1, initial=None, where=np.ones((0, 2), bool))
    case("equal.reduce", f, dtype="bool")
    case("gcd.reduce", np.array([4.0, 6.0]), dtype="int8")
    case("lcm.accumulate", np.array([4, 6], "int8"), dtype="float32")
    case("ldexp.accumulate", np.array([1, 2], "int8"))
    wide = np.array([-35.885895, -328.8577, -617285.06, 14300055552, 11869916160, 25827741696], "float32")
    narrow = np.array([2.9062976e-06, -1.2159351e-05, 0.029726373, -892.6506, 605.9215, -79.76954], "float32")
    for fn in ("floor_divide", "divmod", "remainder"):
        case(fn, wide, narrow)
        case(fn, wide[:3].astype("float16"), narrow[:3].astype("float16"))
    case("ldexp", 256, np.array([1], "int16"))
    case("ldexp", True, np.array([1], "int32"))
    case("ldexp", 2.5, np.array([1], "int8"))
    case("ldexp", np.array([1.5], "float32"), True)
    case("logical_and.reduceat", i, [0], dtype="uint8")
    case("add.accumulate", np.broadcast_to(np.array([-3, -6, 7], "int8"), (4, 3)), ints=True)
    case("subtract.reduceat", F(np.ones((2, 5, 2), "float32")), [4, 0, 1], axis=1)
    case("frexp", u8, dtype="float16")
    case("modf", f, out=(None, np.zeros(3, "int8")))
    case("logical_and", u8, i, casting="no")
    case("logical_xor", np.array([True]), np.array([0.5], "float32"), dtype="bool", casting="equiv", out=np.zeros(1, "int8"))
    case("floor_divide", -1, np.ones(2, "complex64"), dtype="uint16")
    case("multiply", -200, np.ones(2, "complex128"), dtype="int64")
    case("bitwise_or", 1.5, np.ones(2, "float32"), dtype="uint8")
    case("heaviside", True, np.ones(2, "uint16"), casting="no")
    case("maximum", 7, np.ones(2, "float32"), casting="equiv")
    case("negative", i, dtype="bool")
    case("sin", np.float64(1), out=np.zeros(()), where=np.array(1, "int8"))
    case("bitwise_or", np.ones(2), i, where=np.ones(2, "int8"))


def ranges():
    f = F(np.arange(6.0).reshape(2, 3))
    case("linspace", f, 7.25, 5, axis=1)
    case("linspace", np.array([1.5, 7.25], "float32"), 7.25, 4)
    case("linspace", np.array([1.0, 2.0]), 1, 1, retstep=True)
    case("logspace", f.astype("float32"), 2, 3, axis=-1, rounded=True)
    case("logspace", 0, 2, 3, base=[2.5, 3.5], rounded=True)
    case("logspace", 0, np.array([1.0, 2.0]), 3, base=np.array([[2.0], [3.0]]), axis=1, rounded=True)
    case("geomspace", f + 1, 7.25, 3, axis=2, dtype="float32", rounded=True)
    case("arange", 1, 7.5, 0.3, dtype="float32")
    case("arange", 0.5, 3.5, 0.3, dtype="float16")
    case("arange", 0.5, 3.5, 0.3, dtype="complex64")
    case("full", [], np.ones((1, 1)))


def layouts():
    g = np.arange(24.0).reshape(4, 3, 2).T
    h = np.swapaxes(np.arange(24.0).reshape(2, 4, 3), 0, 1)
    case("imag", h.astype("int8"))
    case("iscomplex", g)
    case("round", h, decimals=1)
    case("round", h + 1j, decimals=1)
    case("round", g, decimals=1)
    case("round", g > 3, decimals=1)
    case("round", g > 3, decimals=-1)
    case("round", np.array([3, 17]), decimals=-1, out=np.zeros(2, "int64"))
    case("where", g > 3, g, 1)
    case("where", g, g.astype("int8"), h.astype("float32").reshape(2, 3, 4))
    case("tril", g)
    case("triu", np.swapaxes(g, 0, 2), k=1)
    case("concatenate", [g, np.ones((2, 3, 4))], axis=1)
    case("concatenate", [h, h[:, :1]], axis=1)
    case("stack", [h, np.ascontiguousarray(h)], axis=1)
    case("hstack", [g, g[:, :1]])
    case("nancumsum", g, axis=1)
    case("nansum", h, axis=2)
    case("cumulative_sum", g, axis=1, include_initial=True)
    case("cumulative_prod", h, axis=0, include_initial=True)
    f = F(np.arange(6, dtype="int8").reshape(2, 3))
    for fn in ("fft.fft", "fft.rfft", "fft.irfft", "fft.fftshift", "fft.fft2", "fft.irfftn", "imag", "isreal", "argwhere"):
        case(fn, f, rounded=True, ints=True)
    case("tile", f, [])
    case("unique", f, axis=1)
    case("broadcast_arrays", np.arange(3), np.zeros((2, 1)))


def scalars():
    """JS scalars beside arrays where NumPy makes arrays of them first."""
    u8, c = np.array([1, 2], "uint8"), np.array([True, False])
    case("where", c, u8, 300)
    case("where", c, -1, np.array([1, 2], "uint32"))
    case("select", [c], [u8], default=300)
    for value in (300, -3):
        case("searchsorted", u8, value, ints=True)
        case("isin", u8, value)
        case("digitize", u8, np.array([2.5]), ints=True)
    case("searchsorted", np.array([1, 2], "float32"), 1.00000001, ints=True)
    for dtype in ("int32", "uint8", "int64"):
        case("full", [2], np.nan, dtype=dtype)
        case("full_like", np.ones(2, dtype), 2.5 + 1j)
    case("full", [2], -np.inf, dtype="int16")
    case("full", [2], 3e9 + 0.5, dtype="int32")
    case("full", [2], 300, dtype="uint8")


def parts():
    z = np.array([-0.47 - 2.25j, 0.11426 - 0.1045j, complex(-np.inf, 3.75)])
    case("round", z, decimals=2)
    case("round", z.astype("complex64"), decimals=-1)
    case("var", np.array([1.5, 2]), dtype="complex128", ddof=2)
    case("nanmedian", np.array([np.nan + 1j, np.nan]), axis=0)
    case("ix_", np.array([1, 2], "uint8"), np.array([0, 1, 1], "int64"))
    case("cross", np.array([2, 3, 0.0]), np.array([-9.0, 0]))
    case("cross", np.array([2, 3], "uint8"), np.array([1, 0, 4], "uint8"))
    case("polyder", np.array([1, 2, 3], "float32"))
    case("polyder", np.array([1, 2, 3], "uint32"))
    case("poly", np.array([[1, 2], [3, 4]], "int32"), rounded=True)
    case("poly", np.array([], "int32"))
    case("poly", np.array([1, 2], "float16"))
    case("poly", np.ones((1, 2)))
    case("polydiv", np.array([-4.375, -0.625, -5.125, 5.125], "float32"), np.array([7.5, -0.25, 6.375], "float32"))
    case("unwrap", np.array([0, 5, 2, 9], "uint8"), period=2.5)
    case("unwrap", np.array([0, 5], "uint8"), period=4)
    case("unwrap", np.array([False, True, False]), period=4, ints=True)
    case("unwrap", np.array([1j, 2]))


def refusals():
    i8, f = np.array([3, 0, 1], "int8"), np.arange(6.0).reshape(2, 3)
    case("fft.fft", f, norm="x")
    case("fft.ifft", f, norm="x")
    case("fft.fft", f, norm="x", axis=3)
    case("fft.fft", f, n=2, axis=3)
    case("fft.fft2", f[0])
    case("fft.fft2", f[0], s=[2, 3])
    case("fft.fftn", f, s=[2, -1], axes=[0, 7])
    case("fft.fftshift", f, axes=[2])
    case("fft.rfft2", f, axes=[0, 0], rounded=True)
    case("split", f, 0)
    case("split", f, 2, axis=2)
    case("array_split", np.array(5), 2)
    case("repeat", f, -1)
    case("repeat", f, [1, -1], axis=0)
    case("squeeze", np.array(5), axis=0)
    case("nonzero", np.array(True))
    case("nonzero", np.array(1))
    case("insert", f, [0, 0, 2], [1.5, 2.5], axis=0)
    case("isin", f, i8, kind="table")
    case("place", i8.copy(), np.array([True, False, True]), np.array([1.5]))
    case("putmask", i8.copy(), np.array([True, False, True]), np.array([1], "int16"))
    case("copyto", np.zeros(2, bool), 1.5)
    case("copyto", np.zeros(2, "uint8"), 1.5)
    case("bincount", np.array([1, 2], "int32"), weights=np.array([1j, 2]))
    case("ediff1d", np.array([1, 2], "uint8"), to_begin=0)
    case("diff", i8, append=1, ints=True)


def orders():
    """Which of several things that are wrong NumPy speaks of, and how."""
    i = np.arange(3, dtype="int32")
    case("broadcast_arrays", np.zeros((1, 1, 4, 1)), np.zeros((5, 2, 5, 4)), np.zeros((4, 1, 4, 3)))
    case("broadcast_shapes", [2, 3], [3, 3], [4, 2])
    case("take_along_axis", np.ones((3, 2)), np.array(0), axis=2)
    case("take", np.array(5), np.array([0]), axis=1)
    case("repeat", np.array(5), 2, axis=1)
    case("take", i, np.array([0]), out=np.zeros(1))
    case("take", i, np.array([0]), out=np.zeros(1, "int8"), run=lambda a, k, out: np.take(a, k, out=out))
    case("roll", np.ones((2, 2, 2)), [3, 0], axis=[-1, 1, 0])
    for casting in ("no", "equiv", "safe"):
        case("copyto", np.zeros(1, "float32"), 5, casting=casting, writes=True)
        case("copyto", np.zeros(1, "uint8"), 300, casting=casting)
        case("copyto", np.zeros(1, "int8"), 2.5, casting=casting)
    case("copyto", np.zeros(1, "int8"), 2.5, casting="unsafe", writes=True)
    for kth in (np.array([0.5]), np.array([True]), np.array([[0]]), np.array([0, -9])):
        case("partition", i, kth)
    case("argpartition", i, np.array([2, 0]), ints=True)


def products():
    def wide(*shape):
        return np.ones(shape)

    chain = [wide(2, 9), wide(9, 3), wide(3, 4)]
    web = [wide(3, 3), wide(3, 3), wide(3, 3, 3, 3), wide(3, 3), wide(3, 3)]
    for optimize in (False, "greedy", "optimal", ("greedy", 10), ["einsum_path", (1, 2), (0, 1)]):
        case("einsum_path", "ij,jk,kl->il", *chain, optimize=optimize, ints=True)
    for optimize in (False, "greedy", "optimal", ("optimal", 81)):
        case("einsum_path", "ea,fb,abcd,gc,hd->efgh", *web, optimize=optimize, ints=True)
    case("einsum_path", "i,j,k", wide(2), wide(3), wide(4), ints=True)
    case("einsum_path", "ij,jk,kl->il", *chain, optimize=["einsum_path", (0, 1)], ints=True)
    case("einsum", "ij,jk,kl->il", *chain, optimize=["einsum_path", (1, 2), (0, 1)], order="C")
    for text in ("ij,jk->ikz", "ij,jk->ii", "i-j", "A1", "ij..,jk", "ij", "ij,jk,k"):
        case("einsum_path", text, wide(2, 3), wide(3, 2), ints=True)
        case("einsum", text, wide(2, 3), wide(3, 2), optimize=True)
    case("einsum_path", "ij,jk", wide(2, 3), wide(4, 2), ints=True)
    case("einsum_path", "ijk,jk", wide(2, 3), wide(3, 2), ints=True)
    f = F(np.arange(24.0).reshape(2, 3, 4))
    case("einsum", "...i->...", f)
    case("einsum", "ijk->kij", f, dtype="int64")
    case("einsum", "ijk,j->ik", f, np.arange(3.0))
    case("einsum", "ij,j", f[0], np.arange(4.0), order="F")
    case("einsum", "i->", np.arange(3.0), dtype="int8")
    i = np.arange(6).reshape(2, 3).astype("int32")
    case("matmul", np.swapaxes(np.ones((2, 3, 3, 4)), 0, 1), np.ones((4, 5)))
    case("matmul", f, np.ones((4, 2)), order="F")
    case("vecdot", f, f)
    case("matmul", i, i)
    case("matmul", i, i.T, dtype="int8")
    case("matmul", i, np.ones((3, 2)), dtype="int32")
    case("matmul", i, i.T, casting="no", dtype="float64")
    case("matmul", i, i.T, out=np.zeros((2, 3), "int32"))
    case("matmul", i, i.T, out=np.zeros((3, 2, 2), "int32"))
    case("tensordot", np.array(3.0), np.ones(2))


def statistics():
    z = np.array([1j, 2])
    case("percentile", z, 50)
    case("quantile", z, 7)
    case("histogram_bin_edges", np.array([-np.inf, 8.0]))
    case("histogram_bin_edges", np.array([False, True, False, True]), bins="sqrt")
    case("histogram2d", np.array([0.0, 1, 2.5]), np.array([0.0, 3, 1.5]), bins=2)
    case("histogramdd", np.array([[0.0, 1], [1, 0.5], [2, 3]]), bins=[2, 3], density=True)
    case("cov", np.array([[1.0, 2, 4]], "float32"), fweights=np.array([1, 2, 1]), dtype="float32", rounded=True)
    case("format_float_positional", np.float64(np.inf), unique=False)
    for fn in ("mean", "std", "average", "sum", "nanmean"):
        case(fn, np.array(2.5), axis=0)
    case("average", np.ones(2), axis=3)
    for fn in ("median", "nanmedian", "quantile"):
        case(fn, np.ones((1, 2, 0, 4)), *([0.5] if fn == "quantile" else []), axis=(0, 3))
    half = np.array([-300.0, 250, 8, -0.0, 3, 0.5, 7, 1.5], "float16")
    case("prod", half)
    case("prod", half.reshape(2, 4), axis=1)
    case("prod", half.reshape(2, 4), axis=0)
    case("divide.reduce", half[:3])
    for fn in ("var", "std", "nanvar", "nanstd", "nanmean", "mean"):
        case(fn, np.array([200.0, -200, 1.5], "float16"))
        case(fn, np.array([[20.0, -20, 1.5], [1, 2, 4]], "float16"), axis=1)
        case(fn, np.full(1000, 100.0, "float16"))
    case("subtract.reduce", half)
    case("unstack", np.ones(2), axis=2)
    for fn in ("median", "nanmedian", "quantile", "nanquantile"):
        more = [0.5] if "quantile" in fn else []
        case(fn, np.array(2.5), *more, axis=0)
        case(fn, np.ones((2, 3)), *more, axis=(0, 0))
    case("quantile", np.array([1, 4, 2], "int8"), np.array([0.5, 0.25], "float32"), axis=0)
    case("quantile", np.array([1, 4, 2], "int32"), np.array([0.5, 0.25], "float32"), axis=0)
    case("std", np.ones((2, 2)), axis=0, dtype="int32")
    case("std", np.ones(2), axis=0, dtype="int32")
    case("std", np.ones((2, 2)), axis=0, out=np.zeros(2, "int8"))
    case("ptp", np.ones((2, 2)), axis=0, out=np.zeros(2, "int8"))
    case("argmin", np.ones((2, 2)), axis=0, out=np.zeros(3, "int64"))
    case("min", np.ones((2, 2)), axis=0, keepdims=True, out=np.zeros(2))
    case("median", np.ones((2, 2)), axis=0, out=np.zeros((2, 2)))
    case("asarray", np.ones(2, "int8"), dtype="int32", copy=False)
    case("asarray", np.ones((2, 2))[::-1], order="C", copy=False)
    case("add.accumulate", np.array(1.5), axis=1)
    case("add.accumulate", np.array(1.5), axis=-1)
    case("linalg.pinv", np.ones((2, 0, 3), "int8"))
    case("linalg.matrix_power", F(np.arange(4.0).reshape(2, 2)), 0)
    case("searchsorted", np.ones((1, 2)), 1)
    case("digitize", np.ones(2), np.array(1.0))
    for value in (np.array(-8, "int32"), np.array(300, "uint64"), np.array(65010.0), np.array(1e300), np.array(1e10 + 0j), np.array([1, 2])):
        case("min_scalar_type", value, run=lambda a: np.min_scalar_type(a).name)


def choices():
    """Options that are spelt wrongly, beside those that are unknown; and which is looked at first."""
    f, i = np.arange(6.0).reshape(2, 3), np.array([0, 1], "int32")
    for word in ("clop", "RAISE", "x"):
        case("take", f, i, mode=word)
        case("take", np.array([]), i, mode=word)
        case("choose", i, [f[0], f[1]], mode=word)
    for word in ("R", "l", "x"):
        case("searchsorted", f[0], 1.5, side=word)
    for word in ("V", "sa", "x"):
        case("convolve", f[0], f[1], mode=word)
        case("correlate", f[0], np.array([]), mode=word)
    for fn in ("packbits", "unpackbits"):
        case(fn, f, bitorder="x")
    case("histogram", f, bins="bad", weights=f)
    case("histogram", np.array([1e-8, np.inf]))
    case("histogram", np.array([1e16, np.inf]))
    case("gradient", f[0], np.arange(4.0), edge_order=3)
    case("gradient", f[0] > 1, edge_order=3)
    case("gradient", f[0] > 1)
    for fn in ("flip", "gradient"):
        case(fn, f, axis=(0, -2))
    case("trim_zeros", f, axis=2)
    case("interp", f, np.array([1.0, 2]), np.array([1.0]), period=3)
    case("interp", f, np.array([1.0, 2]), np.array([1.0]))
    case("interp", f, f, f[0], period=0)
    case("interp", f, f, f[0])
    case("interp", f, np.array(1.0), np.array([1.0]))
    case("clip", f, a_min=1, a_max=2.5)
    case("clip", f, a_min=1)
    case("clip", f, a_min=1, a_max=2.5, max=3)
    case("clip", np.array([1, 2], "uint8"), 0, None, dtype="float64")
    case("median", np.array([[1.5, 2], [3, 4]]), axis=1, out=np.zeros(2, "int32"), rounded=True)
    case("digitize", f, np.array([0.5, 0.5, 2.5, np.nan]), ints=True)
    case("digitize", f, np.array([3, 3, 1, 2.0]))
    case("unpackbits", np.array([[1], [2]], "uint8"), axis=0, count=-17)


def places():
    """Places and counts that do not fit, as NumPy tells of them."""
    i, f = np.arange(3, dtype="int32"), np.arange(6.0).reshape(2, 3)
    for counts in (np.array([1.5, 2, 0]), np.array([2.0]), np.array(2.0), np.ones((1, 3), "int32")):
        case("repeat", i, counts)
    for place in (5, [5], [1, 5], [7, 5], [-5, 1], [-5, 1, 2], [1, -5], [-9, 1]):
        case("insert", i, place, np.array(7, "int32"))
    case("insert", f, [1, 9], 1, axis=1)
    case("take", i, np.array([1.5]))
    case("take", i, np.array(1.5))
    case("put", i.copy(), np.array([1.5]), 1)
    case("bincount", np.array([1.0, 2]))
    case("bincount", f)
    case("concatenate", [i, i], out=np.zeros((2, 2)))
    case("concatenate", [i, i], axis=None, out=np.zeros((2, 3)))
    case("concatenate", [i, i], axis=None, out=np.zeros(5))
    case("concatenate", [np.array(1j), i], axis=None, dtype="float64")
    case("broadcast_to", f, [])
    case("pad", i, [1, 2, 3])
    case("cross", f, np.ones((3, 3)))
    case("tensordot", f, np.ones(3), axes=3)
    case("tensordot", np.ones(2), f)
    case("trapezoid", np.array(1.5))
    case("trapezoid", f, axis=5)
    case("trapezoid", f, x=np.ones(2))
    case("unwrap", np.array(1.5))
    case("tril", np.array(1.5))
    case("average", np.ones((0, 2)), axis=1)
    case("cov", f, aweights=np.zeros(3))
    case("cov", f, dtype="int32")
    case("matmul", np.ones((2, 2, 3, 4)), np.ones((3, 4, 5)))
    case("matvec", np.ones((2, 3, 4)), np.ones((3, 4)))
    case("vecmat", np.ones((2, 3)), np.ones((3, 3, 5)))
    case("vecdot", np.ones((2, 3)), np.ones((3, 3)))
    case("vecdot", np.ones((4, 2, 3)), np.ones((3, 3)))
    case("add.at", np.ones((2, 3)), [[0, 1, 1]], np.ones(2), run=at("add"))
    case("add.at", np.ones(3), [[0, 1]], np.ones((1, 1, 2)), run=at("add"), writes=True)
    case("add.at", np.ones(3), [[0, 1]], np.ones((3, 2)), run=at("add"))
    for fn in ("partition", "argpartition"):
        case(fn, i, 1, kind="introselect", ints=True)
        case(fn, i, 1, kind="quick")
        case(fn, i, 1, order="x")
    for fn in ("sort", "argsort"):
        case(fn, i, kind="Quick", order=None, ints=True)
        case(fn, i, kind="x")
        case(fn, i, order="x")
    far = np.array([-np.inf, 3, np.nan, 0.5])
    for mode in ("full", "same", "valid"):
        for fn in ("convolve", "correlate"):
            case(fn, np.arange(5.0), far, mode=mode, rounded=True)
            case(fn, far[:2], np.arange(5, dtype="float32"), mode=mode, rounded=True)
            case(fn, np.arange(3.0), far[1:3] * 1j, mode=mode, rounded=True)
    u8 = np.array([1, 2], "uint8")
    for value in (300, -1, 2.5, 1j):
        case("pad", u8, 1, constant_values=value)
    for value in (300, -1, 2.5):
        case("pad", i, [2, 1], mode="linear_ramp", end_values=value)
    case("pad", np.array([1, 2], "float16"), 1, constant_values=[2.5 + 1j, 1])
    case("binary_repr", 0, width=0)
    for step in (0, 0.0):
        case("arange", 1.5, 3, step)
    case("arange", 1, 3, 0)
    case("copyto", np.zeros(2), np.ones((1, 1, 4)))
    case("copyto", np.zeros(2), np.ones((2, 1, 4)))
    case("gcd", np.array([2.0]), np.array([4]), dtype="float64")
    case("sign", i, dtype="bool")
    f3 = np.ones((3, 2))
    case("linalg.multi_dot", [np.ones(3), f3, np.ones((3, 1))])
    case("linalg.multi_dot", [f3, f3])
    case("linalg.multi_dot", [np.ones(3), f3], rounded=True)
    case("linalg.norm", f3, axis=(0, 1, 5))
    case("linalg.solve", np.ones((2, 2), "float16"), np.ones(3))
    for fn in ("fft.fftfreq", "fft.rfftfreq"):
        for n in (0, -3):
            case(fn, n)
    case("kaiser", 6.5, 2.5, rounded=True)
    for fn in ("bartlett", "blackman", "hamming", "hanning"):
        case(fn, 6.5, rounded=True)


def matrices():
    """Elements whose squares are too large or too small to hold."""
    a = np.array([[2.0, 1], [1, 3]])
    for scale in (1e200, 1e-200):
        for fn in ("eigvals", "eigvalsh", "svdvals"):
            for x in (a * scale, (a + 0j) * scale):
                case(f"linalg.{fn}", x, run=lambda x, fn=fn: getattr(np.linalg, fn)(x).copy(), rounded=True)
    hole = np.array([[-1, 1, 0.5], [1, -1, 3], [0.5, -1, np.nan]])
    case("linalg.det", hole)
    case("linalg.det", np.array([[2, 0], [0, 1j * np.nan]]))
    case("linalg.matrix_power", np.array([[np.inf, 1, 2], [1, 0.5, -1], [3, -np.inf, 1]]), 3)
    for vector in (np.array([0, 2j]), np.array(1j), np.zeros(2), np.ones(2, "float16")):
        case("linalg.matrix_rank", vector, ints=True)


def polynomials():
    square, none = np.ones((2, 2)), np.array([], "int8")
    for fn in ("polyadd", "polymul", "polyval"):
        case(fn, square, np.arange(4.0))
        case(fn, square, np.arange(3.0))
        case(fn, none, np.array([1.5, 2], "float32"))
    for fn in ("polydiv", "polyint", "polyder"):
        case(fn, none, *([np.ones(1)] if fn == "polydiv" else []), ints=True)
    case("polydiv", np.array([True]), np.array([1.5, 2], "float16"))
    case("polydiv", np.array([1, 2, 3 + 1j]), np.array([3, 1], "float32"), rounded=True)
    case("polyint", square)


if __name__ == "__main__":
    ufuncs()
    ranges()
    layouts()
    scalars()
    parts()
    orders()
    refusals()
    products()
    statistics()
    choices()
    places()
    matrices()
    polynomials()
    GOLDEN.write_text("\n".join(cases) + "\n")
