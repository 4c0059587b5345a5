# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports as scripts use them, and what they read back to."""

import json

from relance_cli import CliTest, main


class Export(CliTest):
    def setUp(self):
        super().setUp()
        self.folder = self.book.parent
        self.ask("client", "add", "Alpha Exemple")
        self.ask("client", "add", "Beta Exemple")
        self.ask("invoice", "add", "Alpha Exemple", "F-1", "100", "--issued", "2026-09-01",
                 "--due", "2026-10-01")
        self.ask("payment", "add", "F-1", "40", "--date", "2026-10-05")

    def test_a_folder_a_file_and_a_list(self):
        for name, form in (("Out", "folder"), ("out.json", "json"), ("out.csv", "csv")):
            answer = self.ask("export", self.folder / name)
            self.assertEqual((answer["form"], answer["client"], answer["invoices"]),
                             (form, None, 1))
        self.assertTrue((self.folder / "Out" / "invoices.csv").exists())
        data = json.loads((self.folder / "out.json").read_text(encoding="utf-8"))
        self.assertEqual(data["payments"][0]["amount"], 4000)

    def test_it_reads_back_once(self):
        self.ask("export", self.folder / "Out")
        copy = self.folder / "copy.db"
        words = ("--book", copy, "import", self.folder / "Out")
        first = self.ask(*words)
        self.assertEqual((first["created"], first["clients_created"], first["payments_created"]),
                         (1, 2, 1))
        again = self.ask(*words)
        self.assertEqual((again["created"], again["clients_created"], again["unchanged"]),
                         (0, 0, 1))

    def test_one_client(self):
        answer = self.ask("export", self.folder / "alpha.json", "--client", "Alpha Exemple")
        self.assertEqual(answer["client"], "Alpha Exemple")
        text = (self.folder / "alpha.json").read_text(encoding="utf-8")
        self.assertNotIn("Beta", text)


if __name__ == "__main__":
    main()
