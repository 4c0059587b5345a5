# SPDX-License-Identifier: GPL-3.0-or-later
"""Every figure of "dashboard" on one small book, worked out by hand: the formula and the numbers put in
are printed beside what was said."""

from fractions import Fraction

from relance_cli import CliTest, main

ROWS = ["F1;2026-01-01;2026-01-31;Sample A;1000.00;1000.00;2026-02-10",
        "F2;2026-02-01;2026-03-03;Sample A;300.00;300.00;2026-03-03",
        "F3;2026-03-01;2026-03-31;Sample A;600.00;200.00;2026-03-20",
        "F4;2026-10-05;2026-11-04;Sample A;800.00;300.00;2026-11-10",
        "F5;2026-05-01;2026-05-31;Sample B;500.00;;",
        "F6;2026-06-01;2026-07-01;Sample C;250.00;;",
        "F7;2026-11-14;2026-12-14;Sample B;900.00;;",
        "F8;2026-07-01;2026-07-31;Sample B;100.00;100.00;2026-08-30"]

# Key, the computation in words, what it comes to. Amounts are in cents.
TODAY = [
    ("owed", "500 of 4 + 900 of 7 = 1400", 140000),
    ("overdue", "4 was due on 4 November: 500", 50000),
    ("aged.not_due.amount", "7 is due on 14 December: 900", 90000),
    ("aged.d1_30.amount", "4 is 20 days past its due date: 500", 50000),
    ("aged.d1_30.count", "4 alone", 1),
    ("aged.d31_60.amount", "nothing", 0),
    ("on_time.settled", "2 on its day, 5 five days before", 2),
    ("on_time.late", "1, 3 and 8 after it; 6 was given up", 4),
    ("on_time.open_overdue", "4", 1),
    ("on_time.rate", "on time / (on time + late + open) = 2 / (2 + 4 + 1)", Fraction(2, 7)),
    ("dso_days", "1400 owed absorbs the 900 of 14 November, and 500 of the 800 of 5 October, 50 days "
     "ago: 50 + 500/800", Fraction(405, 8)),
    ("dso_simple_days", "owed / sales of 365 days × 365; sales: 1000 + 300 + 600 + 800 + (500 - 100 "
     "credited) + 250 + 900 + 100 = 4350; 1400 / 4350 × 365", Fraction(1400 * 365, 4350)),
    ("best_dso_days", "not overdue / sales × 365 = 900 / 4350 × 365", Fraction(900 * 365, 4350)),
    ("median_days_late", "in order -5 (5), 0 (2), 10 (1), 20 (3), 30 (8): the middle one", 10),
    ("weighted_days_late", "Σ amount × days late, early 0 / Σ amount of the settled = (1000×10 + "
     "300×0 + 600×20 + 400×0 + 100×30) / 2400", Fraction(25000, 2400)),
    ("weighted_days_late_with_open", "(25000 + 500×20 of 4) / (2400 + 500)", Fraction(35000, 2900)),
    ("median_days_to_settle", "in order 25 (5), 30 (2), 40 (1), 50 (3), 60 (8): the middle one", 40),
    ("median_days_to_settle_survival", "S = 1 × (1 - 1/7) at 25, 7 having left at 10, × (1 - 1/6) at 30, "
     "× (1 - 1/5) at 40 = 4/7, × (1 - 1/4) at 50 = 3/7: half or less from 50 on", 50),
    ("open_at_90_days", "none of the five settled took more than 90 days", 0),
    ("open_at_90_days_survival", "4 left at 50, 6 was given up at 61: × (1 - 1/2) at 60 = 3/14",
     Fraction(3, 14)),
    ("clients.0.median_days_late", "Sample A, in order 0, 10, 20: the middle one", 10),
    ("clients.0.late_share", "1 and 3 late, 4 open late, of 3 settled and 1 open late: 3 / 4",
     Fraction(3, 4)),
    ("clients.0.trend_days", "three settled are too few for a trend", None),
    ("clients.1.settled", "Sample B settled 5 and 8", 2),
    ("clients.1.median_days_late", "two are too few to tell", None),
]

TENTH_OF_APRIL = [
    ("owed", "400 of 3, for its second payment came on the 20th", 40000),
    ("aged.d1_30.amount", "3 is 10 days past its due date: 400", 40000),
    ("on_time.rate", "2 on time, 1 late, 3 open: 1 / 3", Fraction(1, 3)),
    ("dso_days", "400 of the 600 of 1 March, 40 days ago: 40 + 400/600", Fraction(122, 3)),
    ("dso_simple_days", "400 / (1000 + 300 + 600) × 365", Fraction(400 * 365, 1900)),
    ("best_dso_days", "nothing owed is not overdue", 0),
    ("median_days_late", "in order 0 (2), 10 (1): (0 + 10) / 2", 5),
    ("weighted_days_late", "(1000×10 + 300×0) / 1300", Fraction(10000, 1300)),
    ("weighted_days_late_with_open", "(10000 + 400×10) / (1300 + 400)", Fraction(14000, 1700)),
    ("median_days_to_settle_survival", "S = 1 × (1 - 1/3) at 30, × (1 - 1/2) at 40 = 1/3, where 3 left", 40),
]

NEW_YEAR_2028 = [
    ("owed", "nothing more is received: 1400", 140000),
    ("aged.d91.amount", "4 is 423 days late, 7 is 383: 1400", 140000),
    ("on_time.rate", "nothing fell due in 2027: not known", None),
    ("dso_simple_days", "nothing was sold in 365 days: not known", None),
    ("weighted_days_late_with_open", "(25000 + 500×423 + 900×383) / (2400 + 1400)",
     Fraction(25000 + 211500 + 344700, 3800)),
]


def find(value, key):
    for word in key.split("."):
        value = value[int(word)] if isinstance(value, list) else value[word]
    return value


class FiguresByHand(CliTest):
    def setUp(self):
        super().setUp()
        text = "Number;Issue date;Due date;Client;Total;Paid;Payment date\n" + "\n".join(ROWS)
        self.assertEqual(self.ask("import", "-", stdin=text)["created"], len(ROWS))
        self.ask("payment", "add", "F3", "400", "--date", "2026-04-20")
        self.ask("credit", "add", "Sample B", "C-1", "100", "--invoice", "F5", "--issued", "2026-05-10")
        self.ask("payment", "add", "F5", "400", "--date", "2026-05-26")
        self.ask("invoice", "write-off", "F6", "--reason", "moved away", "--date", "2026-08-01")

    def compare(self, expected, *words):
        [figures] = self.ask("dashboard", *words)["currencies"]
        for key, computation, value in expected:
            said = find(figures, key)
            print(f"# {' '.join(words)} {key}: {computation}: {said}", flush=True)
            if value is None:
                self.assertIsNone(said, key)
            else:
                self.assertAlmostEqual(said, float(value), places=9, msg=key)

    def test_today(self):
        self.compare(TODAY)

    def test_a_day_past(self):
        self.compare(TENTH_OF_APRIL, "--as-of", "2026-04-10")

    def test_a_day_to_come(self):
        self.compare(NEW_YEAR_2028, "--as-of", "2028-01-01")


if __name__ == "__main__":
    main()
