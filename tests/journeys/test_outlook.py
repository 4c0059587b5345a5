# SPDX-License-Identifier: GPL-3.0-or-later
"""What Today says of the weeks to come, and of who pays how: each week's value and each client's
sentence are read aloud, and a client is one step away."""

import re
from datetime import date, timedelta

from journey import Journey, Role, main

# In the order in which they were paid: days late.
DELAYS = {"Sample Studio": [20, 15, 14, 13, 12, 12, 0, 12, 0], "Sample Bakery": [0] * 6,
          "Sample Workshop": [3, 3]}
OPEN = (("Sample Studio", date(2026, 12, 10), "2500.00"),
        ("Sample Bakery", date(2026, 12, 1), "800.00"),
        ("Sample Workshop", date(2026, 2, 1), "300.00"))
SENTENCES = {
    "en": {"Slowest": "Usually pays 12 days late, 7 of 9 late, lately faster.",
           "Most Reliable": "Always pays on time."},
    "fr": {"Slowest": "Paie en général avec 12 jours de retard, 7 en retard sur 9, "
                      "plus vite ces derniers temps.",
           "Most Reliable": "Paie toujours à l’heure."},
}


class Outlook:
    def test_weeks_and_clients_are_told(self):
        self.fill_history()
        self.start()
        self.read_weeks()
        self.read_unknown()
        self.read_client("Most Reliable", "Sample Bakery")
        self.picture("outlook")
        self.open_client("Slowest", "Sample Studio")

    def fill_history(self):
        rows = ["Number,Issue date,Due date,Client,Total,Paid,Payment date"]
        for client, delays in DELAYS.items():
            for place, days in enumerate(delays):
                due = date(2026, 1, 31) + timedelta(days=25 * place)
                paid = due + timedelta(days=days)
                rows.append(f"{client}-{place},{due - timedelta(days=30)},{due},{client},1000.00,"
                            f"1000.00,{paid}")
        for client, due, total in OPEN:
            rows.append(f"{client}-open,{due - timedelta(days=30)},{due},{client},{total},,")
        self.ask("import", "-", stdin="\n".join(rows) + "\n")
        self.set_business()

    def read_weeks(self):
        """Every week names the three amounts that the command line tells, without cents."""
        weeks = self.ask("forecast")["currencies"][0]["weeks"]
        chart = self.window.find(self.words("Expected in the Coming Weeks"), Role.LIST)
        items = list(chart.children())
        self.assertEqual(len(items), len(weeks))
        for item, week in zip(items, weeks):
            self.assertEqual(item.role, Role.LIST_ITEM)
            self.assertEqual(self.amounts(item.name), self.said(week), item.name)

    def amounts(self, name):
        words = name.partition(":")[2]
        return [int(re.sub(r"\D", "", amount)) for amount in re.findall(r"\d[\d\s,.]*", words)]

    def said(self, week):
        low, middle, high = (round(week[key] / 100) for key in ("p10", "p50", "p90"))
        if high == 0:
            return []
        return [middle] if low == high else [middle, low, high]

    def read_unknown(self):
        unknown = self.ask("forecast")["currencies"][0]["no_precedent"]
        self.assertEqual(unknown, {"count": 1, "amount": 30000})
        text = "Not counted: %1$s in %2$d invoice that has waited longer than any that was ever paid."
        start = self.words.catalogue.ngettext(text, "", 1).partition("%1$s")[0]
        self.window.find(containing=start)

    def read_client(self, title, client):
        """The row of a client, which says its sentence."""
        row = self.window.find(self.words(title, "clients"), Role.LIST).find(client, Role.LIST_ITEM)
        row.find(SENTENCES[self.language][title])
        return row

    def open_client(self, title, client):
        """Its page says the same sentence, and more."""
        self.read_client(title, client).activate()
        self.window.wait_gone(self.words("Expected in the Coming Weeks"))
        self.window.find(containing=SENTENCES[self.language][title])


class OutlookInEnglish(Outlook, Journey):
    language = "en"


class OutlookInFrench(Outlook, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
