# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients who are late, and the sittings in which they are written to."""

from datetime import date, timedelta

from fake_provider import SendingTest
from relance_cli import TODAY

DAY = date.fromisoformat(TODAY)


def after(days, hour=""):
    return (DAY + timedelta(days=days)).isoformat() + hour


class ReminderTest(SendingTest):
    """Somebody with a mail account, who sits down to write to who is late."""

    def setUp(self):
        super().setUp()
        self.add_account()

    def add_client(self, name, *pairs):
        self.ask("client", "add", name, f"email={name.lower()}@example.org", "language=en", *pairs)

    def add_invoice(self, client, number, amount="100", due="2026-10-15", **options):
        self.ask("invoice", "add", client, number, amount, "--issued", min(due, "2026-09-01"),
                 "--due", due, **options)

    def add_late(self, *names):
        for number, name in enumerate(names, 1):
            self.add_client(name)
            self.add_invoice(name, f"{name}-{number}")

    def find_due(self, name, **options):
        return next((due for due in self.ask("due", **options) if due["client"] == name), None)

    def sit(self, today=TODAY, env=None):
        """Approves all that may leave, and sends it; returns how many mails that made."""
        before = len(self.server.mails)
        for due in self.ask("due", today=today, env=env):
            if due["blocked"] is None:
                self.run_cli("approve", "--client", due["client"], today=today, env=env)
        self.ask("send", code=None, today=today, env=env)
        return len(self.server.mails) - before

    def sit_until_one_leaves(self, first, last=60):
        """Sits down once a day from that many days on; returns the day on which a mail left."""
        for days in range(first, last):
            if sent := self.sit(after(days)):
                self.assertEqual(sent, 1)
                return days
        return self.fail("nothing left")

    def mails_of(self, name):
        return [mail for mail in self.server.mails
                if mail["to"][0]["email"] == f"{name.lower()}@example.org"]
