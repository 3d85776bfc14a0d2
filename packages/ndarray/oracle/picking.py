"""What NumPy answers to creation, picking, writing by position and comparing: writes test/golden/picking.jsonl.

    python3 oracle/picking.py
"""
import json
import random
from pathlib import Path

import numpy as np

from encode import array

EVERY = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64", "complex64", "complex128"]
rng = random.Random(22)


def values(shape, dtype):
    n = int(np.prod(shape))
    kind = np.dtype(dtype).kind
    if kind == "b":
        return np.array([rng.random() < 0.5 for _ in range(n)], bool).reshape(shape)
    low = 0 if kind == "u" else -6
    if kind in "iu":
        return np.array([rng.randrange(low, 7) for _ in range(n)], dtype).reshape(shape)
    real = np.array([rng.randrange(-12, 13) / 2 for _ in range(n)])
    return (real + (0.5j * real[::-1] if kind == "c" else 0)).astype(dtype).reshape(shape)


def shape(low=1, high=3, least=1):
    return tuple(rng.randrange(least if rng.random() < 0.9 else 0, 5) for _ in range(rng.randrange(low, high + 1)))


def some(low=1, high=3, dtypes=EVERY):
    return values(shape(low, high), rng.choice(dtypes))


def ints(bound, shape, wild=0):
    return np.array([rng.randrange(-bound - wild, bound + wild) for _ in range(int(np.prod(shape)))], rng.choice(["int32", "int64", "int8"])).reshape(shape)


