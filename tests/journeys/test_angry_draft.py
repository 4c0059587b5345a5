# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter that is edited in anger: warned of, softened, put off or sent. With keys alone."""

from journey import Journey, Role, main

# What is typed before the letter, the kinder words for it, and what else is written.
ANGRY = {"en": "You are a thief. ", "fr": "Vous etes un voleur. "}
KIND = {"en": "I do not yet understand what is in the way. ",
        "fr": "Je ne comprends pas encore ce qui bloque. "}
MARKS = {"en": "Thanks!!! ", "fr": "Merci !!! "}
TOMORROW = "2026-11-25T10:00"
CALM = {"en": "Thanks! ", "fr": "Merci ! "}


class AngryDraft:
    def setUp(self):
        super().setUp()
        self.fill_book()

    def open_letter(self, today=None):
        self.start(today=today)
        self.show("Reminders")
        self.wait_until(self.find_send().is_sensitive, "Send to be ready")
        return self.find_letter()

    def write(self, text):
        letter = self.find_letter()
        letter.focus()
        self.program.press("Control+Home")
        self.program.type(text)
        self.wait_until(lambda: self.find_letter().text.startswith(text), "words of one’s own")

    def find_mend(self, quote):
        return self.window.find(containing=quote, role=Role.BUTTON)

    def press(self, button):
        button.focus()
        self.program.press("Return")

    def expect(self, start):
        self.wait_until(lambda: self.find_letter().text == start, f"“{start}” in the letter")

    def test_softened_and_sent(self):
        before = self.open_letter().text
        angry, kind = ANGRY[self.language] + before, KIND[self.language] + before
        self.write(ANGRY[self.language])
        self.find_mend(ANGRY[self.language].strip(". "))
        self.window.find(self.words("Read It Again Tomorrow"), Role.BUTTON)
        self.picture("warned")
        self.go_to_the_words()
        self.press(self.find_mend(ANGRY[self.language].strip(". ")))
        self.expect(kind)
        self.window.wait_gone(self.words("Read It Again Tomorrow"), Role.BUTTON)
        self.picture("softened")
        self.undo_and_soften_again(angry, kind)
        self.calm_the_marks(kind)
        self.send(CALM[self.language] + kind)

    def go_to_the_words(self):
        """The words in what is said of them lead to where they stand in the letter."""
        words = ANGRY[self.language].strip(". ")
        self.window.find(containing=words, role=Role.LABEL).focus()
        self.program.press("Return")
        letter = self.find_letter()
        self.wait_until(letter.has_focus, "the letter to have the focus")
        self.assertEqual(letter.selection(), words)

    def undo_and_soften_again(self, angry, kind):
        """One goes on in the letter, where one step takes it back."""
        self.assertTrue(self.find_letter().has_focus())
        self.program.press("Control+z")
        self.expect(angry)
        self.press(self.find_mend(ANGRY[self.language].strip(". ")))
        self.expect(kind)

    def calm_the_marks(self, kind):
        self.write(MARKS[self.language])
        self.press(self.find_mend("!!!"))
        self.expect(CALM[self.language] + kind)

    def send(self, text):
        self.wait_until(self.find_send().is_sensitive, "Send to be ready")
        self.program.press("Control+Return")
        self.window.find(self.words("_Undo"), Role.BUTTON)
        [message] = self.ask("outbox", "--all")
        self.assertEqual(message["client"], "Sample Studio")
        self.program.press("Control+5")
        row = self.window.find(containing="Sample Studio", role=Role.LIST_ITEM)
        row.focus()
        self.program.press("Return")
        self.window.find(role=Role.DIALOG).find(containing=text.strip())
        self.program.press("Escape")

    def test_read_again_tomorrow(self):
        """The client waits until the next morning, and the letter with it, even if one quits."""
        self.open_letter()
        self.write(ANGRY[self.language])
        self.press(self.window.find(self.words("Read It Again Tomorrow"), Role.BUTTON))
        self.wait_until(lambda: "S-102" in self.find_letter().text, "the next letter")
        self.picture("put-off")
        self.assert_waits(True)
        self.close()
        letter = self.open_letter(TOMORROW)
        self.assertTrue(letter.text.startswith(ANGRY[self.language]), letter.text)
        self.find_mend(ANGRY[self.language].strip(". "))
        self.picture("next-day")

    def assert_waits(self, waits):
        [row] = [row for row in self.ask("due") if row["client"] == "Sample Studio"]
        self.assertEqual(bool(row["blocked"]), waits, row)


class AngryDraftInEnglish(AngryDraft, Journey):
    language = "en"


class AngryDraftInFrench(AngryDraft, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
