"""How the golden files write an array: dtype, shape, and the elements in C order.

64-bit integers are strings, complex numbers pairs, and what JSON cannot say has a name.
"""
import math

import numpy as np


def number(x):
    x = float(x)
    if math.isnan(x):
        return "nan"
    if math.isinf(x):
        return "inf" if x > 0 else "-inf"
    if x == 0 and math.copysign(1, x) < 0:
        return "-0"
    return int(x) if x.is_integer() and abs(x) < 2**53 else x


def element(x, dtype):
    if dtype.kind == "b":
        return bool(x)
    if dtype.kind == "c":
        return [number(x.real), number(x.imag)]
    if dtype.kind == "f":
        return number(x)
    return str(int(x)) if dtype.itemsize == 8 else int(x)


def array(a):
    a = np.asarray(a)
    return {"dtype": a.dtype.name, "shape": list(a.shape), "data": [element(x, a.dtype) for x in a.ravel()]}
