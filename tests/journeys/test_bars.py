# SPDX-License-Identifier: GPL-3.0-or-later
"""The bars of Today say what they show, and each opens its list."""

from journey import Journey, Role, main


class Bars:
    def test_bars_speak_and_open(self):
        self.fill_book()
        self.start()
        months = self.ask("dashboard")["currencies"][0]["months"]
        self.assertEqual([bar.name.partition(":")[2].strip() for bar in self.find_bars()],
                         [self.describe(month) for month in months])
        self.picture("today")
        for place, month in enumerate(months):
            if month["on_time"] + month["late"] + month["open_late"]:
                self.open_bar(place)

    def test_figures_leave_the_page(self):
        """As a table to read, as a file, on paper."""
        self.fill_book()
        self.start()
        self.find_bars()
        months = self.ask("dashboard")["currencies"][0]["months"]
        rows = [[str(month[key]) for key in ("on_time", "late", "open_late")] for month in months]
        self.choose("Show as _Table")
        self.assertEqual([row[1:4] for row in self.read_table()], rows)
        self.picture("table")
        self.choose("Save as CS_V…")
        self.assertEqual([row.split(",")[1:4] for row in self.save_file()], rows)
        self.print_page()

    def choose(self, item):
        """In the menu of the bars, by the letter of the item."""
        menu = self.words("Menu of “%s”") % self.words("Paid on Time, Paid Late")
        label = self.words.catalogue.gettext(item)
        self.window.find(menu, Role.TOGGLE_BUTTON).activate(back="Up", forth="Down")
        self.window.find(menu, Role.MENU)
        self.wait_until(lambda: self.program.find_focused().role in (Role.MENU_ITEM, Role.CHECK_MENU_ITEM),
                        "the focus in the menu")
        self.program.press(label[label.index("_") + 1].lower())

    def read_table(self):
        """Its rows, without the titles, as a screen reader knows them."""
        table = self.window.find(self.words("Paid on Time, Paid Late"), Role.TABLE)
        rows = [row for row in table.children() if row.role == Role.TABLE_ROW]
        return [[cell.name for cell in row.children()] for row in rows[1:]]

    def save_file(self):
        """In the file chooser, which is a window of its own. Returns the lines below the titles."""
        chooser = self.wait_until(lambda: self.program.find_window(1), "the file chooser")
        chooser.find(self.words("_Save"), Role.BUTTON).activate()
        name = self.words("Paid on Time, Paid Late") + ".csv"
        saved = self.wait_until(lambda: next(self.home.path.rglob(name), None), name)
        self.wait_until(lambda: not self.program.find_window(1), "the end of the file chooser")
        return saved.read_text(encoding="utf-8-sig").splitlines()[1:]

    def print_page(self):
        """The printers' dialog opens, and is closed again."""
        self.program.press("Control+p")
        self.wait_until(lambda: self.program.find_window(1), "the dialog of the printers")
        self.picture("print")
        self.program.press("Escape")
        self.wait_until(lambda: not self.program.find_window(1), "its end")

    def find_bars(self):
        chart = self.window.find(self.words("Paid on Time, Paid Late"), Role.LIST)
        return list(chart.children())

    def describe(self, month):
        word = self.words
        still_open = month["open_late"]
        parts = ", ".join([
            word.count("%d on time", "%d on time", month["on_time"]),
            word.count("%d late", "%d late", month["late"]),
            word.count("%d still open", "%d still open", still_open) if still_open
            else word("none still open", "invoices"),
        ])
        # So few invoices make no rate, and none fall due in an empty month.
        some = month["on_time"] + month["late"] + still_open > 0
        return word("%s. Too few to tell a rate") % parts if some else parts

    def open_bar(self, place):
        bar = self.find_bars()[place]
        month = bar.name.partition(":")[0].strip()
        bar.activate(back="Left", forth="Right")
        self.window.find(self.words("Fell due in %s") % month)
        self.picture(f"list-{place}")
        self.program.press("Control+1")
        self.window.find(self.words("Paid on Time, Paid Late"), Role.LIST)


class BarsInEnglish(Bars, Journey):
    language = "en"


class BarsInFrench(Bars, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
