# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures and the forecast of a book with next to nothing in it: what is not known is null, and no sentence says
what is not so. In currencies with no decimals, two and three."""

from datetime import date

from relance_cli import CliTest, main

DAYS = ["dso_days", "dso_simple_days", "best_dso_days", "median_days_late", "weighted_days_late",
        "weighted_days_late_with_open", "median_days_to_settle", "median_days_to_settle_survival",
        "open_at_90_days", "open_at_90_days_survival"]
UNKNOWN = {"n": 0, "mae_days": None, "within_3": None, "within_7": None, "coverage_80": None,
           "due_date_mae": None, "client_median_mae": None}


class SmallBooks(CliTest):
    def setUp(self):
        super().setUp()
        self.ask("client", "add", "Sample")

    def owe(self, number, amount, currency, issued="2026-10-01", due="2026-10-31", paid=None):
        self.ask("invoice", "add", "Sample", number, amount, "--currency", currency,
                 "--issued", issued, "--due", due)
        if paid:
            self.ask("payment", "add", number, amount, "--date", paid)

    def read_days(self, *words):
        [figures] = self.ask("dashboard", *words)["currencies"]
        return [figures[key] for key in DAYS]

    def read_text(self, *words):
        answer = self.run_cli(*words)
        self.assertEqual((answer.code, answer.err), (0, ""))
        return answer.out

    def test_empty(self):
        for words in ((), ("--as-of", "2020-02-29"), ("--as-of", "2030-01-01")):
            self.assertEqual(self.ask("dashboard", *words)["currencies"], [])
            self.assertIn("holds no invoices", self.read_text("dashboard", *words))
        self.assertEqual(self.ask("forecast"), {"currencies": []})
        self.assertEqual(self.ask("forecast", "--backtest"), UNKNOWN)
        self.assertIn("Nobody owes you", self.read_text("forecast"))
        self.assertIn("Too little was paid", self.read_text("forecast", "--backtest"))

    def test_one_open(self):
        for currency, amount, minor in (("JPY", "125", 125), ("EUR", "1.25", 125), ("TND", "0.125", 125)):
            with self.subTest(currency=currency):
                self.setUp()
                self.owe("A", amount, currency)
                self.assertEqual(self.read_days(),
                                 [55, 365, 0, None, None, 24, None, None, None, None])
                self.assertEqual(self.ask("forecast", "--weeks", "1"), {"currencies": [
                    {"currency": currency, "weeks": [{"week": "2026-11-23", "p10": 0, "p50": 0, "p90": 0}],
                     "no_precedent": {"count": 1, "amount": minor}}]})
                self.assertEqual(self.ask("forecast", "--backtest"), UNKNOWN)
                forecast = self.read_text("forecast")
                self.assertIn("Nobody can tell when", forecast)
                self.assertNotIn("at most", forecast)
                self.assertNotIn("Slowest", self.read_text("dashboard"))

    def test_a_day_before_the_first_one_and_years_after(self):
        self.owe("A", "1.25", "EUR")
        self.assertEqual(self.ask("dashboard", "--as-of", "2026-09-30")["currencies"], [])
        self.assertIn("holds no invoices", self.read_text("dashboard", "--as-of", "2026-09-30"))
        late = (date(2030, 1, 1) - date(2026, 10, 31)).days
        self.assertEqual(self.read_days("--as-of", "2030-01-01"),
                         [late + 31, None, None, None, None, late, None, None, None, None])

    def test_one_settled(self):
        self.owe("A", "1.25", "EUR", paid="2026-11-10")
        self.assertEqual(self.read_days(), [0, 0, 0, 10, 10, 10, 40, 40, 0, 0])
        self.assertIn("10.0 days late", self.read_text("dashboard"))
        self.assertEqual(self.ask("forecast"), {"currencies": []})
        self.assertEqual(self.ask("forecast", "--backtest"), UNKNOWN)

    def test_a_day_is_one(self):
        self.owe("A", "1.25", "EUR", paid="2026-11-01")
        self.assertIn("1.0 day late", self.read_text("dashboard"))

    def test_who_pays_early_is_not_slow(self):
        for number in "ABC":
            self.owe(number, "1.25", "EUR", paid="2026-10-29")
        text = self.read_text("dashboard")
        self.assertIn("2.0 days early", text)
        self.assertNotIn("Slowest", text)

    def test_one_settled_and_one_open(self):
        """One delay is known, and no error of an expectation: others' tail says when, here that it is now."""
        self.owe("A", "1.25", "EUR", paid="2026-11-10")
        self.owe("B", "0.001", "TND", "2026-11-01", "2026-11-30")
        self.owe("C", "3.00", "EUR", "2026-10-20", "2026-11-16")
        answer = self.ask("forecast", "--weeks", "1")["currencies"]
        self.assertEqual([(row["currency"], row["no_precedent"]["count"]) for row in answer],
                         [("EUR", 0), ("TND", 1)])
        self.assertEqual(answer[0]["weeks"][0],
                         {"week": "2026-11-23", "p10": 300, "p50": 300, "p90": 300})

    def test_all_of_long_ago(self):
        self.owe("A", "0.125", "TND", "2023-10-01", "2023-10-31", "2023-11-05")
        [figures] = self.ask("dashboard")["currencies"]
        self.assertEqual((figures["currency"], figures["owed"], figures["on_time"]["rate"]), ("TND", 0, None))
        self.assertEqual([month for month in figures["months"]
                          if month["on_time"] or month["late"] or month["open_late"]], [])
        self.assertIn("5.0 days late", self.read_text("dashboard"))
        self.assertIn("Nobody owes you", self.read_text("forecast"))

    def test_the_ends_of_the_calendar(self):
        self.owe("A", "1.00", "EUR", "0001-01-01", "9999-12-31")
        self.owe("B", "1.00", "EUR", "0001-01-01", "0001-01-02", "2026-11-01")
        self.owe("C", "1.00", "EUR", "2026-11-02", "9999-12-31", "2026-11-03")
        self.owe("D", "1.00", "EUR", "2026-11-05", "9999-12-31", "2026-11-06")
        self.assertEqual(self.ask("forecast", "--backtest")["n"], 2)
        self.assertEqual(len(self.ask("forecast", "--weeks", "104")["currencies"][0]["weeks"]), 104)
        self.assertEqual(self.ask("dashboard", "--as-of", "9999-12-31")["currencies"][0]["owed"], 100)
        [first] = self.ask("dashboard", "--as-of", "0001-02-01")["currencies"]
        self.assertEqual((first["owed"], [month["month"] for month in first["months"]]),
                         (200, ["0001-01", "0001-02"]))
        [long] = self.ask("dashboard", "--as-of", "0050-01-01", "--months", "1200")["currencies"]
        self.assertEqual(len(long["months"]), 49 * 12 + 1)


if __name__ == "__main__":
    main()
