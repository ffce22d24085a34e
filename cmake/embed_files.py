"""Builds files into the program byte for byte.

Usage: embed_files.py OUTPUT_STEM FUNCTION FILE…  ->  OUTPUT_STEM.S and OUTPUT_STEM.cpp
The function gives all of them as lenig::base::Embedded, under their file names.
"""

import pathlib
import sys


def main() -> None:
    stem, function, files = pathlib.Path(sys.argv[1]), sys.argv[2], [pathlib.Path(name) for name in sys.argv[3:]]
    stem.parent.mkdir(parents=True, exist_ok=True)
    namespace, name = function.rsplit("::", 1)
    prefix = function.replace("::", "_")
    assembly = [".section .rodata"]
    source = ['#include "platform/base/embedded.hpp"', 'extern "C" {']
    entries = []
    for at, path in enumerate(files):
        symbol = f"{prefix}_{at}"
        assembly += [f".global {symbol}_begin, {symbol}_end", f'{symbol}_begin: .incbin "{path.resolve()}"',
                     f"{symbol}_end: .byte 0"]
        source += [f"extern char const {symbol}_begin[], {symbol}_end[];"]
        entries.append(f'{{"{path.name}", {{{symbol}_begin, static_cast<std::size_t>({symbol}_end - {symbol}_begin)}}}},')
    assembly.append('.section .note.GNU-stack,"",@progbits')
    source += ["}", f"namespace {namespace} {{", f"std::span<lenig::base::Embedded const> {name}() {{",
               "static lenig::base::Embedded const all[] = {", *entries, "};", "return all;", "}", "}"]
    stem.with_suffix(".S").write_text("\n".join(assembly) + "\n")
    stem.with_suffix(".cpp").write_text("\n".join(source) + "\n")


main()
