#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates what the desktop reads: metadata.py ROOT DESKTOP-FILE METAINFO-FILE."""

import re
import sys
import xml.etree.ElementTree as xml

from checks import read, report, run

APP_ID = 'org.example.Relance'
# The identifier is under example.org: the project has no pages of its own yet.
KNOWN = {'url-homepage-missing'}


def check_desktop(path):
    return run('desktop-file-validate', path)


def check_metainfo(path):
    lines = run('appstreamcli', 'validate', '--no-net', '--no-color', path)
    found = [line for line in lines if re.match(r'[EW]: ', line)]
    return [line for line in found if line.split()[-1] not in KNOWN]


def check_schema(root):
    return run('glib-compile-schemas', '--strict', '--dry-run', f'{root}/data')


def check_icon(root, path, size):
    icon = xml.fromstring(read(root, path))
    wanted = (str(size), str(size), f'0 0 {size} {size}')
    if tuple(icon.get(name) for name in ('width', 'height', 'viewBox')) != wanted:
        return [f'{path} is not drawn on {size} × {size}']
    return []


def find_problems(root, desktop, metainfo):
    """Returns a list of (what is checked, what is wrong with it)."""
    icons = 'data/icons/hicolor'
    return [('the desktop file is valid', check_desktop(desktop)),
            ('the metainfo is valid', check_metainfo(metainfo)),
            ('the settings schema is valid', check_schema(root)),
            ('the icon is drawn on 128 × 128',
             check_icon(root, f'{icons}/scalable/apps/{APP_ID}.svg', 128)),
            ('the symbolic icon is drawn on 16 × 16',
             check_icon(root, f'{icons}/symbolic/apps/{APP_ID}-symbolic.svg', 16))]


if __name__ == '__main__':
    report(find_problems(*sys.argv[1:]))
