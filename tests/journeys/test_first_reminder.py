# SPDX-License-Identifier: GPL-3.0-or-later
"""From a file of invoices and an empty book to a reminder that was sent."""

from journey import Journey, Role, main

GREETINGS = {"en": "Hello", "fr": "Bonjour"}


class FirstReminder:
    def test_from_a_file_to_a_reminder(self):
        self.start(str(self.write_invoices()))
        self.import_the_file()
        self.look_at_today()
        self.review()
        self.say_who_i_am()
        self.change_tone()
        self.send()
        self.find_it_among_the_sent()
        self.find_it_in_the_history()

    def import_the_file(self):
        word = self.words
        self.window.find(word.count("%u New", "%u New", 5), Role.LIST_ITEM)
        self.picture("preview")
        self.assertEqual(self.ask_invoices(), [])
        self.find_import().activate()
        self.window.find(word("_Review"), Role.BUTTON)
        self.picture("imported")
        self.assertEqual(len(self.ask_invoices()), 5)

    def ask_invoices(self):
        return self.ask("invoice", "list") if self.home.book.exists() else []

    def look_at_today(self):
        """The figures stand behind what the dialog says."""
        spoken = [one.name for one in self.window.walk() if one.role == Role.BUTTON]
        digits = ["".join(letter for letter in name if letter.isdigit()) for name in spoken]
        self.assertTrue(any(text.startswith("4180") for text in digits), spoken)
        self.assertTrue(any(text.startswith("1680") for text in digits), spoken)

    def review(self):
        self.window.find(self.words("_Review"), Role.BUTTON).activate()
        self.assertIn("S-101", self.find_letter().text)
        self.assertIn(GREETINGS[self.language], self.find_letter().text)
        self.assertFalse(self.find_send().is_sensitive(), "a letter needs somebody it is from")
        self.picture("no-sender")

    def say_who_i_am(self):
        word = self.words
        self.program.press("Control+comma")
        dialog = self.window.find(role=Role.DIALOG)
        dialog.find(word("Name"), Role.TEXT).write("Camille Sample")
        dialog.find(word("E-Mail"), Role.TEXT).write("camille@sample.example")
        dialog.find(word("IBAN"), Role.TEXT).write("FR76 3000 6000 0112 3456 7890 189")
        self.picture("business")
        dialog.find(word("Close"), Role.BUTTON).activate()
        self.window.wait_gone(word("IBAN"), Role.TEXT)
        self.wait_until(self.find_send().is_sensitive, "Send to be ready")

    def change_tone(self):
        """One key, from wherever the person is on the page."""
        before = self.find_letter().text
        self.window.find(self.words("Emoji", "tone"), Role.RADIO_BUTTON)
        self.program.press("3")
        self.wait_until(lambda: self.find_letter().text != before, "another tone")
        self.letter = self.find_letter().text
        self.assertIn("🙂", self.letter)
        self.picture("emoji")

    def send(self):
        self.find_send().activate()
        self.window.find(self.words("_Undo"), Role.BUTTON)
        self.window.find(containing="Sample Bakery", role=Role.LIST_ITEM)
        self.picture("sent")

    def find_it_among_the_sent(self):
        self.show("Sent")
        row = self.window.find(containing="Sample Studio", role=Role.LIST_ITEM)
        self.picture("sent-page")
        row.activate()
        dialog = self.window.find(role=Role.DIALOG)
        dialog.find(containing=self.letter.strip())
        self.picture("message")
        self.program.press("Escape")
        messages = self.ask("outbox", "--all")
        self.assertEqual([one["client"] for one in messages], ["Sample Studio"])
        self.assertIn(messages[0]["state"], ("accepted", "handed-over"))

    def find_it_in_the_history(self):
        self.show("Clients")
        self.find_row("Sample Studio").activate()
        history = self.window.find(self.words("History"), Role.LIST)
        self.wait_until(lambda: self.tells_of_the_reminder(history), "the reminder in the history")

    def tells_of_the_reminder(self, history):
        said = self.words("First reminder to %s saved as a file") % "studio@client.example"
        return any(said in one.name for one in history.walk())


class FirstReminderInEnglish(FirstReminder, Journey):
    language = "en"


class FirstReminderInFrench(FirstReminder, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
