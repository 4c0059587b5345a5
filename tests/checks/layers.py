#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the sources to the layers of the house: layers.py ROOT.

Reads the #include lines, and looks for SQL and threads where they do not belong.
"""

import re
import sys

from checks import list_files, read, report

# What a folder may include, beside itself.
MAY_SEE = {
    'base': set(),
    'model': {'base'},
    'rules': {'base', 'model'},
    'imports': {'base', 'model'},
    'mail': {'base', 'model'},
    'store': {'base', 'model'},
    'letters': {'base', 'model', 'rules'},
    'exports': {'base', 'model', 'rules'},
    'services': {'base', 'model', 'rules', 'imports', 'mail', 'store', 'letters', 'exports'},
    'cli': {'base', 'model', 'rules', 'services'},
    'gui': {'base', 'model', 'rules', 'services'},
}

# Libraries that are the business of some folders only.
LIBRARIES = {
    'adwaita.h': {'gui'},
    'gtk/': {'gui'},
    'gdk/': {'gui'},
    'sqlite3.h': {'store'},
    'libsoup/': {'mail'},
    'gmime/': {'mail'},
    'libsecret/': {'services'},
    'qrencode.h': {'letters'},
    'unicode/': {'base'},
    # Words for people; the letters have a language of their own.
    'glib/gi18n': {'services', 'cli', 'gui'},
}

# The exceptions, each with its reason.
EXCEPTIONS = {
    ('src/cli/cli-watch.c', 'threads'): 'waits for Ctrl-C and shows progress beside the command',
}

GENERATED = {'relance-enum-types.h': {'model'}}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)
THREADS = re.compile(r'\b(g_thread_\w+|GThread|GTask|g_task_\w+)\b')
SQL = re.compile(r'"\s*(SELECT\s|INSERT\s+(OR|INTO)\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s|'
                 r'CREATE\s+(TABLE|INDEX|VIEW|TRIGGER)\s|DROP\s+\w+\s|BEGIN\s+\w+|SAVEPOINT\s)')


def find_layer(path):
    """Returns the folder of the house that @path, relative to the root, belongs to."""
    parts = path.parts
    if parts[:2] == ('src', 'core') and len(parts) > 3:
        return parts[2]
    return 'cli' if parts[1] == 'cli' else 'gui'


def find_owners(sources):
    """Returns the folders that have a header, by its name."""
    owners = dict(GENERATED)
    for path, layer, _ in sources:
        if path.suffix == '.h':
            owners.setdefault(path.name, set()).add(layer)
    return owners


def is_excepted(path, what):
    return (path.as_posix(), what) in EXCEPTIONS


def check_headers(path, layer, text, owners):
    for _, name in filter(lambda match: match[0] == '"', INCLUDE.findall(text)):
        found = owners.get(name.rsplit('/', 1)[-1], {layer})
        if not found & (MAY_SEE[layer] | {layer}):
            yield f'{path}: {layer} may not include {name} of {", ".join(sorted(found))}'


def check_libraries(path, layer, text, owners):
    for _, name in INCLUDE.findall(text):
        for library, layers in LIBRARIES.items():
            if name.startswith(library) and layer not in layers and not is_excepted(path, library):
                yield f'{path}: {name} belongs in {", ".join(sorted(layers))}'


def check_threads(path, layer, text, owners):
    match = THREADS.search(text)
    if match and layer != 'services' and not is_excepted(path, 'threads'):
        yield f'{path}: {match[0]} belongs in services'


def check_sql(path, layer, text, owners):
    for match in SQL.finditer(text):
        yield f'{path}: {match[0].strip()}… belongs in src/core/store/sql'


def find_problems(root):
    """Returns a list of (what is checked, what is wrong with it)."""
    sources = [(path, find_layer(path), read(root, path))
               for path in list_files(root, '*.c', '*.h', below='src')]
    owners = find_owners(sources)
    checks = {
        'a folder includes only what stands below it': check_headers,
        'a library is used only where it belongs': check_libraries,
        'threads are in services': check_threads,
        'SQL is in .sql files': check_sql,
    }
    return [(name, [problem for source in sources for problem in check(*source, owners)])
            for name, check in checks.items()]


if __name__ == '__main__':
    report(find_problems(sys.argv[1]))
