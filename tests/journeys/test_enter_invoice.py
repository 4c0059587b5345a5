# SPDX-License-Identifier: GPL-3.0-or-later
"""An invoice typed with the keyboard alone, paid too much, and taken back."""

from journey import Journey, Role, main


class EnterInvoice:
    def test_by_the_keyboard(self):
        self.fill_book()
        self.start()
        self.window.find(self.words("What to Do Now"))
        self.add_invoice()
        self.pay_too_much()
        self.take_back()

    def add_invoice(self):
        self.program.press("Control+n")
        dialog = self.window.find(role=Role.DIALOG)
        self.wait_for_focus(dialog.find(self.words("Client"), Role.TEXT))
        self.program.type("Zeppelin")
        dialog.find(containing=self.words("A new client"))
        self.program.press("Return")
        dialog.find("S-106", Role.BUTTON)
        self.go_on(dialog, "Number")
        self.go_on(dialog, "What It Is For", "posters")
        self.go_on(dialog, "Issued On")
        self.go_on(dialog, "Due On", "+30")
        self.wait_for_focus(dialog.find(self.words("Amount, Taxes Included"), Role.TEXT))
        self.program.type("1 234,5")
        self.picture("typed")
        self.program.press("Control+Return")
        self.window.wait_gone(role=Role.DIALOG)
        added = self.get_invoice()
        self.assertEqual((added["client"], added["issued"], added["due"], added["total"],
                          added["currency"], added["label"]),
                         ("Zeppelin", "2026-11-24", "2026-12-24", 123450, "EUR", "posters"))

    def go_on(self, dialog, row, text=None):
        self.wait_for_focus(dialog.find(self.words(row), Role.TEXT))
        if text:
            self.program.press("Control+a")
            self.program.type(text)
        self.program.press("Return")

    def pay_too_much(self):
        self.open_invoice()
        self.window.find(self.words("Record _Payment…"), Role.BUTTON).focus()
        self.program.press("Return")
        dialog = self.window.find(role=Role.DIALOG)
        self.wait_for_focus(dialog.find(self.words("Amount"), Role.TEXT))
        self.program.press("Control+a")
        self.program.type("1300")
        self.program.press("Return")
        self.window.wait_gone(role=Role.DIALOG)
        self.window.find(self.words("Paid in Full"))
        self.window.find(self.words("Credit of the Client"))
        self.picture("credit")
        paid = self.get_invoice()
        self.assertEqual(paid["balance"], 0)
        self.assertEqual(self.show_invoice()["payments"][0]["whole"], 130000)

    def open_invoice(self):
        self.program.press("Control+3")
        self.find_row("S-106").activate()

    def take_back(self):
        self.window.find(self.words("_Undo"), Role.BUTTON)
        self.program.press("Control+z")
        self.wait_until(lambda: self.get_invoice()["balance"] == 123450, "the undo")
        self.window.wait_gone(self.words("Credit of the Client"))

    def get_invoice(self):
        return next(one for one in self.ask("invoice", "list") if one["number"] == "S-106")

    def show_invoice(self):
        return self.ask("invoice", "show", "S-106")

    def wait_for_focus(self, element):
        self.wait_until(element.has_focus, f"{element} to be focused")


class EnterInvoiceInEnglish(EnterInvoice, Journey):
    language = "en"


class EnterInvoiceInFrench(EnterInvoice, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
