# SPDX-License-Identifier: GPL-3.0-or-later
"""The further figures of "dashboard" equal a computation that knows nothing of the program's code.

Random books in four currencies, with part payments, credit notes, over-payments and write-offs,
looked at on days past and to come; then small books of one kind.
"""

import random
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from statistics import median

from relance_cli import CliTest, main
from test_dashboard import Invoice, invent_invoice, write_amount, write_csv

TODAY = date(2026, 11, 24)
PERIOD = 365


class Fact:
    """An invoice as it was on a day, as the statistics see it."""

    def __init__(self, invoice, credited, day):
        then = invoice.as_of(day)
        self.client, self.issued, self.due = invoice.client, invoice.issued, invoice.due
        self.sold = invoice.total - sum(amount for when, amount in credited if when <= day)
        self.balance = then.balance
        self.given_up = then.given_up is not None
        ends = [when for when, _ in then.payments] + ([then.given_up] if self.given_up else [])
        self.end = max(ends) if ends else invoice.issued
        self.settled = self.sold > 0 and self.balance == 0 and not self.given_up
        self.overdue = self.balance > 0 and self.due < day


def count_back(facts, day):
    if not any(fact.sold for fact in facts):
        return None
    sales = defaultdict(int)
    for fact in facts:
        sales[fact.issued] += fact.sold
    left, days, when = Fraction(sum(fact.balance for fact in facts)), Fraction(0), day
    while left > 0:
        sold = sales.get(when, 0)
        days += min(Fraction(1), left / sold) if sold else 1
        left -= sold
        when -= timedelta(days=1)
    return days


def simple(facts, day, owed):
    sales = sum(fact.sold for fact in facts if (day - fact.issued).days < PERIOD)
    return Fraction(owed * PERIOD, sales) if sales else None


def weighted(facts, day, with_open):
    parts = [(max(0, (fact.end - fact.due).days), fact.sold) for fact in facts if fact.settled]
    if with_open:
        parts += [((day - fact.due).days, fact.balance) for fact in facts if fact.overdue]
    weight = sum(amount for _, amount in parts)
    return Fraction(sum(days * amount for days, amount in parts), weight) if weight else None


def survive(facts, day):
    """Of Kaplan and Meier, straight from the definition: (days, share still open)."""
    spans = [(max(0, ((day if fact.balance else fact.end) - fact.issued).days), fact.settled)
             for fact in facts if fact.sold]
    share, curve = Fraction(1), []
    for days in sorted({days for days, settled in spans if settled}):
        watched = sum(1 for other, _ in spans if other >= days)
        ended = sum(1 for other, settled in spans if settled and other == days)
        share *= 1 - Fraction(ended, watched)
        curve.append((days, share))
    return curve


def judge_client(facts):
    done = sorted((fact for fact in facts if fact.settled), key=lambda fact: (fact.end, fact.due))
    days = [(fact.end - fact.due).days for fact in done]
    open_late = sum(fact.overdue for fact in facts)
    late = sum(number > 0 for number in days)
    enough = len(days) >= 3
    return {"settled": len(days), "late": late, "open_late": open_late,
            "median_days_late": median(days) if enough else None,
            "late_share": Fraction(late + open_late, len(days) + open_late) if enough else None,
            "trend_days": median(days[-3:]) - median(days[:-3]) if len(days) >= 6 else None}


