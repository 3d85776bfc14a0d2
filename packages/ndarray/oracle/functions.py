"""Writes ../test/golden/functions.jsonl: what NumPy's joining, sorting, searching, set, product and statistics functions answer.

    python3 functions.py [--seed 1] [--rounds 6] [--out file]
"""
import argparse
import json
import pathlib
import warnings

import numpy as np

from encode import array

GOLDEN = pathlib.Path(__file__).parent.parent / "test" / "golden"
INTS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float16", "float32", "float64"]
COMPLEX = ["complex64", "complex128"]
EVERY = ["bool", *INTS, *FLOATS, *COMPLEX]
LAYOUTS = ["C", "C", "F", "reversed", "strided"]


class Maker:
    """Arrays and small numbers from one random stream."""

    def __init__(self, rng):
        self.rng = rng

    def shape(self, low=1, high=3, most=4, least=0):
        return tuple(int(self.rng.integers(least if self.rng.random() < 0.1 else 1, most + 1)) for _ in range(int(self.rng.integers(low, high + 1))))

    def values(self, shape, dtype, special=False, low=-8, high=9):
        """Few distinct values, so that ties occur; specials where asked."""
        dtype = np.dtype(dtype)
        size = int(np.prod(shape))
        if dtype.kind == "b":
            return (self.rng.random(size) < 0.5).reshape(shape)
        if dtype.kind in "iu":
            return self.rng.integers(0 if dtype.kind == "u" else low, high, size).astype(dtype).reshape(shape)
        if dtype.kind == "c":
            z = np.empty(size, dtype)
            z.real = self.values((size,), "float64", special, -3, 4)
            z.imag = self.values((size,), "float64", special, -3, 4)
            return z.reshape(shape)
        x = self.rng.integers(low * 2, high * 2, size) / 2
        if special:
            x = np.where(self.rng.random(size) < 0.2, self.rng.choice([np.nan, np.inf, -np.inf, 0.0, -0.0], size), x)
        return x.astype(dtype).reshape(shape)

    def any(self, shape=None, dtypes=EVERY, special=False):
        return self.values(self.shape() if shape is None else shape, str(self.rng.choice(dtypes)), special)

    def axis(self, ndim):
        return int(self.rng.integers(-ndim, ndim))

    def pick(self, items):
        return items[int(self.rng.integers(len(items)))]

    def chance(self, p=0.5):
        return bool(self.rng.random() < p)


def joining(m):
    s = m.shape(1, 3)
    ax = m.axis(len(s))
    parts = []
    for _ in range(int(m.rng.integers(1, 4))):
        t = list(s)
        t[ax] = int(m.rng.integers(0, 4))
        if m.chance(0.05):
            t[m.axis(len(s))] += 1
        parts.append(m.any(tuple(t)))
    kw = {"axis": m.pick([ax, ax, ax, None, len(s)])}
    if m.chance(0.2):
        kw["dtype"] = m.pick(["float64", "int16", "complex64"])
    yield "concat", [parts], kw
    same = [m.any(s) for _ in range(int(m.rng.integers(1, 4)))]
    yield "stack", [same], {"axis": m.axis(len(s) + 1)}
    for fn in ["hstack", "vstack", "dstack", "column_stack"]:
        t = m.shape(0, 3)
        yield fn, [[m.any(t) for _ in range(2)]], {}
    yield "append", [m.any(s), m.any(s)], {"axis": m.pick([None, 0, -1])}


def splitting(m):
    a = m.any(m.shape(1, 3, 6))
    ax = m.axis(a.ndim)
    yield "array_split", [a, int(m.rng.integers(0, 5))], {"axis": ax}
    yield "split", [a, int(m.rng.integers(1, 4))], {"axis": ax}
    yield "array_split", [a, sorted(int(x) for x in m.rng.integers(-6, 9, 2))], {"axis": ax}
    yield "unstack", [a], {"axis": ax}
    for fn in ["hsplit", "vsplit", "dsplit"]:
        yield fn, [a, 1], {}


