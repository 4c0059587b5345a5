# SPDX-License-Identifier: GPL-3.0-or-later
"""What one says oneself to a client, outside of Relance: it counts as a message of ours does."""

from relance_cli import TODAY, main
from reminder_book import ReminderTest, after


class Exchanges(ReminderTest):
    def record(self, client, *options, channel="phone", **more):
        return self.ask("exchange", "add", client, "--channel", channel, *options, **more)

    def test_it_is_recorded_and_listed(self):
        self.add_late("Ada")
        made = self.record("Ada", "--date", after(-3), "--note", "She  pays\non Friday")
        self.assertEqual({key: made[key] for key in ("client", "date", "channel", "stage", "note")},
                         {"client": "Ada", "date": after(-3), "channel": "phone", "stage": None,
                          "note": "She pays on Friday"})
        letter = self.record("Ada", "--stage", "first", channel="letter")
        self.assertEqual((letter["date"], letter["stage"]), (TODAY, "first"))
        self.assertEqual(self.ask("exchange", "list", "Ada"), [made, letter])
        self.assertIn("by phone", self.run_cli("exchange", "list", "Ada").out)

    def test_it_can_be_taken_back(self):
        self.add_late("Ada")
        made = self.record("Ada", "--note", "Promised a call", channel="in-person")
        self.assertIsNotNone(self.find_due("Ada")["blocked"])
        self.assertEqual(self.ask("exchange", "remove", made["id"]), [])
        self.assertIsNone(self.find_due("Ada")["blocked"])
        self.refuse("exchange", "remove", made["id"], code=3, error="not-found")

    def test_undo_takes_it_back(self):
        self.add_late("Ada")
        self.record("Ada")
        self.assertIsNotNone(self.find_due("Ada")["blocked"])
        self.assertIn("Ada", self.run_cli("undo").out)
        self.assertIsNone(self.find_due("Ada")["blocked"])

    def test_it_counts_in_every_limit(self):
        self.add_late("Ada")
        self.record("Ada")
        due = self.find_due("Ada")
        self.assertIn("You were in touch with this client today", due["blocked"])
        self.assertEqual((due["last_channel"], due["last_stage"]), ("phone", None))
        self.refuse("approve", "--client", "Ada", code=1, error="blocked")
        self.assertIn("less than a week ago", self.find_due("Ada", today=after(6))["blocked"])
        self.assertIsNone(self.find_due("Ada", today=after(7))["blocked"])

    def test_four_in_thirty_days_over_all_means(self):
        self.add_late("Ada")
        for days, channel in ((-29, "mail"), (-22, "phone"), (-15, "letter"), (-8, "in-person")):
            self.record("Ada", "--date", after(days), channel=channel)
        self.assertIn("often enough in thirty days", self.find_due("Ada")["blocked"])
        self.assertIsNone(self.find_due("Ada", today=after(1))["blocked"])

    def test_one_that_stands_for_a_reminder_moves_the_plan(self):
        self.add_late("Ada")
        self.record("Ada", "--stage", "first", channel="mail")
        due = self.find_due("Ada", today=after(14))
        self.assertEqual((due["stage"], due["last_stage"], due["blocked"]),
                         ("second", "first", None))
        self.assertEqual(self.sit(after(14)), 1)

    def test_a_letter_names_what_was_written_and_not_what_was_spoken(self):
        self.add_late("Ada", "Bob")
        self.record("Ada", "--stage", "first", channel="letter")
        self.record("Bob", "--stage", "first", channel="phone")
        for client, named in (("Ada", True), ("Bob", False)):
            draft = self.ask("draft", "--client", client, today=after(14))
            self.assertEqual((draft["stage"], "24 November" in draft["text"], draft["stops"]),
                             ("second", named, []), draft["text"])

    def test_one_that_stands_for_none_leaves_the_level(self):
        self.add_late("Ada")
        self.record("Ada")
        self.assertEqual(self.find_due("Ada", today=after(14))["stage"], "first")

    def test_an_invoice_that_came_due_later_was_not_spoken_of(self):
        self.add_late("Ada")
        self.record("Ada", "--stage", "first", channel="mail")
        self.ask("payment", "add", "Ada-1", "100", today=after(1))
        self.add_invoice("Ada", "N-2", due=after(2))
        self.assertEqual(self.find_due("Ada", today=after(20))["stage"], "first")

    def test_a_talk_is_no_silence(self):
        self.add_late("Ada")
        self.sit()
        self.sit(after(7))
        self.assertEqual(self.find_due("Ada", today=after(21))["situation"], "unpaid")
        self.record("Ada", "--date", after(20), today=after(21))
        self.assertEqual(self.find_due("Ada", today=after(21))["situation"], "late")

    def test_what_was_approved_before_does_not_leave_after_it(self):
        self.add_late("Ada", "Bob")
        message = self.approve("Ada")
        other = self.approve("Bob")
        self.record("Ada")
        report = self.ask("send")
        self.assertEqual((report["accepted"], report["withdrawn"]), (1, 1))
        self.assertEqual((self.outbox()[message]["reason"], self.outbox()[other]["state"]),
                         ("in-touch", "accepted"))

    def test_what_long_passed_withdraws_nothing(self):
        self.add_late("Ada")
        self.approve("Ada")
        self.record("Ada", "--date", after(-40))
        self.assertEqual(self.ask("send")["accepted"], 1)

    def test_it_goes_with_a_merge_and_its_words_with_an_erasure(self):
        self.add_late("Ada", "Bob")
        self.record("Bob", "--note", "Is ill")
        self.ask("client", "merge", "Bob", "Ada")
        self.assertEqual([made["note"] for made in self.ask("exchange", "list", "Ada")], ["Is ill"])
        self.assertIsNotNone(self.find_due("Ada")["blocked"])
        for number in ("Ada-1", "Bob-2"):
            self.ask("payment", "add", number, "100")
        self.ask("client", "erase", "Ada")
        self.assertEqual([made["note"] for made in self.ask("exchange", "list", "Ada")], [None])
        self.assertNotIn(b"Is ill", self.book.read_bytes())

    def test_it_is_exported_with_all_that_is_known(self):
        self.add_late("Ada")
        made = self.record("Ada", "--note", "Is ill")
        target = self.folder / "all.json"
        self.ask("export", target)
        self.assertIn("Is ill", target.read_text(encoding="utf-8"))
        folder = self.folder / "folder"
        self.ask("export", folder)
        rows = (folder / "exchanges.csv").read_text(encoding="utf-8")
        self.assertIn(made["date"], rows)
        self.assertIn("phone", rows)

    def test_what_cannot_be(self):
        self.add_late("Ada")
        for options, code, error in ((("--date", after(1)), 3, "invalid"),
                                     (("--stage", "thanks"), 3, "invalid"),
                                     (("--stage", "courtesy"), 3, "invalid"),
                                     (("--stage", "harsh"), 2, "usage"),
                                     (("--date", "soon"), 2, "usage"),
                                     (("--note", "a\x07b"), 3, "invalid")):
            with self.subTest(options=options):
                self.refuse("exchange", "add", "Ada", "--channel", "phone", *options, code=code,
                            error=error)
        self.refuse("exchange", "add", "Ada", code=2, error="usage")
        self.refuse("exchange", "add", "Ada", "--channel", "smoke", code=2, error="usage")
        self.refuse("exchange", "add", "Nobody", "--channel", "phone", code=3, error="not-found")
        for number in ("0", "x", "-1", "99"):
            self.refuse("exchange", "remove", number, code=3, error="not-found")
        self.assertEqual(self.ask("exchange", "list", "Ada"), [])
        self.assertIsNone(self.find_due("Ada")["blocked"])


if __name__ == "__main__":
    main()
