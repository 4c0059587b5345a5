# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reminder promises whatever happens: once, kindly, never to who has paid. Here what the
clock, a crash and a change of the facts may do; test_reminder_letters.py has what letters say."""

from relance_cli import TODAY, main
from reminder_book import ReminderTest, after


class Promises(ReminderTest):
    def test_01_a_hundred_sittings_in_one_day_write_once_to_a_client(self):
        self.add_late("Ada", "Bob")
        for turn in range(100):
            moment = f"{TODAY}T{(14, 15, 14, 13)[turn % 4]:02}:{turn % 60:02}"
            self.run_cli("approve", "--client", ("Ada", "Bob")[turn % 2], today=moment)
            self.run_cli("send", today=moment)
        self.assertEqual((len(self.mails_of("Ada")), len(self.mails_of("Bob"))), (1, 1))
        self.assertEqual(self.ask("check"), {"ok": True, "findings": []})

    def test_02_what_was_missed_is_caught_up_once_at_the_next_level(self):
        self.add_late("Ada", "Bob")
        self.assertEqual(self.sit(), 2)
        self.assertEqual(self.sit(after(21)), 2)
        for days in (21, 22, 23, 24, 27):
            self.assertEqual(self.sit(after(days)), 0)
        for name in ("Ada", "Bob"):
            self.assertEqual(self.find_due(name, today=after(21))["last_stage"], "second")
            self.assertEqual(len(self.mails_of(name)), 2)

    def test_03_a_crash_after_the_provider_took_a_mail_sends_no_second_one(self):
        self.add_late("Ada")
        message = self.approve("Ada")
        self.send_and_be_killed("taken")
        self.assertEqual(len(self.server.mails), 1)
        for moment in ("T10:01", "T10:10", "T12:00"):
            self.ask("send", today=TODAY + moment, code=None)
        self.assertEqual((len(self.server.mails), self.outbox()[message]["state"]), (1, "accepted"))
        self.assertEqual(self.ask("check"), {"ok": True, "findings": []})

    def test_04_a_crash_before_the_provider_was_asked_sends_exactly_one(self):
        self.add_late("Ada")
        message = self.approve("Ada")
        self.send_and_be_killed("reached")
        self.assertEqual(self.server.mails, [])
        for moment in ("T10:01", "T10:10", "T12:00"):
            self.ask("send", today=TODAY + moment, code=None)
        self.assertEqual((len(self.server.mails), self.outbox()[message]["state"]), (1, "accepted"))
        self.assertEqual(self.ask("check"), {"ok": True, "findings": []})

    def test_05_a_very_old_invoice_is_first_met_gently(self):
        rows = ("Invoice Number,Issue Date,Due Date,Client,Email,Total Amount,Currency\n"
                f"F-1,{after(-230)},{after(-200)},Ada,ada@example.org,950.00,EUR\n")
        self.ask("import", "-", stdin=rows)
        due = self.find_due("Ada")
        self.assertEqual((due["stage"], due["blocked"]), ("first", None))
        self.assertIn("200 days late and never reminded: a kind word comes first.", due["why"])
        draft = self.ask("draft", "--client", "Ada")
        self.assertEqual((draft["stage"], draft["stops"], draft["warnings"]), ("first", [], []))
        self.assertEqual(self.sit(), 1)
        self.assertEqual(self.sit(after(1)), 0)

    def test_06_three_sittings_in_a_day_do_not_climb_three_levels(self):
        self.add_late("Ada")
        for moment in ("T10:00", "T11:30", "T16:00"):
            self.ask("draft", "--client", "Ada", today=TODAY + moment)
            self.sit(TODAY + moment)
        self.assertEqual(len(self.server.mails), 1)
        self.assertEqual(self.find_due("Ada")["last_stage"], "first")
        self.assertNotEqual(self.find_due("Ada", today=after(1))["blocked"], None)

    def test_07_who_has_paid_since_is_not_written_to_and_it_is_said(self):
        self.add_late("Ada")
        message = self.approve("Ada")
        self.ask("payment", "add", "Ada-1", "100")
        report = self.ask("send")
        self.assertEqual([(m["id"], m["state"], m["reason"]) for m in report["messages"]],
                         [(message, "withdrawn", "paid")])
        self.assertIn("what it asks for has been paid since", self.run_cli("outbox", "--all").out)
        self.assertEqual(self.server.mails, [])
        self.assertEqual(self.ask("due"), [])

    def test_08_a_part_payment_since_never_leaves_the_old_amount(self):
        self.add_late("Ada")
        message = self.approve("Ada")
        self.assertIn("€100.00", self.ask("message", "show", message)["text"])
        self.ask("payment", "add", "Ada-1", "40.25")
        self.assertEqual(self.ask("send")["withdrawn"], 1)
        self.assertEqual(self.outbox()[message]["reason"], "partly-paid")
        self.assertEqual(self.server.mails, [])
        self.assertEqual(self.sit(TODAY + "T11:00"), 1)
        [mail] = self.server.mails
        self.assertIn("€59.75", mail["textContent"])

    def test_11_of_three_invoices_the_disputed_one_is_left_out(self):
        self.add_client("Ada")
        for number in (1, 2, 3):
            self.add_invoice("Ada", f"N-{number}")
        self.ask("invoice", "exclude", "N-2", "--reason", "Disputed: not what was ordered")
        self.assertEqual(sorted(self.find_due("Ada")["invoices"]), ["N-1", "N-3"])
        self.assertEqual(self.sit(), 1)
        text = self.server.mails[0]["textContent"] + self.server.mails[0]["subject"]
        self.assertIn("N-1", text)
        self.assertIn("N-3", text)
        self.assertNotIn("N-2", text)
        self.assertIn("€200.00", text)

    def test_11_a_dispute_after_approval_takes_the_message_back(self):
        self.add_client("Ada")
        for number in (1, 2, 3):
            self.add_invoice("Ada", f"N-{number}")
        self.approve("Ada")
        self.ask("invoice", "exclude", "N-2", "--reason", "Disputed")
        self.assertEqual(self.ask("send")["withdrawn"], 1)
        self.assertEqual(self.sit(TODAY + "T11:00"), 1)
        self.assertNotIn("N-2", self.server.mails[0]["textContent"])

    def test_12_one_invoice_less_in_a_message_does_not_silence_the_others(self):
        self.add_client("Ada")
        self.add_invoice("Ada", "N-1")
        self.add_invoice("Ada", "N-2", due="2026-10-20")
        self.ask("approve", "--invoice", "N-1")
        self.ask("send")
        self.assertNotIn("N-2", self.server.mails[0]["textContent"])
        self.ask("payment", "add", "N-1", "100")
        days = self.sit_until_one_leaves(1)
        self.assertGreaterEqual(days, 7)
        self.assertIn("N-2", self.server.mails[1]["textContent"])
        self.assertEqual(self.find_due("Ada", today=after(days))["last_stage"], "first")

    def test_13_what_was_sent_by_hand_counts_and_moves_the_plan(self):
        self.add_late("Ada")
        self.ask("exchange", "add", "Ada", "--channel", "mail", "--stage", "first")
        due = self.find_due("Ada", today=after(1))
        self.assertEqual(due["last_stage"], "first")
        self.refuse("approve", "--client", "Ada", today=after(1), code=1, error="blocked")
        due = self.find_due("Ada", today=after(14))
        self.assertEqual((due["stage"], due["blocked"]), ("second", None))
        self.assertEqual(self.server.mails, [])

    def test_13_what_was_saved_as_a_file_counts_and_moves_the_plan(self):
        self.ask("account", "add", "folder", "--set", f"path={self.folder / 'by-hand'}")
        self.ask("sender", "add", "hand@example.org", "--name", "Me", "--account", "folder")
        self.ask("sender", "remove", "me@example.org")
        self.add_late("Ada")
        self.approve("Ada")
        self.assertEqual(self.ask("send")["accepted"], 1)
        self.assertEqual((len(list((self.folder / "by-hand").iterdir())), self.server.mails),
                         (1, []))
        due = self.find_due("Ada", today=after(1))
        self.assertEqual(due["last_stage"], "first")
        self.assertNotEqual(due["blocked"], None)
        due = self.find_due("Ada", today=after(14))
        self.assertEqual((due["stage"], due["blocked"]), ("second", None))

    def test_13_what_the_user_says_was_sent_counts_too(self):
        self.add_late("Ada")
        message = self.approve("Ada")
        self.server.plan = ["drop"]
        self.ask("send", code=1)
        self.ask("message", "resolve", message, "sent")
        self.refuse("approve", "--client", "Ada", today=after(1), code=1, error="blocked")
        self.assertEqual(self.find_due("Ada", today=after(14))["stage"], "second")

    def test_14_what_was_sent_today_brings_no_reminder_tomorrow_morning(self):
        self.add_client("Ada")
        self.ask("invoice", "add", "Ada", "N-1", "100", "--issued", TODAY, "--due", TODAY)
        self.add_late("Bob")
        self.assertEqual(self.sit(TODAY + "T17:00"), 1)
        self.assertEqual(self.sit(after(1, "T09:00")), 0)
        for name in ("Ada", "Bob"):
            self.refuse("approve", "--client", name, today=after(1, "T09:05"), code=1,
                        error="blocked")
        self.assertEqual((len(self.mails_of("Ada")), len(self.mails_of("Bob"))), (0, 1))

    def test_15_a_payment_taken_back_lets_the_plan_go_on_where_it_was(self):
        self.add_late("Ada")
        self.assertEqual(self.sit(), 1)
        payment = self.ask("payment", "add", "Ada-1", "100", today=after(2))["id"]
        self.assertEqual(self.sit(after(14)), 0)
        self.ask("payment", "remove", payment, today=after(15))
        due = self.find_due("Ada", today=after(15))
        self.assertEqual((due["stage"], due["last_stage"]), ("second", "first"))
        self.sit_until_one_leaves(15)
        self.assertEqual(self.find_due("Ada", today=after(21))["last_stage"], "second")
        self.assertEqual(len({mail["textContent"] for mail in self.server.mails}), 2)

    def test_15_undo_takes_a_payment_back_as_well(self):
        self.add_late("Ada")
        self.sit()
        self.ask("payment", "add", "Ada-1", "100", today=after(1))
        self.ask("undo", today=after(1))
        self.assertEqual(self.sit(after(2)), 0)
        self.assertEqual(self.find_due("Ada", today=after(2))["stage"], "second")

    def test_19_summer_time_between_approval_and_sending_keeps_the_hour(self):
        self.add_late("Ada")
        approved = self.ask("approve", "--client", "Ada", today="2028-03-24T19:00")
        self.assertEqual(approved["not_before"], "2028-03-27T07:00:00Z")
        self.ask("send", today="2028-03-27T08:59", code=1)
        self.assertEqual(self.server.mails, [])
        self.ask("send", today="2028-03-27T09:00")
        self.assertEqual(len(self.server.mails), 1)

    def test_19_winter_time_between_approval_and_sending_keeps_the_hour(self):
        self.add_late("Ada")
        approved = self.ask("approve", "--client", "Ada", today="2027-10-29T19:00")
        self.assertEqual(approved["not_before"], "2027-11-02T08:00:00Z")  # after All Saints' Day
        self.ask("send", today="2027-11-02T08:59", code=1)
        self.ask("send", today="2027-11-02T09:00")
        self.assertEqual(len(self.server.mails), 1)

    def test_19_a_journey_between_approval_and_sending_never_makes_two(self):
        self.add_late("Ada")
        self.approve("Ada")
        report = self.ask("send", today=TODAY + "T04:30", env={"TZ": "America/New_York"}, code=1)
        self.assertEqual((report["waiting"], self.server.mails), (1, []))
        self.ask("send", today=TODAY + "T10:00", env={"TZ": "America/New_York"})
        self.assertEqual(len(self.server.mails), 1)
        for zone, moment in (("Pacific/Auckland", after(1, "T10:00")),
                             ("Pacific/Honolulu", TODAY + "T09:30"), ("Europe/Paris", after(1))):
            self.assertEqual(self.sit(moment, env={"TZ": zone}), 0)
        self.assertEqual(self.ask("check", today=after(1)), {"ok": True, "findings": []})


if __name__ == "__main__":
    main()
