# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter that is to be posted: saved as PDF with what was typed, from the menu, with keys."""

import subprocess

from journey import Journey, Role, main

# The mnemonics of the items, and what is typed.
SAVE = {"en": "s", "fr": "e"}
PRINT = {"en": "r", "fr": "i"}
TYPED = {"en": "As I said on the telephone. ", "fr": "Comme dit au telephone. "}


class LetterPdf:
    def test_saved_as_pdf(self):
        self.open_letter()
        self.choose(SAVE[self.language])
        self.read(self.save())

    def test_printed(self):
        """The printers' dialog opens, and is closed again."""
        self.open_letter()
        self.choose(PRINT[self.language])
        self.wait_until(lambda: self.program.find_window(1), "the dialog of the printers")
        self.program.press("Escape")
        self.wait_until(lambda: not self.program.find_window(1), "its end")

    def open_letter(self):
        self.fill_book()
        self.start()
        self.show("Reminders")
        self.wait_until(self.find_send().is_sensitive, "Send to be ready")
        self.type_words()

    def choose(self, mnemonic):
        self.window.find(self.words("Letter Menu"), Role.TOGGLE_BUTTON).activate()
        self.window.find(self.words("Letter Menu"), Role.MENU)
        self.picture("menu")
        self.program.press(mnemonic)

    def type_words(self):
        letter = self.find_letter()
        letter.focus()
        self.program.press("Control+Home")
        self.program.type(TYPED[self.language])
        self.wait_until(lambda: self.find_letter().text.startswith(TYPED[self.language]),
                        "words of one’s own")

    def save(self):
        """In the file chooser, which is a window of its own. Returns the file."""
        chooser = self.wait_until(lambda: self.program.find_window(1), "the file chooser")
        chooser.find(self.words("_Save"), Role.BUTTON).activate()
        saved = self.wait_until(lambda: next(self.home.path.rglob("*.pdf"), None), "the file")
        self.wait_until(lambda: not self.program.find_window(1), "the end of the file chooser")
        return saved

    def read(self, path):
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True,
                              timeout=60).stdout.decode()
        for words in ("Sample Studio", TYPED[self.language].strip()):
            self.assertIn(words, " ".join(text.split()))


class LetterPdfInEnglish(LetterPdf, Journey):
    language = "en"


class LetterPdfInFrench(LetterPdf, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