def one(fn):
    """Arguments and keywords for one call of `fn`; None where this draw makes no sense."""
    mode = rng.choice(["raise", "wrap", "clip"])
    wild = 0 if mode == "raise" and rng.random() < 0.8 else 3
    if fn == "take":
        a = some()
        axis = rng.choice([None, *range(-a.ndim, a.ndim)])
        n = a.size if axis is None else a.shape[axis]
        return ((a, ints(n, shape(0, 2), wild)), {"axis": axis, "mode": mode}) if n else None
    if fn in ("take_along_axis", "put_along_axis"):
        a = some()
        axis = rng.randrange(-a.ndim, a.ndim)
        if not a.size:
            return None
        s = list(a.shape)
        s[axis] = rng.randrange(1, 4)
        i = ints(a.shape[axis], s)
        return ((a, i), {"axis": axis}) if fn[0] == "t" else ((a, i, values(s if rng.random() < 0.5 else [1] * a.ndim, str(a.dtype))), {"axis": axis})
    if fn == "choose":
        n = rng.randrange(1, 4)
        s = shape(1, 2)
        which = np.array([rng.randrange(-wild, n + wild) for _ in range(int(np.prod(s)))], "int32").reshape(s)
        return (which, [values(s if rng.random() < 0.7 else s[1:], rng.choice(EVERY)) for _ in range(n)]), {"mode": mode}
    if fn == "compress":
        a = some()
        axis = rng.choice([None, *range(-a.ndim, a.ndim)])
        n = a.size if axis is None else a.shape[axis]
        return (values((max(0, n + rng.choice([0, 0, -1, 1])),), "bool"), a), {"axis": axis}
    if fn == "extract":
        a = some()
        return (values(a.shape, rng.choice(["bool", "int8"])), a), {}
    if fn == "select":
        s = shape()
        n = rng.randrange(1, 4)
        d = rng.choice(EVERY)
        return ([values(s, "bool") for _ in range(n)], [values(s if rng.random() < 0.7 else s[1:], rng.choice(EVERY)) for _ in range(n)]), {"default": values((), d)}
    if fn == "where":
        s = shape()
        cut = lambda: tuple(1 if rng.random() < 0.2 else n for n in s)[rng.randrange(2):]
        return (values(cut(), rng.choice(["bool", "int8", "float64"])), values(cut(), rng.choice(EVERY)), values(cut(), rng.choice(EVERY))), {}
    if fn in ("nonzero", "argwhere", "flatnonzero"):
        return (some(1 if fn == "nonzero" else 0),), {}
    if fn == "unravel_index":
        s = shape()
        n = int(np.prod(s))
        i = np.array([rng.randrange(0, n + (rng.random() < 0.03)) for _ in range(3)], "int32") if n else np.array([], "int32")
        return (i, list(s)), {"order": rng.choice("CF")}
    if fn == "ravel_multi_index":
        s = [n for n in shape(1, 3) if n]
        if not s:
            return None
        return ([np.array([rng.randrange(-wild, n + wild) for _ in range(2)], "int32") for n in s], s), {"order": rng.choice("CF"), "mode": mode}
    if fn in ("tril_indices", "triu_indices"):
        return (rng.randrange(0, 5),), {"k": rng.randrange(-3, 4), "m": rng.randrange(0, 5)}
    if fn == "ix_":
        return tuple(values((rng.randrange(0, 4),), rng.choice(["bool", "int16"])) for _ in range(rng.randrange(1, 4))), {}
    if fn == "put":
        a = some()
        if not a.size:
            return None
        return (a, ints(a.size, (rng.randrange(0, 4),), wild), values((rng.randrange(0, 4),), str(a.dtype))), {"mode": mode}
    if fn == "place":
        a = some()
        return (a, values(a.shape, "bool"), values((rng.randrange(0, 4),), str(a.dtype))), {}
    if fn == "putmask":
        a = some()
        return (a, values(a.shape, "bool"), values((rng.randrange(1, 4),), str(a.dtype))), {}
    if fn == "fill_diagonal":
        n = rng.randrange(1, 5)
        a = values((n,) * 3 if rng.random() < 0.3 else (rng.randrange(1, 7), n), rng.choice(EVERY))
        return (a, values((rng.randrange(1, 3),), str(a.dtype))), ({"wrap": rng.random() < 0.5} if a.ndim == 2 else {})
    if fn == "copyto":
        a = some()
        return (a, values(a.shape[rng.randrange(2):], rng.choice(EVERY))), ({"where": values(a.shape, "bool")} if rng.random() < 0.5 else {})
    if fn in ("linspace", "logspace", "geomspace"):
        ends = (rng.randrange(-6, 7) / 2 or 1, rng.randrange(-6, 7) / 2 or 2)
        if fn == "geomspace":
            ends = tuple(map(abs, ends)) if rng.random() < 0.7 else tuple(-abs(e) for e in ends)
        elif rng.random() < 0.4:
            ends = (values(shape(1, 2), "float64"), ends[1])
        axis = 0 if isinstance(ends[0], float) or isinstance(ends[0], int) else rng.randrange(-1, 2)
        return ends, {"num": rng.randrange(0, 7), "endpoint": rng.random() < 0.6, "axis": axis, **({"dtype": rng.choice(["float32", "int32"])} if rng.random() < 0.3 and fn == "linspace" else {})}
    if fn in ("eye", "tri"):
        n, m = rng.randrange(0, 5), rng.randrange(0, 5)
        return (n,), {"M": m, "k": rng.randrange(-4, 5), "dtype": rng.choice(EVERY)}
    if fn in ("tril", "triu"):
        return (some(),), {"k": rng.randrange(-4, 5)}
    if fn in ("diag", "diagflat"):
        return (some(1, 2),), {"k": rng.randrange(-3, 4)}
    if fn == "diagonal":
        a = some(2, 3)
        i, j = rng.sample(range(a.ndim), 2)
        return (a,), {"offset": rng.randrange(-3, 4), "axis1": i, "axis2": j - a.ndim}
    if fn == "vander":
        return (values((rng.randrange(0, 4),), rng.choice(["int8", "int64", "float32", "float64", "complex128"])), rng.randrange(0, 5)), {"increasing": rng.random() < 0.5}
    if fn == "meshgrid":
        return tuple(values((rng.randrange(0, 4),), rng.choice(EVERY)) for _ in range(rng.randrange(1, 4))), {"indexing": rng.choice(["xy", "ij"]), "sparse": rng.random() < 0.3}
    if fn == "indices":
        return ([rng.randrange(0, 4) for _ in range(rng.randrange(1, 4))],), {"dtype": rng.choice(["int32", "float64"])}
    if fn in ("zeros_like", "ones_like"):
        return (some(),), ({"dtype": rng.choice(EVERY)} if rng.random() < 0.5 else {})
    if fn == "full_like":
        return (some(), rng.randrange(0, 100)), ({"dtype": rng.choice(EVERY[1:])} if rng.random() < 0.5 else {})
    if fn == "isclose":
        a = some(dtypes=["float32", "float64", "int32", "complex128", "bool"])
        b = (a + np.array(rng.choice([0, 1e-9, 1e-6, 0.5]))) if a.dtype.kind in "fc" else a
        return (a, b), {"rtol": rng.choice([1e-5, 1e-7, 0.1]), "atol": rng.choice([0, 1e-8, 0.4])}
    if fn in ("array_equal", "array_equiv"):
        a = some(dtypes=["float32", "int32", "bool"])
        return (a, a[::-1].copy() if rng.random() < 0.5 else a.astype("float64") if rng.random() < 0.5 else a[:1]), {}
    if fn == "allclose":
        a = some(dtypes=["float32", "float64", "int32"])
        return (a, a + rng.choice([0, 1e-9, 1.0])), {}
    if fn in ("moveaxis", "swapaxes"):
        a = some()
        return (a, rng.randrange(-a.ndim, a.ndim + (rng.random() < 0.1)), rng.randrange(-a.ndim, a.ndim)), {}
    if fn == "broadcast_arrays":
        s = shape()
        return tuple(values(tuple(1 if rng.random() < 0.3 else n for n in s)[rng.randrange(2):], rng.choice(EVERY)) for _ in range(rng.randrange(1, 4))), {}
    if fn == "arange":
        args = [rng.randrange(-6, 7) / rng.choice([1, 1, 2]) for _ in range(rng.randrange(1, 4))]
        args = [int(x) if x == int(x) else x for x in args]
        return (tuple(args), {}) if len(args) < 3 or args[2] else None
    raise ValueError(fn)


