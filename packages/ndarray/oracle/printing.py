"""Writes ../test/golden/printing.jsonl and float_text.jsonl: what NumPy prints.

    python3 printing.py
"""
import json
import pathlib

import numpy as np

from encode import array, number

GOLDEN = pathlib.Path(__file__).parent.parent / "test" / "golden"
FLOATS = ["float16", "float32", "float64"]
INTS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
COMPLEX = ["complex64", "complex128"]
SHAPES = [(), (1,), (3,), (7,), (30,), (2, 3), (3, 1), (2, 2, 2), (1, 2, 1, 3), (4, 25), (2, 40), (0,), (0, 3), (2, 0), (3, 0, 2), (2, 3, 12)]
LARGE = [(1001,), (1200,), (40, 30), (2, 600), (600, 2), (11, 10, 10), (7, 3, 60), (101, 10, 1), (1001, 1)]
OPTIONS = [
    {"precision": 3}, {"precision": 0}, {"precision": 17}, {"suppress": True}, {"linewidth": 40}, {"linewidth": 10}, {"threshold": 5},
    {"threshold": 0, "edgeitems": 1}, {"threshold": 5, "edgeitems": 2, "linewidth": 30}, {"sign": "+"}, {"sign": " "},
    {"floatmode": "fixed"}, {"floatmode": "unique"}, {"floatmode": "maxprec_equal"}, {"floatmode": "fixed", "precision": 3},
    {"floatmode": "maxprec_equal", "precision": 3}, {"nanstr": "not a number", "infstr": "boundless"},
    {"suppress": True, "precision": 4, "sign": "+"}, {"sign": " ", "floatmode": "fixed", "precision": 2}, {"edgeitems": 0, "threshold": 3},
]


def floats(rng, size, kind):
    if kind == "whole":
        return rng.integers(-100, 100, size).astype(float)
    if kind == "quarters":
        return rng.integers(-400, 400, size) / 4
    if kind == "normal":
        return rng.standard_normal(size)
    if kind == "wide":
        return rng.standard_normal(size) * 10.0 ** rng.integers(-12, 12, size)
    if kind == "small":
        return rng.standard_normal(size) * 1e-3
    if kind == "huge":
        return rng.standard_normal(size) * 10.0 ** rng.integers(-300, 300, size)
    if kind == "positive":
        return rng.random(size)
    if kind == "special":
        return rng.choice([np.nan, np.inf, -np.inf, 0.0, -0.0, 1.0, -2.5, 1e-5, 12345.678], size)
    if kind == "nonfinite":
        return rng.choice([np.nan, np.inf, -np.inf], size)
    if kind == "nans":
        return rng.choice([np.nan, 1.0, 2.0], size)
    if kind == "tens":
        return 10.0 ** rng.integers(-8, 10, size)
    if kind == "halves":
        return rng.integers(0, 2000, size) / 16
    return 2.0 ** rng.integers(-20, 20, size)


KINDS = ["whole", "quarters", "normal", "wide", "small", "huge", "positive", "special", "nonfinite", "nans", "tens", "halves", "powers"]


def make(rng, dtype, shape):
    size = int(np.prod(shape))
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        return (rng.random(size) < 0.5).reshape(shape)
    with np.errstate(all="ignore"):
        if dtype.kind == "f":
            return floats(rng, size, rng.choice(KINDS)).astype(dtype).reshape(shape)
        if dtype.kind == "c":
            kind = rng.choice(KINDS)
            other = kind if rng.random() < 0.7 else rng.choice(KINDS)
            z = np.empty(size, dtype)
            z.real = floats(rng, size, kind)
            z.imag = floats(rng, size, other)
            return z.reshape(shape)
    info = np.iinfo(dtype)
    low, high = (info.min, info.max) if rng.random() < 0.3 else (max(info.min, -20), 100)
    return rng.integers(low, high, size, dtype=dtype, endpoint=True).reshape(shape)


def case(a, options):
    with np.printoptions(**options):
        out = {"a": array(a), "str": str(a), "repr": repr(a)}
    return {**out, "options": options} if options else out


def printing(rng):
    every = ["bool", *INTS, *FLOATS, *COMPLEX]
    for dtype in every:
        for shape in SHAPES:
            for _ in range(3 if np.dtype(dtype).kind in "fc" else 1):
                yield case(make(rng, dtype, shape), {})
    for dtype in ["bool", "int32", "int64", "float32", "float64", "complex128"]:
        for shape in LARGE:
            a = make(rng, dtype, shape)
            if a.dtype.kind in "iu":
                a = np.arange(a.size, dtype=a.dtype).reshape(shape)
            yield case(a, {})
    for options in OPTIONS:
        for dtype in ["bool", "int64", "uint8", "float16", "float32", "float64", "float64", "float64", "complex64", "complex128"]:
            for shape in [(), (4,), (3, 12), (2, 7, 2)]:
                yield case(make(rng, dtype, shape), options)


def float_text(rng):
    for dtype in FLOATS:
        for kind in KINDS:
            with np.errstate(all="ignore"):
                values = floats(rng, 12, kind).astype(dtype)
            for x in values:
                kw = {}
                if rng.random() < 0.6:
                    kw["precision"] = int(rng.integers(0, 12))
                if "precision" in kw and rng.random() < 0.4:
                    kw["unique"] = False
                elif rng.random() < 0.3:
                    kw["min_digits"] = int(rng.integers(0, kw.get("precision", 20) + 1))
                if rng.random() < 0.6:
                    kw["trim"] = str(rng.choice(list("k.0-")))
                if rng.random() < 0.3:
                    kw["sign"] = True
                if rng.random() < 0.3:
                    kw["pad_left"] = int(rng.integers(1, 8))
                scientific = dict(kw)
                if rng.random() < 0.3:
                    scientific["exp_digits"] = int(rng.integers(1, 5))
                if rng.random() < 0.3:
                    kw["pad_right"] = int(rng.integers(1, 8))
                if rng.random() < 0.3 and kw.get("precision") != 0:
                    kw["fractional"] = False
                base = {"dtype": dtype, "x": number(x)}
                yield {**base, "fn": "positional", "kw": kw, "text": np.format_float_positional(x, **kw)}
                yield {**base, "fn": "scientific", "kw": scientific, "text": np.format_float_scientific(x, **scientific)}


def write(name, cases):
    (GOLDEN / name).write_text("".join(json.dumps(c) + "\n" for c in cases))


if __name__ == "__main__":
    write("printing.jsonl", printing(np.random.default_rng(1)))
    write("float_text.jsonl", float_text(np.random.default_rng(2)))