def tiling(m):
    a = m.any()
    ax = m.axis(a.ndim)
    yield "tile", [a, [int(x) for x in m.rng.integers(0, 3, int(m.rng.integers(0, 4)))]], {}
    yield "tile", [a, int(m.rng.integers(0, 4))], {}
    yield "repeat", [a, int(m.rng.integers(0, 4))], {"axis": m.pick([ax, None])}
    yield "repeat", [a, [int(x) for x in m.rng.integers(0, 4, a.shape[ax] if m.chance(0.8) else 5)]], {"axis": ax}
    yield "roll", [a, int(m.rng.integers(-9, 9))], {"axis": m.pick([ax, None])}
    yield "roll", [a, [int(x) for x in m.rng.integers(-5, 5, 2)]], {"axis": [0, ax]}
    yield "resize", [a, [int(x) for x in m.rng.integers(0, 5, 2)]], {}


def padding(m):
    a = m.any()
    w = [[int(x) for x in m.rng.integers(0, 6, 2)] for _ in a.shape]
    mode = m.pick(["constant", "edge", "linear_ramp", "maximum", "mean", "median", "minimum", "reflect", "symmetric", "wrap"])
    kw = {"mode": mode}
    if mode == "constant" and a.dtype.kind != "u" and m.chance():
        kw["constant_values"] = m.pick([1, [1, 0], [[1, 0]] * a.ndim])
    if mode == "linear_ramp" and m.chance():
        kw["end_values"] = m.pick([3, [2, 5], [[1, 4]] * a.ndim])
    if mode in ("maximum", "mean", "median", "minimum") and m.chance():
        kw["stat_length"] = m.pick([1, 2, [2, 3], [[1, 2]] * a.ndim])
    if mode in ("reflect", "symmetric") and m.chance():
        kw["reflect_type"] = "odd"
    if a.dtype.kind == "b" and (mode not in ("constant", "edge", "wrap", "reflect", "symmetric") or "reflect_type" in kw):
        a = a.astype("int32")
    yield "pad", [a, m.pick([w, w, 2, [1, 3], [[1, 2]]])], kw
    yield "pad", [a, 1], m.pick([{"mode": "edge", "stat_length": 1}, {"mode": "round"}, {"mode": "constant"}])


def editing(m):
    a = m.any(m.shape(1, 3, 5))
    ax = m.axis(a.ndim)
    n = a.shape[ax]
    axis = m.pick([ax, ax, None])
    size = a.size if axis is None else n
    yield "delete", [a, int(m.rng.integers(-n - 1, n + 1))], {"axis": axis}
    yield "delete", [a, [int(x) for x in m.rng.integers(-size, size, 3)] if size else []], {"axis": axis}
    yield "delete", [a, [bool(x) for x in m.rng.integers(0, 2, size)]], {"axis": axis}
    v = 1 if a.dtype.kind == "b" else 5
    yield "insert", [a, int(m.rng.integers(-n - 1, n + 2)), v], {"axis": axis}
    yield "insert", [a, [int(x) for x in m.rng.integers(-n, n + 1, 3)], v], {"axis": axis}
    if a.ndim > 1:
        yield "insert", [a, 0, m.values((a.shape[1 - (ax % a.ndim)],) if a.ndim == 2 else (1,), a.dtype)], {"axis": ax}
    z = m.values((8,), "float64") * (m.rng.random(8) < 0.4)
    yield "trim_zeros", [z], {"trim": m.pick(["f", "b", "fb", "x"])}


