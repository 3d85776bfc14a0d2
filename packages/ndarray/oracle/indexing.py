"""What NumPy answers to `a[...]` and `a[...] = v`: writes test/golden/indexing.jsonl.

    python3 oracle/indexing.py

Index parts are whole numbers, slices as text, "...", null, true and false, nested lists, or arrays.
"""
import json
import random
from pathlib import Path

import numpy as np

from encode import array

DTYPES = ["bool", "int8", "uint16", "int64", "float16", "float64", "complex64"]


def as_slice(text):
    return slice(*(int(p) if p else None for p in text.split(":")))


def values(rng, shape, dtype):
    n = int(np.prod(shape))
    if dtype == "bool":
        return np.array([rng.random() < 0.5 for _ in range(n)], bool).reshape(shape)
    low = 0 if dtype.startswith("u") else -9
    real = np.array([rng.randrange(low, 10) for _ in range(n)], dtype)
    return (real + (1j * real[::-1] if dtype.startswith("complex") else 0)).astype(dtype).reshape(shape)


def part(rng, n, grid, wild):
    """One part for an axis of length n: as written and as Python has it."""
    kind = rng.choice(["int", "slice", "slice", "list", "array", "mask", "scalar array"])
    reach = n + (1 if wild else 0)
    if kind == "int" and reach:
        i = rng.randrange(-reach, reach)
        return i, i
    if kind == "scalar array" and reach:
        i = np.array(rng.randrange(-reach, reach), "int32")
        return {"array": array(i)}, i
    if kind in ("list", "array") and reach:
        shape = grid if rng.random() < 0.7 else [1 if rng.random() < 0.5 else g for g in grid[rng.randrange(len(grid) + 1):]]
        x = np.array([rng.randrange(-reach, reach) for _ in range(int(np.prod(shape)))], rng.choice(["int8", "int32", "int64"])).reshape(shape)
        if kind == "list" and x.ndim:
            return x.tolist(), x.tolist()
        return {"array": array(x)}, x
    if kind == "mask":
        m = np.array([rng.random() < 0.5 for _ in range(n + (rng.random() < 0.1) * wild)], bool)
        return ({"array": array(m)}, m) if rng.random() < 0.5 or not len(m) else (m.tolist(), m.tolist())
    bound = lambda: "" if rng.random() < 0.4 else str(rng.randrange(-n - 2, n + 3))
    text = f"{bound()}:{bound()}{rng.choice(['', '', ':2', ':-1', ':-3'])}"
    return text, as_slice(text)


def index(rng, shape):
    grid = [rng.randrange(1, 4) for _ in range(rng.randrange(1, 3))]
    wild = rng.random() < 0.15
    written, real, axis = [], [], 0
    if rng.random() < 0.1 and len(shape) > 1:
        m = values(rng, shape[:2], "bool")
        written.append({"array": array(m)}), real.append(m)
        axis = 2
    while axis < len(shape):
        roll = rng.random()
        if roll < 0.1:
            written.append(None), real.append(None)
            continue
        if roll < 0.16:
            b = rng.random() < 0.7
            written.append(b), real.append(b)
            continue
        if roll < 0.28:
            break
        w, r = part(rng, shape[axis], grid, wild)
        written.append(w), real.append(r)
        axis += 1
    if rng.random() < 0.3:
        at = rng.randrange(len(written) + 1)
        written.insert(at, "..."), real.insert(at, Ellipsis)
    if wild and rng.random() < 0.2:
        written.append(0), real.append(0)
    return written, tuple(real)


def case(rng):
    shape = tuple(rng.choice([1, 2, 3, 4, 4, 0]) for _ in range(rng.randrange(0, 4)))
    a = values(rng, shape, rng.choice(DTYPES))
    written, real = index(rng, shape)
    layout = rng.choice(["C", "F", "reversed", "strided"])
    line = {"a": {**array(a), "layout": layout}, "index": written}
    try:
        got = a[real]
    except Exception as e:
        return {**line, "error": type(e).__name__, "message": str(e)}
    if rng.random() < 0.5:
        return {**line, "expect": array(got)}
    target = np.shape(got)
    vshape = tuple(1 if rng.random() < 0.3 else s for s in target[rng.randrange(len(target) + 1):]) if rng.random() < 0.9 else (5,)
    v = values(rng, vshape, str(a.dtype) if rng.random() < 0.7 else "float64" if a.dtype.kind != "c" else "complex64")
    line["value"] = array(v)
    b = a.copy()
    try:
        b[real] = v
    except Exception as e:
        return {**line, "error": type(e).__name__, "message": str(e)}
    return {**line, "expect": array(b)}


def main():
    rng = random.Random(21)
    with np.errstate(all="ignore"):
        cases = [case(rng) for _ in range(700)]
    path = Path(__file__).parent.parent / "test" / "golden" / "indexing.jsonl"
    path.write_text("".join(json.dumps(c, separators=(",", ":")) + "\n" for c in cases))


main()
