#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves a picture of every screen: take_pictures.py FOLDER

English and French, light and dark, wide and 360 pixels, on the sample book. A picture is
taken when the window shows something else than before, and has come to rest: when two
looks at it are the same."""

import filecmp
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "cli"))
import desktop  # noqa: E402
from desktop import Role, wait_for  # noqa: E402
from journey import CLI, INVOICES  # noqa: E402

SIZES = {"wide": (1200, 800), "narrow": (360, 720)}
EVENING = "2026-11-24T22:00"
# The pages, by the key that opens them.
PAGES = ("today", "reminders", "invoices", "clients", "sent")


class Camera:
    """One language, one colour scheme, one size."""

    def __init__(self, session, folder, language, scheme, size):
        self.session = session
        self.language = language
        self.scheme = scheme
        self.size = size
        self.folder = folder
        self.words = desktop.Words(language)
        self.display = desktop.Display(*SIZES[size])
        self.program = None
        self.last = None

    def end(self):
        self.display.end()

    def open(self, home, *words, today=desktop.TODAY):
        home.remember_window(*SIZES[self.size])
        with open(home.path / "config/gtk-4.0/settings.ini", "a", encoding="utf-8") as settings:
            settings.write("gtk-enable-animations=0\n")
        self.program = desktop.Program(self.session, self.display, home, self.language, *words,
                                       today=today, scheme=self.scheme)
        return self.program.window

    def take(self, screen):
        path = self.folder / f"{screen}-{self.language}-{self.scheme}-{self.size}.png"
        before = Path(tempfile.gettempdir(), "before.png")

        def is_new_and_at_rest():
            self.program.take_picture(before)
            self.program.take_picture(path)
            return (filecmp.cmp(before, path, shallow=False)
                    and not (self.last and filecmp.cmp(self.last, path, shallow=False)))

        self.program.is_alive()
        wait_for(is_new_and_at_rest, f"{screen} to come to rest")
        self.last = path
        print(path.name, flush=True)

    def take_pages(self, window):
        word = self.words
        window.find(word("What to Do Now"))
        for number, page in enumerate(PAGES, 1):
            if page != "today" or self.size == "narrow":
                self.program.press(f"Control+{number}")
            self.take(page)
            if page == "reminders" and self.size == "narrow":
                self.take_row(window, "letter", "Cabinet")
            if page == "invoices":
                self.take_row(window, "invoice", "2026-0")
            if page == "clients" and self.size == "narrow":
                self.take_row(window, "client", "Atelier")

    def take_row(self, window, screen, start):
        """What is behind the first row of a list that starts so."""

        def find_row():
            return next((one for one in window.walk()
                         if one.role in (Role.LIST_ITEM, Role.TABLE_ROW)
                         and any(part.name.startswith(start) for part in one.walk())), None)

        wait_for(find_row, f"a row that starts with {start}").activate()
        self.take(screen)

    def take_dialogs(self, window):
        word = self.words
        self.program.press("Control+comma")
        dialog = window.find(role=Role.DIALOG)
        dialog.find(word("IBAN"), Role.TEXT)
        self.take("preferences-business")
        self.take_tab(dialog, "preferences-senders", "Senders", gone="IBAN")
        self.take_tab(dialog, "preferences-mail", "Mail Account", gone="Add a Sender")
        self.program.press("Escape")
        for screen, key in (("new-invoice", "Control+n"), ("new-client", "Control+Shift+n"),
                            ("shortcuts", "Control+question")):
            self.program.press(key)
            window.find(role=Role.DIALOG)
            self.take(screen)
            self.program.press("Escape")
            window.wait_gone(role=Role.DIALOG)

    def take_tab(self, dialog, screen, title, gone):
        """What a tab shows, once something of the tab before is gone."""
        dialog.find(self.words(title), Role.PAGE_TAB).activate()
        dialog.wait_gone(self.words(gone))
        self.take(screen)

    def take_sample(self):
        home = desktop.Home()
        try:
            window = self.open(home, "--demo")
            self.take_pages(window)
            self.take_dialogs(window)
        finally:
            self.program.end()
            home.end()

    def take_first_minute(self):
        home = desktop.Home()
        file = home.path / "invoices.csv"
        file.write_text(INVOICES[self.language], encoding="utf-8")
        try:
            self.open(home).find(self.words("_Import Invoices…"), Role.BUTTON)
            self.take("first-run")
            self.program.end()
            self.open(home, str(file)).find(self.words("_Import"), Role.BUTTON)
            self.take("import")
        finally:
            self.program.end()
            home.end()

    def take_outbox(self):
        """A reminder that was sent in the evening waits for the morning."""
        home = desktop.Home()
        file = home.path / "invoices.csv"
        file.write_text(INVOICES[self.language], encoding="utf-8")
        try:
            for words in (["import", file],
                          ["business", "set", "name=Camille Sample", "email=camille@sample.example"],
                          ["approve", "--client", "Sample Studio"]):
                subprocess.run([CLI, "--today", EVENING, *words], check=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env=home.environment(self.session, None, self.language))
            window = self.open(home, today=EVENING)
            window.find(self.words("What to Do Now"))
            self.program.press("Control+6")
            window.find(containing="S-101")
            self.take("outbox")
        finally:
            self.program.end()
            home.end()


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    reason = desktop.missing()
    if reason:
        sys.exit(f"no picture can be taken: {reason}")
    session = desktop.Session()
    try:
        for language in desktop.LOCALES:
            for scheme in ("light", "dark"):
                for size in SIZES:
                    camera = Camera(session, folder, language, scheme, size)
                    try:
                        camera.take_sample()
                        camera.take_first_minute()
                        camera.take_outbox()
                    finally:
                        camera.end()
    finally:
        session.end()


main()
