#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what the test programs of some build folders answered.

A program that speaks TAP counts by its test points, any other as one test.
"""

import json
import pathlib
import re
import sys

POINT = re.compile(r'^(not )?ok\b([^#]*)(#\s*skip\b)?', re.IGNORECASE)


def count_points(output):
    """Returns the test points of a TAP output as [passed, failed, skipped]."""
    counts = [0, 0, 0]
    for line in output.splitlines():
        match = POINT.match(line)
        if match is not None:
            counts[1 if match[1] else 2 if match[3] else 0] += 1
    return counts


def count_program(test):
    """Returns [passed, failed, skipped] of one entry of meson's log."""
    counts = count_points(test.get('stdout', ''))
    if test['result'] in ('OK', 'EXPECTEDFAIL'):
        return counts if any(counts) else [1, 0, 0]
    if test['result'] == 'SKIP':
        return counts if counts[2] else [0, 0, 1]
    # It failed as a whole: a crash or a time limit has no test point of its own.
    return counts if counts[1] else [counts[0], 1, counts[2]]


def main():
    total = [0, 0, 0]
    for folder in sys.argv[1:]:
        log = pathlib.Path(folder, 'meson-logs', 'testlog.json')
        tests = [json.loads(line) for line in log.read_text(encoding='utf-8').splitlines()]
        if not tests:
            sys.exit(f'{log}: no test was run')
        for test in tests:
            counts = count_program(test)
            total = [a + b for a, b in zip(total, counts)]
            if counts[1]:
                print(f'failed: {test["name"]} ({test["result"]}, {folder})')
    print('{} passed, {} failed, {} skipped'.format(*total))
    sys.exit(1 if total[1] or not total[0] else 0)


main()
