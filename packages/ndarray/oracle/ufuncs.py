"""What NumPy's ufuncs answer: every loop on special values, every pair of dtypes, scalars, layouts, options, methods.

    python3 oracle/ufuncs.py > test/golden/ufuncs.jsonl
"""
import json
import random
import warnings

import numpy as np

from encode import array, element

warnings.simplefilter("ignore")
rng = random.Random(11)
DTYPES = "bool int8 uint8 int16 uint16 int32 uint32 int64 uint64 float16 float32 float64 complex64 complex128".split()
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 3.0, 7.0, -7.0, 1e-3, 100.25, np.nan, np.inf, -np.inf]
NAMES = sorted(n for n in dir(np) if isinstance(getattr(np, n), np.ufunc))
SKIP = {"isnat", "matmul", "vecdot", "matvec", "vecmat"}
# what rounds: within a few units of the last place; all others are exact
ROUNDED = {"acos", "acosh", "arccos", "arccosh", "arcsin", "arcsinh", "arctan", "arctan2", "arctanh", "asin", "asinh", "atan", "atan2",
           "atanh", "cbrt", "cos", "cosh", "exp", "exp2", "expm1", "float_power", "hypot", "log", "log10", "log1p", "log2", "logaddexp",
           "logaddexp2", "pow", "power", "sin", "sinh", "tan", "tanh", "abs", "absolute", "divide", "true_divide", "reciprocal", "sign",
           "deg2rad", "rad2deg", "degrees", "radians", "sqrt", "multiply", "square", "sinc"}


def values(dtype, n=None):
    d = np.dtype(dtype)
    if d.kind == "b":
        v = [True, False, True, True, False]
    elif d.kind in "iu":
        i = np.iinfo(d)
        v = [0, 1, 2, 3, 7, 13, 100, i.max, i.max - 1, i.min, i.min + 1] + ([-1, -2, -7] if d.kind == "i" else [])
    elif d.kind == "f":
        f = np.finfo(d)
        v = SPECIAL + [f.max, f.tiny, f.smallest_subnormal, -f.max, f.eps]
    else:
        parts = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 7.0, np.nan, np.inf, -np.inf]
        v = [complex(a, b) for a in parts for b in parts]
    v = np.array(v, dtype=d)
    return v if n is None else v[[rng.randrange(len(v)) for _ in range(n)]]


def outcome(run):
    try:
        r = run()
    except Exception as e:
        return {"error": type(e).__name__.replace("UFuncTypeError", "TypeError").replace("_UFuncNoLoopError", "TypeError")
                .replace("_UFuncOutputCastingError", "TypeError").replace("_UFuncInputCastingError", "TypeError")
                .replace("_UFuncBinaryResolutionError", "TypeError"), "message": str(e).strip()}
    parts = r if isinstance(r, (tuple, list)) else [r]
    return {"expect": [{**array(p), **({"strides": list(p.strides)} if isinstance(p, np.ndarray) else {})} for p in parts]}


def emit(kind, fn, args, run, **more):
    print(json.dumps({"kind": kind, "fn": fn, "args": args, **more, "rounded": fn.split(".")[0] in ROUNDED, **outcome(run)}, separators=(",", ":")))


def loops():
    for name in NAMES:
        if name in SKIP:
            continue
        u = getattr(np, name)
        for d in DTYPES:
            if u.nin == 1:
                a = values(d)
                emit("loop", name, [array(a)], lambda: u(a))
            else:
                v = values(d) if np.dtype(d).kind != "c" else values(d, 9)
                a, b = [x.ravel() for x in np.meshgrid(v, v)]
                if len(a) > 64:
                    keep = rng.sample(range(len(a)), 64)
                    a, b = a[keep], b[keep]
                if name in ("power", "pow") and np.dtype(d).kind == "i":
                    b = np.abs(b) % 7
                emit("loop", name, [array(a), array(b)], lambda: u(a, b))


def pairs():
    for name in ["add", "divide", "floor_divide", "power", "less", "logical_and", "bitwise_or", "copysign", "gcd", "float_power", "divmod"]:
        u = getattr(np, name)
        for d1 in DTYPES:
            for d2 in DTYPES:
                a = np.array([1, 2, 3], dtype=d1)
                b = np.array([1, 1, 2], dtype=d2)
                emit("pair", name, [array(a), array(b)], lambda: u(a, b))


