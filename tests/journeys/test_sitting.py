# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole sitting of five clients, by keyboard alone."""

from journey import Journey, Role, main

HEAD = {"en": "Invoice Number,Issue Date,Due Date,Client,Email,Total Amount,Currency",
        "fr": "Numéro Facture;Date Émission;Date Échéance;Client;E-mail;Montant TTC;Devise"}
DAYS = {"en": ("2026-09-20", "2026-10-20"), "fr": ("20/09/2026", "20/10/2026")}
CLIENTS = ("Sample Atelier", "Sample Bakery", "Sample Clinic", "Sample Dairy", "Sample Estate")
REASON = "abc"


class Sitting:
    def setUp(self):
        super().setUp()
        path = self.home.path / "five.csv"
        path.write_text(self.list_invoices(), encoding="utf-8")
        self.ask("import", str(path))
        self.set_business()

    def list_invoices(self):
        """The first owes most, so that it comes first in the queue."""
        mark = ";" if self.language == "fr" else ","
        lines = [HEAD[self.language]]
        for index, client in enumerate(CLIENTS):
            amount = f"{900 - 100 * index}{',' if self.language == 'fr' else '.'}00"
            address = client.split()[1].lower() + "@client.example"
            lines.append(mark.join((f"V-10{index}", *DAYS[self.language], client, address, amount,
                                    "EUR")))
        return "\n".join(lines) + "\n"

    def expect(self, index):
        """The letter to that client is on screen, and how far one is."""
        self.wait_until(lambda: f"V-10{index}" in self.find_letter().text, CLIENTS[index])
        self.window.find(self.words("%1$d of %2$d", "queue").replace("%1$d", str(index + 1))
                         .replace("%2$d", "5"))
        self.wait_until(self.find_send().is_sensitive, "Send to be ready")

    def test_five_clients(self):
        self.start()
        self.program.press("Control+2")
        self.expect(0)
        self.change_tone_and_send()
        self.put_off()
        self.write_and_send()
        self.pause()
        self.preview_and_send()
        self.window.find(self.words("That’s everyone. See you next week."))
        self.picture("done")
        self.look_at_the_book()

    def change_tone_and_send(self):
        before = self.find_letter().text
        self.program.press("3")
        self.wait_until(lambda: self.find_letter().text != before, "another tone")
        self.wait_until(self.find_send().is_sensitive, "Send to be ready")
        self.program.press("Control+Return")
        self.expect(1)

    def put_off(self):
        self.program.press("Control+l")
        self.window.find(self.words("Tomorrow", "later"))
        self.picture("later")
        self.program.press("Return")
        self.expect(2)

    def write_and_send(self):
        self.find_letter().focus()
        self.program.press("Control+Home")
        self.program.type("xyz ")
        self.wait_until(lambda: self.find_letter().text.startswith("xyz "), "own words")
        self.wait_until(self.find_send().is_sensitive, "Send to be ready")
        self.program.press("Control+Return")
        self.expect(3)

    def pause(self):
        self.program.press("Control+Shift+l")
        dialog = self.window.find(role=Role.DIALOG)
        self.wait_until(lambda: (self.program.find_focused() or dialog).role == Role.TEXT,
                        "a place for the reason")
        self.program.type(REASON)
        self.picture("pause")
        button = dialog.find(self.words("_Leave Out"), Role.BUTTON)
        self.wait_until(button.is_sensitive, "the reason to be read")
        button.focus()
        self.program.press("Return")
        self.window.wait_gone(role=Role.DIALOG)
        self.expect(4)

    def preview_and_send(self):
        self.program.press("Control+Shift+p")
        self.window.find(role=Role.DIALOG).find(self.words("Mail", "preview"), Role.PAGE_TAB)
        self.picture("preview")
        self.program.press("Escape")
        self.window.wait_gone(role=Role.DIALOG)
        self.program.press("Control+Return")

    def look_at_the_book(self):
        """Three were written to, two wait, and nobody is left to be written to today."""
        sent = sorted(one["client"] for one in self.ask("outbox", "--all"))
        self.assertEqual(sent, [CLIENTS[0], CLIENTS[2], CLIENTS[4]])
        blocked = {row["client"]: row["blocked"] for row in self.ask("due")}
        self.assertTrue(all(blocked[client] for client in CLIENTS), blocked)
        self.assertIn(REASON, blocked[CLIENTS[3]])


class SittingInEnglish(Sitting, Journey):
    language = "en"


class SittingInFrench(Sitting, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
