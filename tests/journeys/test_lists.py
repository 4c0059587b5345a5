#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists of clients and invoices, with nothing but keys: searched from anywhere, filtered,
sorted, several rows chosen, something done with them, and taken back."""

from journey import Journey, Role, main

# Among the columns that clients and invoices can be sorted by.
LATE = 6
TOTAL = 6


class Lists:
    def test_search_from_today(self):
        """As soon as one types; Enter opens the first, also before it is on screen."""
        self.open_today()
        self.program.type("bakery")
        self.window.find("Sample Bakery", Role.LIST_ITEM)
        self.window.find("S-102", Role.LIST_ITEM)
        self.picture("search")
        self.program.press("Escape")
        self.window.find(self.words("What to Do Now"))
        self.program.press("Control+f")
        self.window.find(self.words("Search the Book"))
        self.program.type("s-105")
        self.program.press("Return")
        self.window.find(self.words("Record _Payment…"), Role.BUTTON)
        self.assertTrue(self.window.find_now(containing="S-105"))

    def test_search_from_each_list(self):
        """The words find the other kind too."""
        self.open_today()
        self.program.press("Control+4")
        self.find_row("Sample Bakery")
        self.program.type("s-10")
        self.window.find(self.words("No Client Like That"))
        self.window.find(self.words.count("%d invoice", "%d invoices", 5), Role.BUTTON)
        self.picture("other")
        self.program.press("Return")
        self.find_row("S-105")
        self.program.press("Control+f")
        self.program.press("Control+a")
        self.program.type("workshop")
        self.assert_rows("S-105")
        self.window.find(self.words("Client: %s") % "Sample Workshop", Role.BUTTON).focus()
        self.program.press("Return")
        self.window.find(self.words("Open Invoices"))

    def test_clients(self):
        self.open_today()
        self.program.press("Control+4")
        self.assert_rows("Sample Bakery", "Sample Studio", "Sample Workshop")
        self.sort_by_column(LATE)
        self.assert_rows("Sample Workshop", "Sample Bakery", "Sample Studio")
        self.sort("_Descending")
        self.assert_rows("Sample Studio", "Sample Bakery", "Sample Workshop")
        self.window.find(self.words("Late", "clients"), Role.RADIO_BUTTON).focus()
        self.program.press("space")
        self.assert_rows("Sample Studio", "Sample Bakery")
        self.picture("late")
        self.select_all("Sample Studio", 2)
        self.leave_out()
        self.wait_until(lambda: self.list_excluded() == ["Sample Bakery", "Sample Studio"],
                        "both to be left out")
        self.picture("left-out")
        self.program.press("Control+z")
        self.wait_until(lambda: self.list_excluded() == [], "the undo")
        self.assertTrue(self.ask("check")["ok"])

    def test_invoices(self):
        self.open_today()
        self.program.press("Control+3")
        self.assert_rows("S-105", "S-102", "S-101", "S-104", "S-103")
        self.sort_by_column(TOTAL)
        self.sort("_Ascending")
        self.assert_rows("S-104", "S-102", "S-103", "S-101", "S-105")
        self.window.find(self.words("Late", "invoices"), Role.RADIO_BUTTON).focus()
        self.program.press("space")
        self.assert_rows("S-101", "S-102")
        self.select_all("S-101", 2)
        self.choose_from_row_menu("Record _Payment in Full")
        self.wait_until(lambda: self.list_open() == ["S-105"], "the payments")
        self.window.find(self.words("_Undo"), Role.BUTTON)
        self.program.press("Control+z")
        self.wait_until(lambda: self.list_open() == ["S-101", "S-102", "S-105"], "the undo")
        self.assertTrue(self.ask("check")["ok"])

    def open_today(self):
        self.fill_book()
        self.start()
        self.window.find(self.words("What to Do Now"))

    def list_rows(self):
        """Below that of the headers."""
        return [one.name for one in self.window.walk() if one.role == Role.TABLE_ROW][1:]

    def assert_rows(self, *starts):
        def are_there():
            rows = self.list_rows()
            return len(rows) == len(starts) and all(map(str.startswith, rows, starts))

        self.wait_until(are_there, f"the rows {starts}")

    def find_mnemonic(self, text):
        """The letter that chooses an item of an open menu."""
        label = self.words.catalogue.gettext(text)
        return label[label.index("_") + 1].lower()

    def open_sort_menu(self):
        self.window.find(self.words("List Options"), Role.TOGGLE_BUTTON).activate()
        menu = self.window.find(self.words("List Options"), Role.MENU)
        self.wait_until(lambda: self.program.find_focused().role == Role.MENU_ITEM,
                        f"the focus in {menu}")
        self.press_letter("_Sort By")

    def press_letter(self, text):
        self.program.press_and_wait(self.find_mnemonic(text), self.program.find_focused())

    def sort_by_column(self, number):
        """Where the headers cannot be clicked, a menu lists what they say, below the way back."""
        self.open_sort_menu()
        for _ in range(number):
            self.program.press_and_wait("Down", self.program.find_focused())
        self.program.press("Return")

    def sort(self, direction):
        self.open_sort_menu()
        self.press_letter(direction)

    def select_all(self, first, count):
        self.find_row(first).focus()
        self.program.press("Control+a")
        self.window.find(self.words.count("%d selected", "%d selected", count))

    def choose_from_row_menu(self, text):
        self.program.press_and_wait("Menu", self.program.find_focused())
        self.program.press(self.find_mnemonic(text))

    def leave_out(self):
        self.choose_from_row_menu("_Leave Out of Reminders…")
        dialog = self.window.find(role=Role.DIALOG)
        reason = dialog.find(self.words("Why"), Role.TEXT)
        self.wait_until(reason.has_focus, "the focus on the reason")
        self.program.type("Moving")
        self.wait_until(lambda: reason.text == "Moving", "the reason to be typed")
        self.program.press("Return")
        self.window.wait_gone(role=Role.DIALOG)

    def list_excluded(self):
        return [one["name"] for one in self.ask("client", "list")
                if self.ask("client", "show", one["name"])["excluded"]]

    def list_open(self):
        return sorted(one["number"] for one in self.ask("invoice", "list", "--state", "open")
                      + self.ask("invoice", "list", "--state", "overdue"))


class ListsInEnglish(Lists, Journey):
    language = "en"


class ListsInFrench(Lists, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
