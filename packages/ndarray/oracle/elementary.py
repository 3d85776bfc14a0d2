"""Elementary functions at points that are hard: exact values as sums of two doubles, computed with mpmath.

Run: python3 packages/ndarray/oracle/elementary.py > packages/ndarray/test/golden/elementary.jsonl
One line a function: its name, and points [x, high, low] where the exact value is high + low.
"""

import json
import math
import random
import struct

import mpmath as mp

mp.mp.prec = 400
random.seed(1)

FUNCTIONS = {
    "exp": mp.exp,
    "exp2": lambda x: mp.mpf(2) ** x,
    "expm1": mp.expm1,
    "log": mp.log,
    "sin": mp.sin,
    "cos": mp.cos,
    "tanh": mp.tanh,
    "log1p": mp.log1p,
    "log2": lambda x: mp.log(x, 2),
    "log10": mp.log10,
    "tan": mp.tan,
    "arctan": mp.atan,
    "sinh": mp.sinh,
    "cosh": mp.cosh,
    "arcsin": mp.asin,
    "arccos": mp.acos,
    "cbrt": lambda x: mp.sign(x) * mp.cbrt(abs(x)),
}
SPECIAL = [5e-324, 1e-310, 2.2250738585072014e-308, 1e-20, 0.5, 1.0, 2.0, math.pi / 2, math.pi, 3 * math.pi / 4, 1e5, 1e22, 1e300]
SPECIAL += [709.78, -708.5, -745.1, 1023.9, -1073.5, 21.9, 0.625, 16384.0, 16385.0, 6381956970095103.0 * 2.0**797, 1 - 2**-53, 1 + 2**-52]


def points():
    for x in SPECIAL:
        yield x
        yield -x
    for k in range(90):
        kind = k % 3
        if kind == 0:
            yield struct.unpack("d", struct.pack("Q", random.getrandbits(64)))[0]
        elif kind == 1:
            yield random.uniform(-3, 3)
        else:
            yield random.uniform(-700, 700)


for name, exact in FUNCTIONS.items():
    found = []
    for x in points():
        if not math.isfinite(x) or (name in ("log", "log2", "log10") and x <= 0) or (name == "log1p" and x <= -1) or (name.startswith("arc") and name != "arctan" and abs(x) > 1):
            continue
        y = exact(mp.mpf(x))
        high = float(y)
        if not math.isfinite(high):
            continue
        found.append([x, high, float(y - mp.mpf(high))])
    print(json.dumps({"name": name, "points": found}))
