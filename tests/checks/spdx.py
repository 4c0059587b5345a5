#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says which sources do not name their licence: spdx.py ROOT."""

import sys

from checks import list_files, read, report

SOURCES = ['*.c', '*.h', '*.sql', '*.blp', '*.css', '*.svg', '*.py', '*.xml', '*.in', '*.build',
           '*.options', '*.po', 'build-aux/*', '.ci/*']
LICENCE = 'SPDX-License-Identifier: '
# Data whose very bytes are what a test is about.
FIXTURES = 'tests/fixtures/'


def names_licence(text):
    return any(LICENCE in line for line in text.splitlines()[:3])


def find_problems(root):
    """Returns a list of (what is checked, what is wrong with it)."""
    missing = [f'{path}: no SPDX line among the first three'
               for path in list_files(root, *SOURCES)
               if not str(path).startswith(FIXTURES) and not names_licence(read(root, path))]
    return [('every source names its licence', missing)]


if __name__ == '__main__':
    report(find_problems(sys.argv[1]))
