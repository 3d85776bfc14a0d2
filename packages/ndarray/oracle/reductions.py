"""What NumPy's reductions answer: every dtype, axis and option, and what they refuse.

    python3 oracle/reductions.py > test/golden/reductions.jsonl
"""
import json
import random
import warnings

import numpy as np

from encode import array
from ufuncs import DTYPES, outcome

warnings.simplefilter("ignore")
rng = random.Random(12)
WHOLE = ["sum", "prod", "max", "min", "any", "all", "mean", "std", "var", "ptp", "argmax", "argmin", "count_nonzero", "nansum", "nanprod", "nanmax",
         "nanmin", "nanmean", "nanvar", "nanstd", "nanargmax", "nanargmin"]
RUNNING = ["cumsum", "cumprod", "cumulative_sum", "cumulative_prod", "nancumsum", "nancumprod"]
DEFAULT_INTEGER = {"sum", "prod", "nansum", "nanprod", "cumsum", "cumprod", "cumulative_sum", "cumulative_prod", "nancumsum", "nancumprod"}


def data(shape, dtype, special):
    d = np.dtype(dtype)
    n = int(np.prod(shape))
    if d.kind == "b":
        v = [rng.random() < 0.5 for _ in range(n)]
    elif d.kind in "iu":
        v = [rng.randrange(0 if d.kind == "u" else -4, 5) for _ in range(n)]
    else:
        pool = [-2.5, -1.0, 0.0, 0.5, 1.0, 1.5, 3.0] + ([np.nan, np.inf, -np.inf] if special else [])
        v = [complex(rng.choice(pool), rng.choice(pool)) if d.kind == "c" else rng.choice(pool) for _ in range(n)]
    return np.array(v, dtype=d).reshape(shape)


def emit(fn, a, kw, **extra):
    py = {k: tuple(v) if isinstance(v, list) and k == "axis" else v for k, v in kw.items()}
    if "out" in extra:
        py["out"] = np.zeros(extra["out"]["shape"], extra["out"]["dtype"])
    if "where" in extra:
        py["where"] = np.array(extra["where"]["data"], dtype=bool).reshape(extra["where"]["shape"])
    print(json.dumps({"kind": fn, "fn": fn, "args": [array(a)], "kw": kw, **extra, "rounded": True, **outcome(lambda: getattr(np, fn)(a, **py))},
                     separators=(",", ":")))


def options(nd):
    kw = {}
    r = rng.random()
    if r < 0.5 and nd:
        kw["axis"] = rng.randrange(-nd, nd)
    elif r < 0.7 and nd > 1:
        kw["axis"] = sorted(rng.sample(range(nd), 2))
    elif r < 0.73:
        kw["axis"] = nd + 1
    if rng.random() < 0.3:
        kw["keepdims"] = True
    return kw


if __name__ == "__main__":
    for fn in WHOLE:
        for dtype in DTYPES:
            for _ in range(5):
                shape = [rng.choice([1, 2, 3, 4]) for _ in range(rng.randrange(0, 4))]
                if rng.random() < 0.12 and shape:
                    shape[rng.randrange(len(shape))] = 0
                a = data(shape, dtype, special=fn not in ("std", "var", "nanstd", "nanvar") and rng.random() < 0.5)
                kw, extra = options(len(shape)), {}
                if fn in ("argmax", "argmin", "nanargmax", "nanargmin") and isinstance(kw.get("axis"), list):
                    del kw["axis"]
                if fn in ("sum", "prod", "mean", "std", "var", "nansum", "nanmean") and (fn not in ("std", "var") or np.dtype(dtype).kind != "c") and rng.random() < 0.3:
                    kw["dtype"] = rng.choice(["float64", "float32"] + ([] if fn in ("std", "var") else ["int64", "complex128"]))
                if fn in ("std", "var", "nanstd", "nanvar") and rng.random() < 0.5:
                    kw[rng.choice(["ddof", "correction"])] = rng.choice([0, 1, 2, 5])
                if fn in ("sum", "prod", "max", "min", "any", "all", "mean", "std", "var") and rng.random() < 0.3:
                    extra["where"] = array(data(shape, "bool", False))
                if fn in ("sum", "prod", "max", "min") and rng.random() < 0.3 and np.dtype(dtype).kind != "b":
                    kw["initial"] = rng.choice([2, 1])
                if dtype in ("bool", "int8", "int16", "uint8", "uint16") and fn in DEFAULT_INTEGER and "int64" == kw.get("dtype"):
                    del kw["dtype"]
                emit(fn, a, kw, **extra)
    for fn in RUNNING:
        for dtype in DTYPES:
            for _ in range(4):
                shape = [rng.choice([0, 1, 2, 3, 4]) if rng.random() < 0.3 else rng.choice([2, 3]) for _ in range(rng.randrange(0, 4))]
                a = data(shape, dtype, special=rng.random() < 0.4)
                kw = {"axis": rng.randrange(-len(shape), len(shape))} if shape and rng.random() < 0.7 else {}
                if fn.startswith("cumulative") and rng.random() < 0.5:
                    kw["include_initial"] = True
                if rng.random() < 0.2:
                    kw["dtype"] = rng.choice(["float32", "complex128"])
                emit(fn, a, kw)
    for fn in ["sum", "max", "mean", "var", "any", "argmax", "cumsum"]:
        for out in ["float64", "float32", "int32", "bool", "complex128", "int64"]:
            for shape in [[3], [2], [1, 3]]:
                if fn == "cumsum":
                    shape = [2] + shape[-1:]
                a = data([2, 3], "float64", False)
                emit(fn, a, {"axis": 0}, out=array(np.zeros(shape, out)))
