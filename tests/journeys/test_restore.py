# SPDX-License-Identifier: GPL-3.0-or-later
"""The book goes back to a snapshot, and forth again; a damaged book is read, and mended by one."""

import sqlite3
from contextlib import closing

from journey import Journey, Role, main


class Restore:
    def test_a_change_is_gone_and_comes_back(self):
        self.fill_book()
        self.start()
        self.open_backups()
        self.window.find(self.words("_Back Up Now")).activate()
        self.window.find(containing=self.words("When you asked for it"))
        button = self.find_restore()
        self.picture("snapshots")
        self.ask("client", "add", "Sample Gallery")
        button.activate()
        self.agree()
        self.wait_until(lambda: not self.has_gallery(), "the change to be gone")
        self.picture("restored")
        self.window.find(self.words("_Undo"), Role.BUTTON).activate()
        self.wait_until(self.has_gallery, "the change to come back")
        self.assertTrue(self.ask("check")["ok"])

    def test_a_damaged_book_is_read_and_mended(self):
        self.fill_book()
        self.ask("backup")
        self.damage("change")
        self.start()
        self.window.find(self.words("The book is damaged, so it is only read"))
        self.show("Clients")
        self.window.find(containing="Sample Bakery")
        self.picture("damaged")
        self.window.find(self.words("_Restore a Snapshot…"), Role.BUTTON).activate()
        self.agree()
        self.window.wait_gone(self.words("The book is damaged, so it is only read"))
        self.wait_until(self.is_sound, "the book to be mended")

    def test_a_book_that_nobody_can_open(self):
        self.fill_book()
        self.ask("backup")
        self.damage(None)
        self.start()
        offer = self.words("_Restore the Snapshot of %s…").split("%s")[0]
        self.window.find(role=Role.BUTTON, containing=offer).activate()
        self.agree()
        self.wait_until(self.is_sound, "the book to be mended")
        self.show("Clients")
        self.window.find(containing="Sample Bakery")

    def open_backups(self):
        self.window.find(self.words("Paid on Time, Paid Late"))
        self.show_preferences("Backups")

    def find_restore(self):
        start = self.words("Restore the snapshot of %s").split("%s")[0]
        return self.window.find(role=Role.BUTTON, containing=start)

    def agree(self):
        self.window.find(self.words("Restore the Book?"))
        self.picture("question")
        self.window.find(self.words("_Restore"), Role.BUTTON).activate()

    def has_gallery(self):
        return "Sample Gallery" in [client["name"] for client in self.ask("client", "list")]

    def is_sound(self):
        with closing(sqlite3.connect(self.home.book)) as book:
            try:
                return book.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            except sqlite3.DatabaseError:
                return False

    def damage(self, table):
        """Writes over the first page of a table, or of the whole book."""
        page = 1
        if table:
            with closing(sqlite3.connect(self.home.book)) as book:
                query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
                page = book.execute(query, (table,)).fetchone()[0]
        with open(self.home.book, "r+b") as file:
            file.seek((page - 1) * 4096)
            file.write(b"\xa5" * 4096)


class RestoreInEnglish(Restore, Journey):
    language = "en"


class RestoreInFrench(Restore, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
