# SPDX-License-Identifier: GPL-3.0-or-later
"""Snapshots, copies and restores as scripts use them; a book that is damaged, or busy."""

import os
import sqlite3
import subprocess

from relance_cli import CLI, TODAY, CliTest, main


class Backup(CliTest):
    def setUp(self):
        super().setUp()
        self.backups = self.book.parent / "book.db.backups"

    def names(self):
        if not self.backups.exists():
            return []
        return sorted(path.name for path in self.backups.iterdir() if path.name != ".lock")

    def clients(self, **options):
        return [client["name"] for client in self.ask("client", "list", **options)]

    def add(self, name, **options):
        return self.ask("client", "add", name, **options)

    def fill(self, n_invoices=40, **options):
        rows = [f"F-{i},2026-09-01,2026-10-01,Client {i} Exemple,10.00,EUR"
                for i in range(n_invoices)]
        header = "Invoice Number,Issue Date,Due Date,Client,Total Amount,Currency"
        return self.ask("import", self.write("a.csv", "\n".join([header, *rows])), **options)


class Snapshots(Backup):
    def test_a_snapshot_by_hand(self):
        self.add("Léa Exemple")
        answer = self.ask("backup")
        path = self.backups / "2026-11-24-1000-1-manual.db"
        self.assertEqual((answer["file"], answer["reason"], answer["bytes"]),
                         (str(path), "manual", path.stat().st_size))
        self.assertRegex(answer["at"], r"^2026-11-2[34]T\d\d:00:00Z$")
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.ask("backup")["file"],
                         str(self.backups / "2026-11-24-1000-2-manual.db"))

    def test_one_a_day_when_something_changed(self):
        self.add("A Sample", today="2026-11-20")
        self.assertEqual(self.names(), [])
        self.add("B Sample", today="2026-11-21")
        self.add("C Sample", today="2026-11-21")
        self.assertEqual(self.names(), ["2026-11-21-1000-1-daily.db"])
        self.clients(today="2026-11-22")
        self.clients(today="2026-11-22")
        self.clients(today="2026-11-23")
        self.assertEqual(self.names(), ["2026-11-21-1000-1-daily.db",
                                        "2026-11-22-1000-1-daily.db"])
        self.ask("restore", self.backups / "2026-11-21-1000-1-daily.db", today="2026-11-24")
        self.assertEqual(self.clients(), ["A Sample"])

    def test_before_an_import_that_writes(self):
        self.fill()
        self.assertEqual(self.names(), [])
        self.fill(41)
        self.fill(41)
        self.fill(42)
        self.assertEqual([name for name in self.names() if "daily" not in name],
                         ["2026-11-24-1000-2-before-import.db",
                          "2026-11-24-1000-3-before-import.db"])
        self.ask("restore", self.backups / "2026-11-24-1000-2-before-import.db")
        self.assertEqual(len(self.ask("invoice", "list")), 40)

    def test_the_last_ones_are_kept(self):
        self.add("A Sample", today="2026-01-01")
        for day in range(1, 29):
            self.add(f"Client {day} Sample", today=f"2026-02-{day:02}")
        self.assertEqual([int(name[8:10]) for name in self.names()],
                         [1, 8, 15] + list(range(22, 29)))
        for _ in range(12):
            self.ask("backup", today="2026-02-28")
        self.assertEqual(sum("manual" in name for name in self.names()), 10)

    def test_what_is_not_ours_stays(self):
        self.add("A Sample")
        self.ask("backup")
        strange = [self.backups / "2026-01-01-1000-1-holiday.db", self.backups / "notes.txt"]
        for path in strange:
            path.write_text("mine")
        for _ in range(12):
            self.ask("backup")
        self.assertTrue(all(path.read_text() == "mine" for path in strange))

    def test_the_user_s_own_book(self):
        self.ask("client", "add", "A Sample", "--book", self.folder / "data/relance/book.db")
        answer = self.ask("backup", "--book", self.folder / "data/relance/book.db")
        self.assertEqual(answer["file"],
                         str(self.folder / "data/relance/backups/2026-11-24-1000-1-manual.db"))

    def test_a_link_has_the_snapshots_of_its_book(self):
        self.add("A Sample")
        link = self.folder / "link.db"
        link.symlink_to(self.book)
        answer = self.ask("backup", "--book", link)
        self.assertEqual(answer["file"], str(self.backups / "2026-11-24-1000-1-manual.db"))
        self.add("B Sample")
        self.ask("restore", answer["file"], "--book", link)
        self.assertTrue(link.is_symlink())
        self.assertEqual(self.clients(), ["A Sample"])

    def test_a_folder_that_cannot_be_written_keeps_nobody_from_working(self):
        self.add("A Sample")
        self.backups.write_text("a file where the folder belongs")
        answer = self.run_cli("--json", "client", "add", "B Sample", today="2026-11-25")
        self.assertEqual((answer.code, answer.json["name"]), (0, "B Sample"))
        self.assertIn("snapshot", answer.err)
        self.refuse("backup", code=3, error="read-only")


