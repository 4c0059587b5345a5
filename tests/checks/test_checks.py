#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows each check a small tree that is wrong in one way: it must say so.

A check that cannot fail checks nothing.
"""

import pathlib
import tempfile

import checks
import flatpak
import formatting
import layers
import linkage
import metadata
import potfiles
import spdx
import translations

ROOT = pathlib.Path(__file__).parents[2]
LICENCE_OF_LISTS = '# SPDX-License-Identifier: GPL-3.0-or-later\n'
LICENCE = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'

# A tree that no check complains of.
SOUND = {
    'po/LINGUAS': 'fr\n',
    '.clang-format': checks.read(ROOT, '.clang-format'),
    'po/POTFILES.in': LICENCE_OF_LISTS + 'src/cli/words.c\n',
    'po/fr.po': LICENCE_OF_LISTS +
                'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
                '"Project-Id-Version: relance\\n"\n"Last-Translator: nobody\\n"\n'
                '"Language-Team: none\\n"\n"PO-Revision-Date: 2026-11-22 12:00+0100\\n"\n'
                '"Language: fr\\n"\n"MIME-Version: 1.0\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
                'msgid "Hello %s"\nmsgstr "Bonjour %s"\n',
    'src/cli/words.c': LICENCE + '#include <glib/gi18n.h>\n\nconst char *word = N_ ("Hello %s");\n',
    'src/core/store/book.h': LICENCE,
    'src/gui/page.blp': '// SPDX-License-Identifier: GPL-3.0-or-later\nusing Gtk 4.0;\n',
    'build-aux/script': '#!/usr/bin/env bash\n# SPDX-License-Identifier: GPL-3.0-or-later\ntrue\n',
    'meson.build': "# SPDX-License-Identifier: GPL-3.0-or-later\ndependency('sqlite3')\n",
    'org.example.Relance.json': '{"modules": [{"name": "relance", "sources": [{"type": "dir"}]}],'
                                ' "finish-args": ["--share=network"]}',
}

# What is wrong: a file of the tree and its new content.
WRONG = {
    'a rule includes the store': (layers, 'src/core/rules/a.c', '#include "book.h"\n'),
    'the window includes the store': (layers, 'src/gui/a.c', '#include "book.h"\n'),
    'a core folder includes GTK': (layers, 'src/core/model/a.c', '#include <gtk/gtk.h>\n'),
    'SQLite outside the store': (layers, 'src/core/services/a.c', '#include <sqlite3.h>\n'),
    'HTTP outside mail': (layers, 'src/core/services/a.c', '#include <libsoup/soup.h>\n'),
    'words for people below services': (layers, 'src/core/rules/a.c', '#include <glib/gi18n-lib.h>\n'),
    'a thread outside services': (layers, 'src/core/mail/a.c', 'g_thread_new ("a", a, NULL);\n'),
    'SQL in C': (layers, 'src/core/store/a.c', 'a = "SELECT id FROM client";\n'),
    'a source without a licence': (spdx, 'src/cli/a.c', 'int a;\n'),
    'a script without a licence': (spdx, 'build-aux/a', '#!/bin/sh\n'),
    'a file with words that is not named': (potfiles, 'src/cli/a.c', 'a = _ ("Hello");\n'),
    'a file without words that is named': (potfiles, 'src/cli/words.c', LICENCE),
    'POTFILES.in names a file twice': (potfiles, 'po/POTFILES.in', 'src/cli/words.c\n' * 2),
    'C that is not formatted': (formatting, 'src/cli/a.c', 'int  a ;\n'),
    'Blueprint that is not formatted': (formatting, 'src/gui/a.blp', 'using   Gtk 4.0;\nBox {}\n'),
    'a script that cannot be read': (formatting, 'build-aux/a', '#!/usr/bin/env bash\nif true\n'),
    'a word without a translation': (translations, 'src/cli/words.c', 'a = _ ("New");\n'),
    'a translation that is no longer used': (translations, 'po/fr.po', SOUND['po/fr.po']
                                             + '\n#~ msgid "Old"\n#~ msgstr "Vieux"\n'),
    'a doubtful translation': (translations, 'po/fr.po', SOUND['po/fr.po'].replace(
        'msgid "Hello', '#, fuzzy\nmsgid "Hello')),
    'a translation with another placeholder': (translations, 'po/fr.po', SOUND['po/fr.po'].replace(
        'msgid "Hello', '#, c-format\nmsgid "Hello').replace('Bonjour %s', 'Bonjour %d')),
    'a translation that LINGUAS does not name': (translations, 'po/LINGUAS', '\n'),
    'a dependency that nobody brings': (flatpak, 'meson.build', "dependency('gmime-3.0')\n"),
    'a permission too many': (flatpak, 'org.example.Relance.json',
                              '{"modules": [], "finish-args": ["--filesystem=home"]}'),
    'an archive without its checksum': (flatpak, 'org.example.Relance.json',
                                        '{"modules": [{"name": "gmime", "sources": [{"type": "archive",'
                                        ' "sha256": "1"}]}], "finish-args": []}'),
}

METAINFO = '''<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application"><id>org.example.Relance</id></component>
'''
SCHEMA = '<schemalist><schema id="a" path="/a/"><key name="a" type="!"/></schema></schemalist>'


def plant(root, files):
    for path, text in files.items():
        file = pathlib.Path(root, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding='utf-8')


def find_all(found):
    return [problem for _, problems in found for problem in problems]


def check_sound():
    """The tree itself is right, so that what a check says of a wrong one is about what is wrong."""
    with tempfile.TemporaryDirectory() as root:
        plant(root, SOUND)
        modules = (layers, spdx, potfiles, formatting, translations, flatpak)
        return [problem for module in modules for problem in find_all(module.find_problems(root))]


def check_wrong(module, path, text):
    with tempfile.TemporaryDirectory() as root:
        plant(root, SOUND | {path: text})
        return [] if find_all(module.find_problems(root)) else ['nothing was said']


def check_metadata():
    with tempfile.TemporaryDirectory() as root:
        plant(root, {'metainfo.xml': METAINFO, 'data/a.gschema.xml': SCHEMA, 'a.desktop': 'Name=A\n',
                     'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="48"/>'})
        found = {'desktop file': metadata.check_desktop(f'{root}/a.desktop'),
                 'metainfo': metadata.check_metainfo(f'{root}/metainfo.xml'),
                 'schema': metadata.check_schema(root),
                 'icon': metadata.check_icon(root, 'a.svg', 128)}
    return [f'nothing was said of a wrong {what}' for what, problems in found.items() if not problems]


def check_linkage():
    missed = [name for name in ('libgtk-4.so.1', 'libadwaita-1.so.0', 'libX11.so.6')
              if not linkage.WINDOW.match(name)]
    wronged = [name for name in ('libgio-2.0.so.0', 'libcairo.so.2') if linkage.WINDOW.match(name)]
    return missed + wronged


def main():
    answers = [('a sound tree', check_sound())]
    answers += [(what, check_wrong(*case)) for what, case in WRONG.items()]
    answers += [('wrong metadata', check_metadata()), ('the libraries of a window', check_linkage())]
    checks.report(answers)


main()
