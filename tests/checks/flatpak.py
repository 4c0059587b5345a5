#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says whether the Flatpak manifest brings all that meson.build asks for: flatpak.py ROOT."""

import json
import re
import sys

from checks import list_files, read, report

MANIFEST = 'org.example.Relance.json'

# What meson.build may ask for and org.gnome.Platform 51 has.
IN_RUNTIME = {'cairo-pdf', 'gio-2.0', 'gio-unix-2.0', 'glib-2.0', 'gobject-2.0', 'gtk4', 'icu-i18n',
              'icu-uc', 'json-glib-1.0', 'libadwaita-1', 'libsecret-1', 'libsoup-3.0', 'libxml-2.0',
              'pangocairo', 'sqlite3'}

# The modules of the manifest, and what each of them brings.
BROUGHT_BY = {'gmime': {'gmime-3.0'}, 'qrencode': {'libqrencode'}}

# A window on either display, drawn by the graphics card; mail providers.
# Keys and files come through portals, which need no permission.
PERMISSIONS = {'--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri',
               '--share=network'}


def list_dependencies(root):
    """Returns the names that the build files outside the tests ask pkg-config for."""
    files = list_files(root, 'meson.build')
    return {name for path in files if path.parts[0] != 'tests'
            for name in re.findall(r"\bdependency\(\s*'([^']+)'", read(root, path))}


def find_problems(root):
    """Returns a list of (what is checked, what is wrong with it)."""
    manifest = json.loads(read(root, MANIFEST))
    modules = {module['name']: module for module in manifest['modules']}
    brought = set().union(*(BROUGHT_BY.get(name, set()) for name in modules))
    missing = list_dependencies(root) - IN_RUNTIME - brought
    loose = [name for name, module in modules.items() for source in module['sources']
             if source['type'] != 'dir' and not re.fullmatch('[0-9a-f]{64}', source['sha256'])]
    extra = set(manifest['finish-args']) - PERMISSIONS
    return [('every dependency is in the runtime or a module', sorted(missing)),
            ('every archive is held to its checksum', loose),
            ('no permission is asked beyond those that are needed', sorted(extra))]


if __name__ == '__main__':
    report(find_problems(sys.argv[1]))