def differences(m):
    a = m.any(m.shape(1, 3, 5))
    ax = m.axis(a.ndim)
    kw = {"n": int(m.rng.integers(-1, 4)), "axis": ax}
    if m.chance(0.3):
        kw["prepend"] = m.values(a.shape, a.dtype)
    yield "diff", [a], kw
    if a.dtype.kind != "b":
        yield "ediff1d", [a], {"to_begin": m.values((2,), a.dtype)} if m.chance() else {}
    f = m.any(tuple(int(x) for x in m.rng.integers(2, 7, int(m.rng.integers(1, 3)))), ["float64", "float32", "int32", "uint8", "complex128"])
    order = m.pick([1, 2])
    yield "gradient", [f], {"edge_order": order}
    yield "gradient", [f, 2.0], {"axis": -1, "edge_order": order}
    yield "gradient", [f, np.cumsum(m.rng.integers(1, 4, f.shape[0])).astype("float64")], {"axis": 0, "edge_order": order}
    yield "trapezoid", [f], m.pick([{}, {"axis": 0}, {"dx": 0.5}, {"x": np.cumsum(m.rng.integers(1, 4, f.shape[-1])).astype("float64")}])
    if f.dtype.kind == "f":
        yield "unwrap", [f * 2], m.pick([{}, {"axis": 0}, {"period": 5}, {"period": 4.5, "discont": 3}])
    yield "unwrap", [m.values((7,), "int32")], {"period": m.pick([4, 5])}


def sliding(m):
    a, v = m.any((int(m.rng.integers(1, 9)),)), m.any((int(m.rng.integers(0, 5)),))
    mode = m.pick(["full", "same", "valid"])
    yield "convolve", [a, v], {"mode": mode}
    yield "correlate", [a, v], {"mode": mode}
    xp = np.unique(m.values((6,), "float64"))
    fp = m.any(xp.shape, ["float64", "int32", "complex128"], True)
    x = m.any(None, ["float64", "float32", "int32"], True)
    yield "interp", [x, xp, fp], m.pick([{}, {"left": -1.0, "right": 7.5}])
    places = m.rng.permutation(np.array([-0.5, 1.0, 2.5, 4.0])) + 7 * m.rng.integers(-1, 2, 4)
    yield "interp", [x[np.isfinite(x)], places, m.values((4,), "float64")], {"period": 7.0}


def sorting(m):
    a = m.any(m.shape(1, 3, 7), EVERY, True)
    ax = m.pick([m.axis(a.ndim), None, -1])
    yield "sort", [a], {"axis": ax, "stable": True}
    yield "argsort", [a], {"axis": ax, "stable": True}
    long = m.any((int(m.rng.integers(20, 60)),), EVERY, True)
    yield "sort", [long], {"stable": True}
    yield "argsort", [long], {"stable": True}
    if a.dtype.kind != "c":
        yield "lexsort", [[m.any(a.shape, ["int32", "float32", "bool", "uint64"], True) for _ in range(3)]], {"axis": m.axis(a.ndim)}
    yield "sort_complex", [a], {}
    yield "sort", [a], {"axis": a.ndim}
    yield "partition", [a, 99], {}
    base = np.sort(m.any((int(m.rng.integers(0, 9)),), EVERY, True))
    yield "searchsorted", [base, m.any(None, EVERY, True)], {"side": m.pick(["left", "right"])}
    loose = m.any((6,), INTS + FLOATS)
    yield "searchsorted", [loose, m.any((3,), INTS), ], {"sorter": np.argsort(loose).astype("int32")}
    bins = np.unique(m.values((5,), "float64"))[:: m.pick([1, -1])]
    yield "digitize", [m.any(None, INTS + FLOATS), bins], {"right": m.chance()}
    x = m.rng.integers(0, 6, int(m.rng.integers(0, 9))).astype("int32")
    yield "bincount", [x], m.pick([{}, {"minlength": 7}, {"weights": m.values(x.shape, "float64")}])


