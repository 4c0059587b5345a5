# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking around in the sample book, which is marked as one and can never send."""

from journey import Journey, Role, main


class SampleBook:
    def test_look_around(self):
        word = self.words
        self.start()
        self.window.find(word("_Look Around"), Role.BUTTON).activate()
        self.window.find(word("Sample data — nothing is ever sent"))
        self.window.find(word("Paid on Time, Paid Late"))
        self.picture("today")
        self.try_to_send()
        self.window.find(word("_Leave"), Role.BUTTON).activate()
        self.window.find(word("_Look Around"), Role.BUTTON)
        self.window.wait_gone(word("Sample data — nothing is ever sent"))

    def try_to_send(self):
        self.show("Reminders")
        sample = str(self.home.path / "data" / "relance" / "sample.db")
        before = self.ask("--book", sample, "outbox", "--all")
        self.find_letter()
        self.wait_until(self.find_send().is_sensitive, "Send to be ready")
        self.find_send().activate()
        self.window.find(self.words("The sample book never sends. Open your own book to write to "
                                    "real people."))
        self.picture("never")
        self.assertEqual(self.ask("--book", sample, "outbox", "--all"), before)


class SampleBookInEnglish(SampleBook, Journey):
    language = "en"


class SampleBookInFrench(SampleBook, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