class Copies(Backup):
    def test_a_copy_is_a_book(self):
        self.add("A Sample")
        copy = self.folder / "copy.db"
        answer = self.ask("backup", copy)
        self.assertEqual((answer["file"], answer["bytes"]), (str(copy), copy.stat().st_size))
        self.assertEqual(self.ask("client", "list", "--book", copy)[0]["name"], "A Sample")
        self.add("B Sample")
        self.ask("backup", copy)
        self.assertEqual(len(self.ask("client", "list", "--book", copy)), 2)
        self.assertEqual([p.name for p in self.folder.glob("copy.db.*")], [])

    def test_nothing_else_is_overwritten(self):
        self.add("A Sample")
        text = self.write("letter.txt", "dear client")
        link = self.folder / "hard.db"
        os.link(self.book, link)
        before = self.book.read_bytes()
        for target in (self.book, link, text, self.folder, self.folder / "nowhere" / "copy.db"):
            self.refuse("backup", target, code=3, error="invalid")
        self.assertEqual((self.book.read_bytes(), text.read_text()), (before, "dear client"))
        self.assertEqual(self.names(), [])

    def test_there_must_be_a_book(self):
        self.refuse("backup", code=3, error="missing")
        self.refuse("backup", self.folder / "copy.db", code=3, error="missing")
        self.assert_no_book()


