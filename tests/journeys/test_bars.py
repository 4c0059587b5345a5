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