def sets(m):
    a = m.any(m.shape(0, 3, 5), EVERY, True)
    kw = {"equal_nan": m.chance()}
    for key in ["return_index", "return_inverse", "return_counts"]:
        if m.chance():
            kw[key] = True
    yield "unique", [a], kw
    if a.ndim:
        plain = m.any(m.shape(1, 3, 3), ["bool", "int8", "uint16", "int64", "float32"])
        yield "unique", [plain], {"axis": m.axis(plain.ndim), "return_index": True, "return_inverse": True, "return_counts": True}
    yield "unique_counts", [a], {}
    for fn in ["unique_all", "unique_inverse"]:  # unique_values comes in no order that NumPy promises
        yield fn, [m.any()], {}
    b = m.any(None, INTS + FLOATS)
    c = m.any(None, INTS + FLOATS)
    yield "isin", [b, c], {"invert": m.chance()}
    yield "intersect1d", [b, c], {"return_indices": True} if m.chance() else {}
    for fn in ["union1d", "setdiff1d", "setxor1d"]:
        yield fn, [b, c], {}


def products(m):
    i, j, k = (int(x) for x in m.rng.integers(0 if m.chance(0.1) else 1, 5, 3))
    lead = m.shape(0, 2, 3)
    a, b = m.any((*lead, i, j)), m.any((*(lead if m.chance() else lead[1:]), j, k))
    yield "matmul", [a, b], {}
    yield "matmul", [m.any((j,)), b], {}
    yield "matmul", [a, m.any((j,))], {}
    yield "matmul", [m.any(m.shape(0, 3, 3)), m.any(m.shape(0, 3, 3))], {}
    yield "matvec", [a, m.any((j,))], {}
    yield "vecmat", [m.any((j,)), b], {}
    yield "vecdot", [a, m.any((j,))], {}
    yield "vecdot", [m.any((j, i)), m.any((j, i))], {"axis": 0}
    for fn in ["dot", "inner"]:
        yield fn, [m.any(m.shape(0, 3, 3)), m.any(m.shape(0, 3, 3))], {}
        yield fn, [a, m.any((j,))], {}
    yield "dot", [a, b], {}
    yield "vdot", [m.any((i, j)), m.any((j, i))], {}
    yield "outer", [m.any(), m.any()], {}
    yield "kron", [m.any(m.shape(0, 3, 3)), m.any(m.shape(0, 3, 3))], {}
    yield "tensordot", [a, b], {"axes": 1}
    yield "tensordot", [m.any((2, 3, 4)), m.any((4, 3, 2))], {"axes": m.pick([[[0, 1], [2, 1]], [[2], [0]], [1, 1], 0, [[-1, 0], [0, 2]], [[0], [0]]])}
    numeric = [*INTS, *FLOATS, *COMPLEX]
    yield "cross", [m.any((*lead, 3), numeric), m.any((3,), numeric)], {}
    yield "cross", [m.any((3, 2), numeric), m.any((3, 2), numeric)], {"axis": 0}
    yield "trace", [m.any(m.shape(2, 3))], m.pick([{}, {"offset": 1}, {"offset": -1}, {"axis1": 1, "axis2": 0}])


EINSUMS = [
    ("ij,jk->ik", [(2, 3), (3, 4)]), ("ij,jk", [(2, 3), (3, 4)]), ("ii->i", [(3, 3)]), ("ii", [(3, 3)]), ("ij->ji", [(2, 3)]),
    ("ij->", [(2, 3)]), ("...ij,...jk->...ik", [(2, 1, 2, 3), (3, 3, 2)]), ("i,j->ij", [(2,), (3,)]), ("ij,ij->i", [(2, 3), (2, 3)]),
    ("ij,j,jk->k", [(2, 3), (3,), (3, 2)]), ("...i->...", [(2, 3, 4)]), ("i...->...i", [(2, 3)]), ("ijij->ij", [(2, 3, 2, 3)]),
    ("iij,jk->ik", [(2, 2, 3), (3, 2)]), ("ab,bc,cd->da", [(2, 3), (3, 2), (2, 4)]), ("i,i,i->", [(3,), (3,), (3,)]), ("ij,kl->", [(2, 2), (3, 2)]),
    ("ij,kj->ik", [(2, 3), (1, 1)]), ("ba", [(2, 3)]), ("ij,jk->k", [(2, 3), (3, 4)]), ("...,...", [(2, 3), (3,)]), ("ijk,ijl->ikl", [(2, 3, 2), (2, 3, 4)]),
    ("ij,jk->kk", [(2, 3), (3, 4)]), ("ij->k", [(2, 3)]), ("ij", [(2,)]), ("i", [(2, 3)]), ("ii", [(2, 3)]), ("i1", [(2, 3)]), ("ij,jk", [(2, 3), (4, 2)]),
    ("ij,jk", [(2, 3)]), ("ij", [(2, 3), (2, 3)]), ("...i->i", [(2, 3)]), ("a...b,b...->a...", [(2, 3, 4), (4, 3)]), (" i j -> j ", [(2, 3)]),
]


