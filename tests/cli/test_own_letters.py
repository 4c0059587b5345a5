# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters of one's own in place of those of the program: set, used, refused, taken back."""

import contextlib
import sqlite3
from pathlib import Path

from relance_cli import CliTest, main

NAME = "fr/first-friendly-vous"
OWN = "Subject: Facture {{#one}}{{number}}{{/one}} à vérifier\nSMS: Un mot de nous.\n\nMon texte à moi.\n"


class OwnLetters(CliTest):
    def setUp(self):
        super().setUp()
        self.ask("business", "set", "name=Studio Nord", "email=camille@studio-nord.example", "country=FR",
                 "iban=FR7630006000011234567890189")
        self.ask("client", "add", "Atelier Durand", "kind=business", "tone=friendly", "address=vous",
                 "language=fr", "email=lea@durand.example")
        self.ask("invoice", "add", "Atelier Durand", "F-042", "1200.00",
                 "--issued", "2026-10-01", "--due", "2026-11-15")

    def set(self, text, name=NAME, **options):
        return self.ask("letters", "set", name, self.write("own.mustache", text), **options)

    def draft(self):
        return self.ask("draft", "--client", "Atelier Durand", "--stage", "first")

    def break_book(self, text, name=NAME):
        """As somebody would who writes in the book with another program."""
        with contextlib.closing(sqlite3.connect(self.book)) as book, book:
            book.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", ("letter." + name, text))

    def test_set_used_and_reset(self):
        original = self.draft()
        answer = self.set(OWN)
        self.assertEqual((answer["name"], answer["own"], answer["problem"]), (NAME, True, None))
        draft = self.draft()
        self.assertEqual(draft["subject"], "Facture F-042 à vérifier")
        self.assertEqual(draft["text"], "Mon texte à moi.")
        self.assertIn("<p", draft["html"])
        self.assertIn("Mon texte à moi.", draft["html"])
        self.assertEqual(self.ask("letters", "reset", NAME)["own"], False)
        self.assertEqual(self.draft()["text"], original["text"])

    def test_list_and_show_tell_which_are_own(self):
        self.set(OWN)
        self.assertEqual([one["name"] for one in self.ask("letters", "list") if one["own"]], [NAME])
        self.assertEqual(self.ask("letters", "show", NAME)["template"], OWN)
        original = self.ask("letters", "show", NAME, "--original")
        self.assertEqual(original["own"], True)
        self.assertNotEqual(original["template"], OWN)
        self.assertIn("F-042", self.ask("letters", "show", NAME, "--invoice", "F-042")["subject"])
        self.refuse("letters", "show", NAME, "--original", "--client", "Atelier Durand",
                    code=2, error="usage")

    def test_only_that_letter_changes(self):
        before = self.ask("draft", "--client", "Atelier Durand", "--stage", "second")["text"]
        self.set(OWN)
        self.assertEqual(self.ask("draft", "--client", "Atelier Durand", "--stage", "second")["text"],
                         before)
        self.assertNotEqual(self.ask("draft", "--client", "Atelier Durand", "--stage", "first",
                                     "--variant", "2")["text"], "Mon texte à moi.")

    def test_invalid_is_refused_with_its_line(self):
        self.set(OWN)
        for text, line in (("Subject: a\n\n{{#one}}\nb", "3"), ("Subject: a\n{{nonsense}}", "2"),
                           ("Hello", "1"), ("Subject: a\n\n", "2"), ("Subject:  \n\nHello", "1"),
                           ("", "1")):
            with self.subTest(text=text):
                path = self.write("own.mustache", text)
                self.assertIn(line, self.refuse("letters", "set", NAME, path, code=3, error="invalid"))
                self.assertEqual(self.ask("letters", "show", NAME)["template"], OWN)

    def test_other_names_are_refused(self):
        for name in ("fr/nonsense", "fr/parts/payment", "../fr/first-friendly-vous", ""):
            path = self.write("own.mustache", OWN)
            self.refuse("letters", "set", name, path, code=3, error="not-found")
            self.refuse("letters", "reset", name, code=3, error="not-found")

    def test_lines_of_other_systems(self):
        self.set(b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").rstrip().encode())
        self.assertEqual(self.ask("letters", "show", NAME)["template"], OWN)

    def test_words_of_the_program_are_no_own(self):
        template = self.ask("letters", "show", NAME)["template"]
        self.set(OWN)
        self.assertFalse(self.set(template)["own"])

    def test_standard_input(self):
        self.ask("letters", "set", NAME, "-", stdin=OWN)
        self.assertEqual(self.draft()["text"], "Mon texte à moi.")

    def test_a_broken_one_stops_nothing(self):
        original = self.draft()
        other = "fr/second-friendly-vous"
        self.set(OWN.replace("Mon", "Second"), other)
        for broken in ("Subject: a\n\n{{#one}}", "Subject: a\n\n{{nonsense}}", "\udcff".encode(
                "utf-8", "surrogateescape").decode("latin-1"), "", "{{" * 300_000):
            with self.subTest(broken=broken[:40]):
                self.break_book(broken)
                draft = self.draft()
                self.assertEqual(draft["text"], original["text"])
                self.assertIn("letter", [one["kind"] for one in draft["warnings"]])
                self.assertEqual(draft["stops"], [])
                self.assertEqual([one["name"] for one in self.ask("letters", "list")
                                  if one["problem"]], [NAME])
        self.assertEqual(self.ask("draft", "--client", "Atelier Durand", "--stage", "second")["text"],
                         "Second texte à moi.")
        self.assertFalse(self.ask("letters", "reset", NAME)["own"])
        self.assertNotIn("letter", [one["kind"] for one in self.draft()["warnings"]])

    def test_what_was_approved_keeps_its_words(self):
        message = self.ask("approve", "--client", "Atelier Durand", "--stage", "first")
        before = self.ask("message", "show", message["id"])["text"]
        self.set(OWN)
        self.assertEqual(self.ask("message", "show", message["id"])["text"], before)
        self.assertNotIn("Mon texte", before)

    def test_a_copy_has_them_too(self):
        self.set(OWN)
        copy = self.folder / "copy.db"
        self.ask("backup", copy)
        self.ask("letters", "reset", NAME)
        self.ask("restore", copy)
        self.assertEqual(self.draft()["text"], "Mon texte à moi.")

    def test_export_and_import(self):
        self.refuse("letters", "export", self.folder, code=3, error="not-found")
        other = "en/terms-formal"
        self.set(OWN)
        self.set("Subject: Our ways\n\nOurs are simple.\n", other)
        first, second = (self.ask("letters", "export", self.folder)["folder"] for _ in range(2))
        self.assertNotEqual(first, second)
        for name in (NAME, other):
            self.ask("letters", "reset", name)
        broken = Path(first, "fr", "third-formal-vous.mustache")
        broken.write_text("Subject: a\n\n{{#one}}\n", encoding="utf-8")
        Path(first, "fr", "nonsense.mustache").write_bytes(b"\xff")
        answer = self.ask("letters", "import", first, code=1)
        self.assertEqual(answer["imported"], [other, NAME])
        self.assertEqual([one["name"] for one in answer["refused"]], ["fr/nonsense", "fr/third-formal-vous"])
        self.assertIn("3", answer["refused"][1]["reason"])
        self.assertEqual(self.ask("letters", "show", NAME)["template"], OWN)
        self.assertEqual(self.ask("letters", "import", Path(second, "fr"))["imported"], [NAME])
        self.refuse("letters", "import", self.folder / "nowhere", code=3, error="not-found")

    def test_text_for_people(self):
        self.set(OWN)
        self.assertRegex(self.run_cli("letters", "list").out, NAME + r" .*your own")
        self.assertIn(NAME, self.run_cli("letters", "reset", NAME).out)


if __name__ == "__main__":
    main()
