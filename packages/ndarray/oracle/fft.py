"""Writes ../test/golden/fft.jsonl: transforms as NumPy computes them.

    python3 fft.py
"""
import json
import pathlib

import numpy as np

from encode import array

GOLDEN = pathlib.Path(__file__).parent.parent / "test" / "golden"
ONE = ["fft", "ifft", "rfft", "irfft", "hfft", "ihfft"]
MANY = ["fftn", "ifftn", "rfftn", "irfftn", "fft2", "ifft2", "rfft2", "irfft2"]


def make(rng, dtype, shape):
    kind = np.dtype(dtype).kind
    if kind == "b":
        return rng.random(shape) < 0.5
    if kind in "iu":
        return rng.integers(0, 50, shape).astype(dtype)
    a = rng.standard_normal(shape)
    return (a + 1j * rng.standard_normal(shape)).astype(dtype) if kind == "c" else a.astype(dtype)


def case(fn, a, kw):
    try:
        return {"fn": fn, "a": array(a), "kw": kw, "result": array(getattr(np.fft, fn)(a, **kw))}
    except Exception as e:
        return {"fn": fn, "a": array(a), "kw": kw, "error": "TypeError" if isinstance(e, TypeError) else type(e).__name__}


def cases(rng):
    for n in [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 16, 30, 53, 64, 101]:
        for fn in ONE:
            for dtype in ["float64", "complex128"]:
                yield case(fn, make(rng, dtype, (n,)), {})
    dtypes = ["bool", "int32", "int64", "uint8", "float16", "float32", "float64", "complex64", "complex128"]
    for _ in range(160):
        shape = tuple(int(x) for x in rng.integers(1, 6, rng.integers(1, 4)))
        a = make(rng, rng.choice(dtypes), shape)
        kw = {"norm": [None, "backward", "ortho", "forward"][rng.integers(4)]}
        if rng.random() < 0.5:
            kw["n"] = int(rng.integers(0, 9))
        kw["axis"] = int(rng.integers(-a.ndim, a.ndim)) if rng.random() < 0.95 else 5
        yield case(str(rng.choice(ONE)), a, kw)
    for _ in range(160):
        shape = tuple(int(x) for x in rng.integers(1, 6, rng.integers(1, 4)))
        a = make(rng, rng.choice(dtypes), shape)
        kw = {"norm": [None, "backward", "ortho", "forward"][rng.integers(4)]}
        if rng.random() < 0.6:
            kw["axes"] = [int(x) for x in rng.permutation(a.ndim)[: rng.integers(1, a.ndim + 1)]]
            if rng.random() < 0.6:
                kw["s"] = [int(rng.choice([-1, 1, 2, 3, 6])) for _ in kw["axes"]]
        yield case(str(rng.choice(MANY)), a, kw)
    for n in range(1, 9):
        yield {"fn": "fftfreq", "n": n, "kw": {"d": 0.1 * n}, "result": array(np.fft.fftfreq(n, 0.1 * n))}
        yield {"fn": "rfftfreq", "n": n, "kw": {"d": 0.1 * n}, "result": array(np.fft.rfftfreq(n, 0.1 * n))}
        for fn in ["fftshift", "ifftshift"]:
            a = make(rng, "int32", (n, 3))
            yield case(fn, a, {})
            yield case(fn, a, {"axes": 0})
            yield case(fn, a, {"axes": [1]})


if __name__ == "__main__":
    (GOLDEN / "fft.jsonl").write_text("".join(json.dumps(c) + "\n" for c in cases(np.random.default_rng(4))))
