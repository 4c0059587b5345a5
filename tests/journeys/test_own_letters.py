# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter is edited wrongly, shown at its line, put right, saved and used; then the original."""

from journey import Journey, Role, main

WRONG = "Subject: Hello\n\n{{#one}}\nPlease look at {{number}}.\n"
LINE = "{{#one}}"
RIGHT = "Subject: Hello {{#one}}{{number}}{{/one}}\n\nThese are words of my own.\n"


class OwnLetters:
    def setUp(self):
        super().setUp()
        self.fill_book()
        self.ask("business", "set", f"language={self.language}")
        self.start()
        self.window.find(self.words("What to Do Now"))
        self.show_preferences("Letters")
        self.picture("letters")

    def open(self):
        self.window.find(self.words("First reminder"), Role.LIST_ITEM).activate()
        return self.find_words()

    def find_words(self):
        return self.window.find(self.words("Words of the letter"), Role.TEXT)

    def find_save(self):
        return self.window.find(self.words("Save", "letter"), Role.BUTTON)

    def list_own(self):
        return [one["name"] for one in self.ask("letters", "list") if one["own"]]

    def choose_menu(self, label):
        label = self.words.catalogue.gettext(label)
        self.window.find(self.words("More Actions"), Role.TOGGLE_BUTTON).activate()
        self.window.find(self.words("More Actions"), Role.MENU)
        self.program.press(label[label.index("_") + 1].lower())

    def test_wrong_at_its_line_then_restored(self):
        original = self.open().text
        self.window.find(containing="S-101", role=Role.LABEL)
        self.picture("original")
        self.assertFalse(self.find_save().is_sensitive())
        self.write_wrong()
        self.write_right()
        [name] = self.list_own()
        self.assertEqual(self.ask("letters", "show", name)["template"], RIGHT)
        draft = self.ask("letters", "show", name, "--client", "Sample Studio")
        self.assertEqual(draft["text"], "These are words of my own.")
        self.restore(original)

    def write_wrong(self):
        self.find_words().write(WRONG)
        fault = self.window.find(containing=self.words("Line %1$u: %2$s").split("%")[0] + "3",
                                 role=Role.BUTTON)
        self.picture("wrong")
        self.assertFalse(self.find_save().is_sensitive())
        fault.focus()
        self.program.press("Return")
        self.wait_until(lambda: self.find_words().selection() == LINE, "the line to be selected")
        self.assertEqual(self.list_own(), [])

    def write_right(self):
        self.find_words().write(RIGHT)
        self.window.find(containing="Hello S-101")
        self.wait_until(self.find_save().is_sensitive, "Save to be ready")
        self.picture("right")
        self.program.press("Control+s")
        self.wait_until(self.list_own, "the letter to be saved")

    def restore(self, original):
        self.choose_menu("Back to the _Original")
        undo = self.window.find(self.words("_Undo"), Role.BUTTON)
        self.assertEqual(self.find_words().text, original)
        self.picture("restored")
        undo.activate()
        self.wait_until(lambda: self.find_words().text == RIGHT, "the words to come back")
        self.wait_until(self.list_own, "the letter to be one’s own again")
        self.choose_menu("Back to the _Original")
        self.wait_until(lambda: not self.list_own(), "the original to be used")

    def test_what_was_not_saved_is_kept(self):
        self.open().write(WRONG)
        self.window.find(self.words("Not saved yet"))
        self.program.press("Escape")
        self.window.wait_gone(self.words("Words of the letter"))
        self.window.find(containing=self.words.count("%u not saved yet", "%u not saved yet", 1)
                         .replace("%u", "1"))
        self.picture("kept")
        self.assertEqual(self.open().text, WRONG)
        self.assertEqual(self.list_own(), [])

    def test_insert(self):
        letter = self.open()
        before = letter.text
        self.window.find(self.words("_Insert"), Role.TOGGLE_BUTTON).activate()
        self.picture("insert")
        self.window.find(self.words("Name of the client"), Role.LIST_ITEM).activate()
        self.wait_until(lambda: self.find_words().text == "{{client.name}}" + before, "the variable")
        self.wait_until(lambda: self.find_words().has_focus(), "the words to have the focus")


class OwnLettersInEnglish(OwnLetters, Journey):
    language = "en"


class OwnLettersInFrench(OwnLetters, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
