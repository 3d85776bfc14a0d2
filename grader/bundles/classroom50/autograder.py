"""Grades the checkout it is run in, for Classroom 50: writes result.json and release-body.md.

The course and the grader come from the bundle; the checkout only brings stub files.
"""

import os
import pathlib
import secrets
import shlex
import subprocess
import sys


def environment(checkout: pathlib.Path) -> dict[str, str]:
    """The runner's, with the instant of the submission: when it was committed, not when it is graded."""
    when = subprocess.run(
        ["git", "show", "-s", "--format=%cI", "HEAD"], cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    return {**os.environ, **({"SUBMISSION_DATETIME": when.stdout.strip()} if when.returncode == 0 else {})}


def main() -> int:
    checkout = pathlib.Path.cwd()
    bundle = pathlib.Path(os.environ.get("CLASSROOM50_BUNDLE_DIR", pathlib.Path(__file__).parent)).resolve()
    edition = bundle / "edition"
    if not (edition / "package.json").is_file():
        print(f"the bundle holds no student edition at {edition}", file=sys.stderr)
        return 2
    if not (edition / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=edition, check=True)

    submission = checkout / "exercises" if (checkout / "exercises").is_dir() else checkout
    command = ["npm", "run", "--silent", "grade", "--", *shlex.split(os.environ.get("DEEP_DIVE_ARGS", ""))]
    command += ["--submission", str(submission), "--format", "classroom50", "--out", str(checkout / "result.json")]
    if (bundle / "hidden").is_dir():
        command += ["--hidden", str(bundle / "hidden"), "--reveal", "names"]

    run = subprocess.run(command, cwd=edition, env=environment(checkout), stdout=subprocess.PIPE, text=True)
    token = secrets.token_hex(16)  # a learner cannot guess it, so nothing between the marks is an order
    print(f"::stop-commands::{token}\n{run.stdout}\n::{token}::")
    if run.returncode != 0:
        return run.returncode
    fence = "`" * 5
    (checkout / "release-body.md").write_text(f"{fence}text\n{run.stdout.replace(fence, '')}\n{fence}\n", encoding="utf-8")
    return 0


sys.exit(main())