def contractions(m):
    for text, shapes in EINSUMS:
        dtype = m.pick(EVERY)
        operands = [m.values(s, dtype) for s in shapes]
        yield "einsum", [text, *operands], {"optimize": True} if m.chance(0.2) and "error" not in run("einsum", [text, *operands], {}) else {}


METHODS = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen", "weibull", "linear",
           "median_unbiased", "normal_unbiased", "lower", "higher", "midpoint", "nearest"]


def statistics(m):
    real = [*INTS, *FLOATS]
    a = m.any(m.shape(1, 3, 6, 1), real, m.chance(0.3))  # of nothing there is no quantile, and NumPy has many sentences for that
    axis = m.pick([None, m.axis(a.ndim), list(range(a.ndim))])
    kw = {"axis": axis, "keepdims": m.chance(0.3)}
    finite = m.any(m.shape(1, 3, 6, 1), real)
    axis2 = m.pick([None, m.axis(finite.ndim)])
    for fn in ["median", "nanmedian"]:
        yield fn, [a if m.chance() else m.any(a.shape)], kw
    q = m.pick([0, 10, 25, 50, 75, 100, 33.3, [5, 50], [[0, 100], [20, 30]], 101])
    method = m.pick(METHODS)
    for fn in ["percentile", "nanpercentile"]:
        yield fn, [a, q], {**kw, "method": method}
    yield "quantile", [finite, m.pick([0.1, 0.5, 0.3, [0.2, 0.7]])], {"axis": axis2, "method": method}
    w = m.rng.integers(0, 4, finite.shape).astype("float64")
    w.flat[:1] = 2.0
    yield "quantile", [finite, m.pick([0.1, 0.5, [0.2, 0.7], 0, 1])], {"method": "inverted_cdf", "weights": w}
    yield "average", [finite], m.pick([{}, {"axis": axis2}, {"weights": np.abs(m.values(finite.shape, "float64")) + 1, "axis": axis2},
                                       {"weights": np.arange(1.0, finite.shape[0] + 1), "axis": 0, "returned": True}, {"axis": 0, "keepdims": True}])
    x = m.any((int(m.rng.integers(1, 4)), int(m.rng.integers(2, 6))), [*real, *COMPLEX])
    yield "cov", [x], m.pick([{}, {"bias": True}, {"ddof": 0}, {"rowvar": False}, {"fweights": m.rng.integers(1, 4, x.shape[1]).astype("int32")},
                              {"aweights": m.rng.random(x.shape[1]) + 0.5}, {"y": m.values(x.shape, "float64")},
                              {"fweights": m.rng.integers(1, 4, x.shape[1]).astype("int32"), "aweights": m.rng.random(x.shape[1]) + 0.5}])
    yield "corrcoef", [m.rng.standard_normal((3, 6))], {"rowvar": m.chance()}
    b = m.any(m.shape(1, 2, 20), real)
    bins = m.pick([1, 3, 5, 10, [-4.0, 0.0, 0.0, 2.0, 5.0], [3.0, 1.0], 0, "auto", "fd", "doane", "scott", "stone", "rice", "sturges", "sqrt"])
    hist = {"bins": bins}
    if m.chance(0.4) and not isinstance(bins, str):
        hist["range"] = m.pick([[-5, 5], [0, 2.5], [3, 3]])
    if m.chance(0.3) and not isinstance(bins, str):
        hist["weights"] = m.values(b.shape, m.pick(["float64", "int32", "float32"]))
    yield "histogram_bin_edges", [b], dict(hist)
    if m.chance(0.3) and "weights" not in hist:
        hist["density"] = True
    yield "histogram", [b], hist
    p, r = m.values((9,), "float64"), m.values((9,), "float64")
    yield "histogram2d", [p, r], m.pick([{}, {"bins": 3}, {"bins": [2, 4]}, {"bins": [[-3.0, 0.0, 4.0], 3]}, {"range": [[-3, 3], [0, 4]], "bins": 2}, {"bins": 2, "density": True}])


