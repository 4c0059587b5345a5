# SPDX-License-Identifier: GPL-3.0-or-later
"""From an invoice file to a reminder that left, once, against a provider made of sockets."""

import email
import email.policy
from pathlib import Path

from fake_provider import KEY, SendingTest
from relance_cli import TODAY, CliTest, main

ROWS = """Invoice Number,Issue Date,Due Date,Client,Email,Total Amount,Currency
F-1,2026-09-01,2026-10-01,Late Sample,late@example.org,1234.50,EUR
F-2,2026-09-01,2026-10-15,Other Sample,other@example.org,80.00,EUR
"""
OUTBOX_KEYS = {"id", "client", "to", "invoices", "subject", "state", "reason", "tries",
               "next_try_at", "provider", "provider_reference"}


class Sending(SendingTest):
    def setUp(self):
        super().setUp()
        self.ask("import", "-", stdin=ROWS)

    def assert_key_is_nowhere(self):
        for path in filter(Path.is_file, self.book.parent.rglob("*")):
            self.assertNotIn(KEY.encode(), path.read_bytes(), path)

    def test_the_whole_line(self):
        account = self.add_account()
        self.assertLessEqual({"id", "provider", "base_url", "state"}, set(account))
        self.assertEqual((account["provider"], account["state"]), ("brevo", "ready"))
        self.assertEqual(len(self.ask("due")), 2)
        draft = self.ask("draft", "--client", "Late Sample")
        approved = self.ask("approve", "--client", "Late Sample")
        self.assertLessEqual({"id", "state", "not_before"}, set(approved))
        self.assertEqual((approved["state"], approved["not_before"]),
                         ("approved", "2026-11-24T09:00:00Z"))
        [waiting] = self.ask("outbox")
        self.assertLessEqual(OUTBOX_KEYS, set(waiting))
        self.assertEqual((waiting["client"], waiting["to"], waiting["invoices"], waiting["state"],
                          waiting["tries"]),
                         ("Late Sample", "late@example.org", ["F-1"], "approved", 0))
        report = self.ask("send")
        self.assertEqual({key: report[key] for key in ("accepted", "waiting", "refused", "unknown",
                                                       "withdrawn")},
                         {"accepted": 1, "waiting": 0, "refused": 0, "unknown": 0, "withdrawn": 0})
        self.assertEqual([(m["id"], m["state"]) for m in report["messages"]],
                         [(approved["id"], "accepted")])
        [mail] = self.server.mails
        self.assertEqual((mail["sender"]["email"], mail["to"][0]["email"], mail["subject"],
                          mail["textContent"]),
                         ("me@example.org", "late@example.org", draft["subject"], draft["text"]))
        self.assertEqual(self.ask("outbox"), [])
        sent = self.outbox()[approved["id"]]
        self.assertEqual((sent["state"], sent["provider"], sent["tries"], sent["next_try_at"]),
                         ("accepted", "brevo", 1, None))
        self.assertEqual(sent["provider_reference"], f"<{approved['id']}@example.org>")
        self.assertEqual(self.ask("send")["messages"], [])
        self.assertEqual(len(self.server.mails), 1)
        self.assertEqual(self.ask("check"), {"ok": True, "findings": []})
        self.assert_key_is_nowhere()

    def test_a_message_and_its_tries(self):
        self.add_account()
        message = self.approve()
        self.ask("send")
        shown = self.ask("message", "show", message)
        self.assertLessEqual(OUTBOX_KEYS | {"text", "html", "attempts"}, set(shown))
        [attempt] = shown["attempts"]
        self.assertEqual((attempt["purpose"], attempt["http_status"]), ("send", 201))
        self.assertIn("F-1", shown["text"])
        self.assertIn("late@example.org", self.run_cli("message", "show", message).out)
        self.refuse("message", "show", "nonsense", code=3, error="not-found")
        events = self.ask("invoice", "show", "F-1")["events"]
        self.assertTrue(any(event["message"] == message for event in events), events)

    def test_told_to_wait(self):
        self.add_account()
        message = self.approve()
        self.server.plan = ["later"]
        report = self.ask("send", code=1)
        self.assertEqual((report["waiting"], report["messages"][0]["state"]), (1, "waiting"))
        waiting = self.outbox()[message]
        self.assertTrue(waiting["reason"])
        self.assertRegex(waiting["next_try_at"], r"^2026-11-24T09:\d\d:\d\dZ$")
        self.assertGreaterEqual(waiting["next_try_at"], "2026-11-24T09:02:00Z")
        self.ask("send", today=TODAY + "T10:01", code=None)
        self.assertEqual(self.server.mails, [])
        self.assertEqual(self.ask("send", today=TODAY + "T12:00")["accepted"], 1)
        self.assertEqual(len(self.server.mails), 1)

    def test_a_lost_answer_is_never_a_second_mail(self):
        self.add_account()
        message = self.approve()
        self.server.plan = ["drop"]
        report = self.ask("send", code=1)
        self.assertEqual((report["unknown"], self.outbox()[message]["state"]), (1, "unknown"))
        self.assertEqual(self.ask("check"), {"ok": True, "findings": []})
        self.assertEqual(self.ask("send", today=TODAY + "T10:10")["accepted"], 1)
        self.assertEqual(len(self.server.mails), 1)

    def test_the_user_says_what_became_of_it(self):
        self.add_account()
        message = self.approve()
        self.server.plan = ["drop"]
        self.ask("send", code=1)
        self.assertEqual(self.ask("message", "resolve", message, "sent")["state"], "accepted")
        self.refuse("message", "resolve", message, "sent", code=3, error="too-late")
        self.refuse("message", "resolve", message, "perhaps", code=2, error="usage")
        self.assertEqual(len(self.server.mails), 1)

    def test_refused_by_the_provider(self):
        self.add_account()
        message = self.approve()
        self.server.plan = ["refuse"]
        self.assertEqual(self.ask("send", code=1)["refused"], 1)
        self.assertIn("No such sender", self.run_cli("outbox").out)
        self.assertEqual(self.outbox()[message]["state"], "refused")
        self.assertEqual(self.ask("send")["messages"], [])

    def test_paid_meanwhile_is_withdrawn(self):
        self.add_account()
        message = self.approve()
        self.ask("payment", "add", "F-1", "1234.50")
        report = self.ask("send")
        self.assertEqual((report["withdrawn"], report["accepted"]), (1, 0))
        self.assertEqual(self.outbox()[message]["state"], "withdrawn")
        self.assertEqual(self.server.mails, [])

    def test_at_night_it_waits_for_the_morning(self):
        self.add_account()
        approved = self.ask("approve", "--client", "Late Sample", today=TODAY + "T23:30")
        self.assertGreater(approved["not_before"], "2026-11-25T06:00:00Z")
        report = self.ask("send", today=TODAY + "T23:40", code=1)
        self.assertEqual((report["waiting"], report["messages"][0]["state"]), (1, "approved"))
        self.assertTrue(report["messages"][0]["reason"])
        self.assertEqual(self.server.mails, [])
        self.assertEqual(self.ask("send", today="2026-11-25T11:00")["accepted"], 1)

    def test_on_a_holiday_of_the_client_it_waits_and_says_so(self):
        self.add_account()
        self.ask("client", "set", "Late Sample", "country=FR", "postcode=67000")
        approved = self.ask("approve", "--client", "Late Sample", today="2027-03-26T11:00")
        self.assertEqual(approved["not_before"], "2027-03-30T07:00:00Z")
        report = self.ask("send", today="2027-03-26T11:10", code=1)
        self.assertEqual((report["waiting"], report["messages"][0]["reason"]), (1, "holiday"))
        self.assertIn("A holiday where the client is: it leaves Tuesday 30 March, 09:00.",
                      self.run_cli("outbox", today="2027-03-26T11:20").out)
        self.assertEqual(self.server.mails, [])
        self.assertEqual(self.ask("send", today="2027-03-30T09:05")["accepted"], 1)

    def test_it_keeps_the_hours_of_the_client_by_the_clock_of_the_client(self):
        self.add_account()
        self.ask("client", "set", "Late Sample", "time_zone=America/New_York", "hours=10:00-12:00")
        approved = self.ask("approve", "--client", "Late Sample", today=TODAY + "T11:00")
        self.assertEqual((approved["not_before"], self.outbox()[approved["id"]]["time_zone"]),
                         ("2026-11-24T15:00:00Z", "America/New_York"))
        self.assertIn("Tuesday 24 November, 16:00 (10:00 where the client is)",
                      self.run_cli("outbox", today=TODAY + "T11:00").out)
        self.ask("send", today=TODAY + "T15:59", code=1)
        self.assertEqual(self.server.mails, [])
        self.assertEqual(self.ask("send", today=TODAY + "T16:00")["accepted"], 1)

    def test_what_comes_due_after_hours_waits_for_the_next_day_of_the_client(self):
        self.add_account()
        self.ask("client", "set", "Late Sample", "time_zone=Pacific/Auckland")
        approved = self.ask("approve", "--client", "Late Sample", today=TODAY + "T10:00")
        self.assertEqual(approved["not_before"], "2026-11-24T20:00:00Z")
        self.ask("send", today="2026-11-25T07:00", code=1)  # 19:00 there
        self.assertEqual(self.server.mails, [])
        self.assertIn("Wednesday 25 November, 21:00 (Thursday, 09:00 where the client is)",
                      self.run_cli("outbox", today="2026-11-25T07:00").out)
        self.assertEqual(self.ask("send", today="2026-11-25T21:00")["accepted"], 1)

    def test_never_two_of_the_same(self):
        self.add_account()
        self.approve()
        self.refuse("approve", "--client", "Late Sample", code=1, error="blocked")
        self.ask("send")
        self.refuse("approve", "--client", "Late Sample", code=1, error="blocked")
        self.assertEqual(len(self.outbox()), 1)

    def test_a_bad_key_is_not_kept(self):
        message = self.refuse("account", "add", "brevo", "--base-url", self.url,
                              stdin="xkeysib-wrong\n", code=3, error="account")
        self.assertNotIn("xkeysib-wrong", message)
        self.assertEqual(self.ask("account", "list"), [])
        self.refuse("account", "add", "brevo", "--base-url", self.url, stdin="", code=3,
                    error="input")
        self.refuse("account", "add", "brevo", "--base-url", "http://example.org", stdin=KEY,
                    code=3, error="invalid")
        self.assertEqual(self.ask("account", "list"), [])

    def test_accounts(self):
        account = self.add_account()
        self.assertEqual(self.ask("account", "list"), [account])
        self.assertEqual(self.ask("account", "check", account["id"])["state"], "ready")
        self.refuse("account", "check", "nonsense", code=3, error="not-found")
        self.assertEqual(self.ask("account", "remove", account["id"])["id"], account["id"])
        self.assertEqual(self.ask("account", "list"), [])

    def test_the_key_is_in_no_answer(self):
        account = self.ask("account", "add", "brevo", "--base-url", self.url, stdin=KEY)
        for words in (["account", "list"], ["account", "check", account["id"]],
                      ["account", "list", "--json"]):
            answer = self.run_cli(*words)
            self.assertNotIn(KEY, answer.out + answer.err)
        self.assert_key_is_nowhere()

    def test_unchecked_account(self):
        account = self.ask("account", "add", "brevo", "--base-url", self.url, "--no-check",
                           stdin="xkeysib-other\n")
        self.assertEqual(account["state"], "unchecked")
        checked = self.ask("account", "check", account["id"], code=1)
        self.assertEqual(checked["state"], "attention")
        self.assertTrue(checked["reason"])


