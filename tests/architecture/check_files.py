"""Files: short, well named, with nothing left lying about and nothing of one machine in them."""

from __future__ import annotations

import re
from typing import Iterator

from project import Finding, Project, line_of

CODE = (".cpp", ".hpp", ".h", ".ts")
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "service", "data", "info"}
NAMED = ("src/", "web/", "tests/", "bench/", "bin/", "cmake/")
BINARY = (".woff2", ".woff", ".ttf", ".png", ".jpg", ".ico", ".pdf", ".gz", ".br", ".zip", ".xlsx", ".docx")


def _texts(project: Project) -> Iterator[tuple[str, str]]:
    for path in project.files:
        if not path.endswith(BINARY):
            yield path, project.read(path)


def check_names(project: Project) -> Iterator[Finding]:
    """Headers end in .hpp (a module's contract in .h); no file or folder is named util, helper, common, manager, service, data or info."""
    contracts = {module.contract for module in project.modules.values()}
    for path in project.files:
        if not path.startswith(NAMED):
            continue
        if path.endswith(".h") and path not in contracts:
            yield Finding(path, 1, "a header ends in .hpp; only a module's contract <module>/<module>.h in .h")
        for part in path.split("/"):
            for word in re.split(r"[_\-.]", part.removesuffix(".service")):
                if word.lower() in EMPTY_NAMES:
                    yield Finding(path, 1, f'"{word}" says nothing: name the file or folder after what it holds')


def check_length(project: Project) -> Iterator[Finding]:
    """No source file is longer than 400 lines."""
    for path in project.ending(*CODE):
        lines = project.read(path).count("\n")
        if lines > 400:
            yield Finding(path, 400, f"{lines} lines: divide it by what it does (400 at most)")


def check_readme(project: Project) -> Iterator[Finding]:
    """Every module has a README.md of at most 25 lines: what it owns, its invariants, its tables."""
    for module in project.modules.values():
        if not project.ending(".cpp", ".hpp", ".h", under=module.folder + "/"):
            continue
        path = f"{module.folder}/README.md"
        if not project.has(path):
            yield Finding(path, 1, "say in at most 25 lines what the module owns, its invariants and its tables")
        elif project.read(path).count("\n") > 25:
            yield Finding(path, 26, "25 lines at most")


LEFT_OVER = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")


def check_left_overs(project: Project) -> Iterator[Finding]:
    """Nothing is marked to be done later: do it, or write it in the roadmap."""
    for path, text in _texts(project):
        for found in LEFT_OVER.finditer(text):
            yield Finding(path, line_of(text, found.start()), f"{found[0]}: do it now or take it out")


SILENCED = re.compile(r"NO" r"LINT(?:NEXTLINE|BEGIN)?(?![A-Z])(?P<rest>[^\n]*)")


def check_silenced(project: Project) -> Iterator[Finding]:
    """A silenced warning names the check and says why: NOLINT(check): reason."""
    for path in project.cpp_files():
        text = project.read(path)
        for found in SILENCED.finditer(text):
            if not re.match(r"\([\w\-.,* ]+\): *\w+ +\w+", found["rest"]):
                yield Finding(path, line_of(text, found.start()), "write NO" "LINT(check-name): why it is right here")


# The names are cut in two so that this file holds none of them.
REGISTRY = re.compile(r"\bnpm" r"js\.(?:org|com)|\b(?:yarn" r"pkg|py" r"pi|python" r"hosted|crates|rub" r"ygems)\.(?:com|org|io)\b"
                      r"|\b(?:deb|security|ftp[\w.]*|snapshot|packages|archive)\.deb" r"ian\.org|proxy\.go" r"lang\.org")
CODE_HOST = re.compile(r"\b(?:[\w.]+\.)?git" r"hub(?:usercontent)?\.com|\bgit" r"lab\.com")
MACHINE = re.compile(r"(?<![\w.~$}/\-])/(?:work|root|home)/[\w.]")


def check_hosts(project: Project) -> Iterator[Finding]:
    """No file names the host of a package registry, and no script, lock file or build file a code host."""
    for path, text in _texts(project):
        for found in REGISTRY.finditer(text):
            yield Finding(path, line_of(text, found.start()), f"{found[0]}: leave the registry to the machine's configuration")
        if path.endswith(".md") or "/LICENSE" in path:
            continue
        for found in CODE_HOST.finditer(text):
            line = text[text.rfind("\n", 0, found.start()) + 1:text.find("\n", found.end())]
            if not (path == "package-lock.json" and '"url":' in line):
                yield Finding(path, line_of(text, found.start()), f"{found[0]}: nothing is fetched from a code host")


def check_machine(project: Project) -> Iterator[Finding]:
    """No file names an absolute path of the machine on which it was written."""
    for path, text in _texts(project):
        for found in MACHINE.finditer(text):
            yield Finding(path, line_of(text, found.start()), f"{found[0]}…: a path of one machine; make it relative")


def check_lock(project: Project) -> Iterator[Finding]:
    """package-lock.json holds no address of a package: npm config set omit-lockfile-registry-resolved true."""
    if project.has("package-lock.json"):
        text = project.read("package-lock.json")
        for found in re.finditer(r'"resolved"\s*:', text):
            yield Finding("package-lock.json", line_of(text, found.start()), "take the \"resolved\" address out")


def check_sqlite_and_soci(project: Project) -> Iterator[Finding]:
    """SOCI's headers and sqlite3.h never stand in one file: SOCI wraps the latter in a namespace."""
    for path in project.cpp_files():
        text = project.code(path)
        soci = re.search(r"#\s*include\s*[<\"](?:soci/|soci\.h)", text)
        sqlite = re.search(r"#\s*include\s*[<\"]sqlite3\.h", text)
        if soci and sqlite:
            yield Finding(path, line_of(text, max(soci.start(), sqlite.start())), "sqlite3.h and SOCI apart, in two files")


def check_sockets(project: Project) -> Iterator[Finding]:
    """Boost.Beast and Boost.Asio are included by the .cpp files of src/platform/http only."""
    for path in project.cpp_files():
        if path.startswith("src/platform/http/") and path.endswith(".cpp"):
            continue
        text = project.code(path)
        for found in re.finditer(r"#\s*include\s*[<\"]boost/(?:beast|asio)[/.]", text):
            yield Finding(path, line_of(text, found.start()), "sockets stay in src/platform/http/*.cpp: speak to its header")


def check_faults_fit(project: Project) -> Iterator[Finding]:
    """Every planted fault (tests/faults) finds the lines that it changes, once."""
    for path in project.ending(".fault", under="tests/faults/"):
        target, wanted, at = "", [], 0
        for number, line in enumerate([*project.read(path).splitlines(), "file:"], 1):
            if line.startswith("- "):
                wanted.append(line[1:].strip())
            if line.startswith(("file:", "test:")) and target:
                lines = [one.strip() for one in project.read(target).split("\n")] if (project.root / target).is_file() else []
                places = sum(lines[begin:begin + len(wanted)] == wanted for begin in range(len(lines)))
                if places != 1:
                    yield Finding(path, at, f"{target} holds these lines {places} times, not once")
                target, wanted = "", []
            if line.startswith("file:"):
                target, at = line.removeprefix("file:").strip(), number
