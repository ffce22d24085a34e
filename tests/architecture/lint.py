#!/usr/bin/env python3
"""Runs the architecture lints: every function `check_…(project)` of every file check_*.py beside this one.

Usage: lint.py [--list] [NAME…]
Prints `file:line: what to do` for each finding, and `N passed, N failed` over the lints.
"""

from __future__ import annotations

import importlib
import inspect
import pathlib
import sys
from typing import Callable, Iterator

from project import Finding, Project

SHOWN = 30
HERE = pathlib.Path(__file__).resolve().parent
Check = Callable[[Project], Iterator[Finding]]


def all_checks() -> dict[str, Check]:
    found = {}
    for path in sorted(HERE.glob("check_*.py")):
        module = importlib.import_module(path.stem)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("check_") and function.__module__ == path.stem:
                found[name.removeprefix("check_")] = function
    return found


def main() -> int:
    checks = all_checks()
    wanted = [name for name in sys.argv[1:] if not name.startswith("--")] or list(checks)
    if "--list" in sys.argv:
        for name in wanted:
            print(f"{name}: {inspect.getdoc(checks[name]).splitlines()[0]}")
        return 0
    project = Project(HERE.parents[1])
    failed = 0
    for name in wanted:
        findings = sorted(set(checks[name](project)))
        for finding in findings[:SHOWN]:
            print(f"{finding} [{name}]")
        if len(findings) > SHOWN:
            print(f"… and {len(findings) - SHOWN} more [{name}]")
        failed += bool(findings)
    print(f"{len(wanted) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
