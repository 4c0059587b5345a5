# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminder plans that the user makes: kept, tried before, given to clients, taken away."""

import json
import sqlite3
from datetime import date, timedelta

from relance_cli import CliTest, main

ROWS = """Invoice Number,Issue Date,Due Date,Client,Email,Total Amount,Currency
F-1,2026-09-01,2026-10-01,Late Sample,late@example.org,1234.50,EUR
F-2,2026-09-01,2026-10-01,Other Sample,other@example.org,80,EUR
"""
TUESDAY = date(2026, 10, 6)


class OwnPlans(CliTest):
    def setUp(self):
        super().setUp()
        self.ask("business", "set", "name=Sample Studio", "email=me@example.org",
                 "iban=FR7630006000011234567890189")
        self.ask("import", "-", stdin=ROWS)

    def give(self, plan, client="Late Sample"):
        return self.ask("client", "set", client, f"plan={plan}")

    def due(self, today, client="Late Sample"):
        return next(row for row in self.ask("due", today=today) if row["client"] == client)

    @staticmethod
    def by_day(answer, client="Late Sample"):
        """The stages that would leave for a client, by the days from TUESDAY on."""
        return {(date.fromisoformat(day["date"]) - TUESDAY).days: row["stage"]
                for day in answer["days"] for row in day["clients"] if row["client"] == client}

    def ahead(self, days=60, client="Late Sample"):
        return self.by_day(self.ask("due", "--days", days, today=TUESDAY), client)

    def names(self):
        return [plan["name"] for plan in self.ask("plans", "list")]

    def test_the_plans_of_the_program_are_there_and_stay(self):
        plans = self.ask("plans", "list")
        self.assertEqual([(plan["name"], plan["own"], plan["clients"]) for plan in plans],
                         [("gentle", False, 0), ("regular", False, 2), ("brisk", False, 0)])
        self.assertEqual(self.ask("plans", "show", "regular")["steps"],
                         [{"stage": "first", "days": 3, "after": "due"},
                          {"stage": "second", "days": 7, "after": "contact"},
                          {"stage": "third", "days": 14, "after": "contact"}])
        self.refuse("plans", "set", "regular", "first=due+30", code=3, error="invalid")
        self.refuse("plans", "remove", "regular", code=3, error="invalid")
        self.assertEqual(self.ask("plans", "list"), plans)

    def test_a_plan_is_a_copy_that_is_changed(self):
        plan = self.ask("plans", "add", "Town halls", "--like", "gentle", "first=due+10", "third=")
        self.assertEqual(plan, {"name": "Town halls", "own": True, "clients": 0, "steps": [
            {"stage": "first", "days": 10, "after": "due"},
            {"stage": "second", "days": 14, "after": "contact"}]})
        self.assertEqual(self.ask("plans", "show", "TOWN HALLS"), plan)
        plan = self.ask("plans", "set", "Town halls", "name=Councils", "first=issue+45",
                        "third=due+60", "formal-notice=contact+30")
        self.assertEqual([(step["stage"], step["after"], step["days"]) for step in plan["steps"]],
                         [("first", "issue", 45), ("second", "contact", 14), ("third", "due", 60),
                          ("formal-notice", "contact", 30)])
        self.assertEqual(self.names()[3:], ["Councils"])

    def test_what_is_no_plan_is_refused_with_the_reason(self):
        for pairs, words in ((["second="], "one letter at a time"),
                             (["first=contact+7"], "none before it"),
                             (["first=due+0"], "1 to 365"),
                             (["second=contact+6"], "7 to 365"),
                             (["second=due+5"], "too soon"),
                             (["first=", "second=", "third="], "at least a first"),
                             (["first=3"], "due+3"),
                             (["first=due-3"], "due+3")):
            with self.subTest(pairs=pairs):
                self.assertIn(words, self.refuse("plans", "add", "Sample", *pairs, code=3,
                                                 error="invalid"))
        self.refuse("plans", "add", "Sample", "thanks=due+3", code=2, error="usage")
        self.refuse("plans", "add", "Sample", "--days", "5", code=2, error="usage")
        self.assertIn("There is no reminder plan “harsh”. The plans are: gentle, regular, brisk",
                      self.refuse("plans", "add", "Sample", "--like", "harsh", code=3, error="not-found"))
        self.assertEqual(len(self.names()), 3)

    def test_a_name_is_one_plan_only(self):
        self.ask("plans", "add", "Café")
        for name in ("cafe", "CAFÉ"):
            self.refuse("plans", "add", name, code=3, error="exists")
        for name in ("regular", "Brisk", "none", "  ", "No reminders"):
            with self.subTest(name=name):
                self.refuse("plans", "add", name, code=3, error="invalid")

    def test_a_client_hears_by_its_own_plan(self):
        self.assertEqual(self.ahead(), {0: "first", 7: "second", 21: "third"})
        self.ask("plans", "add", "Patient", "first=due+20", "second=due+40", "third=contact+21")
        self.assertEqual(self.give("patient")["plan"], "Patient")
        self.assertEqual(self.ahead(), {15: "first", 35: "second", 56: "third"})
        self.assertEqual(self.ahead(client="Other Sample"), {0: "first", 7: "second", 21: "third"})
        row = self.due(TUESDAY)
        self.assertEqual((row["plan"], row["step"]),
                         ("Patient", {"stage": "first", "days": 20, "after": "due"}))
        self.assertIn("plan of this client", row["blocked"])
        self.assertIsNone(self.due(TUESDAY + timedelta(15))["blocked"])
        self.assertEqual([plan["clients"] for plan in self.ask("plans", "list")], [0, 1, 0, 1])

    def test_the_caps_stand_above_any_plan(self):
        """Steps a week apart, by the due date and by the issue, all of them long past."""
        self.ask("plans", "add", "Haste", "first=due+1", "second=issue+8", "third=issue+15",
                 "formal-notice=issue+22")
        self.give("Haste")
        self.ask("reminders", "set", "days_between=10", "month_cap=2")
        days = sorted(self.ahead(120))
        self.assertEqual(self.ahead(120)[days[0]], "first")
        self.assertTrue(all(later - earlier >= 10 for earlier, later in zip(days, days[1:])), days)
        self.assertTrue(all(later - earlier >= 30 for earlier, later in zip(days, days[2:])), days)

    def test_one_letter_may_be_enough(self):
        self.ask("plans", "add", "Once", "first=due+3", "second=", "third=")
        self.give("Once")
        self.assertEqual(self.ahead(100), {0: "first"})
        self.ask("approve", "--client", "Late Sample", today=TUESDAY)
        self.assertEqual(self.ask("send", today=TUESDAY)["accepted"], 1)
        row = self.due(TUESDAY + timedelta(30))
        self.assertIsNone(row["step"])
        self.assertIn("The one reminder", row["blocked"])

    def test_a_change_is_tried_before_it_is_kept(self):
        self.ask("plans", "add", "Sample")
        self.give("Sample")
        tried = self.ask("plans", "set", "Sample", "first=due+20", "--dry-run", "--days", "60",
                         today=TUESDAY)
        self.assertTrue(tried["dry_run"])
        self.assertEqual(tried["steps"][0]["days"], 20)
        self.assertEqual(len(tried["days"]), 60)
        self.assertEqual(self.by_day(tried), {15: "first", 22: "second", 37: "third"})
        self.assertEqual(self.by_day(tried, "Other Sample"), {})
        self.assertEqual(self.ahead(), {0: "first", 7: "second", 21: "third"})
        self.assertEqual(self.ask("plans", "show", "Sample")["steps"][0]["days"], 3)
        self.ask("plans", "set", "Sample", "first=due+20")
        self.assertEqual(self.ahead(), {15: "first", 22: "second", 37: "third"})

    def test_a_new_plan_is_tried_on_a_client_that_has_another(self):
        tried = self.ask("plans", "add", "Sample", "first=due+20", "--dry-run", "--client",
                         "Other Sample", today=TUESDAY)
        self.assertEqual(self.by_day(tried, "Other Sample"), {15: "first", 22: "second"})
        self.assertEqual(self.by_day(tried), {})
        self.assertEqual(len(self.names()), 3)
        self.refuse("plans", "add", "Sample", "first=contact+7", "--dry-run", code=3,
                    error="invalid")

    def test_a_plan_in_use_is_removed_only_with_what_comes_instead(self):
        self.ask("plans", "add", "Sample", "first=due+20")
        self.give("Sample")
        self.assertIn("1 client", self.refuse("plans", "remove", "Sample", code=1,
                                              error="blocked"))
        self.refuse("plans", "remove", "Sample", "--instead", "Sample", code=1, error="blocked")
        self.refuse("plans", "remove", "Sample", "--instead", "harsh", code=3, error="invalid")
        self.ask("plans", "remove", "Sample", "--instead", "gentle")
        self.assertEqual(self.ask("client", "show", "Late Sample")["plan"], "gentle")
        self.assertEqual(len(self.names()), 3)
        self.refuse("client", "set", "Late Sample", "plan=Sample", code=3, error="invalid")

    def test_removal_is_undone_with_its_clients(self):
        self.ask("plans", "add", "Sample", "first=due+20")
        self.give("Sample")
        self.give("brisk", "Other Sample")
        self.ask("plans", "remove", "Sample", "--instead", "none")
        self.assertIn("Sample is back", self.ask("undo")["text"])
        self.assertEqual([self.ask("client", "show", name)["plan"]
                          for name in ("Late Sample", "Other Sample")], ["Sample", "brisk"])
        self.assertEqual(self.ahead(30), {15: "first", 22: "second"})
        self.assertEqual(self.ask("check"), {"ok": True, "findings": []})

    def test_undo_of_addition_and_of_change(self):
        self.ask("plans", "add", "Sample", "first=due+20")
        self.ask("plans", "set", "Sample", "name=Other", "first=due+5")
        self.ask("undo")
        plan = self.ask("plans", "show", "Sample")
        self.assertEqual(plan["steps"][0]["days"], 20)
        self.ask("undo")
        self.assertEqual(len(self.names()), 3)

    def test_undo_leaves_no_client_without_its_plan(self):
        """A client that was removed comes back before the plan that it had."""
        self.ask("plans", "add", "Sample")
        self.give("Sample")
        self.give("gentle")
        self.ask("plans", "remove", "Sample")
        db = sqlite3.connect(self.book)
        self.addCleanup(db.close)
        self.ask("undo")
        self.ask("undo")
        self.assertEqual(self.ask("client", "show", "Late Sample")["plan"], "Sample")
        self.assertEqual(db.execute("SELECT count(*) FROM client c JOIN reminder_plan p "
                                    "ON p.id = c.plan_id WHERE p.removed_by > 0").fetchone(), (0,))

    def test_an_export_keeps_it(self):
        self.ask("plans", "add", "Town halls", "first=due+20")
        self.give("Town halls")
        target = self.folder / "out.json"
        self.ask("export", target)
        rows = json.loads(target.read_text(encoding="utf-8"))["clients"]
        row = next(row for row in rows if row["name"] == "Late Sample")
        self.assertEqual((row["own_plan"], row["own_plan_steps"]),
                         ("Town halls", "first=due+20 second=contact+7 third=contact+14"))
        self.book = self.folder / "books" / "second.db"
        self.ask("import", target)
        self.assertEqual(self.ask("client", "show", "Late Sample")["plan"], "Town halls")
        self.assertEqual(self.ahead(30), {15: "first", 22: "second"})
        self.ask("undo")
        self.assertEqual(len(self.names()), 3)

    def test_the_history_says_it(self):
        self.ask("plans", "add", "Town halls")
        self.give("Town halls")
        db = sqlite3.connect(self.book)
        self.addCleanup(db.close)
        before = db.execute("SELECT before ->> 'own_plan' FROM revision").fetchall()
        self.assertEqual(before, [(None,)])

    def test_a_plan_that_another_program_broke_is_the_regular_one(self):
        self.ask("plans", "add", "Sample", "first=due+20")
        self.give("Sample")
        for steps in ("first=due+1 second=due+2", "x" * 100000, "first=due+-5"):
            with self.subTest(steps=steps[:30]):
                db = sqlite3.connect(self.book)
                db.execute("UPDATE reminder_plan SET steps = ?", (steps,))
                db.commit()
                db.close()
                self.assertEqual(self.ahead(30), {0: "first", 7: "second", 21: "third"})
                self.assertEqual(len(self.ask("plans", "show", "Sample")["steps"]), 3)


if __name__ == "__main__":
    main()