def scalars():
    given = [True, 0, 1, -1, 200, 300, -129, 2**31, 2**40, -(2**63), 2**63, 2**64, 1.5, float("nan"), 1j]
    for name in ["add", "divide", "power", "less", "equal", "maximum", "logical_or", "left_shift"]:
        u = getattr(np, name)
        for d in DTYPES:
            a = np.array([1, 0, 3], dtype=d)
            for s in given:
                if name in ("power",) and s in (-1, -129, -(2**63)) and np.dtype(d).kind in "b":
                    continue
                if d == "bool" and isinstance(s, int) and abs(s) >= 2**31 and name not in ("less", "equal", "greater_equal", "logical_or"):
                    continue  # NumPy's default integer holds it
                if isinstance(s, int) and s >= 2**63 and (d == "bool" or name == "logical_or"):
                    continue  # NumPy asks for a C long, though only the truth of it counts
                if name == "power" and d == "complex64" and s == 2**64:
                    continue  # NumPy overflows on the way
                if name == "left_shift" and not isinstance(s, float) and s == 2**40:
                    continue
                for flip in (False, True):
                    spec = {"scalar": element(s, np.dtype(complex)) if isinstance(s, complex) else str(s) if isinstance(s, int) and not isinstance(s, bool) else "nan" if s != s else s}
                    args = [spec, array(a)] if flip else [array(a), spec]
                    emit("scalar", name, args, lambda: u(s, a) if flip else u(a, s))


def layouts():
    for k in range(400):
        nd = rng.randrange(1, 5)
        shape = [rng.choice([1, 2, 3]) for _ in range(nd)]

        def operand():
            s = [1 if rng.random() < 0.2 else n for n in shape][rng.choice([0, 0, 0, rng.randrange(nd)]):]
            n = len(s)
            perm = rng.sample(range(n), n) if rng.random() < 0.7 else list(range(n))
            steps = [rng.choice([1, 1, 1, -1, 2, -2]) for _ in range(n)]
            base_shape = [0] * n
            for i, p in enumerate(perm):
                base_shape[p] = s[i] * abs(steps[i])
            base = np.arange(int(np.prod(base_shape)), dtype="float64").reshape(base_shape)
            v = base.transpose(perm)[tuple(slice(None, None, st) for st in steps)]
            assert list(v.shape) == s
            return {"base": array(base), "perm": perm, "steps": steps}, v

        s1, v1 = operand()
        if rng.random() < 0.3:
            emit("layout", "negative", [s1], lambda: np.negative(v1))
            continue
        s2, v2 = operand()
        order = rng.choice(["K", "K", "K", "C", "F", "A"])
        emit("layout", "add", [s1, s2], lambda: np.add(v1, v2, order=order), kw={"order": order})


def options():
    a = np.array([1.5, 2.5, 3.5])
    i = np.array([1, 2, 3], dtype="int32")
    c = np.array([1j, 2, 3])
    A = {"a": a, "i": i, "c": c, "m": np.array([True, False, True]), "b": np.array([[1.0], [2.0]]), "f": a.astype("float32"), "u": i.astype("uint8"),
         "e": np.zeros(0), "w": np.arange(6.0).reshape(2, 3)}
    calls = [("add", "aa", {"dtype": "int32"}), ("add", "ii", {"dtype": "float64"}), ("add", "ii", {"dtype": "int8"}), ("add", "ac", {"casting": "no"}),
             ("add", "ai", {"casting": "equiv"}), ("add", "aa", {"dtype": "int32", "casting": "unsafe"}), ("add", "aa", {"dtype": "bool"}),
             ("add", "ai", {"casting": "safe"}), ("add", "cc", {"dtype": "float64"}), ("sqrt", "i", {"dtype": "float32"}), ("sqrt", "i", {"dtype": "int32"}),
             ("equal", "ai", {"dtype": "bool"}), ("equal", "ai", {"dtype": "float64"}), ("isnan", "a", {"dtype": "bool"}), ("divide", "ii", {"dtype": "float32"}),
             ("divide", "ii", {"dtype": "int32"}), ("negative", "m", {}), ("subtract", "mm", {}), ("positive", "m", {}), ("sign", "m", {}), ("gcd", "aa", {}),
             ("gcd", "ai", {}), ("left_shift", "ai", {}), ("invert", "a", {}), ("floor", "c", {}), ("fmod", "cc", {}), ("add", "ab", {}), ("add", "aw", {}),
             ("add", "ae", {}), ("add", "eb", {}), ("bitwise_count", "a", {}), ("ldexp", "aa", {}), ("ldexp", "ai", {}), ("ldexp", "fi", {}), ("ldexp", "iu", {}),
             ("modf", "i", {}), ("frexp", "u", {}), ("heaviside", "cc", {}), ("spacing", "c", {}), ("signbit", "i", {}), ("signbit", "m", {}),
             ("add", "mm", {}), ("multiply", "mm", {}), ("power", "mm", {}), ("floor_divide", "mm", {}), ("absolute", "m", {}), ("logaddexp", "ii", {}),
             ("nextafter", "ui", {}), ("hypot", "uu", {}), ("copysign", "ff", {}), ("exp", "u", {}), ("exp", "m", {}), ("deg2rad", "c", {})]
    for name, letters, kw in calls:
        xs = [A[k] for k in letters]
        emit("option", name, [array(x) for x in xs], lambda: getattr(np, name)(*xs, **kw), kw=kw)
    for out_dtype in ["float64", "float32", "int32", "complex128", "bool"]:
        for name, letters in [("add", "aa"), ("add", "ii"), ("equal", "aa"), ("add", "cc")]:
            xs = [A[k] for k in letters]
            out = np.zeros(3, out_dtype)
            emit("option", name, [array(x) for x in xs], lambda: getattr(np, name)(*xs, out=out), kw={}, out=array(np.zeros(3, out_dtype)))
    for shape in [(3,), (1,), (2, 3), (3, 1), (4,), ()]:
        out = np.zeros(shape)
        emit("option", "add", [array(a), array(a)], lambda: np.add(a, a, out=out), kw={}, out=array(np.zeros(shape)))
        out2 = np.zeros(shape)
        emit("option", "add", [array(a[:1]), array(a[:1])], lambda: np.add(a[:1], a[:1], out=out2), kw={}, out=array(np.zeros(shape)))
    for where in [A["m"], np.array([[True], [False]]), np.array(True), a, np.zeros(4, bool)]:
        out = np.full((2, 3), 9.0)
        emit("option", "add", [array(A["w"]), array(a)], lambda: np.add(A["w"], a, out=out, where=where), kw={}, out=array(np.full((2, 3), 9.0)), where=array(where))


