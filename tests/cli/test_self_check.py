# SPDX-License-Identifier: GPL-3.0-or-later
"""What a draft says to look at on our own side first, because the client may not be to blame."""

from relance_cli import TODAY, main
from reminder_book import ReminderTest, after


class SelfCheck(ReminderTest):
    def setUp(self):
        super().setUp()
        self.add_late("Ada", "Bob")
        self.ask("invoice", "attach", "Ada-1", self.write("ada.pdf", "%PDF-1.4 a copy"))
        self.ask("payment", "add", "Bob-2", "1")

    def checks(self, client="Ada", today=TODAY, **options):
        draft = self.ask("draft", "--client", client, today=today, **options)
        return {check["kind"]: check["text"] for check in draft["checks"]}

    def test_nothing_to_look_at(self):
        self.assertEqual(self.checks(), {})
        self.assertEqual(self.checks(today=after(7)), {})
        self.assertNotIn("Look at this first:", self.run_cli("draft", "--client", "Ada").out)

    def test_old_news_of_the_bank(self):
        self.assertEqual(self.checks(today=after(8)),
                         {"payments": "Payments were last entered 8 days ago: have you looked at "
                                      "your bank account since?"})
        self.assertIn("Look at this first:\n- Payments were last entered 8 days ago",
                      self.run_cli("draft", "--client", "Ada", today=after(8)).out)
        self.ask("payment", "add", "Bob-2", "1", today=after(8))
        self.assertEqual(self.checks(today=after(8)), {})

    def test_no_news_of_the_bank_at_all(self):
        self.ask("undo")
        self.assertIn("No payment was ever entered", self.checks()["payments"])

    def test_money_that_counts_towards_nothing(self):
        payment = self.ask("payment", "receive", "Bob", "30", today=TODAY)["id"]
        payment = self.ask("payment", "allocate", payment, "--credit")["id"]
        self.assertEqual(self.checks("Bob")["credit"],
                         "€30.00 from this client counts towards no invoice yet: is it for one of "
                         "these?")
        self.assertNotIn("credit", self.checks("Ada"))
        self.ask("payment", "allocate", payment)
        self.assertNotIn("credit", self.checks("Bob"))

    def test_the_last_message_was_refused(self):
        self.server.plan = ["refuse"]
        self.approve("Ada")
        self.ask("send", code=1)
        text = self.checks()["last-message"]
        self.assertIn("The last message to this client did not leave.", text)
        self.assertIn("No such sender", text)
        self.assertNotIn("last-message", self.checks("Bob"))
        self.ask("client", "set", "Ada", "email=corrected@example.org")
        self.assertEqual(self.checks(), {})

    def test_nobody_knows_of_the_last_message(self):
        self.server.plan = ["drop"]
        message = self.approve("Ada")
        self.ask("send", code=1)
        self.assertIn("not known whether the last message", self.checks()["last-message"])
        self.ask("message", "resolve", message, "sent")
        self.assertEqual(self.checks(), {})

    def test_an_invoice_that_was_never_sent_as_far_as_is_known(self):
        self.assertEqual(self.checks("Bob"),
                         {"document": "This book has no copy of invoice Bob-2: did the client "
                                      "receive it?"})
        self.add_invoice("Bob", "Bob-3")
        self.assertIn("no copy of 2 of these invoices", self.checks("Bob")["document"])
        self.sit()
        self.assertEqual(self.checks("Bob"), {})

    def test_a_book_without_documents_asks_for_none(self):
        self.ask("undo")
        self.ask("undo")
        self.assertEqual(self.ask("invoice", "show", "Ada-1")["documents"], [])
        self.assertNotIn("document", self.checks("Bob"))

    def test_nowhere_to_write_to(self):
        self.ask("client", "set", "Ada", "email=")
        self.assertEqual(self.checks(), {"address": "This client has no mail address."})

    def test_a_letter_that_asks_for_nothing_needs_none(self):
        draft = self.ask("draft", "--client", "Bob", "--stage", "thanks", today=after(30))
        self.assertEqual(draft["checks"], [])


if __name__ == "__main__":
    main()
