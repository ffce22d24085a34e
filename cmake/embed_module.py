"""Turns a module's queries, views and migrations into one C++ source.

Usage: embed_module.py NAME FOLDER OUTPUT_FOLDER
The header is only rewritten when the list of queries changes, so that editing a query rebuilds one file.
"""

import pathlib
import sys


def literal(text: str) -> str:
    """A raw string literal; long texts are cut because compilers limit one literal's length."""
    pieces = [text[i : i + 12000] for i in range(0, len(text), 12000)] or [""]
    return "\n".join(f'R"lenig({piece})lenig"' for piece in pieces)


def write_if_changed(path: pathlib.Path, text: str) -> None:
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def main() -> None:
    name, folder, output = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    output.mkdir(parents=True, exist_ok=True)
    queries = sorted((folder / "queries").glob("*.sql"))
    twins = {path.name.removesuffix(".postgres.sql"): path for path in queries if path.name.endswith(".postgres.sql")}
    plain = [path for path in queries if not path.name.endswith(".postgres.sql")]

    header = [f"// What is built in of {name}.", "#pragma once", "#include <span>", '#include "platform/base/embedded.hpp"',
              '#include "platform/db/query.hpp"', f"namespace lenig::{name} {{",
              "std::span<base::Embedded const> views();", "std::span<base::Embedded const> migrations();",
              "std::span<db::Query const* const> queries();", "namespace sql {"]
    header += [f"extern db::Query const {path.stem};" for path in plain]
    header += ["}", "}"]
    write_if_changed(output / "queries.hpp", "\n".join(header) + "\n")

    source = ['#include "platform/base/embedded.hpp"', '#include "platform/db/query.hpp"',
              f'#include "{name}/queries.hpp"', f"namespace lenig::{name} {{", "namespace sql {"]
    for path in plain:
        twin = twins.get(path.stem)
        text = path.read_text()
        source.append(f'db::Query const {path.stem}{{"{name}/{path.stem}", {literal(text)}, '
                      f"{literal(twin.read_text()) if twin else '{}'}}};")
    source.append("}")
    for kind, pattern in (("views", "*.html"), ("migrations", "*.sql")):
        source.append(f"std::span<base::Embedded const> {kind}() {{")
        files = sorted((folder / kind).glob(pattern))
        if files:
            source.append("static constexpr base::Embedded all[] = {")
            source += [f'{{"{name}/{path.name}", {literal(path.read_text())}}},' for path in files]
            source.append("};\nreturn all;\n}")
        else:
            source.append("return {};\n}")
    source.append("std::span<db::Query const* const> queries() {")
    if plain:
        source.append("static constexpr db::Query const* all[] = {" + ", ".join(f"&sql::{p.stem}" for p in plain) + "};")
        source.append("return all;\n}")
    else:
        source.append("return {};\n}")
    source.append("}")
    (output / "embedded.cpp").write_text("\n".join(source) + "\n")
    (output / "queries.hpp").touch()


main()
