# SPDX-License-Identifier: GPL-3.0-or-later
"""When a client hears from us, and what: plans, situations, limits and the days ahead."""

from datetime import date, timedelta

from relance_cli import CliTest, main

ROWS = """Invoice Number,Issue Date,Due Date,Client,Email,Total Amount,Currency
F-1,2026-09-01,2026-10-01,Late Sample,late@example.org,1234.50,EUR
"""
TUESDAY = date(2026, 10, 6)


class Plans(CliTest):
    def setUp(self):
        super().setUp()
        self.ask("business", "set", "name=Sample Studio", "email=me@example.org",
                 "iban=FR7630006000011234567890189")
        self.ask("import", "-", stdin=ROWS)

    def due(self, today, client="Late Sample"):
        return next((row for row in self.ask("due", today=today) if row["client"] == client), None)

    def remind(self, today, *options):
        """Approves what is due on that day and lets it leave."""
        self.ask("approve", "--client", "Late Sample", *options, today=today)
        report = self.ask("send", today=today)
        self.assertEqual(report["accepted"], 1, report)

    def live(self, days, start=TUESDAY):
        """Reminds on each day on which a reminder is due; the stages by day."""
        seen = {}
        for today in (start + timedelta(n) for n in range(days)):
            row = self.due(today)
            if row and row["blocked"] is None and today.weekday() < 5:
                self.remind(today)
                seen[(today - start).days] = row["stage"]
        return seen

    def set_client(self, *pairs, **options):
        return self.ask("client", "set", "Late Sample", *pairs, **options)

    def test_a_client_has_the_regular_plan(self):
        client = self.ask("client", "show", "Late Sample")
        self.assertEqual((client["plan"], client["situation"], client["situation_reason"],
                          client["situation_since"]), ("regular", None, None, None))
        row = self.due(TUESDAY)
        self.assertEqual((row["plan"], row["situation"]), ("regular", "late"))
        self.assertEqual(row["step"], {"stage": "first", "days": 3, "after": "due"})
        self.assertIn("Late", row["situation_why"])

    def test_silence_makes_it_firmer_one_level_at_a_time_and_then_ends(self):
        self.assertEqual(self.live(80), {0: "first", 7: "second", 21: "third"})
        row = self.due(TUESDAY + timedelta(80))
        self.assertEqual((row["situation"], row["step"]), ("unpaid", None))
        self.assertIn("formal notice", row["blocked"])

    def test_a_payment_is_no_silence(self):
        self.live(8)
        self.ask("payment", "add", "F-1", "100", "--date", "2026-10-14", today="2026-10-14")
        self.assertEqual(self.live(40, TUESDAY + timedelta(8)), {})
        self.assertEqual(self.due(TUESDAY + timedelta(60))["situation"], "late")

    def test_rhythms(self):
        for plan, days in (("gentle", {2: "first", 16: "second", 37: "third"}),
                           ("brisk", {0: "first", 7: "second", 21: "third"})):
            with self.subTest(plan=plan):
                self.setUp()
                self.assertEqual(self.set_client(f"plan={plan}")["plan"], plan)
                self.assertEqual(self.live(60), days)

    def test_no_plan_no_reminder(self):
        self.set_client("plan=none")
        row = self.due(TUESDAY)
        self.assertEqual((row["plan"], row["step"]), ("none", None))
        self.assertIn("no reminder plan", row["blocked"])
        self.assertEqual([note["kind"] for note in
                          self.ask("draft", "--client", "Late Sample", today=TUESDAY)["stops"]],
                         ["no-plan"])
        self.ask("approve", "--client", "Late Sample", today=TUESDAY, code=None)
        self.assertEqual(self.ask("outbox", "--all"), [])
        self.assertEqual(self.leaving(30), {})

    def test_a_wrong_plan_is_refused_with_those_there_are(self):
        message = self.refuse("client", "set", "Late Sample", "plan=harsh", code=3,
                              error="invalid")
        self.assertIn("gentle, regular, brisk, none", message)

    def test_a_situation_is_said_with_a_reason_and_can_be_taken_back(self):
        self.refuse("client", "set", "Late Sample", "situation=unpaid", code=3, error="invalid")
        self.refuse("client", "set", "Late Sample", "situation=broke", code=3, error="invalid")
        said = self.set_client("situation=unpaid", "situation_reason=He refuses", today=TUESDAY)
        self.assertEqual((said["situation"], said["situation_since"]), ("unpaid", "2026-10-06"))
        row = self.due(TUESDAY + timedelta(1))
        self.assertEqual((row["situation"], row["stage"]), ("unpaid", "first"))
        self.assertIn("He refuses", row["situation_why"])
        self.ask("undo")
        self.assertEqual(self.due(TUESDAY)["situation"], "late")
        self.set_client("situation=unpaid", "situation_reason=He refuses", today=TUESDAY)
        cleared = self.set_client("situation=", today=TUESDAY)
        self.assertEqual((cleared["situation"], cleared["situation_reason"],
                          cleared["situation_since"]), (None, None, None))

    def test_a_failed_payment_is_told_of_calmly(self):
        self.set_client("situation=incident", "situation_reason=The card expired", today=TUESDAY)
        self.assertEqual(self.live(60), {0: "incident", 14: "second"})

    def test_what_was_said_does_not_hold_for_a_later_invoice(self):
        self.set_client("situation=unpaid", "situation_reason=He refuses", today=TUESDAY)
        self.ask("payment", "add", "F-1", "1234.50", "--date", "2026-10-10", today="2026-10-12")
        self.ask("invoice", "add", "Late Sample", "F-2", "50", "--issued", "2026-10-20", "--due",
                 "2026-11-20", today="2026-10-20")
        self.assertEqual(self.due(date(2026, 11, 24))["situation"], "late")

    def test_a_letter_that_is_too_firm_is_warned_of(self):
        kinds = [note["kind"] for note in
                 self.ask("draft", "--client", "Late Sample", "--stage", "third",
                          today=TUESDAY)["warnings"]]
        self.assertEqual(kinds, ["situation"])
        self.set_client("situation=unpaid", "situation_reason=He refuses", today=TUESDAY)
        self.assertEqual(self.ask("draft", "--client", "Late Sample", "--stage", "third",
                                  today=TUESDAY)["warnings"], [])

    def test_limits_may_only_be_made_slower(self):
        self.assertEqual(self.ask("reminders", "show"),
                         {"days_between": 7, "month_cap": 4, "threshold": 0})
        for pair in ("days_between=6", "month_cap=5", "month_cap=0", "threshold=-1",
                     "threshold=1.5", "days_between=often"):
            with self.subTest(pair=pair):
                self.refuse("reminders", "set", pair, code=3, error="invalid")
        self.refuse("reminders", "set", "speed=1", code=2, error="usage")
        self.assertEqual(self.ask("reminders", "set", "days_between=20", "month_cap=2"),
                         {"days_between": 20, "month_cap": 2, "threshold": 0})
        self.assertEqual(self.live(60), {0: "first", 20: "second", 41: "third"})

    def test_small_amounts_wait(self):
        self.ask("reminders", "set", "threshold=1235")
        self.assertIn("1235", self.due(TUESDAY)["blocked"])
        self.ask("reminders", "set", "threshold=1234")
        self.assertIsNone(self.due(TUESDAY)["blocked"])

    def test_the_oldest_invoice_sets_the_level_and_says_so(self):
        self.ask("invoice", "add", "Late Sample", "F-2", "50", "--issued", "2026-09-01", "--due",
                 "2026-09-20")
        self.assertIn("F-2, sets the level", self.due(TUESDAY)["why"])

    def leaving(self, days, today=TUESDAY):
        """What would leave: the stages by day."""
        answer = self.ask("due", "--days", days, today=today)
        dates = [date.fromisoformat(day["date"]) for day in answer["days"]]
        self.assertEqual(dates, [today + timedelta(n) for n in range(days)])
        return {n: [client["stage"] for client in day["clients"]]
                for n, day in enumerate(answer["days"]) if day["clients"]}

    def test_the_days_ahead(self):
        self.assertEqual(self.leaving(30), {0: ["first"], 7: ["second"], 21: ["third"]})
        self.assertEqual(self.leaving(30), self.leaving(30))
        letter = self.ask("due", "--days", 1, today=TUESDAY)["days"][0]["clients"][0]
        self.assertEqual({key: letter[key] for key in ("client", "invoices", "stage", "channel",
                                                       "total", "currency", "totals")},
                         {"client": "Late Sample", "invoices": ["F-1"], "stage": "first",
                          "channel": "mail", "total": 123450, "currency": "EUR",
                          "totals": [{"currency": "EUR", "amount": 123450}]})
        self.assertEqual(letter["why"], self.due(TUESDAY)["why"])
        self.assertEqual(self.ask("outbox", "--all"), [])

    def test_the_days_ahead_are_what_then_happens(self):
        self.ask("invoice", "add", "Late Sample", "F-2", "50", "--issued", "2026-10-01", "--due",
                 "2026-10-15")
        foreseen = {day: stages[0] for day, stages in self.leaving(60).items()}
        self.assertEqual(self.live(60), foreseen)

    def test_the_days_ahead_keep_weekends_holidays_and_pauses(self):
        self.assertEqual(self.leaving(10, date(2026, 10, 3)), {2: ["first"], 9: ["second"]})
        self.set_client("country=FR")
        self.assertEqual(min(self.leaving(5, date(2026, 11, 11))), 1)
        self.set_client("excluded=On leave", "excluded_until=2026-10-20")
        self.assertEqual(min(self.leaving(30)), 15)
        self.set_client("excluded_until=")
        self.assertEqual(self.leaving(30), {})

    def test_wrong_days(self):
        for days in ("0", "-1", "x", "100000"):
            self.refuse("due", "--days", days, code=2, error="usage")


if __name__ == "__main__":
    main()
