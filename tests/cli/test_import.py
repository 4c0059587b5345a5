# SPDX-License-Identifier: GPL-3.0-or-later
""""import" as scripts use it: what is taken, what is rejected and why, what is left untouched."""

import os
import signal
import subprocess
import time

from relance_cli import CLI, TODAY, CliTest, main

FRENCH = """Numéro Facture;Date Émission;Date Échéance;Client;E-mail;Montant TTC;Montant Payé;Date Paiement;Devise
F-1;01/09/2026;01/10/2026;Léa Exemple;lea@example.org;1 234,50;;;EUR
F-2;02/09/2026;02/10/2026;Atelier Exemple;atelier@example.org;100,00;40,00;15/09/2026;EUR
"""
ENGLISH = """Invoice Number,Issue Date,Due Date,Client,Email,Total Amount,Amount Paid,Payment Date,Currency
F-1,2026-09-01,2026-10-01,Léa Exemple,lea@example.org,1234.50,,,EUR
F-2,2026-09-02,2026-10-02,Atelier Exemple,atelier@example.org,100.00,40.00,2026-09-15,EUR
"""
HEADER = ENGLISH.splitlines()[0] + "\n"


class Import(CliTest):
    def snapshot(self):
        return (self.ask("client", "list"), self.ask("invoice", "list", "--sort", "number"))

    def test_answer(self):
        path = self.write("factures.csv", FRENCH)
        report = self.ask("import", path)
        [file] = report.pop("files")
        self.assertEqual(report, {"dry_run": False, "created": 2, "updated": 0, "unchanged": 0,
                                  "kept": 0, "clients_created": 2, "contacts_created": 0,
                                  "payments_created": 1, "rejected": []})
        invoices = file.pop("invoices")
        self.assertEqual(file, {"file": "factures.csv", "recognised": "csv", "reason": None,
                                "case": None, "advice": None})
        self.assertEqual(invoices[1], {
            "number": "F-2", "issued": "2026-09-02", "due": "2026-10-02", "due_source": "explicit",
            "currency": "EUR", "total": 10000, "prepaid": 0, "balance": 6000,
            "buyer": "Atelier Exemple", "buyer_email": "atelier@example.org", "iban": None,
            "type": None})
        first, second = self.ask("invoice", "list", "--sort", "number")
        self.assertEqual((first["client"], first["total"], first["due"]),
                         ("Léa Exemple", 123450, "2026-10-01"))
        self.assertEqual((second["total"], second["balance"]), (10000, 6000))
        self.assertEqual(self.ask("client", "show", "Léa Exemple")["email"], "lea@example.org")

    def test_again_changes_nothing(self):
        self.ask("import", self.write("a.csv", FRENCH))
        before, book = self.snapshot(), self.book.read_bytes()
        report = self.ask("import", self.write("b.csv", ENGLISH))
        self.assertEqual((report["created"], report["updated"], report["unchanged"]), (0, 0, 2))
        self.assertEqual(self.snapshot(), before)
        self.assertEqual(self.book.read_bytes(), book)

    def test_from_standard_input(self):
        for text in (FRENCH, FRENCH.encode("cp1252"), b"\xef\xbb\xbf" + ENGLISH.encode(),
                     FRENCH.encode("utf-16")):
            report = self.ask("import", "-", stdin=text)
            self.assertEqual(report["created"] + report["unchanged"], 2)
        self.assertEqual(len(self.ask("invoice", "list")), 2)

    def test_dry_run_writes_nothing(self):
        path = self.write("a.csv", FRENCH)
        report = self.ask("import", path, "--dry-run")
        self.assertEqual((report["dry_run"], report["created"], report["clients_created"]),
                         (True, 2, 2))
        self.assert_no_book()
        self.ask("client", "add", "Other Sample")
        before = self.book.read_bytes()
        self.ask("import", "--dry-run", path)
        self.assertEqual(self.book.read_bytes(), before)

    def test_bad_rows_are_rejected_by_line(self):
        text = HEADER + ("A-1,2026-09-01,2026-10-01,Good Sample,good@example.org,10.00,,,EUR\n"
                         "A-2,2026-09-01,2026-02-31,Bad Date,,10.00,,,EUR\n"
                         "A-3,2026-09-01,2026-10-01,Bad Amount,,\"1.234,5O\",,,EUR\n"
                         "A-4,2026-09-01,2026-10-01,Good Sample,,20.00,,,EUR\n")
        report = self.ask("import", self.write("mixed.csv", text), code=1)
        self.assertEqual(report["created"], 2)
        self.assertEqual([(row["file"], row["line"]) for row in report["rejected"]],
                         [("mixed.csv", 3), ("mixed.csv", 4)])
        for row in report["rejected"]:
            self.assertTrue(row["reason"])
        self.assertEqual({i["number"] for i in self.ask("invoice", "list")}, {"A-1", "A-4"})
        text = self.run_cli("import", self.folder / "mixed.csv")
        self.assertIn("line 3", text.out)

    def test_only_bad_rows_leave_no_book(self):
        text = HEADER + "A-2,2026-09-01,2026-02-31,Bad Date,,10.00,,,EUR\n"
        report = self.ask("import", self.write("bad.csv", text), code=1)
        self.assertEqual((report["created"], len(report["rejected"])), (0, 1))
        self.assert_no_book()

    def test_files_that_are_refused(self):
        for name, text in (("empty.csv", ""), ("words.csv", "just some words\n"),
                           ("no-amount.csv", "Number,Client,Due Date\n1,A,2026-01-01\n"),
                           ("nul.csv", b"\0\0\0\0" * 100), ("head.csv", HEADER)):
            with self.subTest(name=name):
                self.refuse("import", self.write(name, text), code=3, error="invalid")
                self.assert_no_book()
        self.refuse("import", self.folder / "missing.csv", code=3, error="not-found")
        self.assert_no_book()

    def test_what_is_no_file_is_refused_and_not_waited_for(self):
        pipe = self.folder / "pipe.csv"
        empty = self.folder / "empty"
        empty.mkdir()
        os.mkfifo(pipe)
        for path in (empty, pipe, "/dev/null"):
            with self.subTest(path=path):
                self.refuse("import", path, code=3, error="invalid")
                self.assert_no_book()

    def test_a_refused_file_leaves_the_book_as_it_was(self):
        self.ask("import", self.write("a.csv", FRENCH))
        before = self.book.read_bytes()
        for text in ("", "words\n", b"\0" * 1000, "a" * 3_000_000):
            self.refuse("import", "-", stdin=text, code=3, error="invalid")
            self.assertEqual(self.book.read_bytes(), before)

    def test_several_files(self):
        good = self.write("good.csv", FRENCH)
        other = self.write("other.csv", HEADER + "B-1,2026-09-01,2026-10-01,B,,10.00,,,EUR\n")
        bad = self.write("bad.csv", "words\n")
        report = self.ask("import", good, bad, other, code=1)
        self.assertEqual(report["created"], 3)
        [refused] = report["rejected"]
        self.assertEqual((refused["file"], refused["line"]), ("bad.csv", None))
        self.refuse("import", bad, bad, code=3, error="input")

    def test_payments_do_not_overwrite_their_invoices(self):
        self.ask("import", self.write("a.csv", FRENCH))
        before = self.book.read_bytes()
        text = "Client,Invoice Number,Amount,Date\nLéa Exemple,F-1,500.00,2026-11-01\n"
        report = self.ask("import", self.write("payments.csv", text), code=1)
        self.assertEqual((report["updated"], report["rejected"][0]["line"]), (0, 2))
        self.assertEqual(self.book.read_bytes(), before)

    def test_columns_that_are_named(self):
        text = "Was,Wann,Bis,Wer,Wieviel\nX-1,2026-09-01,2026-10-01,Sample,12.00\n"
        path = self.write("odd.csv", text)
        self.refuse("import", path, code=3, error="invalid")
        report = self.ask("import", path, "--map", "Was=number", "--map", "Wann=issued", "--map",
                          "Bis=due", "--map", "Wer=client", "--map=Wieviel=total")
        self.assertEqual(report["created"], 1)
        self.assertEqual(self.ask("invoice", "show", "X-1")["total"], 1200)
        path.write_text(text.replace("X-1", "X-2"), encoding="utf-8")
        self.assertEqual(self.ask("import", path)["created"], 1)

    def test_columns_that_are_not_known_are_listed(self):
        answer = self.run_cli("--json", "import", self.write("odd.csv", "Was,Wer,Wann,Wieviel\n1,A,2026-01-02,3\n"))
        self.assertEqual((answer.code, answer.error), (3, "invalid"))
        [file] = answer.json["files"]
        self.assertIsNone(file["recognised"])
        self.assertIn("“Was”, “Wer”, “Wann”, “Wieviel”", file["reason"])

    def test_a_name_that_looks_like_a_template_stays_a_name(self):
        row = '"F-9","2026-09-01","2026-10-01","{{iban}}\nBcc: x@example.org","a@example.org",5,,,EUR\n'
        self.ask("import", "-", stdin=HEADER + row)
        [client] = self.ask("client", "list")
        self.assertEqual(client["name"], "{{iban}} Bcc: x@example.org")

    def test_undo_takes_all_back(self):
        self.ask("client", "add", "Before Sample")
        before = self.snapshot()
        self.ask("import", self.write("a.csv", FRENCH))
        self.assertEqual(self.ask("undo")["kind"], "import")
        self.assertEqual(self.snapshot(), before)
        self.assertEqual(self.ask("import", "-", stdin=FRENCH)["created"], 2)

    def test_ctrl_c_stops_cleanly(self):
        with subprocess.Popen([CLI, "--json", "--book", str(self.book), "--today", TODAY, "import",
                               "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env=self.environment) as process:
            process.stdin.write(HEADER.encode())
            process.stdin.flush()
            self.wait_until_it_reads(process)
            process.send_signal(signal.SIGINT)
            out, _ = process.communicate(timeout=30)
        self.assertEqual(process.returncode, 3)
        self.assertIn(b'"interrupted"', out)
        self.assert_no_book()

    def wait_until_it_reads(self, process):
        """The new book is there before the input is read; a file in its folder says so."""
        for _ in range(3000):
            if any(self.book.parent.iterdir()):
                return
            self.assertIsNone(process.poll())
            time.sleep(0.01)
        self.fail("relance-cli made no book")


if __name__ == "__main__":
    main()
