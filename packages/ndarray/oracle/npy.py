"""Writes ../test/golden/npy.jsonl: arrays, and the files NumPy makes of them (base64).

    python3 npy.py
"""
import base64
import io
import json
import pathlib
import warnings

import numpy as np

from encode import array

GOLDEN = pathlib.Path(__file__).parent.parent / "test" / "golden"
DTYPES = "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 complex64 complex128".split()
SHAPES = [(), (1,), (3,), (0,), (2, 3), (0, 3), (3, 0), (2, 1, 3), (12, 11)]


def make(rng, dtype, shape):
    a = rng.integers(0, 2 if dtype == "bool" else 100, shape) * (1.5 if dtype[0] in "fc" else 1)
    if dtype[0] == "c":
        a = a - 2.5j * rng.integers(0, 9, shape)
    return np.asarray(a).astype(dtype)


def stored(a, version=None):
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        np.lib.format.write_array(out, a, version)
    return base64.b64encode(out.getvalue()).decode()


def cases(rng):
    for dtype in DTYPES:
        for shape in SHAPES:
            for order in "CF":
                a = np.array(make(rng, dtype, shape), order=order)
                yield {"a": array(a), "order": order, "file": stored(a), "same": True}
        for version in [(1, 0), (2, 0), (3, 0)]:
            a = make(rng, dtype, (2, 3))
            yield {"a": array(a), "order": "C", "file": stored(a, version), "same": version == (1, 0)}
            swapped = a.astype(a.dtype.newbyteorder(">"))
            yield {"a": array(a), "order": "C", "file": stored(swapped, version), "same": a.dtype.itemsize == 1 and version == (1, 0)}


def archives(rng):
    for arrays in [{"x": make(rng, "float64", (2,)), "yy": make(rng, "int8", ())}, {}, {"größe": make(rng, "bool", (3, 2))}]:
        for save in [np.savez, np.savez_compressed]:
            out = io.BytesIO()
            save(out, **arrays)
            file = base64.b64encode(out.getvalue()).decode()
            yield {"arrays": {k: array(v) for k, v in arrays.items()}, "file": file, "same": save is np.savez}


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    for name, lines in [("npy.jsonl", cases(rng)), ("npz.jsonl", archives(rng))]:
        (GOLDEN / name).write_text("".join(json.dumps(c) + "\n" for c in lines))
