# SPDX-License-Identifier: GPL-3.0-or-later
"""What "forecast" says of the future, and how "forecast --backtest" judges itself.

Every key of it is computed again by plain lists from what was invented (forecast_rule.py); and on books of many
kinds (invented_payers.py) ours must err less than the due date and than the client's own median, and the range of
80 % must hold what it says. forecast_table.py prints the same for larger books.
"""

import os
import random
import unittest
from datetime import date, timedelta
from pathlib import Path

from forecast_rule import backtest, chances
from invented_payers import (KINDS, PERFECT, a_day_of_the_month, around_a_habit, invent,
                             name_invoice, of_all_kinds, skewed, the_end_of_the_month, two_habits,
                             write_csv)
from relance_cli import CliTest, main

TODAY = date(2026, 11, 24)
KEYS = ["n", "mae_days", "within_3", "within_7", "coverage_80", "due_date_mae", "client_median_mae"]
ERRORS = ("mae_days", "due_date_mae", "client_median_mae")
CORPUS = Path(os.environ.get("RELANCE_CORPUS", "/nonexistent"))

# More than 80 % come on the very day that is expected: no range of whole days holds less.
ON_THE_VERY_DAY = (the_end_of_the_month, a_day_of_the_month)


class Forecast(CliTest):
    def take(self, claims):
        report = self.ask("import", "-", stdin=write_csv(claims), today=TODAY)
        self.assertEqual((report["created"], report["rejected"]), (len(claims), []))

    def judge(self, kind, clients, each, seed=0):
        self.setUp()
        self.take(invent(kind, clients, each, seed))
        return self.ask("forecast", "--backtest", today=TODAY)

    def compare(self, claims):
        said = self.ask("forecast", "--backtest", today=TODAY)
        self.assertEqual(list(said), KEYS)
        for key, value in backtest(claims).items():
            self.assertAlmostEqual(said[key], value, places=9, msg=key)

    def test_backtest_is_what_the_rule_says(self):
        for kind in [*KINDS, *PERFECT]:
            with self.subTest(kind=kind.__name__):
                self.setUp()
                claims = invent(kind, 5, 12, 1)
                self.take(claims)
                self.compare(claims)

    def test_backtest_of_a_long_history(self):
        """More of one client than is remembered of it."""
        claims = invent(around_a_habit, 2, 160, 1)
        self.take(claims)
        self.compare(claims)

    def test_what_was_given_up_or_credited_teaches_nothing(self):
        dice = random.Random(3)
        claims = invent(of_all_kinds, 6, 20, 3)
        places = dice.sample(range(len(claims)), 16)
        for index, place in enumerate(places):
            client, issued, due, _ = claims[place]
            end = min(issued + dice.randint(0, 40), TODAY.toordinal())
            claims[place] = (client, issued, due, None, end)
        self.take([claim[:4] for claim in claims])
        for index, place in enumerate(places):
            client, _, _, _, end = claims[place]
            day = date.fromordinal(end)
            if index % 2:
                self.ask("invoice", "write-off", name_invoice(place), "--reason", "lost", "--date", day,
                         today=TODAY)
            else:
                self.ask("credit", "add", f"Sample {client:03}", f"C-{place}", "10.00", "--invoice",
                         name_invoice(place), "--issued", day, today=TODAY)
        self.compare(claims)

    def test_parts_count_when_the_last_one_settles(self):
        """A part before, one after; and credit notes on what is still open, of a part."""
        dice = random.Random(4)
        claims = invent(around_a_habit, 5, 12, 4)
        bare = [(client, issued, due, None) for client, issued, due, _ in claims]
        self.take(bare)
        for place, (_, issued, _, paid) in enumerate(claims):
            if paid is None:
                continue
            early = date.fromordinal(dice.randint(issued, paid))
            self.ask("payment", "add", name_invoice(place), "4.00", "--date", early, today=TODAY)
            self.ask("payment", "add", name_invoice(place), "6.00", "--date", date.fromordinal(paid),
                     today=TODAY)
        self.compare(claims)

    def test_errs_less_than_its_rivals(self):
        """Over three books of each kind, for chance may favour a rival in one."""
        for kind in [*KINDS, of_all_kinds]:
            with self.subTest(kind=kind.__name__):
                said = [self.judge(kind, 60, 20, seed) for seed in range(3)]
                ours, due, own = (sum(book["n"] * book[key] for book in said) for key in ERRORS)
                self.assertLess(ours, due)
                self.assertLess(ours, own)

    def test_errs_no_more_where_a_rival_is_perfect(self):
        """But for the first ones, when nobody can know that it is."""
        for kind in PERFECT:
            with self.subTest(kind=kind.__name__):
                said = self.judge(kind, 60, 20)
                rival = min(said["due_date_mae"], said["client_median_mae"])
                self.assertLessEqual(said["mae_days"], rival * 1.1)

    def test_the_range_holds_what_it_says(self):
        for kind in [*KINDS, of_all_kinds]:
            most = 0.95 if kind in ON_THE_VERY_DAY else 0.85
            with self.subTest(kind=kind.__name__):
                for clients, each in ((15, 15), (60, 20)):
                    said = self.judge(kind, clients, each)
                    self.assertTrue(0.75 <= said["coverage_80"] <= most, said)

    @unittest.skipUnless(CORPUS.is_dir(), "RELANCE_CORPUS is not set")
    def test_a_real_history(self):
        for path in (CORPUS / "fec-reader").glob("*FEC*"):
            self.setUp()
            self.ask("import", path, code=None, today=TODAY)
            said = self.ask("forecast", "--backtest", today=TODAY)
            print(f"# {path.name}: {said}", flush=True)
            self.assertGreater(said["n"], 10)
            self.assertLessEqual(said["mae_days"], said["client_median_mae"])

    def test_backtest_of_nothing(self):
        self.ask("client", "add", "Sample")
        said = self.ask("forecast", "--backtest")
        self.assertEqual(said, {"n": 0, **{key: None for key in KEYS[1:]}})

    def draw(self, dice, found, amounts, n_weeks):
        """What comes in each week, in one future."""
        weeks = [0] * n_weeks
        for place, limits in found.items():
            number = dice.random()
            week = next((week for week, limit in enumerate(limits or []) if number < limit), None)
            if week is not None:
                weeks[week] += amounts[place]
        return weeks

    def test_weeks_are_what_chance_makes_of_the_rule(self):
        """Drawn again with other dice: each figure lies where a thousand draws may put it."""
        dice = random.Random(5)
        for kind in (around_a_habit, skewed, two_habits, of_all_kinds):
            with self.subTest(kind=kind.__name__):
                self.setUp()
                claims = invent(kind, 12, 25, 5)
                claims += [(client, TODAY.toordinal() - 300, TODAY.toordinal() - 200 - client, None)
                           for client in range(8)]
                amounts = [dice.randint(1, 100000) for _ in claims]
                self.ask("import", "-", stdin=write_csv(claims, amounts), today=TODAY)
                found = chances(claims, TODAY.toordinal(), 8)
                self.compare_weeks(dice, found, amounts)

    def compare_weeks(self, dice, found, amounts):
        [euro] = self.ask("forecast", today=TODAY)["currencies"]
        unknown = [amounts[place] for place, limits in found.items() if limits is None]
        self.assertEqual(euro["no_precedent"], {"count": len(unknown), "amount": sum(unknown)})
        draws = [self.draw(dice, found, amounts, 8) for _ in range(2000)]
        for week, sums in zip(euro["weeks"], map(sorted, zip(*draws))):
            for key, share in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9)):
                low, high = (sums[max(0, min(1999, int(2000 * (share + off))))] for off in (-0.07, 0.07))
                self.assertTrue(low <= week[key] <= high, (week, key, low, high))

    def test_weeks(self):
        self.take(invent(around_a_habit, 40, 40, 0))
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
        self.take(invent(around_a_habit, 40, 40, 0))
        self.assertIn("Week from", self.run_cli("forecast", today=TODAY).out)
        self.assertIn("Wrong by", self.run_cli("forecast", "--backtest", today=TODAY).out)
        self.assertIn("--backtest", self.run_cli("forecast", "--help").out)


if __name__ == "__main__":
    main()
