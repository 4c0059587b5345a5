# SPDX-License-Identifier: GPL-3.0-or-later
"""Books of many kinds of payers, drawn by chance: for tests, and for choosing how to foretell.

A kind is a function that is given dice and draws one client: a function from the day of issue to the due
date and the day of settlement. Numbers of days are made up, and none comes from anybody's file.
"""

import math
import random
from calendar import monthrange
from datetime import date, timedelta

TODAY = date(2026, 11, 24).toordinal()
FIRST_ISSUE, ISSUE_SPAN = date(2024, 10, 20).toordinal(), 760
TERMS = [15, 30, 45, 60]


def payer(delay, terms=None, spread=(5, 12)):
    """Pays around a habit of its own after the due date, off by what @delay draws."""
    def draw(dice):
        own_terms, habit = terms or dice.choice(TERMS), dice.gauss(*spread)

        def settle(issued):
            due = issued + own_terms
            return due, due + habit + delay(dice, issued)
        return settle
    return draw


def around_a_habit(dice):
    return payer(lambda d, _: d.gauss(0, 7))(dice)


def thirty_days_terms(dice):
    return payer(lambda d, _: d.gauss(0, 8), 30, (-4, 9))(dice)


def sometimes_disputed(dice):
    share = dice.betavariate(1, 3.5)
    return payer(lambda d, _: d.gauss(0, 7) + (d.gauss(9, 5) if d.random() < share else 0), 30,
                 (-5, 8))(dice)


def sooner_from_some_day(dice):
    when, gain = FIRST_ISSUE + dice.uniform(0, 1.3) * ISSUE_SPAN, dice.uniform(2, 10)
    return payer(lambda d, issued: d.gauss(0, 7) - (gain if issued > when else 0), 30, (-2, 8))(dice)


def never_early(dice):
    habit = dice.gauss(3, 9)
    return lambda issued: (issued + 30, issued + 30 + max(0, dice.gauss(habit, 8)))


def from_the_issue(dice):
    habit = dice.gauss(40, 12)
    return lambda issued: (issued + dice.choice(TERMS), issued + dice.gauss(habit, 7))


def terms_of_many_kinds(dice):
    habit = dice.gauss(8, 10)

    def settle(issued):
        due = issued + dice.choice(TERMS)
        return due, due + dice.gauss(habit, 7)
    return settle


def all_alike(dice):
    return payer(lambda d, _: d.gauss(0, 8), None, (10, 0))(dice)


def punctual_or_much_too_late(dice):
    return payer(lambda d, _: 0 if d.random() < 0.6 else d.expovariate(0.05), None, (0, 0))(dice)


def skewed(dice):
    mean = math.exp(dice.gauss(2, 0.7))
    return payer(lambda d, _: d.expovariate(1 / mean), None, (0, 0))(dice)


def heavy_tail(dice):
    scale = math.exp(dice.gauss(2, 0.8))
    return payer(lambda d, _: scale * math.exp(d.gauss(0, 0.9)), None, (-5, 0))(dice)


def wild(dice):
    return payer(lambda d, _: max(-40, min(300, 4 * math.tan(math.pi * (d.random() - 0.5)))))(dice)


def evenly_spread(dice):
    width = dice.uniform(5, 20)
    return payer(lambda d, _: d.uniform(-width, width))(dice)


def two_habits(dice):
    share = dice.uniform(0.05, 0.45)
    return payer(lambda d, _: d.gauss(0, 2) + (30 if d.random() < share else 0), None, (2, 8))(dice)


def mostly_the_same(dice):
    return payer(lambda d, _: 0 if d.random() < 0.7 else d.choice([-2, -1, 1, 2, 7, 30]))(dice)


def the_end_of_the_month(dice):
    lag = dice.choice([0, 0, 0, 5, 10])

    def settle(issued):
        due = date.fromordinal(issued + dice.choice(TERMS))
        return due.toordinal(), due.replace(day=monthrange(due.year, due.month)[1]).toordinal() + lag
    return settle


