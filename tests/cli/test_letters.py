# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters of every stage: drawn up, shown, checked, written to files."""

import re

from relance_cli import CliTest, main

STAGES = ["courtesy", "first", "second", "third", "formal-notice", "thanks", "part-payment", "incident",
          "promise", "broken-promise", "plan", "statement", "terms"]


class Letters(CliTest):
    def setUp(self):
        super().setUp()
        self.ask("business", "set", "name=Studio Nord", "email=camille@studio-nord.example", "country=FR",
                 "iban=FR7630006000011234567890189", "street=1 rue des Tests", "postcode=69001", "city=Lyon",
                 "siren=732829320")
        self.ask("client", "add", "Atelier Durand", "kind=business", "tone=friendly", "address=vous",
                 "language=fr", "title=madame", "first_name=Léa", "last_name=Durand",
                 "email=lea@durand.example")
        self.ask("invoice", "add", "Atelier Durand", "F-042", "1200.00",
                 "--issued", "2026-06-01", "--due", "2026-06-15")

    def draft(self, *words, **options):
        return self.ask("draft", "--client", "Atelier Durand", *words, **options)

    def pay(self, amount, number="F-042"):
        return self.ask("payment", "add", number, amount, "--date", "2026-11-20", "--means", "transfer")

    def test_a_claim_leaves_a_consumer_in_the_united_kingdom_thirty_days(self):
        for pairs, days in ((("country=GB", "kind=consumer"), 30),
                            (("country=GB", "kind=business"), 8),
                            (("country=FR", "kind=consumer"), 8),
                            (("country=", "kind=consumer"), 8)):
            with self.subTest(pairs=pairs):
                self.ask("client", "set", "Atelier Durand", *pairs)
                text = self.draft("--stage", "formal-notice", "--language", "en")["text"]
                self.assertIn(f", {days} days from the date of this letter", text)
        self.ask("business", "set", "country=GB")
        self.ask("client", "set", "Atelier Durand", "country=", "kind=consumer")
        self.assertIn(", 30 days from the date of this letter",
                      self.draft("--stage", "formal-notice", "--language", "en")["text"])

    def test_every_stage_is_drawn_up_whatever_the_plan_says(self):
        self.pay("200.00")
        texts = {}
        for stage in STAGES:
            draft = self.draft("--stage", stage)
            self.assertEqual(draft["stage"], stage)
            self.assertTrue(draft["subject"] and draft["text"] and draft["html"], stage)
            self.assertLessEqual(len(draft["sms"]), 160, draft["sms"])
            self.assertNotRegex(draft["subject"] + draft["text"] + draft["sms"], r"\{\{|\}\}")
            self.assertEqual([w for w in draft["warnings"] if w["kind"] not in ("attachment", "situation")],
                             [], stage)
            self.assertTrue({stop["kind"] for stop in draft["stops"]}
                            <= {"by-hand"}, (stage, draft["stops"]))
            texts[draft["text"]] = stage
        self.assertEqual(len(texts), len(STAGES))

    def test_fees_are_for_businesses_only(self):
        draft = self.draft("--stage", "formal-notice")
        fees = self.ask("fees", "Atelier Durand")["totals"][0]
        interest = f"{fees['interest'] // 100},{fees['interest'] % 100:02}"
        self.assertIn(interest, draft["text"].replace("\u202f", ""))
        self.assertIn("40,00\u00a0€", draft["text"])
        self.assertIn("mise en demeure", draft["text"].lower())
        self.assertEqual((draft["tone"], draft["address"]), ("formal", "vous"))
        self.ask("client", "set", "Atelier Durand", "kind=consumer")
        draft = self.draft("--stage", "formal-notice")
        self.assertNotIn("40,00", draft["text"])
        self.assertEqual([warning["kind"] for warning in draft["warnings"]], ["situation"])

    def test_the_voice_and_the_variant(self):
        person = self.draft("--stage", "first")
        mailbox = self.draft("--stage", "first", "--voice", "neutral")
        second = self.draft("--stage", "first", "--variant", "2")
        self.assertEqual((person["voice"], person["variant"]), ("personal", 1))
        self.assertEqual((mailbox["voice"], second["variant"]), ("neutral", 2))
        self.assertRegex(mailbox["text"], r"\b(nous|notre|Nous|Notre)\b")
        self.assertNotRegex(mailbox["text"], r"\b(je|j’|mon|Je|Mon)\b")
        self.assertNotEqual(person["text"], second["text"])
        message = self.refuse("draft", "--client", "Atelier Durand", "--stage", "first", "--variant", "9",
                              code=3, error="not-found")
        self.assertIn("variant", message)
        self.refuse("draft", "--client", "Atelier Durand", "--variant", "0", code=2, error="usage")

    def test_thanks_for_what_is_settled(self):
        self.refuse("draft", "--client", "Atelier Durand", "--stage", "thanks", code=1, error="blocked")
        self.pay("1200.00")
        for draft in (self.draft("--stage", "thanks"),
                      self.ask("draft", "--invoice", "F-042", "--stage", "thanks")):
            self.assertIn("F-042", draft["text"])
            self.assertEqual([stop["kind"] for stop in draft["stops"]], ["by-hand"])
        self.refuse("draft", "--client", "Atelier Durand", code=1, error="blocked")

    def test_thanks_for_a_part_never_say_settled(self):
        paid = self.pay("200.00")
        self.assert_never_settled("--invoice", "F-042", balance="000,00")
        self.ask("invoice", "add", "Atelier Durand", "F-050", "300.00",
                 "--issued", "2026-06-02", "--due", "2026-06-16")
        self.ask("payment", "allocate", paid["id"], "F-042=100.00",
                 "F-050=100.00")
        both = self.assert_never_settled("--client", "Atelier Durand", balance="200,00")
        self.assertEqual(both["invoices"], ["F-042", "F-050"])

    def assert_never_settled(self, *whose, balance):
        settled = re.compile("soldée|classées|à jour|en ordre|compte est bon|réglée|plus rien|Rien d’autre"
                             "|settles|settled|both lists")
        for language in ("en", "fr"):
            for tone in ("formal", "friendly", "emoji"):
                for address in ("vous", "tu"):
                    self.ask("client", "set", "Atelier Durand", f"language={language}", f"tone={tone}",
                             f"address={address}")
                    draft = self.ask("draft", *whose, "--stage", "thanks")
                    said = draft["subject"] + draft["text"] + draft["sms"]
                    self.assertNotRegex(said, settled)
                    self.assertIn(balance if language == "fr" else balance.replace(",", "."), said)
        return draft

    def test_terms_need_no_invoice(self):
        self.ask("client", "add", "New Client", "language=en")
        draft = self.ask("draft", "--client", "New Client", "--stage", "terms")
        self.assertEqual((draft["invoices"], draft["stage"]), ([], "terms"))
        self.refuse("draft", "--client", "New Client", "--stage", "statement", code=1, error="blocked")

    def test_what_is_not_late_does_not_leave(self):
        self.ask("invoice", "add", "Atelier Durand", "F-050", "99.00",
                 "--issued", "2026-11-20", "--due", "2026-12-01")
        courtesy = self.draft("--stage", "courtesy")
        self.assertEqual(courtesy["invoices"], ["F-050"])
        self.assertEqual(self.draft("--stage", "statement")["invoices"], ["F-042", "F-050"])
        self.refuse("approve", "--client", "Atelier Durand", "--stage", "courtesy", code=1, error="blocked")

    def test_a_third_reminder_can_leave(self):
        message = self.ask("approve", "--client", "Atelier Durand", "--stage", "third")
        self.assertEqual(message["state"], "approved")

    def test_files(self):
        for form, start in (("text", "Bonjour"), ("html", "<!DOCTYPE html>"), ("sms", "Bonjour")):
            path = self.folder / f"letter.{form}"
            draft = self.draft("--stage", "first", "--format", form, "--output", path)
            written = path.read_text(encoding="utf-8")
            self.assertTrue(written.startswith(start), written)
            self.assertEqual(written.rstrip("\n"), draft[form].rstrip("\n"))
        answer = self.run_cli("draft", "--client", "Atelier Durand", "--format", "sms")
        self.assertEqual(answer.code, 0)
        self.assertEqual(answer.out.count("\n"), 1)
        self.refuse("draft", "--client", "Atelier Durand", "--format", "doc", code=2, error="usage")
        self.refuse("draft", "--client", "Atelier Durand", "--output", self.folder / "no" / "x", code=3,
                    error="missing")


