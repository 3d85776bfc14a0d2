"""Elementary functions at random bit patterns, computed with hundreds of digits and rounded once.

    python3 oracle/accuracy.py > test/golden/accuracy.jsonl
"""
import json
import math
import random
import struct
import sys

import mpmath
from mpmath import mp, mpf

rng = random.Random(5)
mp.prec = 1300  # enough to take 2 pi out of the largest double
N = int(sys.argv[1]) if len(sys.argv) > 1 else 60


def pattern():
    while True:
        x = struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]
        if math.isfinite(x):
            return x


def near(center, spread):
    return center + rng.uniform(-1, 1) * spread * 2.0 ** -rng.randrange(0, 40)


def rounded(y):
    """The double next to y."""
    if mpmath.isnan(y):
        return math.nan
    if mpmath.isinf(y):
        return math.inf if y > 0 else -math.inf
    if y == 0:
        return 0.0
    m, e = mpmath.frexp(y)
    if e > 1024:
        return math.inf if y > 0 else -math.inf
    if e < -1080:
        return 0.0
    places = min(53, e + 1074)
    if places < 0:
        return 0.0
    scaled = mpmath.ldexp(m, places)
    whole = mpmath.nint(scaled)
    return math.ldexp(int(whole), e - places)


def real(f, low=-math.inf, high=math.inf):
    return lambda x: f(mpf(x)) if low <= x <= high else mp.nan


def big(f, limit):
    """Beyond the limit the answer is infinite or 0, and mpmath need not work it out."""
    return lambda x: f(x) if abs(x) < limit else (mp.inf if x > 0 else mpf(0))


UNARY = {
    "exp": (big(mpmath.exp, 800), [(0, 700), (0, 1)]), "exp2": (big(lambda x: mpf(2) ** x, 1200), [(0, 1070), (0, 1)]),
    "expm1": (lambda x: mpmath.expm1(x) if abs(x) < 800 else (mp.inf if x > 0 else mpf(-1)), [(0, 40), (0, 1), (0, 700)]),
    "log": (real(mpmath.log, 0), [(1, 1), (5, 5)]), "log2": (real(lambda x: mpmath.log(x) / mpmath.log(2), 0), [(1, 1), (5, 5)]),
    "log10": (real(lambda x: mpmath.log10(x), 0), [(1, 1), (5, 5), (500, 499)]), "log1p": (lambda x: mpmath.log1p(x) if x >= -1 else mp.nan, [(0, 1), (5, 5)]),
    "cbrt": (lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)), [(0, 100)]), "sqrt": (real(mpmath.sqrt, 0), [(5, 5)]),
    "sin": (mpmath.sin, [(0, 4), (0, 1000), (0, 1e9)]), "cos": (mpmath.cos, [(0, 4), (0, 1000), (0, 1e9)]), "tan": (mpmath.tan, [(0, 4), (0, 1000), (0, 1e9)]),
    "arcsin": (real(mpmath.asin, -1, 1), [(0, 1), (1, 1), (-1, 1)]), "arccos": (real(mpmath.acos, -1, 1), [(0, 1), (1, 1), (-1, 1)]), "arctan": (mpmath.atan, [(0, 1), (0, 20)]),
    "sinh": (lambda x: mpmath.sinh(x) if abs(x) < 800 else mpmath.sign(x) * mp.inf, [(0, 1), (0, 30), (0, 710)]), "cosh": (lambda x: mpmath.cosh(x) if abs(x) < 800 else mp.inf, [(0, 1), (0, 30), (0, 710)]),
    "tanh": (lambda x: mpmath.tanh(x) if abs(x) < 800 else mpmath.sign(x), [(0, 1), (0, 22)]),
    "arcsinh": (mpmath.asinh, [(0, 1), (0, 100)]), "arccosh": (real(mpmath.acosh, 1), [(1, 0.99), (50, 49)]), "arctanh": (real(mpmath.atanh, -1, 1), [(0, 1), (1, 1)]),
    "deg2rad": (lambda x: x * mp.pi / 180, [(0, 360)]), "rad2deg": (lambda x: x * 180 / mp.pi, [(0, 7)]),
}


def power(x, y):
    if x < 0:
        if y != int(y):
            return mp.nan
        return power(-x, y) * (-1 if int(y) % 2 else 1)
    if x == 0 or y == 0:
        return mpf(1) if y == 0 else (mp.inf if y < 0 else mpf(0))
    e = y * mpmath.log(x)
    return mpmath.exp(e) if abs(e) < 800 else (mp.inf if e > 0 else mpf(0))


BINARY = {
    "power": (power, [((1, 0.99), (0, 300)), ((50, 49), (0, 100)), ((0, 3), None)]),
    "hypot": (lambda x, y: mpmath.sqrt(x * x + y * y), [((0, 5), (0, 5)), ((0, 1e200), (0, 1e200)), ((0, 1e-200), (0, 1e-200))]),
    "arctan2": (lambda x, y: mpmath.atan2(x, y), [((0, 5), (0, 5))]),
}


def emit(name, columns, ys):
    print(json.dumps({"fn": name, "inputs": columns, "output": [y if math.isfinite(y) else str(y) for y in ys]}, separators=(",", ":")))


if __name__ == "__main__":
    for name, (f, ranges) in UNARY.items():
        xs = [pattern() for _ in range(N)] + [near(c, s) for c, s in ranges for _ in range(N)]
        emit(name, [xs], [rounded(f(mpf(x))) for x in xs])
    for name, (f, ranges) in BINARY.items():
        pairs = [(pattern(), pattern()) for _ in range(N)]
        if name == "power":
            pairs = [(abs(a), b) for a, b in pairs]
        for a, b in ranges:
            pairs += [(near(*a), near(*b) if b else float(rng.randrange(-200, 200))) for _ in range(N)]
        emit(name, [[p[0] for p in pairs], [p[1] for p in pairs]], [rounded(f(mpf(a), mpf(b))) for a, b in pairs])
