# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody is reminded who has paid: not when the letter is on screen, nor when it is on its way."""

from journey import Journey, Role, main


class PaidMeanwhile:
    def test_after_send(self):
        self.fill_book()
        self.start()
        self.show("Reminders")
        self.wait_until(self.find_send().is_sensitive, "Send to be ready")
        self.find_send().activate()
        self.window.find(self.words("_Undo"), Role.BUTTON)
        self.ask("payment", "add", "S-101", "1200")

        said = self.words("Withdrawn: what it asks for has been paid since.")
        self.window.find(containing=said)
        self.picture("withdrawn")
        self.assertEqual([(one["client"], one["state"]) for one in self.ask("outbox", "--all")],
                         [("Sample Studio", "withdrawn")])

    def test_before_send(self):
        self.fill_book()
        self.start()
        self.show("Reminders")
        self.window.find(containing="Sample Studio", role=Role.LIST_ITEM)
        self.record_payment("S-101")
        self.show("Reminders")
        self.window.find(containing="Sample Bakery", role=Role.LIST_ITEM)
        self.window.wait_gone(containing="Sample Studio", role=Role.LIST_ITEM)
        self.picture("gone")

    def record_payment(self, number):
        word = self.words
        self.window.find(containing=number, role=Role.BUTTON).activate()
        self.window.find(word("Record _Payment…"), Role.BUTTON).activate()
        dialog = self.window.find(role=Role.DIALOG)
        self.picture("payment")
        dialog.find(word("_Record"), Role.BUTTON).activate()
        self.window.find(word("Paid in Full"))
        self.assertEqual(self.ask("invoice", "show", number)["balance"], 0)


class PaidMeanwhileInEnglish(PaidMeanwhile, Journey):
    language = "en"


class PaidMeanwhileInFrench(PaidMeanwhile, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
