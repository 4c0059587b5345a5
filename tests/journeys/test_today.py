# SPDX-License-Identifier: GPL-3.0-or-later
"""Today as a screen reader reads it, of this day and of another, with nothing but keys."""

import re

from journey import Journey, Role, main

FIGURES = ("owed to you", "of it late", "paid on time")
EXPLAINED = ("Owed to You", "Late", "Paid on Time", "Paid on Time, Paid Late", "How Old It Is")
FURTHER = ("Days Sales Outstanding (DSO)", "DSO, Plainly Divided", "Best Possible DSO",
           "Days Late, by Amount", "Days Late, the Median", "Still Open After 90 Days")


def read_amount(text):
    """The minor units of an amount as it is written in full."""
    return int(re.sub(r"\D", "", text))


class Today:
    def test_today(self):
        self.fill_book()
        self.start()
        self.read_the_page()
        self.open_an_explanation()
        self.read_what_is_folded_away()
        self.go_to_another_day()
        self.come_back()
        self.follow_the_book()

    def find_figure(self, name, role=None):
        """By what it is; the amount stands before it."""
        context = "rate" if name == "paid on time" else "amount"
        return self.window.find(containing=self.words(name, context) + ", ", role=role)

    def find_explanation(self, title):
        name = self.words("How is this computed? %s") % self.words(title, "explained")
        return self.window.find(name, Role.TOGGLE_BUTTON)

    def read_the_page(self):
        word = self.words
        owed = self.find_figure("owed to you", Role.BUTTON)
        self.find_figure("of it late", Role.BUTTON)
        self.assertIn(self.count_open(3), owed.name)
        # A month ago the third was not issued.
        self.wait_until(lambda: word("%s more than a month ago").replace("%s", "").strip() in owed.name,
                        "what changed in a month")
        # Two paid, one of them late, and two open: too few for a rate, and nothing to press.
        rate = self.find_figure("paid on time")
        self.assertIn(word.count("%d invoice fell due: too few to tell",
                                 "%d invoices fell due: too few to tell", 4), rate.name)
        self.window.find(word("What to Do Now"))
        self.window.find(word.count("%d reminder is ready to review",
                                    "%d reminders are ready to review", 2))
        for title in EXPLAINED:
            self.find_explanation(title)
        bars = self.window.find(word("Paid on Time, Paid Late"), Role.LIST)
        self.assertEqual(len(list(bars.children())), 12)
        self.picture("page")

    def count_open(self, number):
        return self.words.count("in %d invoice", "in %d invoices", number)

    def open_an_explanation(self):
        """The numbers that were put in come to the figure."""
        button = self.find_explanation("Owed to You")
        button.focus()
        self.program.press("Return")
        total = self.ask("dashboard")["currencies"][0]["owed"]

        def find_sum():
            return next((one.name for one in self.window.walk()
                         if one.role == Role.LABEL and " + " in one.name and " = " in one.name), None)

        parts, _, result = self.wait_until(find_sum, "the sum").partition("=")
        self.assertEqual(read_amount(result), total)
        self.assertEqual(sum(read_amount(part) for part in parts.split("+")), total)
        self.picture("explanation")
        self.program.press("Escape")

    def read_what_is_folded_away(self):
        """Rows that say their values."""
        self.window.find(self.words("More About How You Are Paid"), Role.LIST_ITEM).activate()
        for title in FURTHER:
            self.window.find(self.words(title, "explained"))
            self.find_explanation(title)
        self.picture("further")

    def go_to_another_day(self):
        word = self.words
        self.program.press("Control+d")
        row = self.window.find(word("End of last month"), Role.LIST_ITEM)
        self.picture("calendar")
        row.focus()
        self.program.press("Return")
        self.window.find(word("_Back to Today"), Role.BUTTON)
        self.window.wait_gone(word("What to Do Now"))
        owed = self.find_figure("owed to you")
        self.wait_until(lambda: self.count_open(2) in self.find_figure("owed to you").name,
                        "the figures of that day")
        self.assertNotEqual(owed.role, Role.BUTTON)
        self.assertEqual(self.ask("dashboard", "--as-of", "2026-10-31")["currencies"][0]["owed"],
                         168050)
        self.picture("another-day")

    def come_back(self):
        self.program.press("Alt+Home")
        self.window.wait_gone(self.words("_Back to Today"), Role.BUTTON)
        self.find_figure("owed to you", Role.BUTTON)
        self.window.find(self.words("What to Do Now"))

    def follow_the_book(self):
        """What another program writes is on the page without anybody asking."""
        self.ask("payment", "add", "S-105", "2500")
        self.wait_until(lambda: self.count_open(2) in self.find_figure("owed to you").name,
                        "the payment on the page")


class TodayInEnglish(Today, Journey):
    language = "en"


class TodayInFrench(Today, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
