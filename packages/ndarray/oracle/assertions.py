"""What NumPy's assertions say: writes test/golden/assertions.jsonl.

    python3 oracle/assertions.py
"""
import json
import random
from pathlib import Path

import numpy as np

from encode import array

rng = random.Random(23)
FUNCTIONS = ["assert_allclose", "assert_array_equal", "assert_array_almost_equal", "assert_array_less"]
DTYPES = ["bool", "int8", "uint8", "int64", "float32", "float64", "complex128"]


def pair():
    shape = tuple(rng.randrange(1, 4) for _ in range(rng.randrange(0, 3)))
    if rng.random() < 0.1:
        shape = (rng.choice([12, 1100]),)
    dtype = rng.choice(DTYPES)
    n = int(np.prod(shape))
    a = np.array([rng.randrange(0 if dtype[0] in "ub" else -9, 10) for _ in range(n)]).reshape(shape).astype(dtype)
    if dtype[0] in "fc":
        a = a / 4
    b = a.copy()
    flat = b.reshape(-1)
    for _ in range(rng.choice([0, 1, 1, 2, 7])):
        i = rng.randrange(n)
        if dtype[0] in "fc":
            flat[i] += rng.choice([1e-9, 1e-3, 0.25, 5, 1e-5])
            if rng.random() < 0.15:
                flat[i] = rng.choice([np.nan, np.inf, -np.inf])
        else:
            flat[i] = rng.randrange(0, 10)
    if rng.random() < 0.1 and shape:
        b = b[:-1] if shape[0] > 1 else b.reshape(-1)[:1].repeat(3)
    return a, b


def case():
    fn = rng.choice(FUNCTIONS)
    a, b = pair()
    if fn == "assert_array_less" and a.dtype.kind == "c":
        return None
    kw = {}
    if fn == "assert_allclose":
        kw = rng.choice([{}, {"rtol": 0.01}, {"atol": 0.5}, {"rtol": 1e-5, "atol": 1e-8}, {"err_msg": "so it is"}, {"equal_nan": False}])
    elif fn == "assert_array_almost_equal":
        kw = rng.choice([{}, {"decimal": 2}, {"decimal": 8}, {"err_msg": "two\nlines"}])
    else:
        kw = rng.choice([{}, {}, {"err_msg": "told so"}, {"strict": True}, {"verbose": False}])
    message = None
    try:
        with np.errstate(all="ignore"):
            getattr(np.testing, fn)(a, b, **kw)
    except AssertionError as e:
        message = str(e)
    except TypeError:
        return None  # booleans cannot be subtracted
    return {"fn": fn, "actual": array(a), "desired": array(b), "kw": kw, "message": message}


def main():
    cases = [c for c in (case() for _ in range(320)) if c]
    path = Path(__file__).parent.parent / "test" / "golden" / "assertions.jsonl"
    path.write_text("".join(json.dumps(c, separators=(",", ":")) + "\n" for c in cases))


main()
