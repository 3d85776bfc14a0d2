"""Writes ../test/golden/linalg.jsonl: what np.linalg answers.

Vectors of eigen- and singular values have a sign of their own, so values alone are written for those.

    python3 linalg.py
"""
import json
import pathlib

import numpy as np

from encode import array

GOLDEN = pathlib.Path(__file__).parent.parent / "test" / "golden"
DTYPES = ["float64", "float64", "float32", "complex128", "complex64", "int32", "int64", "bool"]
STACKS = [(), (), (), (2,), (2, 3), (0,)]


def make(rng, dtype, shape):
    kind = np.dtype(dtype).kind
    if kind == "b":
        return rng.random(shape) < 0.5
    if kind == "i":
        return rng.integers(-9, 10, shape).astype(dtype)
    a = rng.standard_normal(shape)
    return (a + 1j * rng.standard_normal(shape)).astype(dtype) if kind == "c" else a.astype(dtype)


def outcome(fn, args, kw):
    try:
        r = getattr(np.linalg, fn)(*args, **kw)
    except Exception as e:
        return {"error": type(e).__name__, "message": str(e)}
    if fn in ("eigh", "eig"):
        return {"results": [array(r[0])]}
    if isinstance(r, tuple):
        return {"results": [array(x) for x in r]}
    return {"results": [array(r)]}


def case(fn, *args, **kw):
    out = outcome(fn, args, kw)
    shown = [array(a) if isinstance(a, np.ndarray) else a for a in args]
    kw = {k: ("inf" if v == np.inf else "-inf" if v == -np.inf else v) if isinstance(v, float) else v for k, v in kw.items()}
    return {"fn": fn, "args": shown, "kw": kw, **out}


def square(rng, n=None):
    n = int(rng.integers(1, 6)) if n is None else n
    return make(rng, rng.choice(DTYPES), (*STACKS[rng.integers(len(STACKS))], n, n))


def well(rng, dtype=None):
    """Square and far from singular."""
    a = make(rng, dtype or rng.choice(["float64", "float32", "complex128", "complex64", "int32"]), (*STACKS[rng.integers(len(STACKS))], *[int(rng.integers(1, 6))] * 2))
    return a + (20 * np.eye(a.shape[-1])).astype(a.dtype)


def tall(rng):
    return make(rng, rng.choice(DTYPES[:5]), (*STACKS[rng.integers(len(STACKS))], *(int(x) for x in rng.integers(1, 6, 2))))


def hermitian(rng):
    a = well(rng)
    return a + np.conj(np.swapaxes(a, -1, -2))


