#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Books that earlier versions wrote, as tests/fixtures/books keeps them, open and say what they said.

vN.db is a book of schema version N, with some of all that it could record: in v1 two imported clients
and one typed in, four imported invoices and one typed in, part payments, a payment taken back, a
reminder that left; in v2 also an import taken back, a contact, a merge, instalments, a credit note, a
credit, a write-off, an exclusion and a PDF; v3 is that book once more; v4 has also a plan, a situation
and limits, v5 a call. vN.json is what the program of that time answered.
"""

import json
import os
import shutil
import sqlite3
from pathlib import Path

from relance_cli import CliTest, main

BOOKS = Path(os.environ["RELANCE_SOURCE_ROOT"]) / "tests" / "fixtures" / "books"
VERSIONS = sorted(int(path.stem[1:]) for path in BOOKS.glob("v*.db"))


def holds(answer, expected):
    """Whether the answer says all that is expected; later versions may say more."""
    if isinstance(expected, dict):
        return all(key in answer and holds(answer[key], value) for key, value in expected.items())
    if isinstance(expected, list):
        return len(answer) == len(expected) and all(map(holds, answer, expected))
    return answer == expected


class Upgrade(CliTest):
    def open_book(self, version):
        shutil.copy(BOOKS / f"v{version}.db", self.book)

    def test_there_are_books(self):
        self.assertEqual(VERSIONS, [1, 2, 3, 4, 5])

    def test_every_version_says_what_it_said(self):
        for version in VERSIONS:
            expected = json.loads((BOOKS / f"v{version}.json").read_text(encoding="utf-8"))
            for command, answer in expected.items():
                with self.subTest(version=version, command=command):
                    self.open_book(version)
                    now = self.run_cli("--json", *command.split(), today="2026-11-23")
                    self.assertEqual(now.code, 0, now.err)
                    self.assertTrue(holds(now.json, answer), now.out)

    def test_every_version_is_whole_and_its_last_change_can_be_undone(self):
        for version in VERSIONS:
            with self.subTest(version=version):
                self.open_book(version)
                self.assertEqual(self.run_cli("undo").code, 0)
                self.assertEqual(self.run_cli("--json", "check").json, {"ok": True, "findings": []})

    def test_the_earlier_book_is_kept(self):
        for version in VERSIONS:
            with self.subTest(version=version):
                self.open_book(version)
                before = sqlite3.connect(self.book).execute("PRAGMA user_version").fetchone()
                self.run_cli("check")
                kept = [path for path in self.folder.rglob("*") if path.is_file()
                        and path != self.book and path.read_bytes()[:15] == b"SQLite format 3"]
                versions = [sqlite3.connect(path).execute("PRAGMA user_version").fetchone()
                            for path in kept]
                self.assertIn(before, versions)


if __name__ == "__main__":
    main()