def a_day_of_the_month(dice):
    terms, day = dice.choice(TERMS), dice.choice([5, 10, 15, 20, 25])

    def settle(issued):
        due = date.fromordinal(issued + terms)
        paid = due if due.day <= day else due.replace(day=1) + timedelta(days=32)
        return due.toordinal(), paid.replace(day=day).toordinal() + dice.choice([0, 0, 1, 2])
    return settle


def a_day_of_the_week(dice):
    terms, habit, weekday = dice.choice(TERMS), dice.gauss(5, 10), dice.randrange(5)

    def settle(issued):
        day = round(issued + terms + dice.gauss(habit, 3))
        return issued + terms, day + (weekday - (day - 1)) % 7
    return settle


def drifting(dice):
    slope = dice.gauss(0, 15)
    return payer(lambda d, issued: d.gauss(0, 5) + slope * (issued - FIRST_ISSUE) / ISSUE_SPAN)(dice)


def drifting_together(dice):
    return payer(lambda d, issued: d.gauss(0, 5) + 25 * (issued - FIRST_ISSUE) / ISSUE_SPAN)(dice)


def by_season(dice):
    return payer(lambda d, issued: d.gauss(0, 5)
                 + (14 if date.fromordinal(issued).month in (7, 11) else 0))(dice)


def one_like_the_last(dice):
    last = [0.0]

    def delay(own_dice, _):
        last[0] = 0.7 * last[0] + own_dice.gauss(0, 6)
        return last[0]
    return payer(delay)(dice)


def always_the_same(dice):
    return payer(lambda d, _: 0)(dice)


def always_the_same_from_the_issue(dice):
    habit = dice.randint(20, 60)
    return lambda issued: (issued + dice.choice(TERMS), issued + habit)


def on_the_day(dice):
    return lambda issued: (issued + (due := dice.choice(TERMS)), issued + due)


def on_the_day_or_monday(dice):
    def settle(issued):
        due = issued + dice.choice(TERMS)
        weekday = (due - 1) % 7
        return due, due + (7 - weekday if weekday >= 5 else 0)
    return settle


KINDS = [around_a_habit, thirty_days_terms, sometimes_disputed, sooner_from_some_day, never_early,
         from_the_issue, terms_of_many_kinds, all_alike, skewed, heavy_tail, wild, evenly_spread,
         two_habits, mostly_the_same, the_end_of_the_month, a_day_of_the_month, a_day_of_the_week,
         drifting, drifting_together, by_season, one_like_the_last]

# Where a rival is perfect, or nothing beats it: what is expected there is only as good.
PERFECT = [always_the_same, always_the_same_from_the_issue, on_the_day, on_the_day_or_monday,
           punctual_or_much_too_late]


def of_all_kinds(dice):
    return dice.choice(KINDS + PERFECT)(dice)


def invent(kind, clients, each, seed):
    """A list of (client, issued, due, settled or None) in the order of issue."""
    dice = random.Random(f"{kind.__name__} {clients} {each} {seed}")
    claims = []
    for client in range(clients):
        settle = kind(dice)
        for issued in sorted(FIRST_ISSUE + dice.randint(0, ISSUE_SPAN) for _ in range(each)):
            due, paid = settle(issued)
            paid = max(issued, round(paid))
            claims.append((client, issued, due, paid if paid <= TODAY else None))
    return sorted(claims, key=lambda claim: claim[1])


def name_invoice(place):
    return f"N-{place:05}"


def write_csv(claims, amounts=None):
    """@amounts: in cents, one for each claim; without them 10.00 each."""
    text = ["Number;Issue date;Due date;Client;Total;Paid;Payment date"]
    for number, (client, issued, due, paid) in enumerate(claims):
        days = [date.fromordinal(day) for day in (issued, due)]
        amount = f"{(amounts[number] if amounts else 1000) / 100:.2f}"
        text.append(f"{name_invoice(number)};{days[0]};{days[1]};Sample {client:03};{amount};"
                    + (f"{amount};{date.fromordinal(paid)}" if paid else ";"))
    return "\n".join(text) + "\n"
