# SPDX-License-Identifier: GPL-3.0-or-later
"""What every journey uses: the desktop, a home with nothing in it, a file of invoices."""

import atexit
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "cli"))
from relance_cli import CLI, main  # noqa: E402,F401

try:
    import desktop
    from desktop import Role
    REASON_TO_SKIP = desktop.missing()
except (ImportError, ValueError) as error:
    Role = None
    REASON_TO_SKIP = f"a window cannot be driven here: {error}"

PICTURES = Path(os.environ["RELANCE_BUILD_ROOT"]) / "tests" / "journeys" / "pictures"

# Two clients are late with one invoice each; four that were due are too few for a rate.
INVOICES = {
    "en": """\
Invoice Number,Issue Date,Due Date,Client,Email,Total Amount,Amount Paid,Payment Date,Currency
S-101,2026-09-01,2026-10-01,Sample Studio,studio@client.example,1200.00,,,EUR
S-102,2026-09-15,2026-10-15,Sample Bakery,bakery@client.example,480.50,,,EUR
S-103,2026-08-01,2026-08-31,Sample Studio,studio@client.example,900.00,900.00,2026-08-28,EUR
S-104,2026-08-10,2026-09-09,Sample Bakery,bakery@client.example,300.00,300.00,2026-09-20,EUR
S-105,2026-11-10,2026-12-10,Sample Workshop,workshop@client.example,2500.00,,,EUR
""",
    "fr": """\
Numéro Facture;Date Émission;Date Échéance;Client;E-mail;Montant TTC;Montant Payé;Date Paiement;Devise
S-101;01/09/2026;01/10/2026;Sample Studio;studio@client.example;1200,00;;;EUR
S-102;15/09/2026;15/10/2026;Sample Bakery;bakery@client.example;480,50;;;EUR
S-103;01/08/2026;31/08/2026;Sample Studio;studio@client.example;900,00;900,00;28/08/2026;EUR
S-104;10/08/2026;09/09/2026;Sample Bakery;bakery@client.example;300,00;300,00;20/09/2026;EUR
S-105;10/11/2026;10/12/2026;Sample Workshop;workshop@client.example;2500,00;;;EUR
""",
}


class Journey(unittest.TestCase):
    """A person at the window. A class for each language inherits from the journey and this."""

    language = None
    session = None
    display = None

    @classmethod
    def open_desktop(cls):
        """Once for all journeys of a program: the accessibility library knows but one bus."""
        if not Journey.session:
            Journey.session = desktop.Session()
            atexit.register(Journey.session.end)
            Journey.display = desktop.Display(1200, 800)
            atexit.register(Journey.display.end)

    def setUp(self):
        if REASON_TO_SKIP:
            self.skipTest(REASON_TO_SKIP)
        self.open_desktop()
        self.words = desktop.Words(self.language)
        self.home = desktop.Home()
        self.addCleanup(self.home.end)
        self.home.remember_window(1200, 800)

    def start(self, *words, today=None):
        """Opens the program, which ends with the journey and has nothing to complain of."""
        self.program = desktop.Program(self.session, self.display, self.home, self.language,
                                       *words, today=today or desktop.TODAY)
        self.window = self.program.window
        self.addCleanup(self.close)
        return self.window

    def close(self):
        self.picture("end")
        self.program.end()
        self.assertEqual(self.program.complaints(), [])

    def picture(self, name):
        title = type(self).__name__
        self.program.take_picture(PICTURES / f"{title}-{name}.png")

    def write_invoices(self):
        path = self.home.path / "invoices.csv"
        path.write_text(INVOICES[self.language], encoding="utf-8")
        return path

    def ask(self, *words, stdin=""):
        """What relance-cli says of the same book."""
        environment = self.home.environment(self.session, None, self.language)
        done = subprocess.run([CLI, "--json", "--today", desktop.TODAY, *words], input=stdin,
                              env=environment, capture_output=True, text=True, check=False,
                              timeout=60)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return json.loads(done.stdout)

    def set_business(self):
        self.ask("business", "set", "name=Camille Sample", "email=camille@sample.example",
                 "iban=FR7630006000011234567890189")

    def fill_book(self):
        """A book that is already in use."""
        self.ask("import", str(self.write_invoices()))
        self.set_business()

    def show(self, page):
        """Chooses a page in the sidebar."""
        self.window.find(self.words(page, "page"), Role.LIST_ITEM).activate()

    def show_preferences(self, page):
        self.program.press("Control+comma")
        dialog = self.window.find(role=Role.DIALOG)
        dialog.find(self.words(page), Role.LIST_ITEM).activate()
        return dialog

    def find_row(self, start):
        """A row of a table, by how it begins."""

        def look():
            return next((one for one in self.window.walk() if one.role == Role.TABLE_ROW
                         and one.name.startswith(start)), None)

        return desktop.wait_for(look, f"a row that starts with {start}")

    def find_send(self):
        return self.window.find(self.words("Send", "letter"), Role.BUTTON)

    def find_import(self):
        """The button that says what will be imported."""
        start = self.words("Import %s").replace("%s", "")

        def look():
            return next((one for one in self.window.walk() if one.role == Role.BUTTON
                         and one.name.startswith(start) and one.name[len(start):][:1].isdigit()), None)

        return desktop.wait_for(look, "what will be imported")

    def find_letter(self):
        return self.window.find(self.words("Text of the reminder"), Role.TEXT)

    def wait_until(self, ask, what):
        return desktop.wait_for(ask, what)
