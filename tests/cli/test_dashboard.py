# SPDX-License-Identifier: GPL-3.0-or-later
"""Every figure of "dashboard" equals a computation that knows nothing of the program's code.

5,000 random invoices in four currencies are imported from CSV, some are then paid in
several parts, and all figures are computed again here from the list that was invented.
"""

import csv
import io
import random
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

from relance_cli import CliTest, main

SEED = 20261124
N_INVOICES = 5000
N_PARTS = 60
N_ENDS = 25  # of each: credit notes, write-offs
DIGITS = {"EUR": 2, "USD": 2, "JPY": 0, "TND": 3}
BANDS = [("not_due", None, 0), ("d1_30", 1, 30), ("d31_60", 31, 60), ("d61_90", 61, 90),
         ("d91", 91, None)]
MONTH_KEYS = ("on_time", "late", "open_late", "on_time_amount", "late_amount", "open_late_amount")


class Invoice:
    """What was invented: payments and credit notes are (date, minor units), as they were made."""

    def __init__(self, number, client, currency, issued, due, total):
        self.number, self.client, self.currency = number, client, currency
        self.issued, self.due, self.total = issued, due, total
        self.payments = []
        self.given_up = None  # when the rest was written off

    def as_of(self, day):
        """The same invoice when nothing was known of what came after that day."""
        then = Invoice(self.number, self.client, self.currency, self.issued, self.due, self.total)
        then.payments = [payment for payment in self.payments if payment[0] <= day]
        then.given_up = self.given_up if self.given_up and self.given_up <= day else None
        return then

    @property
    def balance(self):
        return 0 if self.given_up else self.total - sum(amount for _, amount in self.payments)

    @property
    def settled(self):
        """The day on which the payments, oldest first, reached the total; None while open.

        What was given up is never on time, however early that was."""
        if self.given_up:
            return max(self.given_up, self.due + timedelta(days=1))
        received = 0
        for day, amount in sorted(self.payments):
            received += amount
            if received >= self.total:
                return day
        return None


def write_amount(minor, currency):
    digits = DIGITS[currency]
    if not digits:
        return str(minor)
    return f"{minor // 10 ** digits}.{minor % 10 ** digits:0{digits}}"


def invent_due(dice, today):
    if dice.random() < 0.02:
        return today
    if dice.random() < 0.02:
        return date(2028, 2, 29) if today.year > 2027 else date(2024, 2, 29)
    if dice.random() < 0.05:  # the edges of the bands
        return today - timedelta(days=dice.choice([1, 30, 31, 60, 61, 90, 91]))
    if dice.random() < 0.1:  # the ends of months
        return date(today.year - dice.randint(0, 1), dice.randint(1, 12), 1) - timedelta(days=1)
    return today - timedelta(days=dice.randint(-120, 600))


def invent_invoice(dice, today, index):
    currency = dice.choices(list(DIGITS), weights=[6, 2, 1, 1])[0]
    due = invent_due(dice, today)
    issued = min(due, today) - timedelta(days=dice.randint(0, 60))
    invoice = Invoice(f"N-{index:05}", f"Sample {dice.randint(1, 300)}", currency, issued, due,
                      dice.randint(1, 2_000_000))
    fate = dice.random()
    if fate < 0.75:
        whole = fate < 0.6 or invoice.total == 1
        amount = invoice.total if whole else dice.randint(1, invoice.total - 1)
        day = dice.choice([due, due + timedelta(days=1), due + timedelta(days=dice.randint(-40, 90))])
        invoice.payments.append((min(max(day, issued), today), amount))
    return invoice


def write_csv(invoices):
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(["Invoice Number", "Issue Date", "Due Date", "Client", "Email", "Total Amount",
                   "Amount Paid", "Payment Date", "Currency"])
    for invoice in invoices:
        day, paid = invoice.payments[0] if invoice.payments else ("", 0)
        rows.writerow([invoice.number, invoice.issued, invoice.due, invoice.client, "",
                       write_amount(invoice.total, invoice.currency),
                       write_amount(paid, invoice.currency), day, invoice.currency])
    return text.getvalue()


