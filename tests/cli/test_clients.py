#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients as the command line keeps them: what they hold, their contacts, merged, archived, erased."""

from relance_cli import CliTest, main

WHOLE = {
    "street": "1 rue du Modèle", "postcode": "75001", "city": "Paris", "country": "FR",
    "siren": "732829320", "siret": "73282932000074", "vat": "FR44732829320",
    "iban": "FR7630006000011234567890189", "time_zone": "Europe/Paris", "terms": "net-eom:30",
    "hours": "09:00-17:30", "code": "411SAMPLE", "notes": "First line\nsecond line",
    "phone": "+33 1 00 00 00 00",
}

BAD = {
    "siren": "732829321", "siret": "73282932000075", "vat": "FR00732829320", "country": "Nowhere",
    "iban": "FR7630006000011234567890188", "time_zone": "Mars/Base", "terms": "some day",
    "hours": "17:00-9:00", "email": "one@example.org, two@example.org", "excluded_until": "31/02",
}


class Clients(CliTest):
    def add(self, name, *pairs):
        return self.ask("client", "add", name, *pairs)

    def invoice(self, client, number, amount="100", due="2026-10-01"):
        return self.ask("invoice", "add", client, number, amount, "--issued", "2026-09-01",
                        "--due", due)

    def bytes_of_book(self):
        return b"".join(path.read_bytes() for path in self.folder.rglob("*") if path.is_file())

    def test_everything_is_kept_and_undone(self):
        before = self.add("Sample Studio")
        after = self.ask("client", "set", "Sample Studio",
                         *[f"{key}={value}" for key, value in WHOLE.items()])
        self.assertEqual({key: after[key] for key in WHOLE}, WHOLE)
        self.ask("undo")
        self.assertEqual(self.ask("client", "show", "Sample Studio"), before)

    def test_identifiers_as_people_type_them(self):
        client = self.add("Sample", "siren=732 829 320", "iban=fr76 3000 6000 0112 3456 7890 189",
                          "terms=45 jours fin de mois", "country=allemagne")
        self.assertEqual(client["siren"], "732829320")
        self.assertEqual(client["iban"], "FR7630006000011234567890189")
        self.assertIn("45", client["terms"])
        self.assertEqual(client["country"], "DE")

    def test_what_is_not_valid_changes_nothing(self):
        before = self.add("Sample Studio")
        for key, value in BAD.items():
            with self.subTest(key):
                self.refuse("client", "set", "Sample Studio", f"{key}={value}", code=3,
                            error="invalid")
        self.assertEqual(self.ask("client", "show", "Sample Studio"), before)

    def test_contacts_and_whom_reminders_greet(self):
        self.add("Sample Studio", "email=studio@example.org", "language=en", "tone=friendly")
        self.invoice("Sample Studio", "S-1")
        client = self.ask("contact", "add", "Sample Studio", "first_name=Ada", "last_name=Sample",
                          "role=accounts", "email=ada@example.org", "--reminders")
        contact = client["contacts"][0]
        self.assertEqual((contact["role"], contact["reminders"]), ("accounts", True))
        draft = self.ask("draft", "--client", "Sample Studio")
        self.assertEqual(draft["to"], "ada@example.org")
        self.assertIn("Ada", draft["text"])
        self.ask("contact", "remove", contact["id"])
        self.assertEqual(self.ask("draft", "--client", "Sample Studio")["to"],
                         "studio@example.org")
        self.ask("undo")
        self.assertEqual(self.ask("draft", "--client", "Sample Studio")["to"], "ada@example.org")
        self.assertEqual(self.ask("client", "list", "--search", "ada")[0]["name"], "Sample Studio")

    def test_merge_and_undo(self):
        self.add("Sample Studio", "email=a@example.org", "city=Lyon")
        self.add("Sample Studio SARL", "email=b@example.org", "siren=732829320")
        self.invoice("Sample Studio", "S-1")
        self.invoice("Sample Studio SARL", "S-2", "50")
        self.ask("payment", "add", "S-2", "20", "--date", "2026-10-02")
        before = [self.ask("client", "show", name)
                  for name in ("Sample Studio", "Sample Studio SARL")]
        merged = self.ask("client", "merge", "Sample Studio SARL", "Sample Studio")
        self.assertEqual(merged["siren"], "732829320")
        self.assertEqual(merged["email"], "a@example.org")
        self.assertEqual([c["email"] for c in merged["contacts"]], ["b@example.org"])
        self.assertEqual(merged["currencies"][0]["owed"], 13000)
        self.assertEqual(len(self.ask("client", "list")), 1)
        self.assertTrue(self.ask("check")["ok"])
        self.ask("undo")
        self.assertEqual([self.ask("client", "show", name)
                          for name in ("Sample Studio", "Sample Studio SARL")], before)
        self.assertTrue(self.ask("check")["ok"])

    def test_merge_refuses_one_number_twice(self):
        for name in ("Sample A", "Sample B"):
            self.add(name)
            self.invoice(name, "S-1")
        message = self.refuse("client", "merge", "Sample A", "Sample B", code=3, error="exists")
        self.assertIn("S-1", message)
        self.assertEqual(len(self.ask("client", "list")), 2)

    def test_a_merged_client_was_written_to(self):
        self.add("Sample A", "email=a@example.org")
        self.invoice("Sample A", "S-1")
        self.add("Sample B", "email=b@example.org")
        self.ask("business", "set", "name=Sample Business", "email=me@example.org")
        self.ask("approve", "--client", "Sample A", today="2026-11-23T09:30")
        self.ask("send", today="2026-11-23T09:40")
        self.ask("client", "merge", "Sample A", "Sample B")
        row = self.ask("due")
        self.assertTrue(not row or row[0]["blocked"], row)

    def test_archive(self):
        self.add("Sample Studio")
        self.invoice("Sample Studio", "S-1")
        self.refuse("client", "archive", "Sample Studio", code=3, error="invalid")
        self.ask("payment", "add", "S-1", "100", "--date", "2026-10-02")
        self.assertTrue(self.ask("client", "archive", "Sample Studio")["archived"])
        self.assertEqual(self.ask("client", "list"), [])
        self.assertEqual(len(self.ask("client", "list", "--search", "studio")), 1)
        self.ask("client", "archive", "Sample Studio", "--back")
        self.assertEqual(len(self.ask("client", "list")), 1)

    def test_erase_leaves_what_accounts_need(self):
        self.add("Sample Studio", "email=secret-mail@example.org", "first_name=Secretname",
                 "phone=0199999999", "notes=secretnote", "street=1 rue du Modèle")
        self.ask("client", "set", "Sample Studio", "phone=0188888888")
        self.ask("contact", "add", "Sample Studio", "last_name=Secretcontact")
        self.invoice("Sample Studio", "S-1")
        self.ask("business", "set", "name=Sample Business", "email=me@example.org")
        self.ask("approve", "--client", "Sample Studio", today="2026-11-23T09:30")
        self.refuse("client", "erase", "Sample Studio", code=3, error="invalid")
        self.ask("send", today="2026-11-23T09:40")
        client = self.ask("client", "erase", "Sample Studio")
        self.assertEqual((client["email"], client["first_name"], client["notes"], client["phone"]),
                         (None, None, None, None))
        self.assertEqual((client["name"], client["street"], client["contacts"], client["erased"]),
                         ("Sample Studio", "1 rue du Modèle", [], True))
        self.assertEqual(self.ask("invoice", "show", "S-1")["balance"], 10000)
        self.assertTrue(self.ask("check")["ok"])
        book = self.book.read_bytes() + b"".join(
            path.read_bytes() for path in self.book.parent.glob("book.db-wal"))
        for word in (b"secret-mail", b"Secretname", b"0199999999", b"0188888888", b"secretnote",
                     b"Secretcontact"):
            self.assertFalse(word in book, word)
        self.assertNotEqual(self.ask("undo", code=None).get("kind"), "client-erased")


if __name__ == "__main__":
    main()
