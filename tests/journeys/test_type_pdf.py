# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF without data: kept, typed from, given to an invoice, and taken back."""

from pathlib import Path

from journey import Journey, Role, main

PLAIN = Path(__file__).parent.parent / "fixtures" / "pdf" / "plain.pdf"


class TypePdf:
    def test_from_the_preview(self):
        self.fill_book()
        self.start(str(PLAIN))
        self.window.find(self.words("_Type the Invoice…", "document"), Role.BUTTON).activate()
        dialog = self.window.find(self.words("New Invoice", "title of a dialog"), Role.DIALOG)
        dialog.find("plain.pdf")
        dialog.find("S-106", Role.BUTTON)
        self.picture("editor")
        for row, text in (("Client", "Sample Studio"), ("Number", "S-200"),
                          ("Amount, Taxes Included", "120")):
            dialog.find(self.words(row), Role.TEXT).focus()
            self.program.type(text)
        self.program.press("Control+Return")
        self.window.wait_gone(role=Role.DIALOG)
        self.assertEqual([one["name"] for one in self.documents("S-200")], ["plain.pdf"])
        self.assertEqual(self.ask("document", "list"), [])
        self.program.press("Control+z")
        self.wait_until(lambda: len(self.ask("document", "list")) == 1, "the file to wait again")

    def test_from_the_list(self):
        self.fill_book()
        self.ask("import", str(PLAIN))
        self.start()
        self.show("PDFs to Type")
        self.window.find("plain.pdf")
        self.picture("waiting")
        self.window.find(self.words("What Can Be Done"), Role.TOGGLE_BUTTON).activate()
        self.window.find(self.words("What Can Be Done"), Role.MENU)
        self.program.press(self.find_mnemonic("_Keep With an Invoice…"))
        dialog = self.window.find(role=Role.DIALOG)
        dialog.find(self.words("Number of the Invoice"), Role.TEXT).focus()
        self.program.type("S-101")
        self.picture("give")
        self.program.press("Control+Return")
        self.window.wait_gone(role=Role.DIALOG)
        self.window.find(self.words("Nothing Is Left to Type"))
        self.assertEqual([one["name"] for one in self.documents("S-101")], ["plain.pdf"])

    def find_mnemonic(self, text):
        """The letter that chooses an item of an open menu."""
        label = self.words.catalogue.pgettext("document", text)
        return label[label.index("_") + 1].lower()

    def documents(self, number):
        return self.ask("invoice", "show", number)["documents"]


class TypePdfInEnglish(TypePdf, Journey):
    language = "en"


class TypePdfInFrench(TypePdf, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
