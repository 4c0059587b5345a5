# SPDX-License-Identifier: GPL-3.0-or-later
"""How the forecast judges itself, computed again from what its documentation says: plain lists, sorted anew
each time, and nothing of the program's code.

A claim is (client, issued, due, settled), days as numbers; what never was settled has None there, and what was
given up or credited away ends on the day of a fifth field.
"""

import math
from bisect import bisect_right
from calendar import monthrange
from datetime import date
from statistics import median

MEMORY, LATELY, ENOUGH = 100, 8, 2
HAIR = 1e-9


class Blend:
    """Own values weighing 1 each, and those of all weighing so much together."""

    def __init__(self, own, everybody, weight):
        self.total = len(own) + weight
        atoms = {}
        for value in own:
            atoms[value] = atoms.get(value, 0) + 1
        for value in everybody:
            atoms[value] = atoms.get(value, 0) + weight / len(everybody)
        self.atoms = sorted(atoms.items())

    def share(self, most):
        return sum(weight for value, weight in self.atoms if value <= most) / self.total

    def quantile(self, share):
        weight = 0
        for value, more in self.atoms:
            weight += more
            if weight / self.total >= share - HAIR:
                return value
        return self.atoms[-1][0]

    def median(self):
        return (self.quantile(0.5) + self.quantile(0.5 + 3 * HAIR)) / 2

    def middle_half(self):
        """Each value times the part of its weight that lies between a quarter and three quarters."""
        low, high = self.total / 4, self.total * 3 / 4
        weight = total = 0
        for value, more in self.atoms:
            inside = min(weight + more, high) - max(weight, low)
            total += value * max(0, inside)
            weight += more
        return total / (high - low)


def round_day(day):
    return math.floor(day + 0.5)


def move_to_day(day, day_of_month):
    near = date.fromordinal(round_day(day))
    days = []
    for month in range(near.year * 12 + near.month - 2, near.year * 12 + near.month + 1):
        year, month = month // 12, month % 12 + 1
        days.append(date(year, month, min(day_of_month, monthrange(year, month)[1])).toordinal())
    return min(days, key=lambda other: abs(other - day))