# Something unfilled, a double space, a space before a comma, an empty pair of brackets.
UNTIDY = re.compile(r"\{\{|\}\}|\n\n\n|  |[ \t]\n|\(\)|\xa0 | \xa0| [,.]")


class EveryLetter(CliTest):
    def setUp(self):
        super().setUp()
        self.ask("business", "set", "name=Studio Nord", "email=camille@studio-nord.example", "country=FR",
                 "iban=FR7630006000011234567890189", "street=1 rue des Tests", "postcode=69001", "city=Lyon",
                 "siren=732829320", "phone=01 99 00 12 34")

    def add_client(self, kind):
        self.ask("client", "add", kind, f"kind={kind}", "language=fr", "title=madame", "first_name=Léa",
                 "last_name=Durand", "email=lea@durand.example", "street=2 rue des Essais",
                 "postcode=75001", "city=Paris", "terms=30", "situation=unpaid",
                 "situation_reason=refused on the telephone")
        self.ask("invoice", "add", kind, f"{kind}-1", "1200.00", "--issued", "2026-06-01",
                 "--due", "2026-06-15")
        self.ask("invoice", "add", kind, f"{kind}-2", "300.00", "--issued", "2026-07-01",
                 "--due", "2026-07-15")
        self.ask("payment", "add", f"{kind}-1", "200", "--date", "2026-11-20", "--means", "transfer")

    def check_tidy(self, name, *whom):
        draft = self.ask("letters", "show", name, *whom)
        with self.subTest(name=name, whom=whom):
            self.assertEqual(draft["warnings"], [])
            self.assertLessEqual({stop["kind"] for stop in draft["stops"]}, {"by-hand"})
            self.assertLessEqual(len(draft["sms"].replace("€", "€€")), 160, draft["sms"])
            self.assertNotRegex(draft["subject"] + "\n" + draft["text"], UNTIDY)
        return draft

    def test_every_letter_reads_well_and_the_guard_finds_nothing(self):
        self.add_client("business")
        for letter in self.ask("letters", "list"):
            self.check_tidy(letter["name"], "--client", "business")
            self.check_tidy(letter["name"], "--invoice", "business-1")

    def test_no_firm_letter_asks_a_consumer_for_fees(self):
        self.add_client("consumer")
        for letter in self.ask("letters", "list"):
            if letter["stage"] in ("third", "formal-notice"):
                text = self.check_tidy(letter["name"], "--client", "consumer")["text"]
                self.assertNotRegex(text, r"40,00|€40\.00|€80|80,00")


