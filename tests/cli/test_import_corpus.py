# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of RELANCE_CORPUS through "import": read or refused as expected, the second time
nothing new, the book sound, and empty again after "undo"."""

import json
import os
import shutil
import unittest
from decimal import Decimal
from pathlib import Path

from relance_cli import CliTest, main

FIXTURES = Path(__file__).parent.parent / "fixtures"
CORPUS = Path(os.environ.get("RELANCE_CORPUS", "/nonexistent"))
SOURCES = {"said": "explicit", "terms": "terms", "unknown": "default"}


def list_e_invoices():
    for line in (FIXTURES / "einvoice" / "expected.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@unittest.skipUnless(CORPUS.is_dir(), "RELANCE_CORPUS is not set")
class ImportCorpus(CliTest):
    def start_anew(self):
        shutil.rmtree(self.book.parent)
        self.book.parent.mkdir()

    def take(self, name):
        """Imports a file into a fresh book, again, and takes it back; answers the report."""
        self.start_anew()
        report = self.ask("import", CORPUS / name, code=None)
        again = self.ask("import", CORPUS / name, code=None)
        self.assertEqual((again["created"], again["updated"], again["kept"]), (0, 0, 0))
        self.assertTrue(self.ask("check")["ok"])
        if report["created"] + report["kept"] > 0:
            self.ask("undo")
        self.assertEqual(self.ask("client", "list"), [])
        return report

    def check_refused(self, name):
        self.start_anew()
        answer = self.run_cli("--json", "import", CORPUS / name)
        self.assertEqual((answer.code, answer.error), (3, "invalid"))
        self.assertTrue(answer.json["files"][0]["reason"])
        self.assert_no_book()

    def check_e_invoice(self, report, kind, facts, buyer, email, iban):
        [file] = report["files"]
        [invoice] = file["invoices"]
        words = facts.split(" paid ")
        start, paid, prepaid = words[0], *words[1].split(" prepaid ")
        paid, prepaid = (int(Decimal(amount.split()[0]) * 100) for amount in (paid, prepaid))
        self.assertEqual(file["recognised"], kind)
        self.assertEqual(int(Decimal(start.split()[-1]) * 100), invoice["total"])
        self.assertIn(f" {invoice['number']} ", start)
        self.assertIn(f" {invoice['issued']} ", start)
        self.assertEqual(invoice["balance"], invoice["total"] - paid)
        self.assertEqual(invoice["prepaid"], prepaid)
        self.assertEqual(invoice["buyer"], buyer)
        self.assertEqual(invoice["buyer_email"] or "-", email)
        self.assertEqual(invoice["iban"] or "-", iban)
        if not start.startswith("credit"):
            source = next(SOURCES[word] for word in start.split() if word in SOURCES)
            self.assertEqual(invoice["due_source"], source)

    def test_e_invoices(self):
        for name, kind, *rest in list_e_invoices():
            with self.subTest(name=name):
                if kind == "refused":
                    self.check_refused(name)
                else:
                    self.check_e_invoice(self.take(name), kind, *rest)

    def test_pdfs(self):
        expected = json.loads((FIXTURES / "pdf" / "expected.json").read_text(encoding="utf-8"))
        for name, attachment in expected.items():
            with self.subTest(name=name):
                if "ORDER-X" in name:
                    self.check_refused(name)
                    continue
                report = self.take(name)
                [file] = report["files"]
                self.assertEqual(file["recognised"] == "pdf", attachment is None)
                self.assertEqual(report["kept"], int(attachment is None))

    def test_accounting_exports(self):
        for path in (CORPUS / "fec-reader").glob("*FEC*"):
            with self.subTest(name=path.name):
                [file] = self.take(path)["files"]
                self.assertEqual((file["recognised"], file["case"]), ("fec", "lettered"))

    def test_bank_statements_are_refused(self):
        for path in sorted((CORPUS / "cfonb").glob("*.txt")):
            with self.subTest(name=path.name):
                self.start_anew()
                self.refuse("import", path, code=3, error="invalid")


if __name__ == "__main__":
    main()
