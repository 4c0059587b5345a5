# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reminder promises of its words: what was sent is kept, what is wrong does not leave, and
amounts, dates and numbers read well. test_reminder_promises.py has when and how often."""

import contextlib
import sqlite3

from relance_cli import TODAY, main
from reminder_book import ReminderTest

PDF = b"%PDF-1.4\nan invoice that was issued elsewhere\n%%EOF\n"


class Letters(ReminderTest):
    def draft(self, *words, **options):
        return self.ask("draft", *words, **options)

    def test_09_one_letter_that_cannot_leave_holds_no_other_back(self):
        self.add_late("Ada", "Bob", "Cleo", "Dan")
        self.ask("client", "set", "Ada", "email=")
        self.assertIn("no mail address", self.refuse("approve", "--client", "Ada", code=1,
                                                     error="blocked"))
        self.refuse("approve", "--client", "Bob", "--variant", "99", code=3, error="not-found")
        self.server.plan = ["refuse"]
        self.approve("Cleo", today=TODAY + "T09:30")
        self.approve("Dan")
        report = self.ask("send", code=1)
        self.assertEqual((report["refused"], report["accepted"]), (1, 1))
        self.assertEqual(len(self.mails_of("Dan")), 1)
        self.assertIn("No such sender", self.run_cli("outbox").out)
        self.assertIn("no mail address", self.find_due("Ada")["blocked"])
        self.assertEqual(self.find_due("Bob")["blocked"], None)

    def test_09_a_broken_letter_is_shown_at_its_line(self):
        letter = "About {{number}}\n===\nDear {{{name}}\n{{#one}}never closed\n"
        answer = self.ask("letters", "check", "-", "--language", "en", stdin=letter, code=1)
        self.assertTrue(any(note["line"] for note in answer["findings"]), answer)

    def test_09_a_broken_letter_of_ones_own_holds_nobody_back(self):
        self.add_late("Ada", "Bob")
        self.ask("client", "set", "Bob", "tone=formal")
        with contextlib.closing(sqlite3.connect(self.book)) as book, book:
            book.execute("INSERT INTO setting VALUES ('letter.en/first-formal', ?)",
                         ("Subject: a\n\n{{#one}}",))
        self.assertIn("letter", [note["kind"] for note in
                                 self.draft("--client", "Bob")["warnings"]])
        self.assertEqual(self.sit(), 2)
        self.assertIn("Bob-2", self.mails_of("Bob")[0]["textContent"])

    def test_10_fees_computed_twice_are_the_same_and_alter_no_invoice(self):
        self.add_late("Ada")
        path = self.write("invoice.pdf", PDF)
        [document] = self.ask("invoice", "attach", "Ada-1", path)["documents"]
        before = self.ask("invoice", "show", "Ada-1")
        fees = self.ask("fees", "--invoice", "Ada-1")
        self.assertGreater(fees["totals"][0]["total"], 0)
        self.assertEqual(self.ask("fees", "--invoice", "Ada-1"), fees)
        self.sit()
        self.assertEqual(self.ask("fees", "--invoice", "Ada-1"), fees)
        after = self.ask("invoice", "show", "Ada-1")
        for key in ("total", "balance", "instalments", "documents", "payments"):
            self.assertEqual(after[key], before[key])
        self.ask("document", "save", document["id"], self.folder / "again.pdf")
        self.assertEqual((self.folder / "again.pdf").read_bytes(), PDF)

    def test_a_letter_speaks_of_the_invoices_that_are_named_and_of_no_other(self):
        self.add_client("Ada")
        for number, due in [("A-1", "2026-10-15"), ("A-2", "2026-10-20"), ("A-3", "2026-10-25"),
                            ("A-4", "2027-10-25")]:
            self.add_invoice("Ada", number, due=due)
        draft = self.draft("--invoice", "A-3", "--invoice", "A-1", "--invoice", "A-3")
        self.assertEqual(draft["invoices"], ["A-1", "A-3"])
        self.assertNotIn("A-2", draft["text"])
        self.assertIn("€200.00", draft["text"])
        statement = self.draft("--invoice", "A-2", "--invoice", "A-4", "--stage", "statement")
        self.assertEqual(statement["invoices"], ["A-2", "A-4"])
        message = self.ask("approve", "--invoice", "A-1", "--invoice", "A-2")["id"]
        self.ask("send")
        self.assertNotIn("A-3", self.ask("message", "show", message)["text"])

    def test_invoices_that_no_letter_can_join_are_refused(self):
        self.add_late("Ada", "Bob")
        self.add_invoice("Ada", "A-2")
        self.ask("payment", "add", "A-2", "100")
        for other, code, error, says in [("Bob-2", 3, "invalid", "Bob"),
                                         ("A-2", 1, "blocked", "A-2"),
                                         ("none", 3, "not-found", "none")]:
            message = self.refuse("draft", "--invoice", "Ada-1", "--invoice", other, code=code,
                                  error=error)
            self.assertIn(says, message)

    def test_16_what_was_sent_is_kept_word_for_word_whatever_is_renamed(self):
        self.add_late("Ada")
        self.add_client("Bob")
        message = self.approve("Ada")
        self.ask("send")
        before = self.ask("message", "show", message)
        self.ask("business", "set", "name=Another Studio")
        self.ask("client", "set", "Ada", "name=Ada & Sons", "email=new@example.org", "tone=formal",
                 "language=fr")
        self.ask("sender", "remove", "me@example.org")
        self.ask("client", "merge", "Ada & Sons", "Bob")
        now = self.ask("message", "show", message)
        for key in ("to", "subject", "text", "html"):
            self.assertEqual(now[key], before[key])
        events = self.ask("invoice", "show", "Ada-1")["events"]
        self.assertIn(message, [event["message"] for event in events])
        self.assertNotEqual(self.find_due("Bob")["last_contact"], None)

    def test_16_what_was_sent_is_kept_when_its_letter_is_rewritten(self):
        self.add_late("Ada")
        letter = ("Subject: About {{#one}}{{number}}{{/one}}\n\n"
                  "%s: {{#one}}{{number}}, {{amount}}{{/one}}.\n")
        self.ask("letters", "set", "en/first-friendly", "-", stdin=letter % "My own words")
        message = self.approve("Ada")
        self.ask("send")
        kept = "My own words: Ada-1, €100.00."
        self.assertEqual(self.ask("message", "show", message)["text"], kept)
        self.ask("letters", "set", "en/first-friendly", "-", stdin=letter % "Other words")
        self.assertEqual(self.ask("message", "show", message)["text"], kept)
        self.ask("letters", "reset", "en/first-friendly")
        self.assertEqual(self.ask("message", "show", message)["text"], kept)

    def test_17_nobody_is_asked_for_nothing_in_either_language(self):
        self.add_client("Ada")
        for language in ("en", "fr"):
            message = self.refuse("draft", "--client", "Ada", "--language", language, code=1,
                                  error="blocked")
            self.assertEqual(message, "Nothing is overdue at Ada.")

    def test_17_one_invoice_and_two_in_english(self):
        self.add_client("Ada")
        self.add_invoice("Ada", "N-1", "80.05")
        one = self.draft("--client", "Ada")
        for words in ("N-1", "€80.05", "15 October 2026"):
            self.assertIn(words, one["subject"] + one["text"])
        self.add_invoice("Ada", "N-2", "1234.50")
        two = self.draft("--client", "Ada")
        for words in ("N-1", "N-2", "€80.05", "€1,234.50", "€1,314.55", "these invoices"):
            self.assertIn(words, two["subject"] + two["text"])
        self.assertEqual(one["stops"] + two["stops"] + one["warnings"] + two["warnings"], [])

    def test_17_one_invoice_and_two_in_french(self):
        self.add_client("Ada", "language=fr")
        self.add_invoice("Ada", "N-1", "80.05")
        one = self.draft("--client", "Ada")
        for words in ("N-1", "80,05\u00a0€", "15 octobre 2026"):
            self.assertIn(words, one["subject"] + one["text"])
        self.add_invoice("Ada", "N-2", "1234.50")
        two = self.draft("--client", "Ada")
        for words in ("N-1", "N-2", "80,05\u00a0€", "1\u202f234,50\u00a0€", "1\u202f314,55\u00a0€"):
            self.assertIn(words, two["subject"] + two["text"])
        self.assertEqual(one["stops"] + two["stops"] + one["warnings"] + two["warnings"], [])

    def test_17_due_today_is_not_late(self):
        self.add_client("Ada")
        self.ask("invoice", "add", "Ada", "N-1", "80", "--issued", "2026-10-24", "--due", TODAY)
        self.assertEqual(self.find_due("Ada"), None)
        self.assertIn("too-early", [stop["kind"] for stop in
                                    self.draft("--invoice", "N-1")["stops"]])
        self.refuse("approve", "--invoice", "N-1", code=1, error="blocked")

    def test_17_a_due_date_on_the_29th_of_february(self):
        for language, day in (("en", "29 February 2028"), ("fr", "29 février 2028")):
            self.add_client(f"Leap-{language}", f"language={language}")
            self.ask("invoice", "add", f"Leap-{language}", f"L-{language}", "10.10", "--issued",
                     "2028-01-30", "--due", "2028-02-29")
            draft = self.draft("--client", f"Leap-{language}", today="2028-03-14")
            self.assertIn(day, draft["text"])
            self.assertEqual(draft["stops"], [])
        self.assertEqual(self.ask("invoice", "show", "L-fr", today="2028-03-01")["days_late"], 1)

    def test_18_thirty_days_end_of_month_is_read_both_ways(self):
        terms = {"2026-01-04": ("2026-02-28", "2026-03-02"),
                 "2026-01-31": ("2026-03-31", "2026-03-02")}
        rows = "Invoice Number,Issue Date,Payment Terms,Client,Total Amount,Currency\n"
        for issued in terms:
            rows += (f"A-{issued},{issued},30 jours fin de mois,Ada,100,EUR\n"
                     f"B-{issued},{issued},fin de mois + 30 jours,Ada,100,EUR\n")
        self.ask("import", "-", stdin=rows)
        for issued, (days_first, month_first) in terms.items():
            self.assertEqual(self.ask("invoice", "show", f"A-{issued}")["due"], days_first)
            self.assertEqual(self.ask("invoice", "show", f"B-{issued}")["due"], month_first)

    def guard(self, text):
        return [stop["kind"] for stop in self.ask("guard", "--language", "en", "-", stdin=text,
                                                  code=None)["stops"]]

    def test_20_an_empty_letter_is_stopped(self):
        for text in ("", " \n\t\n", "\u00a0\u200b\n"):
            with self.subTest(text=text):
                self.assertEqual(self.guard(text), ["text"])

    def test_20_what_is_left_unfilled_is_stopped(self):
        for text in ("Hello {{name}},\nPlease pay.", "Hello [first name],\nPlease pay.",
                     "Hello,\nPlease pay XXX euros."):
            with self.subTest(text=text):
                self.assertIn("placeholder", self.guard(text))

    def test_a_letter_says_which_of_its_invoices_go_with_it(self):
        self.add_client("Ada")
        self.add_client("Bob", "tone=formal", "language=fr")
        for client, numbers in {"Ada": ["A-1", "A-2", "A-3"], "Bob": ["B-1", "B-2", "B-3"]}.items():
            for number in numbers:
                self.add_invoice(client, number)
        formal = ["--variant", "2"]
        for attached, client, words, said in [
                (None, "Ada", [], None),
                ("A-2", "Ada", [], "There’s a copy of invoice A-2 attached, to save you some"),
                ("A-1", "Ada", [], "There are copies of invoices A-1 and A-2 attached, to save you some"),
                ("A-3", "Ada", [], "There are copies attached, to save you searching."),
                (None, "Bob", formal, None),
                ("B-3", "Bob", formal, "la facture n°\u00a0B-3 est jointe."),
                ("B-1", "Bob", formal, "les factures B-1 et B-3 sont jointes."),
                ("B-2", "Bob", formal, "Les factures sont jointes pour vous éviter une recherche.")]:
            with self.subTest(attached=attached, client=client):
                if attached:
                    self.ask("invoice", "attach", attached, self.write(f"{attached}.pdf", PDF))
                text = self.draft("--client", client, "--stage", "first", *words)["text"]
                if said:
                    self.assertIn(said, text)
                else:
                    self.assertNotRegex(text, "attached|joint")

    def test_20_without_a_name_to_write_from_nothing_reaches_the_outbox(self):
        self.add_late("Ada")
        self.ask("sender", "remove", "me@example.org")
        self.assertIn("sender", [stop["kind"] for stop in self.draft("--client", "Ada")["stops"]])
        self.refuse("approve", "--client", "Ada", code=1, error="blocked")
        self.assertEqual(self.outbox(), {})

    def test_20_a_document_that_is_not_what_it_was_does_not_go_with_a_letter(self):
        self.add_late("Ada")
        path = self.write("invoice.pdf", PDF)
        self.ask("invoice", "attach", "Ada-1", path)
        with contextlib.closing(sqlite3.connect(self.book)) as book, book:
            book.execute("UPDATE document SET content = x'00'")
        self.assertIn("invoice.pdf is damaged", self.refuse("approve", "--client", "Ada", code=1,
                                                            error="blocked"))
        self.assertEqual(self.outbox(), {})


if __name__ == "__main__":
    main()
