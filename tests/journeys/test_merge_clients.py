#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two clients that are one, merged from the page of the client, and taken apart again."""

from journey import Journey, Role, main


class MergeClients:
    def test_and_undo_from_the_toast(self):
        self.open_the_client()
        self.merge()
        self.window.find(self.words("_Undo"), Role.BUTTON).activate()
        self.assert_apart()

    def test_and_undo_by_the_keyboard(self):
        self.open_the_client()
        self.merge()
        self.program.press("Control+z")
        self.assert_apart()

    def test_into_the_other_one(self):
        """The one on screen goes; the other one takes its place there."""
        self.open_the_client()
        dialog = self.choose_the_other()
        radio = dialog.find("Sample Studio", Role.RADIO_BUTTON)
        self.wait_until(radio.has_focus, "the focus on the choice")
        self.program.press("Down")
        self.program.press("space")
        other = dialog.find("Sample Studio SARL", Role.RADIO_BUTTON)
        self.wait_until(lambda: other.is_checked(), "the other one to be chosen")
        self.press_merge(dialog)
        self.wait_until(lambda: self.list_names() == ["Sample Bakery", "Sample Studio SARL",
                                                      "Sample Workshop"], "the merge")
        self.assertEqual(self.ask("client", "show", "Sample Studio SARL")["currencies"][0]["owed"],
                         125000)

    def open_the_client(self):
        self.fill_book()
        self.ask("client", "add", "Sample Studio SARL", "siren=732829320")
        self.ask("invoice", "add", "Sample Studio SARL", "S-201", "50", "--issued", "2026-11-01",
                 "--due", "2026-12-01")
        self.start()
        self.program.press("Control+4")
        self.find_row("Sample Studio").activate()
        self.window.find(self.words("More"), Role.TOGGLE_BUTTON)

    def choose_the_other(self):
        """By keys alone."""
        self.window.find(self.words("More"), Role.TOGGLE_BUTTON).activate()
        self.window.find(self.words("More"), Role.MENU)
        self.program.press(self.find_mnemonic("_Merge With…"))
        dialog = self.window.find(role=Role.DIALOG)
        row = dialog.find("Sample Studio SARL", Role.LIST_ITEM)
        row.focus()
        self.picture("search")
        self.program.press("Return")
        dialog.find(self.words("Which One Stays"))
        return dialog

    def find_mnemonic(self, text):
        """The letter that chooses an item of an open menu."""
        label = self.words.catalogue.gettext(text)
        return label[label.index("_") + 1].lower()

    def press_merge(self, dialog):
        dialog.find(self.words("_Merge"), Role.BUTTON).activate()
        self.window.wait_gone(role=Role.DIALOG)

    def merge(self):
        dialog = self.choose_the_other()
        dialog.find(self.words("Payments and Credit Notes"))
        self.picture("plan")
        self.press_merge(dialog)
        self.wait_until(lambda: self.list_names() == ["Sample Bakery", "Sample Studio",
                                                      "Sample Workshop"], "the merge")
        self.assertEqual(self.ask("client", "show", "Sample Studio")["siren"], "732829320")
        self.window.find("S-201")
        self.picture("merged")

    def assert_apart(self):
        self.wait_until(lambda: self.list_names() == ["Sample Bakery", "Sample Studio",
                                                      "Sample Studio SARL", "Sample Workshop"],
                        "the merge to be taken back")
        self.assertIsNone(self.ask("client", "show", "Sample Studio")["siren"])
        self.assertTrue(self.ask("check")["ok"])
        self.picture("apart")

    def list_names(self):
        return [one["name"] for one in self.ask("client", "list")]


class MergeClientsInEnglish(MergeClients, Journey):
    language = "en"


class MergeClientsInFrench(MergeClients, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
