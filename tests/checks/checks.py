# SPDX-License-Identifier: GPL-3.0-or-later
"""What every check of the source tree uses: its files, and answers as TAP."""

import os
import pathlib
import subprocess
import sys

# Made by tools, or kept by the version control system.
PASSED_OVER = {'_build', 'pictures', '__pycache__'}


def list_files(root, *patterns, below=''):
    """Returns the files in the folder @below whose name matches one of @patterns,
    sorted, relative to @root."""
    found = []
    for folder, folders, names in os.walk(pathlib.Path(root, below)):
        folders[:] = [name for name in folders
                      if name not in PASSED_OVER and (not name.startswith('.') or name == '.ci')]
        for name in names:
            path = pathlib.PurePath(folder, name).relative_to(root)
            if any(path.match(pattern) for pattern in patterns):
                found.append(path)
    return sorted(found, key=str)


def read(root, path):
    return pathlib.Path(root, path).read_text(encoding='utf-8')


def run(*words, cwd=None):
    """Runs a tool; returns what it complains of, or no lines when it is content."""
    done = subprocess.run([str(word) for word in words], cwd=cwd, text=True, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode == 0:
        return []
    return done.stdout.splitlines() or [f'{words[0]} ended with {done.returncode}']


def report(checks):
    """Prints a TAP line for each (name, problems) and ends the program."""
    print(f'1..{len(checks)}')
    failed = False
    for number, (name, problems) in enumerate(checks, 1):
        print(f'{"not ok" if problems else "ok"} {number} - {name}')
        for problem in problems:
            print(f'# {problem}')
        failed = failed or bool(problems)
    sys.exit(1 if failed else 0)