def polynomials(m):
    p, q = m.any((int(m.rng.integers(1, 5)),), [*INTS, *FLOATS]), m.any((int(m.rng.integers(1, 4)),), [*INTS, *FLOATS])
    yield "polyval", [p.astype("float64"), m.values((3,), "float64")], {}
    for fn in ["polyadd", "polysub", "polymul"]:
        yield fn, [p, q], {}
    yield "polyder", [p.astype("float64")], {"m": int(m.rng.integers(0, 3))}
    yield "polyint", [p.astype("float64")], {"m": int(m.rng.integers(0, 3)), "k": m.pick([None, 2.0])}
    yield "poly", [m.values((3,), m.pick(["int32", "float64", "complex128"]))], {}
    yield "polydiv", [np.append(1.0, p), np.append(1.0, q)], {}
    for fn in ["bartlett", "blackman", "hamming", "hanning"]:
        yield fn, [int(m.rng.integers(0, 8))], {}
    yield "kaiser", [int(m.rng.integers(2, 8)), 8.6], {}


FAMILIES = [joining, splitting, tiling, padding, editing, differences, sliding, sorting, sets, products, contractions, statistics, polynomials]
INDICES = {"argsort", "lexsort", "searchsorted", "digitize", "bincount", "histogram", "unique", "unique_all", "unique_counts", "unique_inverse", "intersect1d", "trace"}




def run(fn, args, kw):
    kw = {k: tuple(v) if k == "axis" and isinstance(v, list) else v for k, v in kw.items()}
    try:
        result = getattr(np, fn)(*args, **kw)
    except Exception as e:  # noqa: BLE001 - whatever NumPy throws is the answer
        return {"error": type(e).__name__, "message": str(e)}
    if isinstance(result, (tuple, list)):
        flat = []
        for r in result:
            flat.extend(r if isinstance(r, (tuple, list)) else [r])
        return {"expect": [array(r) for r in flat]}
    return {"expect": array(result)}


def written(m, x):
    if isinstance(x, np.ndarray):
        return {"array": {**array(x), "layout": m.pick(LAYOUTS)}}
    if isinstance(x, list) and any(isinstance(y, np.ndarray) for y in x):
        return [written(m, y) for y in x]
    return x


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rounds", type=int, default=6)
    options.add_argument("--out", type=pathlib.Path, default=GOLDEN / "functions.jsonl")
    given = options.parse_args()
    m = Maker(np.random.default_rng(given.seed))
    with given.out.open("w") as f, warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        for family in FAMILIES:
            rounds = given.rounds if family is not contractions else max(1, given.rounds // 3)
            for _ in range(rounds):
                for fn, args, kw in family(m):
                    case = {"fn": fn, "args": [written(m, x) for x in args], "kw": {k: written(m, v) for k, v in kw.items()}}
                    case.update(run(fn, args, kw))
                    if fn in INDICES:
                        case["anyInt"] = True
                    f.write(json.dumps(case, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