class Catalogue(CliTest):
    def test_every_cell_is_there(self):
        letters = self.ask("letters", "list")
        cells = {(x["language"], x["stage"], x["tone"], x["address"]) for x in letters}
        for stage in STAGES:
            for tone in ("formal", "friendly", "emoji") if stage != "formal-notice" else ("formal",):
                self.assertIn(("en", stage, tone, None), cells)
                for address in ("vous",) if tone == "formal" else ("vous", "tu"):
                    self.assertIn(("fr", stage, tone, address), cells)
        for stage in ("courtesy", "first", "second"):
            for cell in {cell for cell in cells if cell[1] == stage}:
                self.assertGreaterEqual(sum(1 for x in letters if (x["language"], x["stage"], x["tone"],
                                                                   x["address"]) == cell), 2, cell)
        self.assert_no_book()

    def test_show(self):
        for letter in self.ask("letters", "list"):
            shown = self.ask("letters", "show", letter["name"])
            self.assertTrue(shown["template"].startswith("Subject: "), letter)
        self.refuse("letters", "show", "fr/nonsense", code=3, error="not-found")
        self.refuse("letters", "show", "../fr/first-formal-vous", code=3, error="not-found")
        self.refuse("letters", "show", "fr/parts/payment", code=3, error="not-found")

    def test_show_filled(self):
        self.ask("client", "add", "Atelier Durand")
        self.ask("invoice", "add", "Atelier Durand", "F-042", "1200.00",
                 "--issued", "2026-06-01", "--due", "2026-06-15")
        shown = self.ask("letters", "show", "en/second-formal-2", "--invoice", "F-042")
        self.assertEqual((shown["stage"], shown["tone"], shown["variant"]), ("second", "formal", 2))
        self.assertIn("F-042", shown["text"])

    def check(self, text, *words, code):
        return self.ask("letters", "check", self.write("letter.mustache", text), *words, code=code)

    def test_check(self):
        for letter in self.ask("letters", "list"):
            template = self.ask("letters", "show", letter["name"])["template"]
            self.assertEqual(self.check(template, "--language", letter["language"], code=0),
                             {"ok": True, "findings": []}, letter)

    def test_check_says_the_line(self):
        for text, kind, line in (("Subject: a\n\n{{#one}}\nb", "section", 3),
                                 ("Subject: a\n\nb {{/one}}", "section", 3),
                                 ("Subject: a\n{{nonsense}}", "name", 2),
                                 ("Subject: a\n\n\n{{>nonsense}}", "part", 4),
                                 ("Subject: a\n{{client.name", "tag", 2),
                                 ("Subject: a\n{{ }}", "no-name", 2),
                                 ("Subject: a\n{{=<% %>=}}", "delimiters", 2),
                                 ("Hello", "subject", 1)):
            with self.subTest(text=text):
                found = self.check(text, code=1)
                self.assertFalse(found["ok"])
                self.assertEqual([(f["kind"], f["line"]) for f in found["findings"]], [(kind, line)])
                self.assertIn(str(line), found["findings"][0]["text"])

    def test_check_refuses_what_is_no_text(self):
        self.refuse("letters", "check", self.write("x", b"\xff\xfe\x00"), code=3, error="input")
        self.refuse("letters", "check", self.folder / "nowhere", code=3, error="missing")
        self.refuse("letters", "check", code=2, error="usage")


if __name__ == "__main__":
    main()