def methods():
    w = np.array([[3, 1, 2], [6, 5, 4]])
    inputs = {d: w.astype(d) for d in ["bool", "int8", "uint16", "int64", "float16", "float32", "float64", "complex128"]}
    for name in ["add", "subtract", "multiply", "maximum", "fmin", "logical_and", "logical_or", "bitwise_xor", "power", "hypot", "equal", "gcd", "arctan2",
                 "logaddexp", "remainder", "divide"]:
        u = getattr(np, name)
        for d, a in inputs.items():
            if name == "arctan2" or (name == "power" and a.dtype.kind == "f"):
                continue  # NumPy's vector loops read what they have just written
            for kw in [{"axis": 0}, {"axis": 1}, {"axis": None}, {"axis": [0, 1], "keepdims": True}, {"axis": 5}]:
                py = {k: tuple(v) if isinstance(v, list) else v for k, v in kw.items()}
                emit("method", name + ".reduce", [array(a)], lambda: u.reduce(a, **py), kw=kw)
            for kw in [{"axis": 0}, {"axis": 1}, {}]:
                emit("method", name + ".accumulate", [array(a)], lambda: u.accumulate(a, **kw), kw=kw)
            emit("method", name + ".reduceat", [array(a), array(np.array([0, 2, 1], "int32"))], lambda: u.reduceat(a, [0, 2, 1], axis=1), kw={"axis": 1})
            emit("method", name + ".outer", [array(a[0]), array(a[1, :2])], lambda: u.outer(a[0], a[1, :2]), kw={})
    e = np.zeros((0, 3))
    for name in ["add", "multiply", "maximum", "minimum", "logical_or", "subtract", "hypot"]:
        for kw in [{"axis": 0}, {"axis": 1}, {"axis": None}]:
            emit("method", name + ".reduce", [array(e)], lambda: getattr(np, name).reduce(e, **kw), kw=kw)
    for name, arr in [("sin", w), ("divmod", w), ("modf", w)]:
        emit("method", name + ".reduce", [array(arr)], lambda: getattr(np, name).reduce(arr), kw={})
        emit("method", name + ".accumulate", [array(arr)], lambda: getattr(np, name).accumulate(arr), kw={})
    f = w.astype(float)
    for kw in [{"initial": 10}, {"initial": 2.5, "axis": 1}]:
        for name in ["add", "maximum", "multiply", "minimum"]:
            emit("method", name + ".reduce", [array(f)], lambda: getattr(np, name).reduce(f, **kw), kw=kw)
    emit("method", "add.reduceat", [array(f), array(np.array([0, 7]))], lambda: np.add.reduceat(f, [0, 7]), kw={})
    emit("method", "add.accumulate", [array(np.float64(3))], lambda: np.add.accumulate(np.float64(3)), kw={})
    emit("method", "maximum.reduce", [array(f)], lambda: np.maximum.reduce(f, where=[True, False, True]), kw={"where": [True, False, True]})


if __name__ == "__main__":
    for family in (loops, pairs, scalars, layouts, options, methods):
        family()
