#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves a picture of every screen: take_pictures.py FOLDER [--all | LANGUAGE LOOK SIZE]

English and French, light and dark, wide and 360 pixels, on the sample book. With --all in English
also with high contrast and mirrored, as for languages that are written from right to left, and
Today in books of all kinds, whole and at more widths. A picture is taken when the window shows
something else than before, and has come to rest: when two looks at it are the same."""

import filecmp
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "cli"))
import desktop  # noqa: E402
import today_states  # noqa: E402
from desktop import Role, wait_for  # noqa: E402
from journey import CLI, INVOICES  # noqa: E402

SIZES = {"wide": (1200, 800), "narrow": (360, 720)}
# As high as all of Today, which is taken whole.
TODAY_SIZES = {"360": (360, 3700), "800": (800, 2950), "1400": (1400, 2100), "2560": (2560, 2000)}
LIGHT = {"ADW_DEBUG_COLOR_SCHEME": "prefer-light"}
DARK = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}
CONTRAST = {"ADW_DEBUG_HIGH_CONTRAST": "1"}
LOOKS = {"light": LIGHT, "dark": DARK, "contrast": {**LIGHT, **CONTRAST},
         "contrast-dark": {**DARK, **CONTRAST}}
UNKNOWN = "Ref;Who;When;Sum\nA-1;Sample Studio;01/09/2026;1200,00\nA-2;Sample Bakery;;480,50\n"
EVENING = "2026-11-24T22:00"
ANGRY = {"en": "You are a thief. Pay NOW, or your wife will hear of it!!! 🙂🙂🙂\n\n",
         "fr": "Vous êtes un voleur. Payez VITE, ou votre femme le saura !!! 🙂🙂🙂\n\n"}
WHOLE_CLIENT = (
    "street=1 rue du Modèle", "postcode=75001", "city=Paris", "country=FR", "siren=732829320",
    "siret=73282932000074", "vat=FR44732829320", "iban=FR7630006000011234567890189",
    "time_zone=Europe/Paris", "terms=net-eom:30", "hours=09:00-17:30", "code=411SAMPLE",
    "notes=First line\nSecond line", "phone=+33 1 00 00 00 00", "first_name=Camille",
    "last_name=Sample", "excluded=A dispute about S-101", "excluded_until=2026-12-31",
)
MANY = [today_states.bill(today_states.STUDIO, -3 * number, f"{number}20.00")
        for number in range(1, 9)]
# The dialogs of a client, by the item of its menu that opens them.
CLIENT_DIALOGS = (
    ("client-edit", "_Edit…"), ("client-contact", "_Add a Contact…"),
    ("client-merge", "_Merge With…"), ("client-exclude", "_Leave Out of Reminders…"),
    ("client-exchange", "I _Was in Touch…"), ("client-situation", "Change the Sit_uation…"),
    ("client-erase", "Erase _Personal Data…"),
)
# An Adw.AlertDialog measures a long heading as if it could not wrap, and GTK complains of that.
ALERTS = ("client-erase",)
MEASURED = "Trying to measure GtkLabel"
# The pages of Preferences, each with its title and something that is on no other.
PREFERENCES = {
    "business": ("My Business", "IBAN"), "senders": ("Senders", "Add a Sender"),
    "mail": ("Mail Account", "Drafts Folder"), "reminders": ("Reminders", "Limits"),
    "letters": ("Letters", "First reminder"), "backups": ("Backups", "Last Snapshot"),
}
# The pages in the order of their keys, with what is on no other.
PAGES = {"today": "What to Do Now", "reminders": "Clients to remind", "invoices": "Which invoices",
         "clients": "Which clients", "sent": "Messages that left"}


class Camera:
    """One language, one look, one size."""

    def __init__(self, session, folder, language, look, environment, size):
        self.session = session
        self.language = language
        self.look = look
        self.environment = environment
        self.size = size
        self.folder = folder
        self.words = desktop.Words(language)
        self.extent = {**SIZES, **TODAY_SIZES}[size]
        self.display = desktop.Display(*self.extent)
        self.program = None
        self.last = None
        self.complaints = {}  # each with the screen that was taken when it was first seen
        self.heard = 0  # of the program that runs

    def end(self):
        self.display.end()

    def open(self, home, *words, today=desktop.TODAY):
        home.remember_window(*self.extent)
        with open(home.path / "config/gtk-4.0/settings.ini", "a", encoding="utf-8") as settings:
            settings.write("gtk-enable-animations=0\n")
        self.program = desktop.Program(self.session, self.display, home, self.language, *words,
                                       today=today, look=self.environment)
        self.heard = 0
        return self.program.window

    def close(self):
        if self.program:
            self.program.end()
            self.note_complaints("the end")
            self.program = None

    @contextmanager
    def borrow_home(self):
        """A home, until what was opened there has ended."""
        home = desktop.Home()
        try:
            yield home
        finally:
            self.close()
            home.end()

    def note_complaints(self, screen):
        heard = self.program.complaints()
        for line in heard[self.heard:]:
            if screen not in ALERTS or MEASURED not in line:
                self.complaints[line] = screen
        self.heard = len(heard)

    def take(self, screen):
        path = self.folder / f"{screen}-{self.language}-{self.look}-{self.size}.png"
        self.take_at_rest(path, screen)
        print(path.name, flush=True)

    def take_at_rest(self, path, screen):
        before = Path(self.session.folder.name, "before.png")

        def is_new_and_at_rest():
            self.program.take_picture(before)
            self.program.take_picture(path)
            return (filecmp.cmp(before, path, shallow=False)
                    and not (self.last and filecmp.cmp(self.last, path, shallow=False)))

        self.program.is_alive()
        wait_for(is_new_and_at_rest, f"{screen} to come to rest")
        self.note_complaints(screen)
        self.last = path

    def take_pages(self, window):
        self.find_page(window, "today")
        for page in PAGES:
            if page != "today" or self.size == "narrow":
                self.open_page(window, page)
            self.take(page)
            if page == "reminders" and self.size == "narrow":
                self.take_row(window, "letter", "Cabinet")
            if page == "invoices":
                self.take_row(window, "invoice", "2026-0")
                self.take_invoice_dialogs(window)
                self.go_back(window, page)
            if page == "clients":
                self.take_row(window, "client", "Atelier")
                self.go_back(window, page)

    def open_page(self, window, page):
        self.program.press(f"Control+{list(PAGES).index(page) + 1}")
        self.find_page(window, page)

    def find_page(self, window, page):
        """A row would not do: what is behind a row of another page may have one that starts so."""
        window.find(self.words(PAGES[page]))

    def go_back(self, window, page):
        """From what is behind a row to its list, which is not to be taken for what comes next."""
        self.program.press("Alt+Right" if self.look == "mirrored" else "Alt+Left")
        self.find_page(window, page)
        self.take_at_rest(Path(self.session.folder.name, "list.png"), "the list")

    def take_lists(self, window):
        """What a list can do beside showing rows, and the search of the whole book."""
        word = self.words
        for page in ("invoices", "clients"):
            self.open_page(window, page)
            self.find_row(window, "2026-0" if page == "invoices" else "Atelier")
            self.program.press("Control+f")
            entry = window.find(word(f"Search {page}"))
            self.program.type("a")
            self.take(f"{page}-search")
            self.open_list_menu(window, "_Filter…")
            self.take_dialog(window, f"{page}-filter")
            self.open_list_menu(window, "_Sort By")
            self.take(f"{page}-sort")
            self.program.press("Escape")
            self.open_list_menu(window, "Select _Rows")
            self.program.press("Control+a")
            window.find(containing=word("%d selected").replace("%d", "").strip())
            self.take(f"{page}-selected")
            self.program.press("Escape")
            entry.write("")
        self.open_page(window, "sent")
        self.program.press("Control+f")
        entry = window.find(word("Search what was sent"))
        self.program.type("a")
        self.take("sent-search")
        entry.write("")
        self.open_page(window, "today")
        self.program.press("Control+f")
        window.find(word("Search the Book"))
        self.take("search-empty")
        self.program.type("es")
        window.find(word("Clients"), Role.LIST)
        self.take("search")

    def open_list_menu(self, window, item):
        window.find(self.words("List Options"), Role.TOGGLE_BUTTON).activate()
        window.find(self.words("List Options"), Role.MENU)
        label = self.words.catalogue.gettext(item)
        self.program.press(label[label.index("_") + 1].lower())

    def take_invoice_dialogs(self, window):
        """What can be done about the invoice that is shown."""
        for screen, action in (("credit-note", "_Credit Note…"), ("instalments", "_Instalments…"),
                               ("write-off", "_Write Off…"),
                               ("leave-out", "_Leave Out of Reminders…")):
            window.find(self.words("More Actions"), Role.TOGGLE_BUTTON).activate()
            window.find(self.words("More Actions"), Role.MENU)
            label = self.words.catalogue.gettext(action)
            self.program.press(label[label.index("_") + 1].lower())
            self.take_dialog(window, screen)
        for screen, button in (("payment", "Record _Payment…"), ("invoice-edit", "Edit Invoice")):
            window.find(self.words(button), Role.BUTTON).activate()
            self.take_dialog(window, screen)

    def take_dialog(self, window, screen):
        window.find(role=Role.DIALOG)
        self.take(screen)
        self.program.press("Escape")
        window.wait_gone(role=Role.DIALOG)

    def find_row(self, window, start):
        def look():
            return next((one for one in window.walk()
                         if one.role in (Role.LIST_ITEM, Role.TABLE_ROW)
                         and any(part.name.startswith(start) for part in one.walk())), None)

        return wait_for(look, f"a row that starts with {start}")

    def take_row(self, window, screen, start):
        """What is behind the first row of a list that starts so."""
        self.find_row(window, start).activate()
        self.take(screen)

    def take_dialogs(self, window):
        for screen, key in (("new-invoice", "Control+n"), ("new-client", "Control+Shift+n"),
                            ("shortcuts", "Control+question")):
            self.program.press(key)
            window.find(role=Role.DIALOG)
            self.take(screen)
            self.program.press("Escape")
            window.wait_gone(role=Role.DIALOG)

    def take_preferences(self, window):
        """Their pages, beside a list of them or, where it is narrow, behind it."""
        self.program.press("Control+comma")
        dialog = window.find(role=Role.DIALOG)
        for page, (title, content) in PREFERENCES.items():
            row = dialog.find(self.words(title), Role.LIST_ITEM)
            if self.size == "narrow" and page == "business":
                self.take("preferences")
            row.activate()
            dialog.find(self.words(content))
            self.take(f"preferences-{page}")
            if page == "senders":
                dialog.find(self.words("Add a Sender"), Role.BUTTON).activate()
                self.take_above(window, "sender", "New Sender")
            if page == "reminders":
                self.take_plan(dialog)
            if page == "letters":
                self.take_letter(dialog)
            if self.size == "narrow":
                self.program.press("Escape")
        self.program.press("Escape")
        window.wait_gone(role=Role.DIALOG)

    def take_above(self, window, screen, title):
        """A dialog above another one."""
        dialog = window.find(self.words(title), Role.DIALOG)
        self.take(screen)
        dialog.find(self.words("_Cancel"), Role.BUTTON).activate()
        window.wait_gone(self.words(title), Role.DIALOG)

    def take_plan(self, dialog):
        """A plan of one’s own, which begins as a copy, and what a client would get by it."""
        word = self.words
        label = word("Copy “%s”").replace("%s", word("Gentle", "reminder plan"))
        dialog.find(label, Role.BUTTON).activate()
        window = self.program.window
        window.find(containing=word("Third reminder") + " · ")
        if self.size == "narrow":
            self.take("plan-steps")
            window.find(word("Client"), Role.COMBO_BOX).focus()
        self.take_above(window, "plan", "New Reminder Plan")

    def take_letter(self, dialog):
        """One of the letters in Preferences, as it is and with a mistake."""
        word = self.words
        dialog.find(word("First reminder"), Role.LIST_ITEM).activate()
        words = self.program.window.find(word("Words of the letter"), Role.TEXT)
        self.program.window.find(containing="SMS, ", role=Role.LABEL)
        self.take("letter-words")
        words.write("Subject: F-042\n\n{{#one}}\nSample {{number}}\n")
        self.program.window.find(containing=word("Line %1$u: %2$s").split("%")[0] + "3",
                                 role=Role.BUTTON)
        self.take("letter-wrong")
        self.program.press("Escape")
        self.program.window.wait_gone(word("Words of the letter"))

    def take_sample(self):
        with self.borrow_home() as home:
            window = self.open(home, "--demo")
            self.take_pages(window)
            self.take_lists(window)
            self.take_preferences(window)
            self.take_dialogs(window)

    def take_first_minute(self):
        with self.borrow_home() as home:
            file = home.path / "invoices.csv"
            file.write_text(INVOICES[self.language], encoding="utf-8")
            self.open(home).find(self.words("_Import Invoices…"), Role.BUTTON)
            self.take("first-run")
            self.close()
            window = self.open(home, str(file))
            window.find(containing=self.words("Import %s") % "5 ", role=Role.BUTTON)
            self.take("import")

    def take_imports(self):
        """Files of several kinds over a book in use, and a table of unknown columns."""
        with self.borrow_home() as home:
            fixtures = Path(__file__).parent.parent / "fixtures"
            file = home.path / "invoices.csv"
            file.write_text(INVOICES[self.language], encoding="utf-8")
            unknown = home.path / "unknown.csv"
            unknown.write_text(UNKNOWN, encoding="utf-8")
            self.run_cli(home, "import", file)
            file.write_text(INVOICES[self.language].replace("1200", "1500").replace("S-104", "S-106")
                            .replace("S-102", ""), encoding="utf-8")
            window = self.open(home, str(file), str(fixtures / "einvoice" / "cii.xml"),
                               str(fixtures / "pdf" / "plain.pdf"))
            window.find(containing=self.words("Import %s") % "2 ", role=Role.BUTTON)
            self.take("import-changed")
            self.close()
            self.run_cli(home, "import", fixtures / "pdf" / "plain.pdf")
            window = self.open(home)
            window.find(self.words("What to Do Now"))
            self.program.press("Control+7")
            window.find("plain.pdf")
            self.take("waiting")
            self.close()
            window = self.open(home, str(fixtures / "fec" / "lettered.txt"))
            window.find(containing="FEC")
            self.take("import-accounts")
            window.find(self.words("Payment Terms to Assume")).activate()
            window.find(self.words.count("end of month, then %d day", "end of month, then %d days", 45))
            self.take("import-terms")
            self.close()
            window = self.open(home, str(unknown))
            window.find(self.words("_Use These Columns"), Role.BUTTON)
            self.take("import-columns")

    def take_sending(self):
        """Send and its Undo, then, in the evening, what waits for the morning."""
        with self.borrow_home() as home:
            file = home.path / "invoices.csv"
            file.write_text(INVOICES[self.language], encoding="utf-8")
            self.run_cli(home, "import", file)
            self.run_cli(home, "business", "set", "name=Camille Sample",
                         "email=camille@sample.example")
            self.take_undo(self.open(home))
            self.close()
            self.run_cli(home, "approve", "--client", "Sample Studio")
            window = self.open(home, today=EVENING)
            window.find(self.words("What to Do Now"))
            self.program.press("Control+6")
            window.find(containing="S-101")
            self.take("outbox")

    def take_warned(self):
        """A letter that is edited in anger: in its text, and with an emoji that is out of place."""
        with self.borrow_home() as home:
            file = home.path / "invoices.csv"
            file.write_text(INVOICES[self.language], encoding="utf-8")
            self.run_cli(home, "import", file)
            self.run_cli(home, "business", "set", "name=Camille Sample",
                         "email=camille@sample.example", "iban=FR7630006000011234567890189")
            window = self.open(home)
            window.find(self.words("What to Do Now"))
            self.program.press("Control+2")
            if self.size == "narrow":
                window.find(containing="Sample Studio", role=Role.LIST_ITEM).activate()
            letter = window.find(self.words("Text of the reminder"), Role.TEXT)
            letter.write(ANGRY[self.language] + letter.text)
            window.find(self.words("Read It Again Tomorrow"), Role.BUTTON)
            self.take("letter-warned")

    def take_many(self):
        """A letter about more invoices than there are chips, and what of it gets to its reader."""
        word = self.words
        with self.borrow_home() as home:
            file = home.path / "invoices.csv"
            today_states.write_book(file, MANY)
            self.run_cli(home, "import", file)
            self.run_cli(home, "business", "set", "name=Camille Sample",
                         "email=camille@sample.example", "iban=FR7630006000011234567890189")
            window = self.open(home)
            window.find(word("What to Do Now"))
            self.program.press("Control+2")
            if self.size == "narrow":
                window.find(containing="Sample Studio", role=Role.LIST_ITEM).activate()
            text = "%1$u of %2$u invoices in this letter"
            window.find(word.count(text, text, len(MANY)).replace("%1$u", str(len(MANY)))
                        .replace("%2$u", str(len(MANY))), Role.CHECK_BOX)
            self.take("letter-many")
            self.program.press("Control+Shift+p")
            dialog = window.find(role=Role.DIALOG)
            self.take("preview")
            dialog.find(word("Letter", "preview"), Role.PAGE_TAB).activate()
            dialog.find(word("The letter on paper, its first page"))
            self.take("preview-paper")

    def take_client(self):
        """A client of whom everything is known, and what can be done with it."""
        with self.borrow_home() as home:
            file = home.path / "invoices.csv"
            file.write_text(INVOICES[self.language], encoding="utf-8")
            self.run_cli(home, "import", file)
            self.run_cli(home, "client", "set", "Sample Studio", *WHOLE_CLIENT)
            self.run_cli(home, "client", "add", "Sample Studio SARL", "city=Lyon")
            self.run_cli(home, "contact", "add", "Sample Studio", "first_name=Ada",
                         "last_name=Sample", "role=Accounts", "email=ada@client.example",
                         "--reminders")
            window = self.open(home)
            window.find(self.words("What to Do Now"))
            self.program.press("Control+4")
            self.find_row(window, "Sample Studio").activate()
            window.find(self.words("_Send Reminders Again"), Role.BUTTON)
            self.take("client-known")
            window.find("Ada Sample", Role.LIST_ITEM).focus()
            self.take("client-contacts")
            for screen, item in CLIENT_DIALOGS:
                self.take_client_dialog(window, screen, item)

    def take_credit(self):
        """An invoice with a file, left out of reminders, then paid too much."""
        word = self.words
        with self.borrow_home() as home:
            for name, text in (("invoices.csv", INVOICES[self.language]), ("S-101.pdf", "%PDF-1.7")):
                (home.path / name).write_text(text, encoding="utf-8")
            self.run_cli(home, "import", home.path / "invoices.csv")
            self.run_cli(home, "invoice", "attach", "S-101", home.path / "S-101.pdf")
            self.run_cli(home, "invoice", "exclude", "S-101", "--reason", "Studio S-101")
            window = self.open(home)
            window.find(word("What to Do Now"))
            self.program.press("Control+3")
            self.find_row(window, "S-101").activate()
            payment = window.find(word("Record _Payment…"), Role.BUTTON)
            self.take("invoice-left-out")
            payment.activate()
            window.find(role=Role.DIALOG).find(word("Amount"), Role.TEXT).write("1500")
            self.take("over-payment")
            self.program.press("Control+Return")
            window.wait_gone(role=Role.DIALOG)
            window.find(word("_Use It for…"), Role.BUTTON)
            self.take("invoice-credit")
            window.find(word("_Use It for…"), Role.BUTTON).activate()
            self.take_dialog(window, "allocation")

    def take_client_dialog(self, window, screen, item):
        window.find(self.words("More"), Role.TOGGLE_BUTTON).activate()
        window.find(self.words("More"), Role.MENU)
        label = self.words.catalogue.gettext(item)
        self.program.press(label[label.index("_") + 1].lower())
        window.find(self.words("_Cancel"), Role.BUTTON)
        if screen == "client-merge":
            dialog = window.find(role=Role.DIALOG)
            dialog.find("Sample Studio SARL", Role.LIST_ITEM).activate()
            dialog.find(self.words("Payments and Credit Notes"))
        self.take(screen)
        if screen == "client-edit":
            self.take_zones(window.find(role=Role.DIALOG))
        self.program.press("Escape")
        window.wait_gone(self.words("_Cancel"), Role.BUTTON)

    def take_zones(self, dialog):
        """The zones that may be meant, beneath what is typed of one."""
        entry = dialog.find(self.words("Time Zone, Such as Europe/Paris"), Role.TEXT)
        zone = entry.text
        entry.focus()
        entry.write("Eur")
        dialog.find(containing="Europe/", role=Role.LIST_ITEM)
        self.take("client-zones")
        entry.write(zone)

    def take_all(self):
        try:
            if self.size in TODAY_SIZES:
                today_states.take_states(self)
                return
            self.take_sample()
            self.take_client()
            self.take_first_minute()
            self.take_credit()
            self.take_imports()
            self.take_sending()
            self.take_warned()
            self.take_many()
        finally:
            self.end()

    def run_cli(self, home, *words):
        subprocess.run([CLI, "--today", EVENING, *words], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env=home.environment(self.session, None, self.language))

    def take_undo(self, window):
        """Just after Send. It is taken back again, so that it does not leave."""
        word = self.words
        window.find(word("What to Do Now"))
        self.program.press("Control+2")
        if self.size == "narrow":
            window.find(containing="Sample Studio", role=Role.LIST_ITEM).activate()
        window.find(word("Send", "letter"), Role.BUTTON).activate()
        undo = window.find(word("_Undo"), Role.BUTTON)
        self.take("undo")
        undo.activate()
        window.wait_gone(word("_Undo"), Role.BUTTON)


def mirror(folder):
    """What makes GTK write from right to left: a locale of a language that does. Relance has no
    Hebrew, so it speaks English. None where no locale can be made."""
    try:
        subprocess.run(["localedef", "-i", "he_IL", "-f", "UTF-8", folder / "he_IL.UTF-8"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        print("no Hebrew locale can be made here, so nothing is mirrored", flush=True)
        return None
    return {**LIGHT, "LC_ALL": "he_IL.UTF-8", "LOCPATH": str(folder)}


def take_drop_area(session, folder):
    """Nobody holds a file over a window here; a test of the window does as if."""
    home = desktop.Home()
    display = desktop.Display(*SIZES["wide"])
    environment = home.environment(session, display, "en")
    try:
        subprocess.run([desktop.BUILD / "tests/gui/test-window", "-p", "/window/hold"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**environment, "RELANCE_PICTURES": str(folder.resolve()),
                            "LC_ALL": "C.UTF-8", "LANGUAGE": "", "GTK_A11Y": "none"})
        print("drop-area.png", flush=True)
    finally:
        display.end()
        home.end()


def take_variant(session, folder, language, look, size):
    environment = LOOKS.get(look) or mirror(Path(session.folder.name))
    if environment:
        camera = Camera(session, folder, language, look, environment, size)
        camera.take_all()
        for line, screen in camera.complaints.items():
            print(f"{screen}: {line}", file=sys.stderr)
        if camera.complaints:
            sys.exit("the program had to complain")


# Every width of Today in both languages, and every look in each; any other can be asked for.
TODAY_VARIANTS = (
    ("en", "light", "360"), ("en", "dark", "800"), ("en", "contrast", "1400"),
    ("fr", "dark", "360"), ("fr", "contrast", "800"), ("fr", "light", "1400"),
    ("en", "light", "2560"),
)


def list_variants(every):
    """What turns the page or its colours is seen well enough once, in English."""
    for look in ("light", "dark"):
        for language in desktop.LOCALES:
            for size in SIZES:
                yield language, look, size
    if every:
        yield from TODAY_VARIANTS
        for look in ("contrast", "contrast-dark", "mirrored"):
            for size in SIZES:
                yield "en", look, size


def take_variants(folder, every):
    """Each variant by a program of its own, which has a desktop to itself."""

    def take(variant):
        return subprocess.run([sys.executable, __file__, folder, *variant], check=False).returncode

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        if any(pool.map(take, list_variants(every))):
            sys.exit("a picture could not be taken")


def main():
    folder, *variant = sys.argv[1:]
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    reason = desktop.missing()
    if reason:
        sys.exit(f"no picture can be taken: {reason}")
    every = variant == ["--all"]
    if every or not variant:
        take_variants(folder, every)
    session = desktop.Session()
    try:
        if variant and not every:
            take_variant(session, folder, *variant)
        else:
            take_drop_area(session, folder)
    finally:
        session.end()


if __name__ == "__main__":
    main()