class Folder(CliTest):
    """With no account at all, a mail is a file."""

    def setUp(self):
        super().setUp()
        self.ask("business", "set", "name=Sample Studio")
        self.ask("import", "-", stdin=ROWS)
        self.ask("sender", "add", "me@example.org", "--name", "Mé Sample")

    def read_mail(self, message):
        path = self.ask("message", "show", message)["provider_reference"]
        with open(path, "rb") as file:
            return email.message_from_binary_file(file, policy=email.policy.default)

    def test_no_account(self):
        message = self.ask("approve", "--client", "Late Sample")["id"]
        self.assertEqual(self.ask("send")["accepted"], 1)
        mail = self.read_mail(message)
        self.assertEqual((mail["To"].addresses[0].addr_spec, mail["From"].addresses[0].display_name,
                          mail["X-Relance-Id"]), ("late@example.org", "Mé Sample", message))
        self.assertIn("F-1", mail["Subject"])
        self.assertEqual({part.get_content_type() for part in mail.walk() if not part.is_multipart()},
                         {"text/plain", "text/html"})
        self.assertEqual(self.ask("outbox", "--all")[0]["provider"], "folder")

    def test_a_folder_of_ones_own(self):
        account = self.ask("account", "add", "folder", "--set", f"path={self.folder / 'mine'}")
        self.assertEqual((account["provider"], account["state"]), ("folder", "ready"))
        message = self.ask("approve", "--client", "Other Sample")["id"]
        self.ask("send")
        self.read_mail(message)
        self.assertEqual(len(list((self.folder / "mine").iterdir())), 1)

    def test_a_folder_for_a_new_book(self):
        self.book = self.folder / "other" / "book.db"
        account = self.ask("account", "add", "folder")
        self.assertEqual(account["base_url"], str(self.folder / "other" / "outgoing"))
        self.assertTrue(self.book.exists())


if __name__ == "__main__":
    main()
