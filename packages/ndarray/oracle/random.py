"""Writes ../test/golden/random.jsonl: programs of calls on one generator, and what NumPy's gives.

    python3 random.py
"""
import json
import os
import pathlib
import sys

sys.path.remove(os.path.dirname(os.path.abspath(__file__)))  # or this file hides Python's own `random`
import numpy as np

sys.path.append(os.path.dirname(os.path.abspath(__file__)))
from encode import array

GOLDEN = pathlib.Path(__file__).parent.parent / "test" / "golden"
INTS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
SEEDS = [0, 1, 42, 2**32 - 1, 2**32, 2**64 + 3, 12345678901234567890123456789012345678901234567890, [1, 2, 3], [0], [2**40, 7], [1, 2, 3, 4, 5, 6]]


def sizes(rng):
    return [[], [1], [3], [2, 3], [50], [0]][rng.integers(6)]


def exact(rng):
    """A call whose bits are fixed by contract."""
    kind = rng.integers(14)
    size = sizes(rng)
    if kind == 0:
        return "random", [], {"size": size, "dtype": str(rng.choice(["float64", "float32"]))}
    if kind == 1:
        return "standard_normal", [], {"size": size, "dtype": str(rng.choice(["float64", "float32"]))}
    if kind == 2:
        return "normal", [], {"loc": float(rng.integers(-5, 5)), "scale": float(rng.integers(0, 5)), "size": size}
    if kind == 3:
        return "uniform", [], {"low": -float(rng.integers(0, 9)), "high": float(rng.random()), "size": size}
    if kind == 4:
        return "standard_exponential", [], {"size": size, "dtype": str(rng.choice(["float64", "float32"]))}
    if kind == 5:
        return "exponential", [], {"scale": float(rng.integers(0, 5)), "size": size}
    if kind in (6, 7, 8):
        dtype = str(rng.choice(INTS))
        info = np.iinfo(dtype)
        if rng.random() < 0.3:
            low, high = info.min, info.max
        else:
            low, high = sorted(int(x) for x in rng.integers(info.min, info.max, 2, dtype=dtype, endpoint=True))
            if rng.random() < 0.5:
                high = min(low + int(rng.integers(1, 300)), info.max)
        return "integers", [low, high], {"size": size, "dtype": dtype, "endpoint": True}
    if kind == 9:
        return "integers", [0, 2], {"size": size, "dtype": "bool"}
    if kind == 10:
        n = int(rng.integers(1, 40))
        if rng.random() < 0.2:
            n = 20000
        replace = bool(rng.random() < 0.5)
        count = int(rng.integers(0, (n + 1) if n < 100 else 900))
        kw = {"size": [count], "replace": replace}
        if rng.random() < 0.5 and n < 100:
            p = rng.random(n)
            kw["p"] = (p / p.sum()).tolist()
        elif rng.random() < 0.3 and not replace:
            kw["shuffle"] = False
        return "choice", [n], kw
    if kind == 11:
        return "permutation", [int(rng.integers(0, 60))], {}
    if kind == 12:
        a = rng.integers(0, 100, (3, 4)).astype("float64").tolist()
        return "permuted", [a], {"axis": [None, 0, 1][rng.integers(3)]}
    return "bytes", [int(rng.integers(0, 20))], {}


def close(rng):
    """A call whose values go through exp, log or pow, which may round differently."""
    size = [20]
    rows = [
        ("standard_gamma", [0.5]), ("standard_gamma", [3.0]), ("gamma", [0.2], {"scale": 2.0}), ("beta", [0.5, 0.7]), ("beta", [2.0, 3.5]),
        ("chisquare", [3.0]), ("f", [2.0, 5.0]), ("standard_t", [4.0]), ("standard_cauchy", []), ("pareto", [2.5]), ("weibull", [1.5]),
        ("power", [2.5]), ("laplace", [], {"loc": 1.0, "scale": 2.0}), ("gumbel", [], {}), ("logistic", [], {}), ("rayleigh", [], {"scale": 2.0}),
        ("lognormal", [], {"mean": 0.5, "sigma": 0.25}), ("poisson", [], {"lam": 3.5}), ("poisson", [], {"lam": 40.0}), ("poisson", [], {"lam": 1e6}),
        ("binomial", [20, 0.3]), ("binomial", [1000, 0.4]), ("binomial", [1000, 0.9]), ("binomial", [100000, 0.5]), ("geometric", [0.5]),
        ("geometric", [0.05]), ("vonmises", [0.5, 2.0]), ("vonmises", [-3.0, 1e7]), ("noncentral_chisquare", [3.0, 1.5]), ("noncentral_chisquare", [0.5, 1.5]),
        ("noncentral_f", [3.0, 4.0, 1.5]), ("triangular", [0.0, 1.0, 4.0]), ("zipf", [2.5]), ("zipf", [1.2]), ("logseries", [0.6]), ("negative_binomial", [5, 0.4]), ("standard_exponential", [], {"method": "inv"}),
        ("wald", [3.0, 2.0]), ("wald", [0.001, 1000.0]), ("hypergeometric", [30, 40, 5]), ("hypergeometric", [300, 200, 40]), ("hypergeometric", [20, 300, 290]),
        ("dirichlet", [[0.5, 1.0, 2.5]]), ("dirichlet", [[0.01, 0.02, 0.03]]), ("multinomial", [30, [0.2, 0.3, 0.5]]), ("multinomial", [1000, [0.1, 0.9]]),
        ("multivariate_hypergeometric", [[30, 20, 10], 12]), ("multivariate_hypergeometric", [[30, 20, 10], 45], {"method": "count"}),
        ("multivariate_normal", [[0.0, 1.5], [[1.5, 0.5], [0.5, 2.5]]], {"method": "cholesky"}),
        ("normal", [], {"loc": [1.0, 2.0, 3.0, 4.0, 5.0] * 4, "scale": 0.5}), ("integers", [[1, 2, 3, 4]], {"high": [[10], [20], [30], [40], [50]], "size": [5, 4]}),
    ]
    name, args, *kw = rows[rng.integers(len(rows))]
    return name, args, {"size": size, **(kw[0] if kw else {})}


def run(g, name, args, kw):
    kw = dict(kw)
    if "size" in kw:
        kw["size"] = tuple(kw["size"])
    result = getattr(g, name)(*args, **kw)
    return list(result) if name == "bytes" else array(result)


def programs(rng):
    for n in range(240):
        seed = SEEDS[n] if n < len(SEEDS) else int(rng.integers(0, 2**62))
        g = np.random.default_rng(seed)
        if n % 7 == 6:
            g = g.spawn(3)[n % 3]
        calls = []
        for _ in range(8):
            name, args, kw = (close if n % 3 == 2 else exact)(rng)
            shown = [str(x) if isinstance(x, int) else x for x in args] if name == "integers" else args  # JSON has no 64-bit integers
            calls.append({"name": name, "args": shown, "kw": kw, "result": run(g, name, args, kw)})
        spawned = n % 3 if n % 7 == 6 else None
        yield {"seed": str(seed) if isinstance(seed, int) else [str(s) for s in seed], "spawned": spawned, "exact": n % 3 != 2, "calls": calls,
               "state": str(g.bit_generator.state["state"]["state"])}


if __name__ == "__main__":
    lines = [json.dumps(p, default=str) for p in programs(np.random.default_rng(5))]
    (GOLDEN / "random.jsonl").write_text("\n".join(lines) + "\n")
