"""The tree that the lints look at: its files, its modules, and how to read C++, SQL and templates."""

from __future__ import annotations

import functools
import pathlib
import re
import subprocess
import tomllib
from dataclasses import dataclass, field

NOT_OURS = {".git", "build", "node_modules", "data", "__pycache__"}


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    todo: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.todo}"


@dataclass(frozen=True)
class Module:
    name: str
    folder: str
    kind: str  # platform, engine, domain or app
    sees: dict[str, str] = field(default_factory=dict)  # module → reason
    tables: tuple[str, ...] = ()  # "organisation_" is a prefix, "job" is one table
    reads: dict[str, str] = field(default_factory=dict)  # foreign table → reason

    @property
    def contract(self) -> str:
        return f"{self.folder}/{self.name}.h"

    def owns(self, table: str) -> bool:
        return any(table.startswith(own) if own.endswith("_") else table == own for own in self.tables)


class Project:
    def __init__(self, root: pathlib.Path):
        self.root = root
        self.files = sorted(self._files())
        rules = tomllib.loads(self.read("tests/architecture/modules.toml"))
        self.modules = {name: _module(name, row) for name, row in rules["module"].items()}
        self.without_board = rules.get("without_board", {})
        self.without_guard = rules.get("without_guard", {})
        self.across_boards = rules.get("across_boards", {})
        self.sql_in_code = tuple(rules.get("sql_in_code", {}))

    def _files(self) -> list[str]:
        if (self.root / ".git").exists():
            listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
                                    cwd=self.root, check=True, capture_output=True, text=True).stdout
            found = [self.root / name for name in listed.split("\0") if name]
        else:
            found = [path for path in self.root.rglob("*")
                     if not NOT_OURS & set(path.relative_to(self.root).parts)]
        return [path.relative_to(self.root).as_posix() for path in found if path.is_file()]

    @functools.cache
    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def has(self, path: str) -> bool:
        return (self.root / path).is_file()

    def ending(self, *ends: str, under: str = "") -> list[str]:
        return [path for path in self.files if path.endswith(ends) and path.startswith(under)]

    @functools.cache
    def cpp_files(self) -> list[str]:
        return self.ending(".cpp", ".hpp", ".h", under="src/") + self.ending(".cpp", ".hpp", ".h", under="tests/")

    def module_of(self, path: str) -> Module | None:
        """The module in whose folder the file is; src/main.cpp belongs to the app."""
        if path == "src/main.cpp":
            return self.modules.get("app")
        inside = [module for module in self.modules.values() if path.startswith(module.folder + "/")]
        return max(inside, key=lambda module: len(module.folder), default=None)

    @functools.cache
    def code(self, path: str) -> str:
        """C++ without its comments."""
        return without_comments(self.read(path))

    @functools.cache
    def bare_code(self, path: str) -> str:
        """C++ without its comments and without what stands in its strings."""
        return STRING.sub(lambda found: '""' + "\n" * found[0].count("\n"), self.code(path))

    @functools.cache
    def strings(self, path: str) -> list[tuple[int, str]]:
        """The string literals of a C++ file with their lines; adjacent ones are one."""
        found: list[tuple[int, str]] = []
        last_end = -1
        code = self.code(path)
        for match in STRING.finditer(code):
            text = value_of(match)
            if text is None:
                continue
            if found and last_end >= 0 and not code[last_end:match.start()].strip():
                found[-1] = (found[-1][0], found[-1][1] + text)
            else:
                found.append((line_of(code, match.start()), text))
            last_end = match.end()
        return found


def is_test(path: str) -> bool:
    return path.startswith("tests/") or "/tests/" in path


def _module(name: str, row: dict) -> Module:
    return Module(name, row["folder"], row["kind"], row.get("sees", {}), tuple(row.get("tables", ())), row.get("reads", {}))


def line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


# --- C++

STRING = re.compile(r'(?:u8|L|u|U)?R"(?P<mark>[^()\\ ]*)\((?P<raw>.*?)\)(?P=mark)"'
                    r'|(?:u8|L|u|U)?"(?P<plain>(?:[^"\\\n]|\\.)*)"'
                    r"|(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+'", re.S)
COMMENT_OR_STRING = re.compile(r"(?P<comment>//[^\n]*|/\*.*?\*/)|" + STRING.pattern, re.S)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", '"': '"', "'": "'", "\\": "\\"}


def without_comments(text: str) -> str:
    def blank(found: re.Match) -> str:
        return re.sub(r"[^\n]", " ", found[0]) if found["comment"] else found[0]
    return COMMENT_OR_STRING.sub(blank, text)


def value_of(string: re.Match) -> str | None:
    """The text of a string literal; nothing for a character."""
    if string["raw"] is not None:
        return string["raw"]
    if string["plain"] is None:
        return None
    return re.sub(r"\\(.)", lambda found: ESCAPES.get(found[1], found[0]), string["plain"], flags=re.S)


# --- SQL

def plain_sql(text: str) -> str:
    """SQL without comments and without what stands in its strings; lines stay."""
    def blank(found: re.Match) -> str:
        return ("''" if found[0][0] == "'" else "") + "\n" * found[0].count("\n")
    return re.sub(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'", blank, text, flags=re.S)


# --- templates

MARKER = re.compile(r"\{\{(.*?)\}\}", re.S)
MESSAGE = re.compile(r"\[\[(.*?)\]\]", re.S)
HOLE = "\ue000"  # stands where a marker puts a value
WORDS = "\ue001"  # stands where a translated text stood


def without_markers(template: str) -> str:
    """The template with values as HOLE and sections, includes and comments as nothing; lines stay."""
    def put(found: re.Match) -> str:
        return ("" if found[1][:1] in "#/!%^>=" else HOLE) + "\n" * found[0].count("\n")
    return MARKER.sub(put, template)
