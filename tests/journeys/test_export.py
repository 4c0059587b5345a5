# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole book goes out into a file, and comes back into an empty one."""

from journey import Journey, Role, main


class Export:
    def test_the_book_goes_out_and_comes_back(self):
        self.fill_book()
        self.start()
        self.window.find(self.words("Paid on Time, Paid Late"))
        self.window.find(self.words("Main Menu"), Role.TOGGLE_BUTTON).activate()
        self.window.find(self.words("Main Menu"), Role.MENU)
        self.program.press("e")  # the mnemonic of the item, in both languages
        self.window.find(self.words("Export the Book"))
        self.picture("question")
        self.window.find(self.words("One _File…"), Role.BUTTON).activate()
        self.save()
        told = self.words("The book was exported to %s").split("%s")[0]
        self.window.find(containing=told)
        self.picture("exported")
        self.compare()

    def save(self):
        """In the file chooser, which is a window of its own."""
        chooser = self.wait_until(lambda: self.program.find_window(1), "the file chooser")
        chooser.find(self.words("_Export"), Role.BUTTON).activate()

    def compare(self):
        found = list(self.home.path.rglob("Relance 2026-11-24.json"))
        self.assertEqual(len(found), 1)
        copy = self.home.path / "copy.db"
        answer = self.ask("--book", str(copy), "import", str(found[0]))
        self.assertEqual(answer["files"][0]["recognised"], "relance")
        self.assertEqual(len(self.ask("--book", str(copy), "invoice", "list")),
                         len(self.ask("invoice", "list")))


class ExportInEnglish(Export, Journey):
    language = "en"


class ExportInFrench(Export, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
