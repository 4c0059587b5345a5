# SPDX-License-Identifier: GPL-3.0-or-later
"""What "fees" answers equals a computation day by day that knows nothing of the program's code."""

import random
from datetime import date, timedelta
from fractions import Fraction

from relance_cli import CliTest, main

TODAY = date(2026, 11, 22)
HALVES = {date(2024, 1, 1): "4.50", date(2024, 7, 1): "4.25", date(2025, 1, 1): "3.15",
          date(2025, 7, 1): "2.15", date(2026, 1, 1): "2.15", date(2026, 7, 1): "2.40"}
FRENCH = {"LC_ALL": "fr_FR.UTF-8"}


def get_rate(day):
    """Percent a year between French businesses."""
    return Fraction(HALVES[date(day.year, 1 if day.month < 7 else 7, 1)]) + 10


def add_up(instalments):
    """The interest of an invoice in cents, a day at a time; instalments: (due, amount, payments)."""
    interest = Fraction(0)
    for due, amount, payments in instalments:
        day = due + timedelta(days=1)
        while day <= TODAY:
            base = amount - sum(paid for when, paid in payments if when < day)
            interest += base * get_rate(day) / 100 / 365
            day += timedelta(days=1)
    return int(interest + Fraction(1, 2))


class Fees(CliTest):
    def ask_fees(self, *words, **options):
        return self.ask("fees", *words, today=TODAY, **options)

    def add_client(self, name="Acme", *pairs):
        return self.ask("client", "add", name, *pairs)["id"]

    def add_invoice(self, number, amount, due, *words, client="Acme"):
        return self.ask("invoice", "add", client, number, amount, "--issued", "2024-01-02",
                        "--due", due, *words)["id"]

    def test_computation_is_shown_line_by_line(self):
        self.add_client()
        for number in range(9):  # so that no client has the id of this invoice
            self.add_invoice(f"N-{number}", "1", "2027-01-01")
        identity = self.add_invoice("F-1", "1200", "2026-06-15")
        self.ask("payment", "add", "F-1", "500", "--date", "2026-06-30")
        answer = self.ask_fees("F-1", "--until", "2026-07-15")
        self.assertEqual(answer.pop("why").split(":")[0],
                         "French law between businesses (Code de commerce, L441-10)")
        lines = answer["invoices"][0].pop("lines")
        self.assertEqual(answer, {
            "client": "Acme", "client_id": 1, "kind": "business", "country": "FR",
            "country_guessed": True, "rule": "fr-business", "agreed": None, "until": "2026-07-15",
            "invoices": [{"id": identity, "number": "F-1", "currency": "EUR", "interest": 956,
                          "fixed": {"amount": 4000, "currency": "EUR"}, "missing": []}],
            "totals": [{"currency": "EUR", "interest": 956, "fixed": 4000, "total": 4956}]})
        tables = [line.pop("table") for line in lines]
        self.assertEqual(lines, [
            {"due": "2026-06-15", "from": "2026-06-16", "to": "2026-06-30", "days": 15,
             "base": 120000, "rate": 12.15, "rate_kind": "statutory", "amount": 599},
            {"due": "2026-06-15", "from": "2026-07-01", "to": "2026-07-15", "days": 15,
             "base": 70000, "rate": 12.4, "rate_kind": "statutory", "amount": 357}])
        self.assertEqual([(table["kind"], table["from"], table["rate"]) for table in tables],
                         [("reference", "2026-01-01", 2.15), ("reference", "2026-07-01", 2.4)])
        self.assertEqual([table["confirmed"] for table in tables], [True, False])
        for table in tables:
            self.assertTrue(table["source"])
            self.assertLessEqual(date.fromisoformat(table["read"]), TODAY)
        self.assertEqual(self.ask_fees(identity, "--until", "2026-07-15")["invoices"][0]["id"],
                         identity)

    def test_whole_books_equal_the_count_by_days(self):
        chance = random.Random(5)
        for book in range(6):
            client = f"Client {book}"
            self.add_client(client)
            expected = {}
            for number in range(4):
                name = f"F-{book}-{number}"
                due = TODAY - timedelta(days=chance.randrange(-20, 900))
                amount = chance.randrange(100, 500000)
                self.add_invoice(name, f"{amount / 100:.2f}", due, client=client)
                payments, left, when = [], amount, due - timedelta(days=10)
                while left > 0 and chance.random() < 0.7:
                    when += timedelta(days=chance.randrange(0, 120))
                    part = chance.choice([left, chance.randint(1, left)])
                    if when > TODAY:
                        break
                    self.ask("payment", "add", name, f"{part / 100:.2f}", "--date", when)
                    payments.append((when, part))
                    left -= part
                if due < TODAY and amount > sum(paid for day, paid in payments if day <= due):
                    expected[name] = add_up([(due, amount, payments)])
            answer = self.ask_fees(client)
            self.assertEqual({each["number"]: each["interest"] for each in answer["invoices"]},
                             expected)
            for each in answer["invoices"]:
                self.assertEqual(sum(line["amount"] for line in each["lines"]), each["interest"])
                self.assertEqual(each["fixed"], {"amount": 4000, "currency": "EUR"})
            total = sum(expected.values())
            self.assertEqual(answer["totals"], [
                {"currency": "EUR", "interest": total, "fixed": 4000 * len(expected),
                 "total": total + 4000 * len(expected)}] if expected else [])

    def test_instalments_run_from_their_own_dates(self):
        self.add_client()
        self.add_invoice("F-1", "1200", "2026-03-31")
        self.ask("instalment", "set", "F-1", "2026-03-31=600", "2026-04-30=600")
        self.ask("payment", "add", "F-1", "600", "--date", "2026-05-15")
        invoice, = self.ask_fees("F-1")["invoices"]
        self.assertEqual(invoice["interest"], add_up([
            (date(2026, 3, 31), 60000, [(date(2026, 5, 15), 60000)]),
            (date(2026, 4, 30), 60000, [])]))
        self.assertEqual([(line["due"], line["days"]) for line in invoice["lines"]],
                         [("2026-03-31", 45), ("2026-04-30", 61), ("2026-04-30", 145)])
        self.assertEqual(invoice["fixed"]["amount"], 4000)

    def test_what_was_credited_was_never_owed_and_what_was_given_up_was(self):
        self.add_client()
        self.add_invoice("F-1", "1200", "2026-03-31")
        self.ask("credit", "add", "Acme", "A-1", "700", "--invoice", "F-1",
                 "--issued", "2026-09-01")
        lines = self.ask_fees("F-1", "--until", "2026-06-30")["invoices"][0]["lines"]
        self.assertEqual([(line["base"], line["days"]) for line in lines], [(50000, 91)])
        self.ask("invoice", "write-off", "F-1", "--date", "2026-05-31", "--reason", "Closed down")
        lines = self.ask_fees("F-1")["invoices"][0]["lines"]
        self.assertEqual([(line["base"], line["to"]) for line in lines], [(50000, "2026-05-31")])

    def test_consumers_owe_none(self):
        self.add_client("Jane", "kind=consumer")
        self.add_invoice("J-1", "1200", "2026-03-31", client="Jane")
        for words in (["Jane"], ["J-1"]):
            answer = self.ask_fees(*words)
            self.assertEqual((answer["rule"], answer["totals"]), ("none", []))
        self.assertEqual(answer["invoices"][0]["fixed"], {"amount": 0, "currency": None})
        self.assertIn("consumer", self.run_cli("fees", "Jane", today=TODAY).out)

    def test_law_is_that_of_ones_own_country(self):
        self.add_client("Acme", "country=GB")
        self.add_invoice("F-1", "5000", "2026-01-31", "--currency", "GBP")
        self.ask("payment", "add", "F-1", "5000", "--date", "2026-03-12")
        self.assertEqual(self.ask_fees("F-1")["totals"], [
            {"currency": "GBP", "interest": 6438, "fixed": 7000, "total": 13438}])
        self.ask("business", "set", "country=FR")
        answer = self.ask_fees("F-1")
        self.assertEqual((answer["country"], answer["country_guessed"]), ("FR", False))
        self.assertEqual(answer["totals"], [
            {"currency": "GBP", "interest": 6658, "fixed": 0, "total": 6658},
            {"currency": "EUR", "interest": 0, "fixed": 4000, "total": 4000}])

    def test_law_that_is_not_known_says_so(self):
        self.ask("business", "set", "country=DE")
        self.add_client()
        self.add_invoice("F-1", "1200", "2026-03-31")
        answer = self.ask_fees("F-1", code=1)
        self.assertEqual((answer["rule"], answer["totals"]), ("unknown", []))
        self.assertIn("Germany", answer["why"])

    def test_missing_rate_is_asked_for_and_can_be_given(self):
        self.add_client()
        self.add_invoice("F-1", "1200", "2026-12-01")
        words = ["F-1", "--until", "2027-01-10"]
        answer = self.ask_fees(*words, code=1)
        invoice, = answer["invoices"]
        self.assertIsNone(invoice["interest"])
        self.assertEqual([(line["rate"], line["amount"]) for line in invoice["lines"]],
                         [(12.4, 1223), (None, None)])
        self.assertEqual([(each["kind"], each["from"]) for each in invoice["missing"]],
                         [("reference", "2027-01-01")])
        self.assertEqual(answer["totals"], [
            {"currency": "EUR", "interest": None, "fixed": 4000, "total": None}])
        self.assertIn("--reference 2027-01-01=RATE",
                      self.run_cli("fees", *words, today=TODAY).out)
        answer = self.ask_fees(*words, "--reference", "2027-01-01=2.65")
        self.assertEqual(answer["totals"][0]["interest"], 1639)
        self.assertEqual(answer["invoices"][0]["lines"][1]["table"], {
            "kind": "reference", "from": "2027-01-01", "rate": 2.65, "source": None, "read": None,
            "confirmed": True})

    def test_agreed_rate_is_held_against_the_law(self):
        self.add_client()
        self.add_invoice("F-1", "1200", "2026-05-31")
        line = self.ask_fees("F-1", "--agreed", "5", "--until", "2026-06-30")["invoices"][0]["lines"][0]
        self.assertEqual((line["rate"], line["rate_kind"]), (7.86, "floor"))
        line = self.ask_fees("F-1", "--agreed", "9,5", "--until", "2026-06-30")["invoices"][0]["lines"][0]
        self.assertEqual((line["rate"], line["rate_kind"]), (9.5, "agreed"))
        self.assertEqual(self.ask_fees("F-1", "--agreed", "9", code=1)["invoices"][0]["missing"][0]["kind"],
                         "legal")
        self.ask_fees("F-1", "--agreed", "9", "--legal", "2026-07-01=2.7")
        self.add_client("Town", "kind=public")
        self.refuse("fees", "Town", "--agreed", "9", code=3, error="invalid")

    def test_one_client_or_one_invoice(self):
        self.add_client()
        self.add_invoice("F-1", "1200", "2026-03-31")
        self.refuse("fees", "1", code=3, error="ambiguous")
        self.assertEqual(self.ask_fees("--client", "1"), self.ask_fees("Acme"))
        self.assertEqual(self.ask_fees("--invoice", "1"), self.ask_fees("F-1"))
        self.refuse("fees", "Nobody", code=3, error="not-found")
        for words in ([], ["Acme", "--client", "1"], ["--client", "1", "--invoice", "1"],
                      ["Acme", "--agreed", "much"], ["Acme", "--reference", "2.15"],
                      ["Acme", "--reference", "2027=2.15"], ["Acme", "--until", "soon"],
                      ["Acme", "--legal", "2027-01-01=-1"]):
            with self.subTest(words=words):
                self.refuse("fees", *words, code=2, error="usage")

    def test_nothing_late_owes_nothing(self):
        self.add_client()
        self.add_invoice("F-1", "1200", "2026-11-22")
        self.assertEqual(self.ask_fees("Acme")["invoices"], [])
        self.assertEqual(self.ask_fees("F-1")["invoices"][0]["fixed"]["amount"], 0)
        self.assertEqual(self.ask_fees("F-1")["totals"], [])
        self.assertIn("No invoice was late.", self.run_cli("fees", "Acme", today=TODAY).out)

    def test_text_is_written_as_the_user_writes_numbers(self):
        self.add_client()
        self.add_invoice("F-1", "4800", "2025-11-30")
        english = self.run_cli("fees", "F-1", today=TODAY, env={"LC_ALL": "en_GB.UTF-8"}).out
        self.assertRegex(english, "01/12/2025 +31/12/2025 +31 +€4,800.00 +12.15% +€49.53\n")
        self.assertIn("€615.18", english)
        self.assertRegex(english, "01/07/2026 +2.40% +.*to be confirmed")
        french = self.run_cli("fees", "F-1", today=TODAY, env={"LC_ALL": "fr_FR.UTF-8"}).out
        self.assertRegex(french, "01/12/2025 +31/12/2025 +31 +4\u202f800,00\u00a0€ +12,15\u00a0?% +"
                                 "49,53\u00a0€\n")
        self.assertIn("615,18\u00a0€", french)


if __name__ == "__main__":
    main()
