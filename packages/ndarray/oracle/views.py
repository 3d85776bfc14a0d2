"""What NumPy makes of chains of view operations: writes test/golden/views.jsonl.

    python3 oracle/views.py

Each line is one chain over a root array whose elements count up: the operations, and the facts of the last view.
"""
import json
import random
from pathlib import Path

import numpy as np

from encode import element

DTYPES = ["bool", "int8", "uint16", "int32", "int64", "float16", "float32", "float64", "complex64", "complex128"]
SW = np.lib.stride_tricks.sliding_window_view


def slice_text(rng, n):
    part = lambda: "" if rng.random() < 0.4 else str(rng.randrange(-n - 1, n + 2))
    step = rng.choice(["", "", ":2", ":-1", ":3", ":-2"])
    return f"{part()}:{part()}{step}"


def as_slice(text):
    return slice(*(int(p) if p else None for p in text.split(":")))


def step(rng, a):
    """One operation: its name, its arguments, and the function that does it."""
    nd = a.ndim
    axis = rng.randrange(-nd, nd) if nd else 0
    other = rng.randrange(-nd, nd) if nd else 0
    name = rng.choice(["get", "get", "reshape", "ravel", "transpose", "swapaxes", "moveaxis", "rollaxis", "flip", "rot90", "expand_dims",
                       "squeeze", "diagonal", "broadcast_to", "view", "real", "imag", "T", "windows", "atleast_3d", "fliplr", "flipud", "mT"])
    if name == "get":
        parts, index = [], []
        for n in a.shape:
            if rng.random() < 0.15:
                parts.append(None), index.append(None)
            if n and rng.random() < 0.25:
                i = rng.randrange(-n, n)
                parts.append(i), index.append(i)
            elif rng.random() < 0.7:
                text = slice_text(rng, n)
                parts.append(text), index.append(as_slice(text))
            else:
                break
        if rng.random() < 0.3:
            at = rng.randrange(len(parts) + 1)
            parts.append("..."), index.append(...)
        elif all(isinstance(i, int) for i in index):
            parts.append("..."), index.append(...)
        return name, parts, lambda: a[tuple(index)]
    if name == "reshape":
        rest, target = a.size, []
        while rest > 1 and len(target) < 3:
            d = rng.choice([d for d in range(1, rest + 1) if rest % d == 0])
            target.append(d)
            rest //= d
        target.append(rest)
        rng.shuffle(target)
        order = rng.choice("CCFA")
        return name, [target, {"order": order}], lambda: np.reshape(a, target, order=order)
    if name == "ravel":
        order = rng.choice("CFAK")
        return name, [{"order": order}], lambda: np.ravel(a, order=order)
    if name == "transpose":
        axes = list(range(nd))
        rng.shuffle(axes)
        return name, [axes], lambda: np.transpose(a, axes)
    if name in ("swapaxes", "moveaxis"):
        return (name, [axis, other], lambda: getattr(np, name)(a, axis, other)) if nd else None
    if name == "rollaxis":
        start = rng.randrange(-nd, nd + 1)
        return (name, [axis, {"start": start}], lambda: np.rollaxis(a, axis, start)) if nd else None
    if name == "flip":
        if not nd:
            return None  # NumPy gives a scalar
        axes = rng.choice([None, axis, [axis]])
        return name, [{"axis": axes}], lambda: np.flip(a, tuple(axes) if isinstance(axes, list) else axes)
    if name == "rot90":
        if nd < 2:
            return None
        k, (i, j) = rng.randrange(-5, 6), rng.sample(range(nd), 2)
        return name, [{"k": k, "axes": [i, j]}], lambda: np.rot90(a, k, (i, j))
    if name == "expand_dims":
        at = rng.randrange(-nd - 1, nd + 1)
        return name, [{"axis": at}], lambda: np.expand_dims(a, at)
    if name == "squeeze":
        return name, [], lambda: np.squeeze(a)
    if name == "diagonal":
        if nd < 2:
            return None
        offset, (i, j) = rng.randrange(-3, 4), rng.sample(range(nd), 2)
        return name, [{"offset": offset, "axis1": i, "axis2": j}], lambda: np.diagonal(a, offset, i, j)
    if name == "broadcast_to":
        target = [rng.randrange(0, 4) if n == 1 else n for n in a.shape]
        target = [rng.randrange(1, 3) for _ in range(rng.randrange(2))] + target
        return name, [target], lambda: np.broadcast_to(a, target)
    if name == "view":
        dtype = rng.choice([d for d in DTYPES if d != "bool"])
        return name, [dtype], lambda: a.view(dtype)
    if name in ("real", "imag"):
        return (name, [], lambda: getattr(a, name)) if a.dtype.kind == "c" else None
    if name == "T":
        return name, [], lambda: a.T
    if name == "mT":
        return (name, [], lambda: a.mT) if nd >= 2 else None
    if name == "windows":
        if not nd or not a.shape[axis]:
            return None
        n = rng.randrange(1, a.shape[axis] + 1)
        return name, [n, {"axis": axis}], lambda: SW(a, n, axis)
    if name == "atleast_3d":
        return name, [], lambda: np.atleast_3d(a)
    if name in ("fliplr", "flipud"):
        return (name, [], lambda: getattr(np, name)(a)) if nd >= 2 else None
    return None


def case(rng):
    dtype = rng.choice(DTYPES)
    shape = [rng.choice([1, 1, 2, 3, 4, 5, 0]) for _ in range(rng.randrange(0, 4))]
    order = rng.choice("CF")
    root = np.array(np.arange(int(np.prod(shape))).reshape(shape, order=order), dtype=dtype, order=order)
    a, steps = root, []
    for _ in range(rng.randrange(1, 5)):
        chosen = step(rng, a)
        if chosen is None:
            continue
        name, args, call = chosen
        line = {"dtype": dtype, "shape": shape, "order": order, "steps": steps + [[name, args]]}
        try:
            following = np.asarray(call())
        except Exception as e:
            return {**line, "error": type(e).__name__, "message": str(e)}
        if following.size > 200 or not following.flags.aligned:
            break
        a, steps = following, line["steps"]
    if not steps:
        return None
    shares = bool(a.size and np.shares_memory(a, root))
    facts = {"dtype": a.dtype.name, "shape": list(a.shape), "shares": shares, "writeable": a.flags.writeable,
             "c": a.flags.c_contiguous, "f": a.flags.f_contiguous, "data": [element(x, a.dtype) for x in a.ravel()]}
    if shares:
        facts["strides"] = [s if n > 1 else None for n, s in zip(a.shape, a.strides)]
        facts["offset"] = a.__array_interface__["data"][0] - root.__array_interface__["data"][0]
    return {"dtype": dtype, "shape": shape, "order": order, "steps": steps, "expect": facts}


def main():
    rng = random.Random(20)
    with np.errstate(all="ignore"):
        cases = [c for c in (case(rng) for _ in range(900)) if c][:600]
    path = Path(__file__).parent.parent / "test" / "golden" / "views.jsonl"
    path.write_text("".join(json.dumps(c, separators=(",", ":")) + "\n" for c in cases))


main()
