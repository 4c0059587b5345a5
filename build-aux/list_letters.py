#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists the letters of a folder for glib-compile-resources: a new letter is a new file.

    list_letters.py FOLDER LIST.gresource.xml

The list is only written where it changes, so that nothing is built again for nothing.
"""

import pathlib
import sys
from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gresources>
  <gresource prefix="/org/example/Relance/letters">
"""
TAIL = """  </gresource>
</gresources>
"""


def make_list(folder):
    names = sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/**/*.mustache"))
    return HEAD + "".join(f"    <file>{escape(name)}</file>\n" for name in names) + TAIL


def main():
    folder, output = map(pathlib.Path, sys.argv[1:])
    text = make_list(folder)
    if not output.exists() or output.read_text(encoding="utf-8") != text:
        output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
