#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every translation to being whole and up to date: translations.py ROOT.

Words that the sources have and a translation has not are found as xgettext
finds them. To refresh a translation: ninja -C BUILD relance-update-po.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

from checks import list_files, read, report, run

KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dpgettext2:2c,3']


def extract_words(root, pot):
    """Writes the words of every file of POTFILES.in to @pot."""
    subprocess.run(['xgettext', '--files-from=po/POTFILES.in', '--from-code=UTF-8',
                    *(f'--keyword={keyword}' for keyword in KEYWORDS), f'--output={pot}'],
                   cwd=root, check=True, stderr=subprocess.DEVNULL)


def check_form(po):
    return run('msgfmt', '--check', '--output-file=/dev/null', po)


def check_words(po, pot):
    return run('msgcmp', po, pot)


def check_whole(po):
    """A translation holds no word that is missing, doubtful or no longer used."""
    problems = []
    for what, name in (('--untranslated', 'untranslated'), ('--only-fuzzy', 'fuzzy'),
                       ('--only-obsolete', 'no longer used')):
        left = subprocess.run(['msgattrib', what, '--no-wrap', po], check=True, text=True,
                              stdout=subprocess.PIPE).stdout
        words = [line for line in left.splitlines() if line.startswith(('msgid "', '#~ msgid "'))]
        problems += [f'{name}: {word}' for word in words if not word.endswith('msgid ""')]
    return problems


# Written with a space that no line breaks at.
FRENCH_MARKS = re.compile('« | »| [:;!?](?=[\\s"\\\\]|$)')


def check_french_marks(po):
    """A line of French neither begins with a mark nor ends with an opening quote."""
    words = subprocess.run(['msgattrib', '--no-wrap', po], check=True, text=True,
                           stdout=subprocess.PIPE).stdout
    is_french = False
    problems = []
    for line in words.splitlines():
        is_french = line.startswith('msgstr') or (is_french and line.startswith('"'))
        if is_french and FRENCH_MARKS.search(line):
            problems.append(f'a space that breaks: {line}')
    return problems


def find_problems(root):
    """Returns a list of (what is checked, what is wrong with it)."""
    checks = []
    languages = read(root, 'po/LINGUAS').split()
    files = [path.stem for path in list_files(root, '*.po', below='po')]
    checks.append(('LINGUAS names every translation',
                   [] if languages == files else [f'{languages} is not {files}']))
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder, 'relance.pot')
        extract_words(root, pot)
        for language in files:
            po = f'{root}/po/{language}.po'
            checks.append((f'{language} is well formed', check_form(po)))
            checks.append((f'{language} has every word', check_words(po, pot)))
            checks.append((f'{language} has nothing doubtful', check_whole(po)))
    if 'fr' in files:
        checks.append(('fr keeps its marks with their words', check_french_marks(f'{root}/po/fr.po')))
    return checks


if __name__ == '__main__':
    report(find_problems(sys.argv[1]))
