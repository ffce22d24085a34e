#!/usr/bin/env python3
"""Plants faults one by one in a copy of the tree and expects the named test to fail: what proves nothing is no test.

Usage: plant_faults.py [NAME…]        names of files in tests/faults, without .fault

A fault is a file tests/faults/NAME.fault:

    # What breaks when this is wrong, in a sentence.
    file: src/platform/db/connection.cpp
    -   connection.commit();
    +   connection.roll_back();
    test: Database.keeps_what_is_committed

`file:` with the lines to find (`-`, one block, found exactly once, indentation aside) and what stands there instead
(`+`, may be absent) may come more than once. `test:` is a gtest filter. `database: postgresql` runs it on PostgreSQL.
Each passes when the test passes without the fault and fails with it. Prints "N passed, N failed".
"""

from __future__ import annotations

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parents[2]
FAULTS = ROOT / "tests/faults"
COPY = ROOT / "build/faults/tree"
STAMPS = ROOT / "build/faults/passed"
MINUTES = 30


class Wrong(Exception):
    """The fault file, or what became of it."""


@dataclass
class Change:
    path: str
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)


@dataclass
class Fault:
    name: str
    changes: list[Change] = field(default_factory=list)
    test: str = ""
    database: str = "sqlite"


def read_fault(path: pathlib.Path) -> Fault:
    fault = Fault(path.stem)
    for number, line in enumerate(path.read_text().splitlines(), 1):
        key, _, value = line.partition(":")
        if line.startswith("#") or not line.strip():
            continue
        if key == "file":
            fault.changes.append(Change(value.strip()))
        elif key in ("test", "database"):
            setattr(fault, key, value.strip())
        elif line[0] in "+-" and fault.changes:
            (fault.changes[-1].old if line[0] == "-" else fault.changes[-1].new).append(line[1:].strip())
        else:
            raise Wrong(f"{path.relative_to(ROOT)}:{number}: expected file:, test:, database:, - or +")
    if not fault.test or not fault.changes or not all(change.old for change in fault.changes):
        raise Wrong(f"{path.relative_to(ROOT)}: needs file: with - lines, and test:")
    return fault


# --- the copy

def copy_tree() -> None:
    """The files that git knows or would take; what is unchanged keeps its time, so that little is built again."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, check=True,
                            capture_output=True, text=True).stdout
    wanted = {name for name in listed.split("\0") if name and (ROOT / name).is_file()}
    for name in wanted:
        source, target = ROOT / name, COPY / name
        if not target.is_file() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            shutil.copymode(source, target)
    for path in COPY.rglob("*"):
        inside = path.relative_to(COPY)
        if inside.parts[0] not in ("build", "node_modules") and path.is_file() and inside.as_posix() not in wanted:
            path.unlink()
    modules = COPY / "node_modules"
    if not modules.exists():
        modules.symlink_to(ROOT / "node_modules")


def plant(fault: Fault) -> None:
    for change in fault.changes:
        path = COPY / change.path
        if not path.is_file():
            raise Wrong(f"there is no {change.path}")
        lines = path.read_text().split("\n")
        size = len(change.old)
        places = [at for at in range(len(lines) - size + 1) if [line.strip() for line in lines[at:at + size]] == change.old]
        if len(places) != 1:
            raise Wrong(f"{change.path} holds the lines {len(places)} times, not once: {change.old[0]}")
        indent = lines[places[0]][:len(lines[places[0]]) - len(lines[places[0]].lstrip())]
        lines[places[0]:places[0] + size] = [indent + line for line in change.new]
        path.write_text("\n".join(lines))


def build() -> bool:
    done = subprocess.run(["bin/build"], cwd=COPY, capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stdout[-3000:] + done.stderr[-1000:])
    return done.returncode == 0


def run(fault: Fault) -> tuple[int, int]:
    """How many of the named tests ran and how many failed; breaking off is failing."""
    result = COPY / "build/fault.json"
    result.unlink(missing_ok=True)
    command = ["build/release/lenig_test", f"--gtest_filter={fault.test}", f"--gtest_output=json:{result}", "--gtest_brief=1"]
    before = ["bin/lib/with_postgresql"] if fault.database == "postgresql" else []
    try:
        done = subprocess.run(before + command, cwd=COPY, capture_output=True, timeout=MINUTES * 60,
                              env=os.environ | {"LENIG_TEST_DATABASE": fault.database}, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return 1, 1
    if not result.is_file():
        return 1, 1
    told = json.loads(result.read_text())
    return told["tests"], told["failures"] or (1 if done.returncode else 0)


# --- one by one

def prove(fault: Fault) -> None:
    copy_tree()
    if not build():
        raise Wrong("the tree does not build without the fault")
    ran, failed = run(fault)
    if ran == 0 or failed:
        raise Wrong(f"without the fault {ran} tests ran and {failed} failed")
    plant(fault)
    if not build():
        raise Wrong("the tree does not build with the fault: plant one that compiles")
    if run(fault)[1] == 0:
        raise Wrong(f"{fault.test} passes although the fault is there")


def stamp_of(path: pathlib.Path, tree: str) -> pathlib.Path:
    return STAMPS / hashlib.sha256(f"{tree} {path.name}".encode()).hexdigest()


def tree_hash() -> str:
    environment = os.environ | {"GIT_INDEX_FILE": str(ROOT / "build/faults/index")}
    subprocess.run(["git", "add", "--all"], cwd=ROOT, env=environment, check=True)
    return subprocess.run(["git", "write-tree"], cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


def main() -> int:
    if "--help" in sys.argv:
        print(__doc__)
        return 0
    wanted = set(sys.argv[1:])
    paths = [path for path in sorted(FAULTS.glob("*.fault")) if not wanted or path.stem in wanted]
    STAMPS.mkdir(parents=True, exist_ok=True)
    COPY.mkdir(parents=True, exist_ok=True)
    tree = tree_hash()
    failed = 0
    for path in paths:
        stamp = stamp_of(path, tree)
        try:
            if not stamp.exists():
                prove(read_fault(path))
                stamp.touch()
            print(f"ok   {path.stem}", flush=True)
        except Wrong as wrong:
            failed += 1
            print(f"FAIL {path.stem}: {wrong}", flush=True)
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
