# SPDX-License-Identifier: GPL-3.0-or-later
"""One Undo takes a whole import back."""

from journey import Journey, Role, main


class UndoImport:
    def test_the_first_import(self):
        self.start(str(self.write_invoices()))
        self.find_import().activate()
        self.window.find(self.words("_Undo the Import"), Role.BUTTON).activate()
        self.wait_until(self.is_book_empty, "the import to be taken back")
        self.window.find(self.words("_Look Around"), Role.BUTTON)

    def test_from_the_toast(self):
        self.import_into_a_book_in_use()
        self.window.find(self.words("_Undo"), Role.BUTTON).activate()
        self.assert_taken_back()

    def test_by_the_keyboard(self):
        self.import_into_a_book_in_use()
        self.window.find(self.words("_Undo"), Role.BUTTON)
        self.program.press("Control+z")
        self.assert_taken_back()

    def import_into_a_book_in_use(self):
        self.ask("client", "add", "Sample Gallery")
        self.start(str(self.write_invoices()))
        self.find_import().activate()
        self.wait_until(lambda: len(self.ask("invoice", "list")) == 5, "the import")
        self.picture("toast")

    def assert_taken_back(self):
        self.wait_until(self.is_book_empty, "the import to be taken back")
        self.assertEqual([one["name"] for one in self.ask("client", "list")], ["Sample Gallery"])
        self.picture("undone")

    def is_book_empty(self):
        return self.ask("invoice", "list") == []


class UndoImportInEnglish(UndoImport, Journey):
    language = "en"


class UndoImportInFrench(UndoImport, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