def compute(facts, day):
    delays = [(fact.end - fact.due).days for fact in facts if fact.settled]
    spans = sorted(max(0, (fact.end - fact.issued).days) for fact in facts if fact.settled)
    curve = survive(facts, day)
    owed = sum(fact.balance for fact in facts)
    in_time = sum(fact.balance for fact in facts if fact.due >= day)
    return {
        "owed": owed,
        "owed_count": sum(fact.balance > 0 for fact in facts),
        "overdue": sum(fact.balance for fact in facts if fact.overdue),
        "dso_days": count_back(facts, day),
        "dso_simple_days": simple(facts, day, owed),
        "best_dso_days": simple(facts, day, in_time),
        "median_days_late": median(delays) if delays else None,
        "weighted_days_late": weighted(facts, day, False),
        "weighted_days_late_with_open": weighted(facts, day, True),
        "median_days_to_settle": spans[(len(spans) - 1) // 2] if spans else None,
        "median_days_to_settle_survival":
            next((days for days, share in curve if share <= Fraction(1, 2)), None),
        "open_at_90_days":
            Fraction(sum(days > 90 for days in spans), len(spans)) if spans else None,
        "open_at_90_days_survival":
            ([Fraction(1)] + [share for days, share in curve if days <= 90])[-1] if curve else None,
    }


class Replaced(Invoice):
    """One whose correction was issued on some day: until then it has its payments, and they have it."""

    replaced = None

    def as_of(self, day):
        then = super().as_of(day)
        if self.replaced and self.replaced <= day:
            then.payments = [(self.replaced, self.total)]
        return then


class Statistics(CliTest):
    def compare_numbers(self, said, expected, where):
        for key, value in expected.items():
            if value is None:
                self.assertIsNone(said[key], (*where, key))
            else:
                self.assertAlmostEqual(said[key], float(value), places=6, msg=(*where, key))

    def compare(self, invoices, credited, day, *words):
        facts = defaultdict(list)
        for invoice in invoices:
            if invoice.issued <= day:
                facts[invoice.currency].append(Fact(invoice, credited[invoice.number], day))
        answer = self.ask("dashboard", *words, today=TODAY)
        for said in answer["currencies"]:
            own = facts[said["currency"]]
            self.compare_numbers(said, compute(own, day), (str(day), said["currency"]))
            self.compare_clients(said, own, day)
        return answer["currencies"]

    def compare_clients(self, said, facts, day):
        by_client = defaultdict(list)
        for fact in facts:
            by_client[fact.client].append(fact)
        expected = {name: judge_client(own) for name, own in by_client.items()}
        expected = {name: habit for name, habit in expected.items()
                    if habit["settled"] + habit["open_late"] > 0}
        self.assertEqual({client["name"] for client in said["clients"]}, set(expected))
        for client in said["clients"]:
            self.compare_numbers(client, expected[client["name"]], (str(day), client["name"]))
            trend = client["trend_days"]
            self.assertEqual(client["trend"], None if trend is None else "faster" if trend <= -3
                             else "slower" if trend >= 3 else "steady")
        medians = [client["median_days_late"] for client in said["clients"]]
        known = [number for number in medians if number is not None]
        self.assertEqual(medians[:len(known)], sorted(known, reverse=True))

    def record(self, dice, invoice):
        """A payment of a part, of all that is left, or of more, which stays a credit of the client."""
        latest = max([day for day, _ in invoice.payments] + [invoice.issued])
        day = latest + timedelta(days=dice.randint(0, (TODAY - latest).days))
        amount = dice.choice([invoice.balance, 1 + invoice.balance // 2, invoice.balance + 777])
        self.ask("payment", "add", invoice.number, write_amount(amount, invoice.currency),
                 "--date", day, today=TODAY)
        invoice.payments.append((day, min(amount, invoice.balance)))

    def credit(self, dice, invoice, credited):
        """A credit note of all that is left, of more, or of next to nothing."""
        latest = max([day for day, _ in invoice.payments] + [invoice.issued])
        day = latest + timedelta(days=dice.randint(0, (TODAY - latest).days))
        amount = dice.choice([invoice.balance, 2 * invoice.balance, 1])
        self.ask("credit", "add", invoice.client, f"C-{invoice.number}",
                 write_amount(amount, invoice.currency), "--invoice", invoice.number,
                 "--issued", day, "--currency", invoice.currency, today=TODAY)
        credited[invoice.number].append((day, min(amount, invoice.balance)))
        invoice.payments.append((day, min(amount, invoice.balance)))

    def give_up(self, dice, invoice):
        latest = max([day for day, _ in invoice.payments] + [invoice.issued])
        day = latest + timedelta(days=dice.randint(0, (TODAY - latest).days))
        self.ask("invoice", "write-off", invoice.number, "--reason", "small", "--date", day,
                 today=TODAY)
        invoice.given_up = day

    def split(self, dice, invoice):
        """Two instalments, and one payment for the first of them and what is more; answers both."""
        amounts = [invoice.total // 3, invoice.total - invoice.total // 3]
        dues = [invoice.issued, invoice.issued + timedelta(days=dice.randint(1, 90))]
        parts = [Invoice(invoice.number, invoice.client, invoice.currency, invoice.issued, due, amount)
                 for due, amount in zip(dues, amounts)]
        words = [f"{part.due}={write_amount(part.total, part.currency)}" for part in parts]
        self.ask("instalment", "set", invoice.number, *words, today=TODAY)
        day = invoice.issued + timedelta(days=dice.randint(0, (TODAY - invoice.issued).days))
        left = dice.randint(1, invoice.total)
        self.ask("payment", "add", invoice.number, write_amount(left, invoice.currency),
                 "--date", day, today=TODAY)
        for part in parts:
            if left > 0:
                part.payments.append((day, min(left, part.total)))
            left -= part.total
        return parts

    def invent(self, dice, count, clients):
        """A book of which some invoices are credited, given up, over-paid, left out of reminders or
        due in two parts."""
        invoices = [invent_invoice(dice, TODAY, index) for index in range(count)]
        for invoice in invoices:
            invoice.client = f"Sample {dice.randint(1, clients)}"
        self.ask("import", "-", stdin=write_csv(invoices), today=TODAY)
        credited = defaultdict(list)
        chosen = dice.sample([invoice for invoice in invoices if invoice.balance > 0], 48)
        for index, invoice in enumerate(chosen):
            if index % 6 == 5 and not invoice.payments and invoice.total > 2:
                invoices.remove(invoice)
                invoices += self.split(dice, invoice)
            elif index % 6 == 4:  # is a matter of reminders, and changes no figure
                self.ask("invoice", "exclude", invoice.number, "--reason", "disputed", today=TODAY)
            elif index % 3 == 0:
                self.give_up(dice, invoice)
            elif index % 3 == 1:
                self.credit(dice, invoice, credited)
            else:
                self.record(dice, invoice)
        return invoices, credited

    def test_random_book(self):
        dice = random.Random(29022028)
        invoices, credited = self.invent(dice, 1200, 60)
        self.assertEqual({row["currency"] for row in self.compare(invoices, credited, TODAY)},
                         {"EUR", "USD", "JPY", "TND"})
        for day in (date(2026, 6, 30), date(2025, 8, 1), date(2024, 2, 29), date(2027, 3, 1),
                    date(2028, 2, 29)):
            self.compare(invoices, credited, day, "--as-of", day)

    def replace(self, dice, invoice, index):
        """Corrects an invoice some days after what was paid of it; answers the correction."""
        latest = max([day for day, _ in invoice.payments] + [invoice.issued])
        day = min(TODAY, latest + timedelta(days=dice.randint(1, 40)))
        correction = Invoice(f"R-{index:03}", invoice.client, invoice.currency, day,
                             day + timedelta(days=30), invoice.total + dice.randint(0, 500))
        self.ask("invoice", "add", correction.client, correction.number,
                 write_amount(correction.total, correction.currency), "--issued", day,
                 "--due", correction.due, "--currency", correction.currency, today=TODAY)
        self.ask("invoice", "replace", invoice.number, correction.number, today=TODAY)
        correction.payments = list(invoice.payments)
        invoice.replaced = day
        return correction

    def test_an_invoice_that_was_replaced_is_as_it_was_before(self):
        dice = random.Random(7)
        invoices = [invent_invoice(dice, TODAY, index) for index in range(60)]
        for invoice in invoices:
            invoice.__class__ = Replaced
        self.ask("import", "-", stdin=write_csv(invoices), today=TODAY)
        credited = defaultdict(list)
        old = [invoice for invoice in invoices
               if max([day for day, _ in invoice.payments] + [invoice.issued]) < TODAY]
        for index, invoice in enumerate(dice.sample(old, 25)):
            invoices.append(self.replace(dice, invoice, index))
            credited[invoice.number].append((invoice.replaced, invoice.total))
        days = {invoice.replaced - timedelta(days=1) for invoice in old if invoice.replaced}
        for day in [TODAY, *sorted(days), date(2027, 3, 1)]:
            self.compare(invoices, credited, day, "--as-of", day)
        self.assertTrue(self.ask("check")["ok"])

    def add(self, number, due, paid=None, currency="EUR", total=10000):
        due = TODAY + timedelta(days=due)
        invoice = Invoice(number, "Sample", currency, due - timedelta(days=30), due, total)
        if paid is not None:
            invoice.payments.append((due + timedelta(days=paid), total))
        return invoice

    def compare_small(self, invoices):
        self.ask("import", "-", stdin=write_csv(invoices), today=TODAY)
        [figures] = self.compare(invoices, defaultdict(list), TODAY)
        return figures

    def test_one_open_invoice(self):
        figures = self.compare_small([self.add("1", 20)])
        self.assertEqual((figures["dso_days"], figures["best_dso_days"]), (11, 365))
        self.assertIsNone(figures["median_days_late"])
        self.assertIsNone(figures["median_days_to_settle_survival"])
        self.assertEqual(figures["clients"], [])

    def test_all_paid(self):
        figures = self.compare_small([self.add(str(n), -100 + n, -n) for n in range(5)])
        self.assertEqual((figures["dso_days"], figures["best_dso_days"]), (0, 0))
        self.assertEqual((figures["median_days_late"], figures["weighted_days_late"]), (-2, 0))
        self.assertEqual(figures["clients"][0]["late_share"], 0)

    def test_all_late(self):
        figures = self.compare_small([self.add(str(n), -10 * n) for n in range(1, 6)])
        self.assertEqual((figures["best_dso_days"], figures["weighted_days_late_with_open"]), (0, 30))
        self.assertEqual(figures["clients"][0]["open_late"], 5)
        self.assertIsNone(figures["clients"][0]["median_days_late"])

    def test_digits_of_a_currency_do_not_matter(self):
        for currency in ("JPY", "TND"):
            with self.subTest(currency=currency):
                self.setUp()
                figures = self.compare_small([self.add("1", -40, 4, currency, 5),
                                              self.add("2", -20, 8, currency, 15),
                                              self.add("3", -10, None, currency, 20)])
                self.assertEqual(figures["currency"], currency)
                self.assertEqual((figures["weighted_days_late"],
                                  figures["weighted_days_late_with_open"]), (7, 8.5))

    def test_a_currency_of_long_ago_has_its_part(self):
        self.ask("import", "-", stdin=write_csv([self.add("1", -900, 1)]), today=TODAY)
        [figures] = self.ask("dashboard", today=TODAY)["currencies"]
        self.assertEqual((figures["owed"], figures["median_days_late"]), (0, 1))


if __name__ == "__main__":
    main()
