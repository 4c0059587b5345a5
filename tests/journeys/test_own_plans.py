# SPDX-License-Identifier: GPL-3.0-or-later
"""A reminder plan is copied, changed with keys, seen on a real client, saved, and given to one."""

from journey import Journey, Role, main

NAME = "Slow payers"


class OwnPlans:
    def setUp(self):
        super().setUp()
        self.fill_book()
        self.ask("business", "set", f"language={self.language}")
        self.start()
        self.window.find(self.words("What to Do Now"))
        self.show_preferences("Reminders")

    def copy_gentle(self):
        label = self.words("Copy “%s”").replace("%s", self.words("Gentle", "reminder plan"))
        self.window.find(label, Role.BUTTON).activate()
        self.window.find(self.words("What a Client Would Get"))

    def list_days(self):
        """What the preview says would leave: the rows whose second line is a letter."""
        first = self.words("First reminder") + " · "
        return [row.name for row in self.window.walk() if row.role == Role.LIST_ITEM
                and row.find_now(containing=first)]

    def go_to(self, role):
        for _ in range(20):
            focused = self.program.find_focused()
            if focused and focused.role == role:
                return focused
            self.program.press_and_wait("Tab", focused)
        raise AssertionError(f"no {role} with Tab alone")

    def leaving(self, client):
        """The days ahead of a client, by the command line."""
        return [day["date"] for day in self.ask("due", "--days", "120")["days"]
                if client in (row["client"] for row in day["clients"])]

    def test_edited_and_simulated(self):
        self.picture("plans")
        client = self.ask("due")[0]["client"]
        before = self.leaving(client)
        self.copy_gentle()
        shown = self.wait_until(self.list_days, "the days of a client")
        self.picture("copy")
        self.program.press("Control+a")
        self.program.type(NAME)
        self.go_to(Role.SPIN_BUTTON)
        self.program.press("Control+a")
        self.program.type("120")
        self.program.press("Tab")
        self.wait_until(lambda: self.list_days() and self.list_days() != shown, "other days")
        self.picture("changed")
        self.assertEqual(len(self.ask("plans", "list")), 3)
        self.program.press("Control+s")
        self.window.wait_gone(self.words("What a Client Would Get"))
        self.window.find(NAME)
        self.picture("saved")
        plan = self.ask("plans", "show", NAME)
        self.assertEqual(plan["steps"][0], {"stage": "first", "days": 120, "after": "due"})
        self.assertEqual(self.leaving(client), before)
        self.ask("client", "set", client, f"plan={NAME}")
        self.assertNotEqual(self.leaving(client), before)
        self.window.find(containing=self.words.count("%u client has it", "%u clients have it", 1)
                         .replace("%u", "1"))

    def test_taken_back(self):
        self.copy_gentle()
        self.program.press("Control+s")
        self.window.wait_gone(self.words("What a Client Would Get"))
        self.window.find(self.words("_Undo"), Role.BUTTON).activate()
        self.wait_until(lambda: len(self.ask("plans", "list")) == 3, "the plan to be gone")


class OwnPlansInEnglish(OwnPlans, Journey):
    language = "en"


class OwnPlansInFrench(OwnPlans, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
