#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says whether relance-cli links a window toolkit: linkage.py PROGRAM."""

import re
import subprocess
import sys

from checks import report

# Pango and cairo set a letter on paper, and need no window for it.
WINDOW = re.compile(r'lib(gtk|gdk|adwaita|gsk|graphene|wayland|X11)', re.IGNORECASE)


def list_libraries(program):
    """Returns the libraries that @program names itself, not those that they bring along."""
    dynamic = subprocess.run(['readelf', '--dynamic', '--wide', program], check=True, text=True,
                             stdout=subprocess.PIPE).stdout
    return re.findall(r'\(NEEDED\).*\[(.+)\]', dynamic)


def find_problems(program):
    """Returns a list of (what is checked, what is wrong with it)."""
    libraries = list_libraries(program)
    return [('the libraries can be read', [] if libraries else [f'{program} names none']),
            ('no library of a window is linked', [name for name in libraries if WINDOW.match(name)])]


if __name__ == '__main__':
    report(find_problems(sys.argv[1]))
