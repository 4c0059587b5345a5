#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds sources to their format: formatting.py ROOT.

Headers are not among them: their columns of names are aligned by hand, as GTK's are.
"""

import sys

from checks import list_files, report, run


def check_c(root):
    files = list_files(root, '*.c', below='src') + list_files(root, '*.c', below='tests')
    lines = run('clang-format', '--dry-run', '-Werror', *files, cwd=root)
    return [line for line in lines if 'error:' in line]


def check_blueprint(root):
    files = list_files(root, '*.blp', below='src')
    return run('blueprint-compiler', 'format', *files, cwd=root)


def check_scripts(root):
    files = list_files(root, 'build-aux/*', '.ci/*')
    return [line for path in files if is_shell_script(f'{root}/{path}')
            for line in run('bash', '-n', path, cwd=root)]


def is_shell_script(path):
    with open(path, encoding='utf-8') as file:
        return file.readline() == '#!/usr/bin/env bash\n'


def find_problems(root):
    """Returns a list of (what is checked, what is wrong with it)."""
    return [('C is as clang-format writes it', check_c(root)),
            ('Blueprint is as blueprint-compiler writes it', check_blueprint(root)),
            ('scripts can be read by bash', check_scripts(root))]


if __name__ == '__main__':
    report(find_problems(sys.argv[1]))