class Rule:
    """What is known on a day, and what is said then."""

    def __init__(self):
        self.known = []  # (client, issued, due, settled), in the order in which they were settled
        self.errors = []  # (client, days)
        self.gains, self.squares = [0.0] * 7, [0.0] * 7
        self.outside, self.awaited = 0.1, 0

    def own(self, client, pick):
        return [pick(past) for past in self.known if past[0] == client]

    def errors_of(self, client):
        own = [error for who, error in self.errors if who == client][-MEMORY:]
        return Blend(own, [error for _, error in self.errors], 3)

    def dates(self, client, issued, due):
        late, age = (lambda past: past[3] - past[2]), (lambda past: past[3] - past[1])
        all_late, all_ages = [late(past) for past in self.known], [age(past) for past in self.known]
        own_late, own_ages = self.own(client, late)[-MEMORY:], self.own(client, age)[-MEMORY:]
        usual = due + Blend(own_late, all_late, 1).middle_half()
        days = self.own(client, lambda past: date.fromordinal(past[3]).day)[-LATELY:]
        return [usual,
                issued + Blend(own_ages, all_ages, 1).middle_half(),
                due + Blend(own_late, all_late, 0.5).median(),
                issued + Blend(own_ages, all_ages, 0.5).median(),
                due + median(all_late),
                due + Blend(own_late[-LATELY:], all_late, 1).middle_half(),
                move_to_day(usual, sorted(days)[len(days) // 2]) if len(days) >= ENOUGH else usual]

    def choose(self):
        best = 0
        for way, (gain, square) in enumerate(zip(self.gains, self.squares)):
            if gain > 0.5 * math.sqrt(square) + 1e-6 and gain > self.gains[best] + 1e-6:
                best = way
        return best

    def say(self, claim):
        """The dates of all ways, the one that is expected, the range, and the client's median."""
        client, issued, due = claim[:3]
        dates = self.dates(client, issued, due)
        expected = dates[self.choose()]
        ages = self.own(client, lambda past: past[3] - past[1]) or \
            [past[3] - past[1] for past in self.known]
        day = round_day(expected)
        first = last = day
        if self.errors:
            errors = self.errors_of(client)
            first += errors.quantile(self.outside / 2)
            last += errors.quantile(1 - self.outside / 2)
        return dates, expected, (first, last), issued + median(ages)

    def learn(self, claim, said, scored):
        client, settled = claim[0], claim[3]
        if scored:
            self.awaited -= 1
            pace = min(0.4, 4 / (self.awaited + 1))
            inside = said[2][0] <= settled <= said[2][1]
            self.outside = min(0.6, max(0.001, self.outside * math.exp(pace * (0.2 - (not inside)))))
        if said:
            gains = [abs(settled - said[0][0]) - abs(settled - day) for day in said[0]]
            self.gains = [sum(pair) for pair in zip(self.gains, gains)]
            spreads = [abs(settled - said[0][0])] * 7 if len(self.errors) < 50 else gains
            self.squares = [square + spread ** 2 for square, spread in zip(self.squares, spreads)]
            self.errors.append((client, settled - round_day(said[1])))
        self.known.append(claim)


def live_through(claims):
    """All that is known in the end; and each settled claim that could be foretold, with what was said when it
    was issued."""
    claims = sorted(claims, key=lambda claim: claim[1])
    claims = [(*claim[:3], max(claim[3], claim[1]) if claim[3] else None, *claim[4:])
              for claim in claims]
    ends = sorted((max(claim[3] or claim[4], claim[1]), place) for place, claim in enumerate(claims)
                  if claim[3] or len(claim) > 4)
    rule, said, scored = Rule(), {}, []

    def learn_until(day):
        while ends and ends[0][0] < day:
            _, place = ends.pop(0)
            claim = claims[place]
            if claim[3] is None:
                rule.awaited -= place in said
            elif place in said:
                rule.learn(claim, said[place], True)
                scored.append((claim, said[place]))
            else:
                rule.learn(claim, rule.say(claim) if rule.known else None, False)

    for place, claim in enumerate(claims):
        learn_until(claim[1])
        if rule.known:
            said[place] = rule.say(claim)
            rule.awaited += 1
    learn_until(math.inf)
    return rule, scored


def backtest(claims):
    """The keys of "forecast --backtest"."""
    _, scored = live_through(claims)
    n = len(scored)
    keys = ("mae_days", "within_3", "within_7", "coverage_80", "due_date_mae", "client_median_mae")
    if not n:
        return {"n": 0, **dict.fromkeys(keys)}
    rows = [(abs(settled - expected), abs(settled - expected) <= 3, abs(settled - expected) <= 7,
             first <= settled <= last, abs(settled - due), abs(settled - own))
            for (_, _, due, settled, *_), (_, expected, (first, last), own) in scored]
    return {"n": n, **{key: sum(column) / n for key, column in zip(keys, zip(*rows))}}


def survive(claims, today):
    """Of Kaplan and Meier, on days late: the share that is still open after so many."""
    spans = [((claim[3] or (claim[4] if len(claim) > 4 else today)) - claim[2], bool(claim[3]))
             for claim in claims]
    steps, share = [], 1
    for days in sorted({days for days, settled in spans if settled}):
        watched = sum(other >= days for other, _ in spans)
        share *= 1 - sum(settled and other == days for other, settled in spans) / watched
        steps.append((days, share))
    return lambda days: next((share for when, share in reversed(steps) if when <= days), 1)


def chances(claims, today, n_weeks):
    """For each open claim, by its place, with which chance it comes until the end of each week; None for
    one without precedent. All are of one currency."""
    rule, _ = live_through(claims)
    still_open = survive(claims, today)
    sundays = [today - date.fromordinal(today).weekday() + 7 * week + 6 for week in range(n_weeks)]
    found = {}
    for place, claim in enumerate(claims):
        if claim[3] or len(claim) > 4:
            continue
        client, issued, due = claim[:3]
        errors, day = rule.errors_of(client), round_day(rule.say(claim)[1])
        before, now = errors.share(today - day), still_open(today - due)
        if before < 1 - HAIR:
            found[place] = [(errors.share(sunday - day) - before) / (1 - before)
                            for sunday in sundays]
        elif now - still_open(math.inf) > HAIR:
            found[place] = [1 - still_open(sunday - due) / now for sunday in sundays]
        else:
            found[place] = None
    return found