def cases(rng):
    for _ in range(30):
        yield case("det", square(rng))
        yield case("slogdet", well(rng))
        yield case("inv", well(rng))
        a = well(rng)
        n = a.shape[-1]
        b = make(rng, rng.choice(["float64", "float32", "complex128"]), (n,) if rng.random() < 0.5 else (*(a.shape[:-2] if rng.random() < 0.5 else ()), n, 2))
        yield case("solve", a, b)
        yield case("cholesky", hermitian(rng), upper=bool(rng.random() < 0.3))
        yield case("qr", tall(rng), mode=str(rng.choice(["reduced", "complete", "r", "raw"])))
        yield case("svdvals", tall(rng))
        yield case("eigvalsh", hermitian(rng), UPLO=str(rng.choice(["L", "U"])))
        yield case("matrix_rank", square(rng))
        yield case("pinv", tall(rng))
        yield case("matrix_power", square(rng) if rng.random() < 0.5 else well(rng), int(rng.integers(-2, 6)))
        yield case("norm", tall(rng), axis=(-2, -1), ord=[None, "fro", "nuc", 1, -1, 2, -2, np.inf, -np.inf][rng.integers(9)], keepdims=bool(rng.random() < 0.3))
        yield case("norm", tall(rng), axis=-1, ord=[None, 0, 1, 2, 3, -1, 0.5, np.inf, -np.inf][rng.integers(9)], keepdims=bool(rng.random() < 0.3))
        yield case("vector_norm", tall(rng), axis=[None, 0, -1, (0, 1)][rng.integers(4)], ord=[0, 1, 2, 3, np.inf, -np.inf][rng.integers(6)], keepdims=bool(rng.random() < 0.3))
        yield case("matrix_norm", tall(rng), ord=["fro", "nuc", 1, 2, np.inf][rng.integers(5)], keepdims=bool(rng.random() < 0.3))
        yield case("cond", well(rng, "float64"), p=[None, 1, 2, -2, "fro", np.inf][rng.integers(6)])
        m, k = (int(x) for x in rng.integers(1, 6, 2))
        yield case("lstsq", make(rng, rng.choice(["float64", "complex128", "float32"]), (m, k)), make(rng, "float64", (m,) if rng.random() < 0.5 else (m, 2)))
        d = int(rng.integers(1, 5))
        yield case("cross", make(rng, "float64", (2, 3)), make(rng, "int64", (3,)))
        yield case("outer", make(rng, "float64", (d,)), make(rng, "float64", (2,)))
        yield case("trace", make(rng, "float64", (2, d, 3)), offset=int(rng.integers(-1, 2)))
        yield case("diagonal", make(rng, "float64", (2, d, 3)), offset=int(rng.integers(-1, 2)))
    one = np.array([1.0, 2.0])
    two = np.array([[1.0, 2.0], [3.0, 4.0]])
    flat = np.array([[1.0, 2.0], [2.0, 4.0]])
    odd = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    half = two.astype("float16")
    nan = np.array([[np.nan]])
    for fn in ["inv", "det", "slogdet", "cholesky", "eigh", "eigvalsh", "eig", "eigvals"]:
        for a in [one, odd, half, np.empty((0, 0)), np.empty((2, 0, 0))]:
            yield case(fn, a)
    for fn in ["qr", "svdvals", "pinv"]:
        for a in [one, half, np.empty((0, 3)), np.empty((3, 0))]:
            yield case(fn, a)
    for fn in ["inv", "matrix_rank", "det", "slogdet"]:
        yield case(fn, flat)
    yield case("cond", flat, p=1)
    for fn in ["svdvals", "eig", "eigvals"]:
        yield case(fn, nan)
    yield case("solve", flat, one)
    yield case("solve", two, np.ones(3))
    yield case("solve", two, np.ones((1, 3)))
    yield case("cholesky", np.array([[1.0, 2.0], [2.0, 1.0]]))
    yield case("qr", two, mode="x")
    yield case("matrix_power", two, 1.5)
    yield case("norm", two, ord="x")
    yield case("norm", one, ord="fro")
    yield case("norm", two, ord=3)
    yield case("norm", two, axis=(0, 0))
    yield case("norm", two, axis=2)
    yield case("norm", np.ones((2, 2, 2)), ord=2)
    yield case("norm", np.empty(0), ord=np.inf)
    yield case("cond", np.empty((0, 0)))
    yield case("lstsq", two, np.ones(3))
    yield case("lstsq", one, one)
    yield case("cross", one, one)
    yield case("outer", two, one)
    yield case("trace", one)
    yield case("eigh", two, UPLO="x")
    for a in [[[2, 1], [1, 2]], [[0, 1], [-1, 0]], [[1, 2, 3], [0, 4, 5], [0, 0, 6]], [[1, 1], [0, 1]], [[0, 0, 1], [1, 0, 0], [0, 1, 0]]]:
        yield case("eigvals", np.array(a, "float64"))
        yield case("eig", np.array(a, "float32"))
    yield case("eigvals", np.array([[1, 1j], [1j, 2]]))
    yield case("tensorsolve", np.eye(4).reshape(2, 2, 4), np.ones((2, 2)))
    yield case("tensorinv", 2 * np.eye(4).reshape(2, 2, 4))
    for dtype in ["int8", "float16", "float32", "complex64"]:
        yield case("norm", one.astype(dtype))


if __name__ == "__main__":
    lines = [json.dumps(c) for c in cases(np.random.default_rng(6))]
    (GOLDEN / "linalg.jsonl").write_text("\n".join(lines) + "\n")