class Restore(Backup):
    def test_the_book_that_is_replaced_is_kept(self):
        self.add("A Sample")
        snapshot = self.ask("backup")
        self.add("B Sample")
        answer = self.ask("restore", snapshot["file"])
        self.assertEqual(self.clients(), ["A Sample"])
        self.assertEqual({key: answer[key] for key in ("file", "at", "bytes", "reason")}, snapshot)
        self.assertTrue(answer["replaced"].endswith("-before-restore.db"))
        self.assertTrue(self.ask("check")["ok"])
        self.ask("restore", answer["replaced"])
        self.assertEqual(self.clients(), ["A Sample", "B Sample"])

    def test_what_is_no_book_is_refused(self):
        self.add("A Sample")
        foreign = self.folder / "foreign.db"
        with sqlite3.connect(foreign) as other:
            other.execute("CREATE TABLE client (name)")
        pretender = self.folder / "pretender.db"
        with sqlite3.connect(pretender) as other:
            other.execute("CREATE TABLE client (name)")
            other.execute(f"PRAGMA application_id = {0x524C4E43}")
            other.execute("PRAGMA user_version = 1")
        newer = self.copy_changed("newer.db", "PRAGMA user_version = 999")
        orphan = self.copy_changed("orphan.db", "PRAGMA foreign_keys = OFF",
                                   "INSERT INTO payment (id, client_id, date, amount, currency,"
                                   " added_by) VALUES (9, 77, '2026-01-01', 5, 'EUR', 1)")
        torn = self.write("torn.db", self.book.read_bytes()[:20000])
        before = self.book.read_bytes()
        for file, error in ((foreign, "foreign"), (pretender, "foreign"), (newer, "newer"),
                            (orphan, "damaged"), (torn, "damaged"), (self.folder, "foreign"),
                            (self.write("empty.db", ""), "foreign"),
                            (self.write("text.txt", "hello"), "foreign"),
                            (self.folder / "nothing.db", "missing")):
            with self.subTest(file=file.name):
                bytes_before = file.read_bytes() if file.is_file() else None
                self.refuse("restore", file, code=3, error=error)
                self.assertEqual(self.book.read_bytes(), before)
                self.assertEqual(file.read_bytes() if file.is_file() else None, bytes_before)
        self.assertEqual(self.names(), [])
        left = sorted(path.name for path in self.folder.iterdir() if ".db" in path.name)
        self.assertEqual(left, ["empty.db", "foreign.db", "newer.db", "orphan.db",
                                "pretender.db", "torn.db"])

    def copy_changed(self, name, *statements):
        path = self.folder / name
        self.ask("backup", path)
        with sqlite3.connect(path) as book:
            book.execute("PRAGMA journal_mode = DELETE")
            for statement in statements:
                book.execute(statement)
        return path

    def test_where_there_is_no_book_yet(self):
        self.add("A Sample")
        copy = self.folder / "copy.db"
        self.ask("backup", copy)
        answer = self.ask("restore", copy, "--book", self.folder / "new" / "book.db")
        self.assertIsNone(answer["replaced"])
        self.assertIsNone(answer["reason"])
        self.assertEqual(
            len(self.ask("client", "list", "--book", self.folder / "new" / "book.db")), 1)

    def test_an_earlier_version_is_brought_up(self):
        self.add("B Sample")
        old = self.folder / "old.db"
        schema = os.path.join(os.environ["RELANCE_SOURCE_ROOT"],
                              "src/core/store/sql/0001-book.sql")
        with sqlite3.connect(old) as book, open(schema, encoding="utf-8") as text:
            book.executescript(text.read())
            book.execute("INSERT INTO change (id, at, kind) VALUES (1, 1, 'client-added')")
            book.execute("INSERT INTO client (id, name, name_key, kind, tone, address, language,"
                         " added_by) VALUES (1, 'Old Sample', 'old sample', 'business', 'formal',"
                         " 'vous', 'fr', 1)")
        before = old.read_bytes()
        self.ask("restore", old)
        self.assertEqual(self.clients(), ["Old Sample"])
        self.assertTrue(self.ask("check")["ok"])
        self.assertEqual(old.read_bytes(), before)
        self.assertFalse(any("restoring" in name for name in self.names()))

    def test_another_program_goes_on_with_the_new_content(self):
        self.add("A Sample")
        snapshot = self.ask("backup")["file"]
        self.add("B Sample")
        other = sqlite3.connect(self.book)
        self.addCleanup(other.close)
        self.assertEqual(other.execute("SELECT count(*) FROM client").fetchone(), (2,))
        self.ask("restore", snapshot)
        self.assertEqual(other.execute("SELECT count(*) FROM client").fetchone(), (1,))
        other.execute("INSERT INTO setting VALUES ('test', '1')")
        other.commit()
        self.assertTrue(self.ask("check")["ok"])

    def test_another_program_that_writes_is_waited_for_and_told_of(self):
        self.add("A Sample")
        snapshot = self.ask("backup")["file"]
        self.add("B Sample")
        other = sqlite3.connect(self.book, isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO setting VALUES ('test', '1')")
        self.refuse("restore", snapshot, code=3, error="locked")
        other.execute("COMMIT")
        self.assertEqual(self.clients(), ["A Sample", "B Sample"])
        self.ask("restore", snapshot)
        self.assertEqual(self.clients(), ["A Sample"])


class Damaged(Backup):
    def damage(self, keep=None, fill=None):
        """Cuts the book at a page, or writes over the middle of its pages."""
        data = bytearray(self.book.read_bytes())
        pages = len(data) // 4096
        if keep:
            data = data[:int(pages * keep) * 4096]
        if fill is not None:
            data[fill * 4096:(fill + 1) * 4096] = b"\xa5" * 4096
        self.book.write_bytes(data)
        return bytes(data)

    def find_root(self, table):
        with sqlite3.connect(self.book) as book:
            query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
            return book.execute(query, (table,)).fetchone()[0] - 1

    def test_what_can_be_read_is_read_and_nothing_is_written(self):
        self.fill()
        self.ask("backup")
        data = self.damage(fill=self.find_root("payment"))
        answer = self.run_cli("--json", "client", "list")
        self.assertEqual((answer.code, len(answer.json)), (0, 40), answer.err)
        self.assertIn("damaged", answer.err)
        for words in (("client", "add", "B Sample"), ("import", self.folder / "b.csv"),
                      ("business", "set", "name=B"), ("undo",), ("backup",)):
            self.write("b.csv", "Number,Issued,Due,Client,Total\nG-1,2026-09-01,2026-10-01,B,5\n")
            self.refuse(*words, code=3, error="damaged")
        self.assertEqual(self.book.read_bytes(), data)
        self.assertFalse(self.ask("check", code=1)["ok"])

    def test_a_restore_puts_a_whole_book_there_and_keeps_the_damaged_one(self):
        self.fill()
        snapshot = self.ask("backup")["file"]
        for damage in ({"keep": 0.6}, {"fill": self.find_root("payment")}, {"fill": 0},
                       {"fill": self.find_root("client")}):
            with self.subTest(**damage):
                data = self.damage(**damage)
                answer = self.ask("restore", snapshot)
                self.assertTrue(answer["replaced"].endswith("-damaged.db"))
                with open(answer["replaced"], "rb") as kept:
                    self.assertEqual(kept.read(), data)
                self.assertEqual(len(self.clients()), 40)
                self.assertTrue(self.ask("check")["ok"])

    def test_damage_that_only_a_snapshot_finds_stops_the_writing(self):
        self.fill(3000)
        with sqlite3.connect(self.book) as book:
            root = book.execute("SELECT rootpage FROM sqlite_schema"
                                " WHERE name = 'invoice_key'").fetchone()[0]
        self.damage(fill=root - 1)
        answer = self.run_cli("--json", "client", "add", "B Sample", today="2026-11-25")
        self.assertEqual((answer.code, answer.error), (3, "damaged"), answer.err)
        self.assertEqual(self.names(), [])


class Purge(Backup):
    """What was removed goes for good, once days of work make it certain that time has passed."""

    def count(self, table):
        with sqlite3.connect(self.book) as book:
            return book.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def test_after_thirty_days(self):
        self.ask("import", self.write("a.csv", "number;client;issued;due;total;currency\n"
                                      "F-1;A Sample;2026-08-01;2026-09-01;10,00;EUR\n"),
                 today="2026-09-01")
        self.ask("undo", today="2026-09-01")
        self.add("B Sample", today="2026-09-01")
        self.ask("invoice", "add", "B Sample", "F-2", "20", "--issued", "2026-08-01", "--due",
                 "2026-09-01", today="2026-09-01")
        for day in ("2026-09-02", "2026-09-03", "2026-10-01", "2026-10-02", "2026-10-04"):
            self.add(f"Sample of {day}", today=day)
        self.assertEqual(self.count("client"), 7)
        for day in ("2026-10-05", "2026-10-06", "2026-10-07"):
            self.add(f"Sample of {day}", today=day)
        self.assertEqual((self.count("client"), self.count("invoice")), (9, 1))
        self.assertTrue(self.ask("check")["ok"])

    def test_what_is_left_can_be_taken_back(self):
        self.add("A Sample", today="2026-09-01")
        self.ask("client", "archive", "A Sample", today="2026-09-01")
        for day in ("2026-09-02", "2026-09-03", "2026-10-05", "2026-10-06", "2026-10-07"):
            self.add(f"Sample of {day}", today=day)
        for _ in range(5):
            self.ask("undo", today="2026-10-07")
        self.refuse("undo", code=3, error="not-found", today="2026-10-07")
        self.assertTrue(self.ask("client", "show", "A Sample", today="2026-10-07")["archived"])

    def test_a_question_deletes_nothing(self):
        self.test_after_thirty_days()
        with sqlite3.connect(self.book) as book:
            book.execute("DELETE FROM setting WHERE key LIKE 'purge-%'")
            book.execute("UPDATE client SET removed_by = 3 WHERE name = 'B Sample'")
        self.clients(today="2026-10-08")
        self.assertEqual(self.count("client"), 9)


class TwoPrograms(Backup):
    def test_nothing_is_lost(self):
        self.add("First Sample")
        command = [CLI, "--book", str(self.book), "--today", TODAY, "client", "add"]
        for start in range(0, 24, 4):
            running = [subprocess.Popen(command + [f"Client {start + i} Sample"],
                                        env=self.environment, stdout=subprocess.DEVNULL)
                       for i in range(4)]
            self.assertEqual([one.wait(60) for one in running], [0] * 4)
        self.assertEqual(len(self.clients()), 25)
        self.assertTrue(self.ask("check")["ok"])

    def test_whoever_cannot_wait_is_told(self):
        self.add("First Sample")
        other = sqlite3.connect(self.book, isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        self.refuse("client", "add", "Second Sample", code=3, error="locked")
        self.assertEqual(self.clients(), ["First Sample"])
        self.assertTrue(self.ask("backup")["bytes"])
        other.execute("COMMIT")
        self.add("Second Sample")
        self.assertEqual(len(self.clients()), 2)


if __name__ == "__main__":
    main()
