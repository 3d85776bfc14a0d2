"""What NumPy answers for functions of elements that are no ufuncs: rounding, clipping, parts of complex numbers, nan replaced.

    python3 oracle/rounding.py > test/golden/rounding.jsonl
"""
import json
import random
import warnings

import numpy as np

from encode import array
from ufuncs import DTYPES, outcome, values

warnings.simplefilter("ignore")
rng = random.Random(13)


def emit(fn, args, kw=None):
    spec = [array(x) if isinstance(x, np.ndarray) else {"scalar": str(x) if isinstance(x, int) else x} for x in args]
    py = kw or {}
    print(json.dumps({"kind": fn, "fn": fn, "args": spec, "kw": py, "rounded": fn in ("sinc", "i0", "angle", "round"),
                      **outcome(lambda: getattr(np, fn)(*args, **py))}, separators=(",", ":")))


if __name__ == "__main__":
    for d in DTYPES:
        v = values(d)[:24]
        small = np.array([0, 1, 2.5, 7.49, 15, 25, 99.5, -3.5 if np.dtype(d).kind not in "ub" else 3], dtype=d)
        for decimals in [0, 1, 2, -1]:
            if d != "bool" or decimals == 0:
                emit("round", [small, decimals])
        for fn in ["fix", "nan_to_num", "sinc", "i0", "angle", "real", "imag", "isreal", "iscomplex", "isposinf", "isneginf", "real_if_close"]:
            if (fn == "i0" and np.dtype(d).kind in "biuc") or (fn == "sinc" and np.dtype(d).kind in "iu") or (fn == "fix" and np.dtype(d).kind == "c"):
                continue
            emit(fn, [small if fn in ("sinc", "i0") else v])
        emit("angle", [v], {"deg": True})
        emit("nan_to_num", [v], {"nan": 7, "posinf": 8, "neginf": -9})
        if np.dtype(d).kind != "b":
            for low, high in [(1, 5), (2, None), (None, 3), (5, 2), (0, 300)]:
                if high == 300 and d in ("int8", "uint8"):
                    emit("clip", [small], {"min": low, "max": high})
                    continue
                emit("clip", [small], {"min": low, "max": high})
            emit("clip", [small, np.array(2, dtype="float32"), np.array([[3], [9]], dtype="int16")])
            emit("clip", [small, 1.5, 3])
