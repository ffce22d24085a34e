"""Runs clang-tidy on the C++ files whose content changed since it last passed on them.

Usage: tidy.py [--all]
build/check/tidy.json remembers the content of every file, and whether clang-tidy passed on it. Where it remembers
nothing (a fresh clone), only files of the last commit and changes since are looked at, at most COLD of them, and the
rest is taken as it is; --all looks at every file that did not pass yet. Prints "N passed, N failed" over the files.
A header is looked at through a source that includes it. The tree must be built: what is generated is included too.
"""

from __future__ import annotations

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

COLD = 12
MEMORY = pathlib.Path("build/check/tidy.json")
COMPILED = pathlib.Path("build/release/compile_commands.json")


def lines_of(*command: str) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True)
    return [line for line in done.stdout.split("\0") if line]


def digest(path: str) -> str:
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def cpp_files() -> dict[str, str]:
    """Our C++ files with the hash of their content."""
    listed = lines_of("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.cpp", "*.hpp", "*.h")
    return {path: digest(path) for path in sorted(set(listed)) if os.path.isfile(path)}


def changed_lately() -> set[str]:
    """Files of the last commit, and what changed since."""
    committed = lines_of("git", "diff-tree", "--no-commit-id", "--name-only", "--root", "-r", "-z", "HEAD")
    since = lines_of("git", "ls-files", "-z", "--modified", "--others", "--exclude-standard")
    return {*committed, *since}


class Memory:
    """What clang-tidy passed on: path → [content, passed]."""

    def __init__(self) -> None:
        self.rules = digest(".clang-tidy")
        try:
            kept = json.loads(MEMORY.read_text())
        except (OSError, ValueError):
            kept = {}
        self.cold = kept.get("rules") != self.rules
        self.files: dict[str, list] = {} if self.cold else kept["files"]

    def passed(self, path: str, content: str) -> bool:
        return self.files.get(path) == [content, True]

    def taken(self, path: str, content: str) -> bool:
        return self.files.get(path, [None])[0] == content

    def take(self, files: dict[str, str]) -> None:
        """Takes files as they are, without having looked."""
        self.files |= {path: [content, False] for path, content in files.items()}
        self.write()

    def note(self, path: str, content: str, passed: bool) -> None:
        self.files[path] = [content, passed]
        self.write()

    def write(self) -> None:
        MEMORY.parent.mkdir(parents=True, exist_ok=True)
        MEMORY.write_text(json.dumps({"rules": self.rules, "files": self.files}, indent=0))


def to_look_at(files: dict[str, str], memory: Memory, everything: bool) -> list[str]:
    if everything:
        return [path for path, content in files.items() if not memory.passed(path, content)]
    if not memory.cold:
        return [path for path, content in files.items() if not memory.taken(path, content)]
    changed = changed_lately()
    lately = [path for path in files if path in changed]
    if len(lately) > COLD:
        print(f"looking at {COLD} of {len(lately)} files that changed lately; bin/check --long looks at all")
    lately.sort(key=lambda path: files[path])
    return lately[:COLD]


def sources_for(paths: list[str]) -> dict[str, list[str]]:
    """Which sources to run on, and the files that each answers for."""
    compiled = {os.path.relpath(os.path.join(entry["directory"], entry["file"])) for entry in json.loads(COMPILED.read_text())}
    work: dict[str, list[str]] = {}
    for path in paths:
        source = path if path.endswith(".cpp") else includer(path, compiled)
        if source in compiled:
            work.setdefault(source, []).append(path)
        else:
            print(f"{path}: compiled by nothing, left out")
    return work


def includer(header: str, compiled: set[str]) -> str | None:
    name = re.escape(header.removeprefix("src/"))
    including = [path for path in sorted(compiled) if os.path.isfile(path) and not path.startswith("build/")
                 and re.search(rf'#\s*include\s*"{name}"', pathlib.Path(path).read_text(errors="replace"))]
    same_stem = [path for path in including if pathlib.Path(path).stem == pathlib.Path(header).stem]
    return next(iter(same_stem + including), None)


DIAGNOSTIC = re.compile(r"^(?P<path>/[^:\n]+):\d+:\d+: (?:error|warning): .*\[(?P<checks>[\w.,-]+)\]$", re.M)


def tidy(source: str) -> tuple[bool, str]:
    """Whether it passes, and what is said. What the analyzer says of a library's own header is not ours."""
    done = subprocess.run(["clang-tidy-19", "-p", str(COMPILED.parent), "--quiet", source], capture_output=True, text=True)
    said = list(DIAGNOSTIC.finditer(done.stdout))
    ours = [one for one in said if one["path"].startswith(os.getcwd() + "/") or "clang-diagnostic-error" in one["checks"]]
    broke_off = done.returncode != 0 and not said
    return not ours and not broke_off, done.stdout + (done.stderr if broke_off else "")


def look_at(paths: list[str], files: dict[str, str], memory: Memory) -> tuple[int, int]:
    """Runs on the sources, side by side; gives how many passed and failed."""
    work = sources_for(paths)
    passed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {pool.submit(tidy, source): source for source in work}
        for done in concurrent.futures.as_completed(running):
            source = running[done]
            good, words = done.result()
            print(f"ok   {source}" if good else f"FAIL {source}\n{words}", flush=True)
            passed += good
            for path in work[source]:
                memory.note(path, files[path] if good else "", good)
    return passed, len(work) - passed


def main() -> int:
    files, memory = cpp_files(), Memory()
    paths = to_look_at(files, memory, "--all" in sys.argv)
    if memory.cold:
        memory.take({path: content for path, content in files.items() if path not in paths})
    passed, failed = look_at(paths, files, memory) if paths else (0, 0)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
