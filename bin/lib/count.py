"""Counts tests. Prints "passed failed skipped".

Usage: count.py gtest RESULT.json EXIT_CODE | count.py node RESULT.tap EXIT_CODE
A run that broke off, or that ran no test, counts as one failure.
"""

import json
import pathlib
import re
import sys


def of_gtest(path: pathlib.Path) -> tuple[int, int, int]:
    cases = [case for suite in json.loads(path.read_text())["testsuites"] for case in suite["testsuite"]]
    ran = [case for case in cases if case["status"] == "RUN"]
    failed = sum("failures" in case for case in ran)
    skipped = sum(case.get("result") == "SKIPPED" for case in ran)
    return len(ran) - failed - skipped, failed, skipped


def of_node(path: pathlib.Path) -> tuple[int, int, int]:
    count = {name: int(number) for name, number in re.findall(r"^# (\w+) (\d+)$", path.read_text(), re.M)}
    return count["pass"], count["fail"] + count["cancelled"], count["skipped"] + count["todo"]


def main() -> None:
    kind, path, code = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    try:
        passed, failed, skipped = (of_gtest if kind == "gtest" else of_node)(path)
    except (OSError, ValueError, KeyError):
        print(f"no result in {path}: the run broke off with exit code {code}", file=sys.stderr)
        passed, failed, skipped = 0, 1, 0
    if failed == 0 and (code != 0 or passed == 0):
        print(f"exit code {code} after {passed} tests", file=sys.stderr)
        failed = 1
    print(passed, failed, skipped)


main()
