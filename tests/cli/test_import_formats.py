# SPDX-License-Identifier: GPL-3.0-or-later
""""import" of files of every kind: what each is recognised as, and what is kept of it."""

import os
from pathlib import Path

from relance_cli import CliTest, main

FIXTURES = Path(__file__).parent.parent / "fixtures"
CARDS = """BEGIN:VCARD
VERSION:3.0
N:Modèle;Léa;;;
FN:Léa Modèle
ORG:Studio Sample
EMAIL:lea@example.org
END:VCARD
"""


class ImportFormats(CliTest):
    def assert_taken_back(self):
        self.assertTrue(self.ask("check")["ok"])
        self.assertEqual(self.ask("undo")["kind"], "import")
        self.assertEqual(self.ask("client", "list"), [])
        self.assertTrue(self.ask("check")["ok"])

    def test_each_kind_is_known_by_its_content(self):
        for path, kind, case in (("einvoice/cii.xml", "cii", None),
                                 ("einvoice/ubl-invoice.xml", "ubl", None),
                                 ("einvoice/ubl-credit-note.xml", "ubl", None),
                                 ("einvoice/zugferd-1.xml", "cii", None),
                                 ("csv/french.csv", "csv", None),
                                 ("fec/lettered.txt", "fec", "lettered"),
                                 ("fec/lettered-utf16.txt", "fec", "lettered"),
                                 ("fec/unlettered.txt", "fec", "unlettered"),
                                 ("fec/useless.txt", "fec", "useless"),
                                 ("pdf/plain.pdf", "pdf", None)):
            with self.subTest(path=path):
                name = self.write("no-ending", (FIXTURES / path).read_bytes())
                report = self.ask("import", "--dry-run", name, code=None)
                [file] = report["files"]
                self.assertEqual((file["recognised"], file["case"]), (kind, case))
                self.assertEqual(file["reason"] is None, case != "useless" and kind != "pdf")
                self.assertEqual(bool(file["invoices"]), kind != "pdf" and case != "useless")

    def test_ledger_as_a_whole(self):
        path = FIXTURES / "fec" / "lettered.txt"
        first = self.ask("import", path, code=None)
        self.assertGreater(first["created"], 0)
        self.assertGreater(first["payments_created"], 0)
        for invoice in first["files"][0]["invoices"]:
            self.assertIn(invoice["due_source"], ("default", None))
        again = self.ask("import", path, code=None)
        self.assertEqual((again["created"], again["updated"]), (0, 0))
        self.assertEqual(again["unchanged"], first["created"])
        self.assert_taken_back()

    def test_e_invoice_says_all_it_knows(self):
        report = self.ask("import", FIXTURES / "einvoice" / "cii.xml")
        [invoice] = report["files"][0]["invoices"]
        shown = self.ask("invoice", "show", invoice["number"])
        self.assertEqual(shown["due"], invoice["due"])
        self.assertEqual(shown["balance"], invoice["balance"])
        self.assertEqual(shown["total"], invoice["total"])
        self.assertEqual(self.ask("import", FIXTURES / "einvoice" / "cii.xml")["unchanged"], 1)
        self.assert_taken_back()

    def test_pdf_waits_for_its_invoice(self):
        report = self.ask("import", FIXTURES / "pdf" / "plain.pdf")
        self.assertEqual((report["kept"], report["created"], report["rejected"]), (1, 0, []))
        self.assertEqual(self.ask("import", FIXTURES / "pdf" / "plain.pdf")["kept"], 0)
        self.assert_taken_back()

    def test_protected_pdf_is_refused(self):
        answer = self.run_cli("--json", "import", FIXTURES / "pdf" / "protected.pdf")
        self.assertEqual((answer.code, answer.error), (3, "invalid"))
        self.assertIn("password", answer.json["files"][0]["reason"])
        self.assert_no_book()

    def test_cards(self):
        report = self.ask("import", self.write("contacts", CARDS))
        self.assertEqual((report["created"], report["clients_created"],
                          report["contacts_created"]), (1, 1, 1))
        self.assertEqual(self.ask("import", self.write("contacts", CARDS))["unchanged"], 1)
        self.assert_taken_back()

    def test_folder_with_everything(self):
        folder = self.folder / "in"
        (folder / "inner").mkdir(parents=True)
        (folder / "a.xml").write_bytes((FIXTURES / "einvoice" / "cii.xml").read_bytes())
        (folder / "inner" / "b.csv").write_bytes((FIXTURES / "csv" / "french.csv").read_bytes())
        (folder / "inner" / "c.txt").write_text("words\n", encoding="utf-8")
        (folder / "inner" / ".hidden").write_text("words\n", encoding="utf-8")
        os.symlink(folder, folder / "inner" / "circle")
        os.mkfifo(folder / "pipe")
        report = self.ask("import", folder, code=1)
        self.assertEqual([(file["file"], file["recognised"]) for file in report["files"]],
                         [("a.xml", "cii"), ("inner/b.csv", "csv"), ("inner/c.txt", None),
                          ("pipe", None)])
        self.assertEqual([row["file"] for row in report["rejected"]][:2], ["inner/c.txt", "pipe"])
        self.assert_taken_back()


if __name__ == "__main__":
    main()