def first_of_months(today, count):
    month = today.year * 12 + today.month - 1
    return [date(m // 12, m % 12 + 1, 1) for m in range(month - count + 1, month + 1)]


def compute_aged(open_ones, today):
    aged = {}
    for name, low, high in BANDS:
        inside = [invoice for invoice in open_ones
                  if (low is None or (today - invoice.due).days >= low)
                  and (high is None or (today - invoice.due).days <= high)]
        aged[name] = {"count": len(inside), "amount": sum(invoice.balance for invoice in inside)}
    return aged


def compute_months(invoices, today, count):
    months = []
    for first in first_of_months(today, count):
        tally = {"month": f"{first:%Y-%m}", **dict.fromkeys(MONTH_KEYS, 0)}
        for invoice in invoices:
            if (invoice.due.year, invoice.due.month) != (first.year, first.month):
                continue
            if invoice.due >= today:  # does not count yet, paid early or not
                continue
            open_late = invoice.settled is None
            key = "open_late" if open_late else "on_time" if invoice.settled <= invoice.due else "late"
            tally[key] += 1
            tally[key + "_amount"] += invoice.balance if open_late else invoice.total
        months.append(tally)
    return months


def compute_figures(invoices, today, count):
    """What the dashboard must say, by currency."""
    figures = {}
    by_currency = defaultdict(list)
    for invoice in invoices:
        by_currency[invoice.currency].append(invoice)
    for currency, own in by_currency.items():
        open_ones = [invoice for invoice in own if invoice.balance > 0]
        months = compute_months(own, today, count)
        settled, late, open_overdue = (sum(month[key] for month in months)
                                       for key in ("on_time", "late", "open_late"))
        n = settled + late + open_overdue
        overdue = [invoice for invoice in open_ones if invoice.due < today]
        figures[currency] = {
            "owed": sum(invoice.balance for invoice in open_ones),
            "owed_count": len(open_ones),
            "overdue": sum(invoice.balance for invoice in overdue),
            "overdue_count": len(overdue),
            "clients_overdue": len({invoice.client for invoice in overdue}),
            "aged": compute_aged(open_ones, today),
            "on_time": {"settled": settled, "late": late, "open_overdue": open_overdue,
                        "rate": Fraction(settled, n) if n else None},
            "months": months,
        }
    return figures


class Dashboard(CliTest):
    def invent_book(self, today):
        dice = random.Random(SEED)
        invoices = [invent_invoice(dice, today, index) for index in range(N_INVOICES)]
        report = self.ask("import", "-", stdin=write_csv(invoices), today=today)
        self.assertEqual((report["created"], report["rejected"]), (N_INVOICES, []))
        self.add_parts(dice, today, invoices)
        return invoices

    def add_parts(self, dice, today, invoices):
        """A second payment on some: of a part, or of all that was left."""
        partly = [invoice for invoice in invoices if 0 < invoice.balance]
        for invoice in dice.sample(partly, N_PARTS):
            amount = invoice.balance if dice.random() < 0.6 else dice.randint(1, invoice.balance)
            day = invoice.issued + timedelta(days=dice.randint(0, (today - invoice.issued).days))
            invoice.payments.append((day, amount))
            paid = self.ask("payment", "add", invoice.number,
                            write_amount(amount, invoice.currency), "--date", day, today=today)
            self.assertEqual((paid["amount"], paid["balance"]), (amount, invoice.balance))

    def add_ends(self, dice, today, invoices):
        """Credit notes, of a part or more than the rest, and write-offs."""
        open_ones = [invoice for invoice in invoices if invoice.balance > 0
                     and invoice.issued < today]
        for index, invoice in enumerate(dice.sample(open_ones, 2 * N_ENDS)):
            latest = max([day for day, _ in invoice.payments] + [invoice.issued])
            day = latest + timedelta(days=dice.randint(0, (today - latest).days))
            if index % 2:
                self.ask("invoice", "write-off", invoice.number, "--reason", "too small",
                         "--date", day, today=today)
                invoice.given_up = day
                continue
            amount = dice.randint(1, 2 * invoice.balance)
            self.ask("credit", "add", invoice.client, f"C-{index}",
                     write_amount(amount, invoice.currency), "--invoice", invoice.number,
                     "--issued", day, "--currency", invoice.currency, today=today)
            invoice.payments.append((day, min(amount, invoice.balance)))

    def compare_as_of(self, invoices, today, day, *words, **options):
        """Without a row for a currency of which nothing is open or fell due in the months."""
        then = [invoice.as_of(day) for invoice in invoices if invoice.issued <= day]
        first = first_of_months(day, options.get("months", 12))[0]
        shown = {i.currency for i in then if i.balance > 0 or i.due >= first}
        self.compare([i for i in then if i.currency in shown], today, "--as-of", day,
                     *words, as_of=day, **options)

    def compare(self, invoices, today, *words, months=12, as_of=None):
        answer = self.ask("dashboard", *words, today=today)
        self.assertEqual(answer["today"], str(today))
        today = as_of or today
        self.assertEqual(answer.get("as_of", answer["today"]), str(today))
        said = {figures["currency"]: figures for figures in answer["currencies"]}
        expected = compute_figures(invoices, today, months)
        self.assertEqual(set(said), set(expected))
        for currency, figures in expected.items():
            rate = figures["on_time"].pop("rate")
            said_rate = said[currency]["on_time"].pop("rate")
            if rate is None:
                self.assertIsNone(said_rate)
            else:
                self.assertAlmostEqual(said_rate, float(rate), places=12)
            for key, value in figures.items():
                self.assertEqual(said[currency][key], value, (currency, key))

    def test_figures_are_true(self):
        today = date(2026, 11, 24)
        invoices = self.invent_book(today)
        self.assertGreater(sum(1 for invoice in invoices if invoice.due == today), 10)
        self.assertGreater(sum(1 for i in invoices if (i.due.month, i.due.day) == (2, 29)), 10)
        self.assertGreater(sum(1 for invoice in invoices if len(invoice.payments) > 1), 20)
        self.compare(invoices, today)
        self.compare(invoices, today, "--months", "1", months=1)
        self.compare(invoices, today, "--months", "36", months=36)
        # The same book seen later: nothing is stored that time would make false.
        for later in (date(2026, 12, 1), date(2028, 2, 29), date(2028, 3, 1)):
            self.compare(invoices, later)
        self.assertEqual(self.ask("check"), {"ok": True, "findings": []})

    def test_figures_of_another_day_are_true(self):
        today = date(2026, 11, 24)
        invoices = self.invent_book(today)
        self.add_ends(random.Random(SEED), today, invoices)
        self.compare(invoices, today)
        for day in (date(2026, 11, 23), date(2026, 6, 30), date(2025, 12, 31), date(2024, 2, 29),
                    date(2020, 1, 1), today, date(2027, 1, 31), date(2028, 2, 29)):
            self.compare_as_of(invoices, today, day)
        self.compare_as_of(invoices, today, date(2026, 3, 1), "--months", "24", months=24)

    def test_as_of_takes_one_date(self):
        self.ask("client", "add", "Sample")
        self.refuse("dashboard", "--as-of", "2026-02-30", code=2, error="usage")
        self.refuse("dashboard", "--as-of", code=2, error="usage")

    def test_the_words_of_the_contract(self):
        """Small enough to be counted by hand."""
        rows = ["1;2026-10-01;2026-11-10;A;100.00;100.00;2026-11-10",  # on time, on the day
                "2;2026-10-01;2026-11-10;A;200.00;200.00;2026-11-11",  # late by a day
                "3;2026-10-01;2026-11-10;A;300.00;100.00;2026-11-01",  # open late, partly paid
                "4;2026-10-01;2026-11-24;A;400.00;;",                  # due today: not yet
                "5;2026-10-01;2026-11-25;A;500.00;500.00;2026-11-02",  # paid early: not yet
                "6;2025-10-01;2025-11-30;A;600.00;;"]                  # before the twelve months
        text = "Number;Issue date;Due date;Client;Total;Paid;Payment date\n" + "\n".join(rows)
        self.ask("import", "-", stdin=text)
        [euro] = self.ask("dashboard")["currencies"]
        self.assertEqual((euro["currency"], euro["owed"], euro["overdue"]), ("EUR", 120000, 80000))
        self.assertEqual(euro["on_time"], {"settled": 1, "late": 1, "open_overdue": 1,
                                           "rate": 1 / 3})
        self.assertEqual(euro["aged"], {"not_due": {"count": 1, "amount": 40000},
                                        "d1_30": {"count": 1, "amount": 20000},
                                        "d31_60": {"count": 0, "amount": 0},
                                        "d61_90": {"count": 0, "amount": 0},
                                        "d91": {"count": 1, "amount": 60000}})
        self.assertEqual([month["month"] for month in euro["months"]],
                         ["2025-12"] + [f"2026-{month:02}" for month in range(1, 12)])
        november = euro["months"][-1]
        self.assertEqual((november["on_time"], november["late"], november["open_late"]), (1, 1, 1))

    def test_nothing_due_has_no_rate(self):
        self.ask("client", "add", "Sample")
        self.ask("invoice", "add", "Sample", "1", "5", "--issued", "2026-11-01", "--due",
                 "2026-11-24")
        [euro] = self.ask("dashboard")["currencies"]
        self.assertIsNone(euro["on_time"]["rate"])


if __name__ == "__main__":
    main()
