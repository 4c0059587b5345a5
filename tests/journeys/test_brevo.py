# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail account set up in the window, and one reminder sent through it, once."""

import threading

from journey import Journey, Role, main
from fake_provider import KEY, Server


class Brevo:
    def setUp(self):
        super().setUp()
        self.server = Server()
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        self.addCleanup(self.stop_server)

    def stop_server(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def test_send_once(self):
        self.fill_book()
        self.start()
        self.window.find(self.words("Paid on Time, Paid Late"))
        self.show_preferences("Mail Account")
        self.add_account()
        self.check_key()
        self.window.find(role=Role.DIALOG).find(self.words("Close"), Role.BUTTON).activate()
        self.window.wait_gone(self.words("Mail Account"), Role.LIST_ITEM)
        self.send()
        self.assert_sent_once()

    def add_account(self):
        word = self.words
        self.window.find(word("_Advanced"), Role.BUTTON).activate()
        address = f"http://127.0.0.1:{self.server.server_port}/v3"
        self.window.find(word("Base Address (empty for Brevo’s own)"), Role.TEXT).write(address)
        self.type_key("not-the-key")
        said = self.words("The mail provider does not accept the key. Copy it again from your "
                          "account there.")
        self.window.find(containing=said)
        self.picture("bad-key")
        self.type_key(KEY)

    def type_key(self, key):
        field = self.window.find(self.words("API Key"), Role.TEXT)
        field.focus()
        self.program.press("Control+a")
        self.program.type(key)
        self.program.press("Return")

    def check_key(self):
        word = self.words
        self.window.find(word("_Check the Key"), Role.BUTTON).activate()
        self.window.find(word("The key is good."))
        self.picture("ready")

    def send(self):
        self.show("Reminders")
        self.wait_until(self.find_send().is_sensitive, "Send to be ready")
        self.find_send().activate()
        self.window.find(self.words("_Undo"), Role.BUTTON)
        self.show("Sent")
        self.window.find(containing="Sample Studio", role=Role.LIST_ITEM)

    def assert_sent_once(self):
        self.assertEqual([mail["to"][0]["email"] for mail in self.server.mails],
                         ["studio@client.example"])
        message = self.ask("outbox", "--all")[0]
        self.assertEqual((message["state"], message["provider"]), ("accepted", "brevo"))


class BrevoInEnglish(Brevo, Journey):
    language = "en"


class BrevoInFrench(Brevo, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
