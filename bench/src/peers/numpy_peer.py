"""NumPy on the other end of a pipe: makes the inputs, checks the result, and times a statement.

One JSON object a line in, one a line out:
  {"do": "prepare", "operands": {...}, "statement": "a + b"}  ->  {"checksum": 1.5, "size": 10}
  {"do": "run", "times": 1000}                                ->  {"ns": 412345}
"""

import json
import sys
import timeit

import numpy as np


def values(spec):
    n = int(np.prod(spec["shape"]))
    i = np.arange(1, n + 1, dtype=np.uint64)
    u = (i * np.uint64(2654435761) % np.uint64(2**32)) / 2.0**32
    made = {
        "unit": lambda: 2 * u - 1,
        "positive": lambda: u + 0.5,
        "whole": lambda: np.floor(u * 100),
        "mask": lambda: u > 0.5,
        "index": lambda: np.floor(u * n),
    }[spec["fill"]]()
    return made.astype(spec["dtype"]).reshape(spec["shape"])


def prepare(request):
    scope = {"np": np, **{name: values(spec) for name, spec in request["operands"].items()}}
    result = np.asarray(eval(request["statement"], scope))
    answer = {"checksum": float(np.sum(result, dtype=np.float64)), "size": int(result.size)}
    return timeit.Timer(request["statement"], globals=scope), answer


def main():
    timer = None
    print(json.dumps({"version": np.__version__}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if request["do"] == "prepare":
                timer, answer = prepare(request)
            else:
                answer = {"ns": timer.timeit(request["times"]) * 1e9}
        except Exception as error:
            answer = {"error": str(error)}
        print(json.dumps(answer), flush=True)


main()