IN_PLACE = {"put", "place", "putmask", "fill_diagonal", "copyto", "put_along_axis"}
# What has NumPy's default integer, of 64 bits; ours has 32.
DEFAULT_INT = {"nonzero", "argwhere", "flatnonzero", "unravel_index", "ravel_multi_index", "tril_indices", "triu_indices", "ix_", "vander", "arange"}
FUNCTIONS = ["take", "take_along_axis", "put_along_axis", "choose", "compress", "extract", "select", "where", "nonzero", "argwhere", "flatnonzero",
             "unravel_index", "ravel_multi_index", "tril_indices", "triu_indices", "ix_", "put", "place", "putmask", "fill_diagonal", "copyto",
             "linspace", "logspace", "geomspace", "eye", "tri", "tril", "triu", "diag", "diagflat", "diagonal", "vander", "meshgrid", "indices",
             "zeros_like", "ones_like", "full_like", "isclose", "array_equal", "array_equiv", "allclose", "moveaxis", "swapaxes", "broadcast_arrays", "arange"]


def written(x):
    if isinstance(x, np.ndarray):
        return {"array": {**array(x), "layout": rng.choice(["C", "F", "reversed", "strided"])}}
    if isinstance(x, (list, tuple)):
        return [written(y) for y in x]
    return x


def case(fn):
    drawn = one(fn)
    if drawn is None:
        return None
    args, kw = drawn
    line = {"fn": fn, "args": written(args), "kw": written_kw(kw)}
    if fn in DEFAULT_INT:
        line["anyInt"] = True
    if fn in IN_PLACE:
        line["inPlace"] = True
    try:
        with np.errstate(all="ignore"):
            got = getattr(np, fn)(*[x.copy() if isinstance(x, np.ndarray) and k else x for k, x in enumerate(args)], **kw)
    except Exception as e:
        return {**line, "error": type(e).__name__, "message": str(e)}
    if fn in IN_PLACE:
        got = args[0]
    line["expect"] = [array(x) for x in got] if isinstance(got, (list, tuple)) else array(got)
    return line


def written_kw(kw):
    return {k: written(v) for k, v in kw.items()}


def main():
    cases = [c for fn in FUNCTIONS for c in (case(fn) for _ in range(22)) if c]
    path = Path(__file__).parent.parent / "test" / "golden" / "picking.jsonl"
    path.write_text("".join(json.dumps(c, separators=(",", ":")) + "\n" for c in cases))


main()
