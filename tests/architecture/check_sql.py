"""SQL: literal, one named query a file, of the module's own tables, with the board in front."""

from __future__ import annotations

import re
from typing import Iterator

from project import Finding, Module, Project, is_test, line_of, plain_sql

NAME = r'"?(?P<name>[a-z_][a-z0-9_]*+)"?'
READS = re.compile(rf"\b(?:from|join|references)\s+{NAME}(?!\s*\()", re.I)
WRITES = re.compile(rf"\b(?:insert\s+(?:or\s+\w+\s+)?into|delete\s+from|(?<!do )(?<!for )update(?:\s+only)?"
                    rf"|(?:create|alter|drop)\s+(?:virtual\s+)?table(?:\s+if\s+(?:not\s+)?exists)?"
                    rf"|create\s+(?:(?:unique\s+)?index|policy)\s[^;]*?\bon)\s+{NAME}", re.I)
NOT_A_TABLE = re.compile(r"(\bdistinct|\bextract\s*\(\s*\w+|\btrim\s*\(\s*\w*|\bsubstring\s*\([^()]*?)\s+from\b", re.I)
WITH = re.compile(r"(?:\bwith(?:\s+recursive)?|,)\s*([a-z_][a-z0-9_]*)\s*(?:\([^()]*\))?\s+as\s+(?:(?:not\s+)?materialized\s+)?\(", re.I)
MORE_FROM = re.compile(rf"\bfrom\s+[a-z_][a-z0-9_]*(?:\s+(?:as\s+)?[a-z_][a-z0-9_]*)?\s*,\s*{NAME}(?!\s*\()", re.I)
NO_TABLE = {"select", "set", "lateral", "excluded", "only", "old", "new", "skip", "nowait", "of", "on", "or", "values"}
OF_THE_DATABASE = re.compile(r"(?:sqlite|pg)_\w+|information_schema")


def _sql_files(project: Project) -> Iterator[tuple[str, Module]]:
    for path in project.ending(".sql", under="src/"):
        module = project.module_of(path)
        if module and ("/queries/" in path or "/migrations/" in path):
            yield path, module


def check_tables(project: Project) -> Iterator[Finding]:
    """A module's SQL names its own tables, and reads those of others only where modules.toml says why."""
    used: set[tuple[str, str]] = set()
    for path, module in _sql_files(project):
        sql = NOT_A_TABLE.sub(lambda found: found[1] + " " * (len(found[0]) - len(found[1])), plain_sql(project.read(path)))
        named_here = {found[1].lower() for found in WITH.finditer(sql)} | NO_TABLE
        written = {(found.start("name"), found["name"].lower()) for found in WRITES.finditer(sql)}
        read = {(found.start("name"), found["name"].lower()) for kind in (READS, MORE_FROM) for found in kind.finditer(sql)}
        for at, table in sorted(written | read):
            if table in named_here or module.owns(table):
                continue
            if OF_THE_DATABASE.fullmatch(table) and module.kind == "platform":
                continue
            if (at, table) in written:
                yield Finding(path, line_of(sql, at), f"{table} is not a table of {module.name}: its own module writes it, "
                                                      f"or start its name with {module.tables[0] if module.tables else module.name + '_'}")
            elif table in module.reads:
                used.add((module.name, table))
            else:
                yield Finding(path, line_of(sql, at), f"{table} is a table of another module: ask its contract, or add it with the "
                                                      f"reason to [module.{module.name}.reads] in tests/architecture/modules.toml")
    for module in project.modules.values():
        for table in module.reads:
            if (module.name, table) not in used:
                yield Finding("tests/architecture/modules.toml", 1, f"{module.name} does not read {table} any more: take it out")


CREATE = re.compile(rf"\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?{NAME}\s*\((?P<body>[^;]*)\)[^;)]*;", re.I | re.S)
KEY = re.compile(r"\bprimary\s+key\s*\(\s*\"?(\w+)", re.I)
KEY_OF_COLUMN = re.compile(r"^\s*\"?(\w+)\"?[^,]*?\bprimary\s+key\b(?!\s*\()", re.I | re.M)


def created_tables(project: Project) -> Iterator[tuple[str, int, str, str]]:
    """Path, line, table and what stands between the brackets, of every table that a migration makes."""
    for path, _ in _sql_files(project):
        if "/migrations/" in path:
            sql = plain_sql(project.read(path))
            for found in CREATE.finditer(sql):
                yield path, line_of(sql, found.start()), found["name"].lower(), found["body"]


def check_board_first(project: Project) -> Iterator[Finding]:
    """Every table's primary key starts with board_id; those that have no board stand in modules.toml with the reason."""
    seen = {"db_migration"}
    for path, line, table, body in created_tables(project):
        seen.add(table)
        key = KEY.search(body) or KEY_OF_COLUMN.search(body)
        leads = key is not None and key[1].lower() == "board_id"
        if not leads and table not in project.without_board:
            yield Finding(path, line, f"{table}: primary key (board_id, …), or say under [without_board] in "
                                      "tests/architecture/modules.toml why it has no board")
        if leads and table in project.without_board:
            yield Finding(path, line, f"{table} leads with board_id: take it out of [without_board]")
    for table in project.without_board:
        if table not in seen:
            yield Finding("tests/architecture/modules.toml", 1, f"[without_board] names {table}, which no migration makes")


def check_queries(project: Project) -> Iterator[Finding]:
    """Every query file is used as sql::name, every used one exists, a twin has its plain file, each is one statement."""
    for module in project.modules.values():
        folder = f"{module.folder}/queries/"
        files = {path.removeprefix(folder).removesuffix(".sql"): path for path in project.ending(".sql", under=folder)}
        plain = {name: path for name, path in files.items() if not name.endswith(".postgres")}
        used = dict(_used_queries(project, module))
        for name, path in plain.items():
            if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
                yield Finding(path, 1, "name a query in snake_case: its name is a C++ name")
            if name not in used:
                yield Finding(path, 1, f"unused: call sql::{name} or delete the file")
        for name, path in files.items():
            if name.endswith(".postgres") and name.removesuffix(".postgres") not in plain:
                yield Finding(path, 1, f"the twin of {name.removesuffix('.postgres')}.sql, which is not there")
            if len([part for part in plain_sql(project.read(path)).split(";") if part.strip()]) != 1:
                yield Finding(path, 1, "one statement a file")
        for name, (path, line) in used.items():
            if name not in plain:
                yield Finding(path, line, f"there is no {folder}{name}.sql")


def _used_queries(project: Project, module: Module) -> Iterator[tuple[str, tuple[str, int]]]:
    for path in project.cpp_files():
        if project.module_of(path) is not module or is_test(path):
            continue
        code = project.bare_code(path)
        for found in re.finditer(r"\bsql::([a-z]\w*)", code):
            yield found[1], (path, line_of(code, found.start()))


STATEMENT = re.compile(r"^\s*(?:select\b.+\bfrom|insert\s+(?:or\s+\w+\s+)?into\s+\w|update\s+\w+\s+set\b|delete\s+from\s+\w"
                       r"|with\s+\w+\s+as\s*\(|create\s+(?:table|index|unique)\b|alter\s+table\b|drop\s+table\b)", re.I | re.S)


def check_no_sql_in_code(project: Project) -> Iterator[Finding]:
    """SQL stands in queries/*.sql, never in a C++ string; folders that may are named in modules.toml."""
    for path in project.cpp_files():
        if is_test(path) or path.startswith(project.sql_in_code):
            continue
        for line, text in project.strings(path):
            if STATEMENT.search(text):
                yield Finding(path, line, "move this SQL to a file in queries/ and call it as sql::name")
