# SPDX-License-Identifier: GPL-3.0-or-later
"""What "forecast" says of the future, and how "forecast --backtest" judges itself.

The errors of the due date and of the client's own median are computed again here from the list that was
invented; our own must not be above either: where all pay on the day, no rule beats the due date.
"""

import random
from datetime import date, timedelta
from statistics import mean, median

from relance_cli import CliTest, main

TODAY = date(2026, 11, 24)
N_CLIENTS, N_EACH = 40, 40
KEYS = ["n", "mae_days", "within_3", "within_7", "coverage_80", "due_date_mae", "client_median_mae"]


def steady(dice):
    """Counts from the due date."""
    habit = dice.gauss(5, 12)
    terms = dice.choice([15, 30, 45])
    return lambda: (terms, terms + habit + dice.gauss(0, 7))


def careless(dice):
    """Pays so long after the invoice, whatever it says."""
    habit = dice.gauss(40, 10)
    return lambda: (dice.choice([15, 30, 60]), habit + dice.gauss(0, 7))


def punctual(dice):
    """Now and then much too late."""
    return lambda: (dice.choice([15, 30, 60]), None)


class Forecast(CliTest):
    def invent(self, kind):
        dice = random.Random(8)
        rows = []
        for client in range(N_CLIENTS):
            habit = kind(dice)
            for _ in range(N_EACH):
                issued = date(2025, 1, 1) + timedelta(days=dice.randint(0, 650))
                terms, delay = habit()
                if delay is None:
                    delay = terms + (0 if dice.random() < 0.6 else dice.expovariate(0.05))
                paid = issued + timedelta(days=max(0, round(delay)))
                rows.append((client, issued, issued + timedelta(days=terms),
                             paid if paid <= TODAY else None))
        text = "Number;Issue date;Due date;Client;Total;Paid;Payment date\n"
        for number, (client, issued, due, paid) in enumerate(rows):
            text += f"{number};{issued};{due};Sample {client};10.00;{'10.00' if paid else ''};{paid or ''}\n"
        self.ask("import", "-", stdin=text, today=TODAY)
        return rows

    def rivals(self, rows):
        """Mean absolute errors of the due date and of the client's median, else everybody's."""
        due_errors, median_errors = [], []
        done = [row for row in rows if row[3]]
        for client, issued, due, paid in done:
            known = [row for row in done if row[3] < issued]
            if not known:
                continue
            own = [row for row in known if row[0] == client] or known
            expected = median((row[3] - row[1]).days for row in own)
            due_errors.append(abs((paid - due).days))
            median_errors.append(abs((paid - issued).days - expected))
        return len(due_errors), mean(due_errors), mean(median_errors)

    def test_backtest_beats_its_rivals(self):
        for kind in (steady, careless, punctual):
            with self.subTest(kind=kind.__name__):
                self.setUp()
                rows = self.invent(kind)
                said = self.ask("forecast", "--backtest", today=TODAY)
                self.assertEqual(list(said), KEYS)
                n, due, own = self.rivals(rows)
                self.assertEqual(said["n"], n)
                self.assertAlmostEqual(said["due_date_mae"], due, places=9)
                self.assertAlmostEqual(said["client_median_mae"], own, places=9)
                self.assertLess(said["mae_days"], due * 1.01)
                self.assertLess(said["mae_days"], own * 1.01)
                self.assertTrue(0.75 <= said["coverage_80"] <= 0.85, said)
                self.assertLessEqual(said["within_3"], said["within_7"])

    def test_backtest_of_nothing(self):
        self.ask("client", "add", "Sample")
        said = self.ask("forecast", "--backtest")
        self.assertEqual(said, {"n": 0, **{key: None for key in KEYS[1:]}})

    def test_weeks(self):
        self.invent(steady)
        first = self.ask("forecast", today=TODAY)
        self.assertEqual(first, self.ask("forecast", today=TODAY))  # the same chance each time
        [euro] = first["currencies"]
        self.assertEqual(euro["currency"], "EUR")
        self.assertEqual([week["week"] for week in euro["weeks"]],
                         [str(date(2026, 11, 23) + timedelta(weeks=n)) for n in range(8)])
        owed = self.ask("dashboard", today=TODAY)["currencies"][0]["owed"]
        for week in euro["weeks"]:
            self.assertTrue(0 <= week["p10"] <= week["p50"] <= week["p90"] <= owed, week)
        self.assertGreater(sum(week["p50"] for week in euro["weeks"]), owed * 0.6)
        self.assertEqual(set(euro["no_precedent"]), {"count", "amount"})
        self.assertEqual(len(self.ask("forecast", "--weeks", "3", today=TODAY)
                             ["currencies"][0]["weeks"]), 3)

    def test_currencies_stay_apart_and_nothing_is_invented(self):
        self.ask("client", "add", "Sample")
        self.assertEqual(self.ask("forecast"), {"currencies": []})
        for number, currency in (("1", "TND"), ("2", "JPY")):
            self.ask("invoice", "add", "Sample", number, "500", "--currency", currency,
                     "--issued", "2026-11-01", "--due", "2026-12-01")
        said = self.ask("forecast", "--weeks", "1")["currencies"]
        self.assertEqual([(row["currency"], row["no_precedent"]) for row in said],
                         [("JPY", {"count": 1, "amount": 500}),
                          ("TND", {"count": 1, "amount": 500000})])
        self.assertEqual(said[0]["weeks"], [{"week": "2026-11-23", "p10": 0, "p50": 0, "p90": 0}])

    def test_usage_and_words(self):
        self.refuse("forecast", "--weeks", "0", code=2, error="usage")
        self.refuse("forecast", code=3, error="missing")
        self.invent(steady)
        self.assertIn("Week from", self.run_cli("forecast", today=TODAY).out)
        self.assertIn("Wrong by", self.run_cli("forecast", "--backtest", today=TODAY).out)
        self.assertIn("--backtest", self.run_cli("forecast", "--help").out)


if __name__ == "__main__":
    main()
