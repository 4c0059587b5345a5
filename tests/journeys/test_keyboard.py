# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way from a file to a reminder, with nothing but keys."""

from journey import Journey, Role, main


class KeyboardOnly:
    def test_from_a_file_to_a_reminder(self):
        self.start(str(self.write_invoices()))
        self.import_the_file()
        self.say_who_i_am()
        self.change_the_letter()
        self.send()
        self.look_at_what_was_sent()
        self.look_at_the_client()

    def press_button(self, name):
        button = self.window.find(name, Role.BUTTON)
        self.wait_until(button.is_sensitive, f"{name} to be ready")
        button.focus()
        self.program.press("Return")

    def import_the_file(self):
        """Enter is all it takes: the button that one wants next has the focus."""
        button = self.find_import()
        self.wait_until(button.has_focus, "the focus on Import")
        self.program.press("Return")
        button = self.window.find(self.words("_Review"), Role.BUTTON)
        self.wait_until(button.has_focus, "the focus on Review")
        self.program.press("Return")
        self.find_letter()

    def fill(self, name, text):
        field = self.window.find(self.words(name), Role.TEXT)
        field.focus()
        self.program.type(text)
        self.wait_until(lambda: field.text == text, f"{text} to be typed")

    def say_who_i_am(self):
        self.program.press("Control+comma")
        self.fill("Name", "Camille Sample")
        self.fill("E-Mail", "camille@sample.example")
        self.program.press("Escape")
        self.window.wait_gone(self.words("E-Mail"), Role.TEXT)
        self.wait_until(self.find_send().is_sensitive, "Send to be ready")

    def change_the_letter(self):
        """A tone by one key; then words of one's own, among which 1, 2 and 3 are digits."""
        friendly = self.find_letter().text
        self.program.press("1")
        self.wait_until(lambda: self.find_letter().text != friendly, "another tone")
        letter = self.find_letter()
        letter.focus()
        self.program.press("Control+Home")
        self.program.type("Ref. 123 ")
        self.wait_until(lambda: self.find_letter().text.startswith("Ref. 123 "), "words of one’s own")
        self.picture("letter")

    def send(self):
        self.program.press("Control+Return")
        self.window.find(self.words("_Undo"), Role.BUTTON)

    def look_at_what_was_sent(self):
        self.program.press("Control+5")
        row = self.window.find(containing="Sample Studio", role=Role.LIST_ITEM)
        row.focus()
        self.program.press("Return")
        self.window.find(role=Role.DIALOG).find(containing="Ref. 123")
        self.picture("message")
        self.program.press("Escape")

    def look_at_the_client(self):
        self.program.press("Control+4")
        self.find_row("Sample Studio").focus()
        self.program.press("Return")
        said = self.words("First reminder to %s saved as a file") % "studio@client.example"
        self.window.find(self.words("History"), Role.LIST).find(containing=said)


class KeyboardOnlyInEnglish(KeyboardOnly, Journey):
    language = "en"


class KeyboardOnlyInFrench(KeyboardOnly, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
