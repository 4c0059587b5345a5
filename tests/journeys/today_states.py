# SPDX-License-Identifier: GPL-3.0-or-later
"""What Today looks like when it has little to say, much, or something unusual."""

import csv
import io
from datetime import date, timedelta

from desktop import Role, wait_for

TODAY = date(2026, 11, 24)
COLUMNS = ("Invoice Number", "Issue Date", "Due Date", "Client", "Email", "Total Amount",
           "Amount Paid", "Payment Date", "Currency")
STUDIO, BAKERY, WORKSHOP = "Sample Studio", "Sample Bakery", "Sample Workshop"


def bill(client, due, amount, paid=None, currency="EUR", received=None):
    """An invoice that is due some days from today, paid some days after it was due."""
    day = TODAY + timedelta(due)
    day_paid = None if paid is None else (day + timedelta(paid)).isoformat()
    return ((day - timedelta(30)).isoformat(), day.isoformat(), client,
            client.split()[1].lower() + "@client.example", amount,
            None if paid is None else received or amount, day_paid, currency)


def bill_each_month(client, months, amount, paid, currency="EUR"):
    return [bill(client, -30 * (month + 1), amount, paid, currency) for month in range(months)]


# Books, each by its invoices.
BOOKS = {
    "one-invoice": [bill(STUDIO, 16, "1200.00")],
    "one-client": [bill(STUDIO, 16, "1200.00"), bill(STUDIO, -20, "640.00"),
                   *bill_each_month(STUDIO, 14, "640.00", 4)],
    "all-paid": [*bill_each_month(STUDIO, 12, "1200.00", -2),
                 *bill_each_month(BAKERY, 12, "480.50", 6)],
    "all-late": [bill(STUDIO, -3, "1200.00"), bill(BAKERY, -44, "480.50"),
                 bill(WORKSHOP, -130, "2500.00"), bill(STUDIO, -75, "310.00")],
    "too-few": [bill(STUDIO, -54, "1200.00"), bill(BAKERY, -40, "480.50"),
                bill(STUDIO, -85, "900.00", -3), bill(BAKERY, -76, "300.00", 11)],
    "yen": [bill(STUDIO, 16, "1250000", currency="JPY"), bill(BAKERY, -12, "98000", currency="JPY"),
            *bill_each_month(STUDIO, 12, "120000", 3, "JPY")],
    "dinar": [bill(STUDIO, 16, "1250.755", currency="TND"),
              bill(BAKERY, -12, "98.405", currency="TND"),
              *bill_each_month(STUDIO, 12, "120.125", -1, "TND")],
    "currencies": [bill(STUDIO, 16, "1250.00"), bill(BAKERY, -12, "98.40", currency="USD"),
                   *bill_each_month(STUDIO, 12, "120.00", 3),
                   *bill_each_month(BAKERY, 12, "90.00", -3, "USD")],
    "small-and-large": [bill(STUDIO, 16, "412345678.90"), bill(BAKERY, -12, "0.05"),
                        bill(WORKSHOP, -70, "98765432.10"),
                        bill(BAKERY, -50, "480.50", 3, received="600.50"),
                        *bill_each_month(WORKSHOP, 24, "123456789.01", 20),
                        *bill_each_month(BAKERY, 24, "0.02", -2)],
    "one-month": [bill(STUDIO, -3, "300.00", 1), bill(BAKERY, -5, "480.50", -2),
                  bill(WORKSHOP, -8, "2500.00"), bill(STUDIO, 4, "640.00")],
}


def write_book(path, invoices):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for number, invoice in enumerate(invoices, 1):
        writer.writerow([f"S-{number:03d}", *invoice])
    path.write_text(text.getvalue(), encoding="utf-8")


def open_today(camera, home, *words):
    """The page, once nothing on it is still being looked at."""
    word = camera.words
    window = camera.open(home, *words)
    window.find(word("What to Do Now"))
    window.wait_gone(word("Looking at who is late…"))
    window.wait_gone(word("Looking at when people pay…"))
    return window


def take_books(camera):
    for name, invoices in BOOKS.items():
        with camera.borrow_home() as home:
            path = home.path / "invoices.csv"
            write_book(path, invoices)
            camera.run_cli(home, "import", path)
            open_today(camera, home)
            camera.take(f"today-{name}")
    with camera.borrow_home() as home:
        camera.run_cli(home, "client", "add", STUDIO)
        open_today(camera, home)
        camera.take("today-no-invoice")


def take_explanation(camera, window):
    word = camera.words
    name = word("How is this computed? %s") % word("Paid on Time", "explained")
    window.find(name, Role.TOGGLE_BUTTON).activate()
    window.find(containing=word("Paid on Time", "explained"), role=Role.HEADING)
    camera.take("today-explained")
    camera.program.press("Escape")


def choose(camera, window, card, item):
    """In the menu of a card, by the letter of the item."""
    name = camera.words("Menu of “%s”") % camera.words(card)
    label = camera.words.catalogue.gettext(item)
    window.find(name, Role.TOGGLE_BUTTON).activate()
    window.find(name, Role.MENU)
    camera.program.press(label[label.index("_") + 1].lower())
    window.wait_gone(name, Role.MENU)


def read_bars(camera, window):
    return [bar.name for bar in window.find(camera.words("Paid on Time, Paid Late"),
                                            Role.LIST).children()]


def choose_bars(camera, window, toggle):
    """Of two toggles side by side, and waits for the bars to follow."""
    before = read_bars(camera, window)
    window.find(toggle, Role.RADIO_BUTTON).activate()
    wait_for(lambda: read_bars(camera, window) != before, f"the bars of {toggle}")


def take_tables(camera, window):
    """All months there are, then every figure of the charts as a table."""
    word = camera.words
    choose_bars(camera, window, word("24 months"))
    choose_bars(camera, window, word("Amounts", "what the bars count"))
    camera.take("today-24-months")
    for card in ("Paid on Time, Paid Late", "How Old It Is", "Expected in the Coming Weeks"):
        choose(camera, window, card, "Show as _Table")
        window.find(word(card), Role.TABLE)
    camera.take("today-tables")


def take_bands(camera, window):
    choose(camera, window, "How Old It Is", "Age _Bands…")
    camera.take_dialog(window, "today-bands")


def take_other_day(camera, window):
    camera.program.press("Control+d")
    row = window.find(camera.words("End of last month"), Role.LIST_ITEM)
    camera.take("today-days")
    row.activate()
    window.find(camera.words("_Back to Today"), Role.BUTTON)
    window.wait_gone(camera.words("Looking at when people pay…"))
    camera.take("today-other-day")


def take_sample(camera):
    """The sample book, with all that can be opened on the page."""
    word = camera.words
    with camera.borrow_home() as home:
        window = open_today(camera, home, "--demo")
        window.find(word("More About How You Are Paid"), Role.LIST_ITEM).activate()
        window.find(word("Best Possible DSO", "explained"))
        camera.take("today-whole")
        take_explanation(camera, window)
        take_tables(camera, window)
        take_bands(camera, window)
        take_other_day(camera, window)


def take_states(camera):
    take_books(camera)
    take_sample(camera)
