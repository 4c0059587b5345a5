#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds po/POTFILES.in to exactly the files with words for people: potfiles.py ROOT."""

import re
import sys

from checks import list_files, read, report

WORDS = re.compile(r'(?<!\w)(_|C_|N_|NC_|[gd]?_?d?c?n?p?gettext2?) ?\(\s*"')
# Files whose words are marked by their form.
MARKED = ['*.desktop.in', '*.metainfo.xml.in', '*.gschema.xml']


def list_files_with_words(root):
    sources = list_files(root, '*.c', '*.h', '*.blp', below='src')
    found = (list_files(root, *MARKED, below='data')
             + [path for path in sources if WORDS.search(read(root, path))])
    return [path.as_posix() for path in found]


def find_problems(root):
    """Returns a list of (what is checked, what is wrong with it)."""
    lines = [line for line in read(root, 'po/POTFILES.in').splitlines()
             if line and not line.startswith('#')]
    wanted = list_files_with_words(root)
    missing = [f'{path} has words and is missing' for path in wanted if path not in lines]
    strangers = [f'{path} has no words' for path in lines if path not in wanted]
    order = [] if lines == sorted(set(lines)) else ['the lines are not in order, each once']
    return [('POTFILES.in names every file with words', missing),
            ('POTFILES.in names no other file', strangers),
            ('POTFILES.in is in order', order)]


if __name__ == '__main__':
    report(find_problems(sys.argv[1]))
