# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command of "First light" answers with the keys and exit codes that scripts rely on."""

import json
import sqlite3
import subprocess
from pathlib import Path

from relance_cli import CLI, CliTest, main

PLAIN_PDF = Path(__file__).parent.parent / "fixtures" / "pdf" / "plain.pdf"

CLIENT_KEYS = {"id", "name", "kind", "tone", "address", "language", "email", "phone", "currencies"}
INVOICE_KEYS = {"id", "number", "client", "issued", "due", "currency", "total", "balance", "state",
                "days_late"}
BUSINESS_KEYS = ("name legal_name email phone street postcode city country siren vat iban bic "
                 "language currency").split()

READS = [
    ["business", "show"], ["client", "list"], ["client", "show", "1"], ["invoice", "list"],
    ["invoice", "show", "1"], ["dashboard"], ["due"], ["draft", "--client", "1"],
    ["account", "list"], ["sender", "list"], ["outbox"], ["outbox", "--all"], ["check"],
    ["message", "show", "x"], ["undo"], ["send"], ["approve", "--client", "1"],
    ["payment", "remove", "1"],
]

MISUSES = [
    [], ["nonsense"], ["client"], ["client", "nonsense"], ["client", "list", "--nonsense"],
    ["client", "list", "spare"], ["client", "list", "--limit"], ["client", "list", "--limit", "x"],
    ["client", "list", "--limit", "-1"], ["client", "list", "--limit=2", "--limit=3"],
    ["client", "show"], ["client", "add"], ["client", "add", "A", "tone"],
    ["client", "add", "A", "shoe=42"], ["business", "set"], ["business", "set", "shoe=42"],
    ["invoice", "list", "--state", "late"], ["invoice", "list", "--sort", "colour"],
    ["draft"], ["draft", "--client", "1", "--invoice", "1"],
    ["draft", "--client", "1", "--tone", "angry"], ["approve"], ["import"],
    ["import", "x.csv", "--dry-run=yes"], ["import", "x.csv", "--map", "Total"],
    ["import", "x.csv", "--map", "Total=nonsense"], ["account", "add"],
    ["account", "add", "pigeon"], ["account", "add", "brevo", "--set", "path=/tmp"],
    ["sender", "add", "a@example.org"], ["dashboard", "--months", "0"],
    ["dashboard", "--today"], ["dashboard", "--today", "2026-02-30"],
    ["dashboard", "--today", "2026-11-24T25:00"], ["message", "resolve", "x"],
    ["payment", "remove", "x"],
]

COMING = ["call sheet 1", "promise list", "plan show", "dispute open 1", "pause 1", "calendar 1",
          "dossier 1", "terms 1"]


class Usage(CliTest):
    def test_wrong_usage_is_2_and_makes_nothing(self):
        for words in MISUSES:
            with self.subTest(words=words):
                self.refuse(*words, code=2, error="usage")
                self.assert_no_book()

    def test_wrong_usage_on_a_book_is_2(self):
        self.ask("client", "add", "Sample Studio")
        for words in MISUSES:
            with self.subTest(words=words):
                self.refuse(*words, code=2, error="usage")

    def test_usage_line_is_on_standard_error(self):
        answer = self.run_cli("client", "list", "--nonsense")
        self.assertEqual(answer.out, "")
        self.assertIn("--nonsense", answer.err)
        self.assertIn("relance-cli client list [--search T] [--limit N]", answer.err)

    def test_half_a_command_says_how_it_may_go_on(self):
        for words, said in (
                (["plans"], "After “plans” comes one of: list, show, add, set, remove."),
                (["client"], "After “client” comes one of: list, show, add, set, merge, archive, erase."),
                (["client", "--limit", "3"], "After “client” comes one of: list, "),
                (["letters"], "comes one of: list, show, check, set, reset, export, import."),
                (["message"], "comes one of: show, resolve."),
                (["plans", "make"], "There is no command “plans make”. After “plans” comes one of: list, "),
                (["plan"], "“plan” is not there yet."),
                (["plant"], "There is no command “plant”."),
                ([], "No command was given.")):
            with self.subTest(words=words):
                error = "not-there-yet" if words == ["plan"] else "usage"
                self.assertIn(said, self.refuse(*words, code=2, error=error))
                self.assert_no_book()

    def test_what_is_to_come_says_so(self):
        for words in COMING:
            with self.subTest(words=words):
                self.refuse(*words.split(), code=2, error="not-there-yet")
                self.assert_no_book()

    def test_help_and_version_everywhere(self):
        for words in (["--help"], ["client", "--help"], ["--help", "client", "list"],
                      ["invoice", "add", "--help"], ["nonsense", "--help"]):
            with self.subTest(words=words):
                answer = self.run_cli(*words)
                self.assertEqual((answer.code, answer.err), (0, ""))
                self.assertIn("relance-cli", answer.out)
        self.assertIn("--currency", self.run_cli("invoice", "add", "--help").out)
        self.assertRegex(self.run_cli("--version").out, r"^relance-cli \d+\.\d+")
        self.assertRegex(self.ask("client", "list", "--version")["version"], r"^\d+\.\d+")
        self.assert_no_book()

    def test_every_command_has_help(self):
        listed = [line.split() for line in self.run_cli("--help").out.splitlines()
                  if line.startswith("  relance-cli ")]
        self.assertGreater(len(listed), 25)
        for words in listed:
            name = [word for word in words[1:3] if word.islower() and word.replace("-", "").isalpha()]
            with self.subTest(name=name):
                self.assertIn(" ".join(name), self.run_cli(*name, "--help").out.splitlines()[0])

    def test_global_options_stand_anywhere(self):
        self.ask("client", "add", "Sample Studio")
        for words in (["--json", "client", "list"], ["client", "--json", "list"],
                      ["client", "list", "--json"]):
            command = [CLI, *words, "--today=2026-01-02", f"--book={self.book}"]
            done = subprocess.run(command, capture_output=True, check=True, env=self.environment)
            self.assertIn(b"Sample Studio", done.stdout)

    def test_words_after_two_dashes_are_no_options(self):
        self.ask("client", "add", "--", "--json")
        self.assertEqual(self.ask("client", "list")[0]["name"], "--json")

    def test_bytes_that_are_not_text_are_wrong_usage(self):
        done = subprocess.run([CLI.encode(), b"--json", b"client", b"add", b"caf\xe9"],
                              capture_output=True, check=False, env=self.environment)
        self.assertEqual(done.returncode, 2)
        done = subprocess.run([CLI.encode(), b"--json", b"client", b"caf\xe9"],
                              capture_output=True, check=False, env=self.environment)
        self.assertEqual(done.returncode, 2)
        self.assertIn("After “client” comes one of", json.loads(done.stdout)["error"]["message"])


class Reads(CliTest):
    def test_a_missing_book_is_3_and_stays_missing(self):
        for words in READS:
            with self.subTest(words=words):
                self.refuse(*words, code=3, error="missing")
                self.assert_no_book()

    def test_an_empty_book_answers(self):
        self.ask("business", "set", "name=Sample")
        self.assertEqual(self.ask("client", "list"), [])
        self.assertEqual(self.ask("invoice", "list"), [])
        self.assertEqual(self.ask("due"), [])
        self.assertEqual(self.ask("outbox"), [])
        self.assertEqual(self.ask("dashboard"), {"today": "2026-11-24", "currencies": []})
        self.assertEqual(self.ask("check"), {"ok": True, "findings": []})
        for words in READS[:13]:
            with self.subTest(words=words):
                text = self.run_cli(*words)
                self.assertEqual(text.code, 3 if words[-1] == "1" else 0, text.err)
                self.assertTrue(text.out or text.err)

    def test_a_foreign_file_is_refused_and_untouched(self):
        sqlite3.connect(self.book).executescript("CREATE TABLE mine (a); PRAGMA user_version = 1;")
        before = self.book.read_bytes()
        for words in (["client", "list"], ["client", "add", "A"], ["import", "/dev/null"]):
            with self.subTest(words=words):
                self.refuse(*words, code=3, error="foreign")
        self.book.write_bytes(b"not a database at all, but long enough to look at" * 40)
        self.refuse("client", "list", code=3, error="foreign")
        self.book.write_bytes(before)
        self.refuse("dashboard", code=3, error="foreign")
        self.assertEqual(self.book.read_bytes(), before)

    def test_a_newer_book_is_refused_and_untouched(self):
        self.ask("client", "add", "Sample Studio")
        with sqlite3.connect(self.book) as book:
            book.execute("PRAGMA user_version = 99999")
        before = self.book.read_bytes()
        self.refuse("client", "list", code=3, error="newer")
        self.refuse("client", "add", "B", code=3, error="newer")
        self.assertEqual(self.book.read_bytes(), before)


class Business(CliTest):
    def test_set_and_show(self):
        shown = self.ask("business", "set", "name=Sample Studio", "iban=FR76 3000 6000 0112 3456 7890 189",
                         "currency=EUR", "language=fr", "email=me@example.org",
                         "country=France", "vat=fr 40 303 265 045")
        self.assertEqual(list(shown), BUSINESS_KEYS)
        self.assertEqual(shown["name"], "Sample Studio")
        self.assertIsNone(shown["siren"])
        self.assertEqual((shown["country"], shown["vat"]), ("FR", "FR40303265045"))
        self.assertEqual(self.ask("business", "show"), shown)

    def test_one_bad_value_refuses_all(self):
        self.ask("business", "set", "name=Before")
        self.refuse("business", "set", "name=After", "iban=FR00", code=3, error="invalid")
        for bad in ("currency=euro", "country=Nowhere", "vat=FR41303265045"):
            self.refuse("business", "set", "name=After", bad, code=3, error="invalid")
        self.assertEqual(self.ask("business", "show")["name"], "Before")

    def test_a_bad_value_makes_no_book(self):
        self.refuse("business", "set", "iban=FR00", code=3, error="invalid")
        self.assert_no_book()


class Clients(CliTest):
    def test_add_show_set_list(self):
        added = self.ask("client", "add", "Léa Sample", "tone=emoji", "address=tu", "language=fr",
                         "kind=consumer", "email=lea@example.org", "phone=0102030405")
        self.assertLessEqual(CLIENT_KEYS, set(added))
        self.assertIsInstance(added["id"], int)
        self.assertEqual((added["tone"], added["address"], added["kind"], added["currencies"]),
                         ("emoji", "tu", "consumer", []))
        self.assertEqual(self.ask("client", "show", "Léa Sample"), added)
        changed = self.ask("client", "set", added["id"], "tone=friendly", "email=")
        self.assertEqual((changed["tone"], changed["email"]), ("friendly", None))
        self.ask("client", "add", "Other Sample")
        del changed["contacts"]
        self.assertEqual(self.ask("client", "list", "--search", "lea"), [changed])
        self.assertEqual(len(self.ask("client", "list", "--limit", "1")), 1)

    def test_bad_values_are_refused_whole(self):
        client = self.ask("client", "add", "Sample Studio")
        for pair in ("tone=angry", "email=two@example.org, one@example.org", "email=none",
                     "language=xx", "name="):
            with self.subTest(pair=pair):
                self.refuse("client", "set", client["id"], "phone=1", pair, code=3, error="invalid")
        self.assertEqual(self.ask("client", "show", client["id"]), client)

    def test_a_bad_value_makes_no_book(self):
        self.refuse("client", "add", "Sample Studio", "tone=angry", code=3, error="invalid")
        self.assert_no_book()

    def test_unknown_is_3(self):
        self.ask("client", "add", "Sample Studio")
        self.refuse("client", "show", "Nobody", code=3, error="not-found")
        self.refuse("client", "show", "999", code=3, error="not-found")
        self.refuse("invoice", "add", "Nobody", "1", "5", "--issued", "2026-01-01", "--due",
                    "2026-01-01", code=3, error="not-found")


class Invoices(CliTest):
    def setUp(self):
        super().setUp()
        self.ask("client", "add", "Sample Studio")
        self.add("F-1", "1234.50", "2026-10-01", "2026-11-01")

    def add(self, number, amount, issued, due, *more, client="Sample Studio", **options):
        return self.ask("invoice", "add", client, number, amount, "--issued", issued, "--due", due,
                        *more, **options)

    def test_add_and_show(self):
        shown = self.ask("invoice", "show", "F-1")
        self.assertLessEqual(INVOICE_KEYS, set(shown))
        self.assertEqual({key: shown[key] for key in INVOICE_KEYS - {"id"}},
                         {"number": "F-1", "client": "Sample Studio", "issued": "2026-10-01",
                          "due": "2026-11-01", "currency": "EUR", "total": 123450,
                          "balance": 123450, "state": "overdue", "days_late": 23})
        self.assertEqual(shown["instalments"],
                         [{"due": "2026-11-01", "amount": 123450, "balance": 123450}])
        self.assertEqual(shown["payments"], [])
        for event in shown["events"]:
            self.assertLessEqual({"at", "kind", "text"}, set(event))
            self.assertRegex(event["at"], r"^2026-11-24T09:00:00Z$")
        self.assertTrue(shown["events"])

    def test_amounts_as_people_write_them(self):
        for number, text, currency, minor in (("A", "1 234,50", "EUR", 123450),
                                              ("B", "1,234.50", "EUR", 123450),
                                              ("C", "1234", "JPY", 1234),
                                              ("D", "12.500", "TND", 12500),
                                              ("E", "99.9", "USD", 9990)):
            with self.subTest(text=text):
                invoice = self.add(number, text, "2026-10-01", "2026-12-01", "--currency", currency)
                self.assertEqual((invoice["total"], invoice["currency"]), (minor, currency))
                self.assertEqual((invoice["state"], invoice["days_late"]), ("open", 0))

    def test_bad_words_are_wrong_usage(self):
        for amount, issued, due, more in (("x", "2026-01-01", "2026-01-01", []),
                                          ("0", "2026-01-01", "2026-01-01", []),
                                          ("-5", "2026-01-01", "2026-01-01", []),
                                          ("1.234,5O", "2026-01-01", "2026-01-01", []),
                                          ("5.001", "2026-01-01", "2026-01-01", []),
                                          ("5", "2026-02-31", "2026-03-01", []),
                                          ("5", "2026-01-01", "01/02/2026", []),
                                          ("5", "2026-01-01", "2026-01-01", ["--currency", "XYZ"])):
            with self.subTest(amount=amount, due=due):
                self.refuse("invoice", "add", "Sample Studio", "F-9", amount, "--issued", issued,
                            "--due", due, *more, code=2, error="usage")
        self.refuse("invoice", "add", "Sample Studio", "F-9", "5", "--due", "2026-01-01", code=2,
                    error="usage")
        self.assertEqual(len(self.ask("invoice", "list")), 1)

    def test_a_number_is_taken_once_a_client(self):
        self.refuse("invoice", "add", "Sample Studio", "F-1", "5", "--issued", "2026-01-01",
                    "--due", "2026-01-01", code=3, error="exists")

    def test_a_number_of_two_clients_is_ambiguous(self):
        self.ask("client", "add", "Other Sample")
        other = self.add("F-1", "5", "2026-10-01", "2026-11-01", client="Other Sample")
        message = self.refuse("invoice", "show", "F-1", code=3, error="ambiguous")
        self.assertIn("Sample Studio", message)
        self.assertIn("Other Sample", message)
        self.assertEqual(self.ask("invoice", "show", other["id"])["client"], "Other Sample")

    def test_list(self):
        self.add("F-2", "10", "2026-10-01", "2026-11-24")
        self.add("F-3", "20", "2026-10-01", "2026-11-23")
        self.add("F-4", "30", "2026-10-01", "2026-10-15")
        self.ask("payment", "add", "F-4", "30")

        def numbers(*words):
            return [invoice["number"] for invoice in self.ask("invoice", "list", *words)]

        self.assertEqual(set(numbers()), {"F-1", "F-2", "F-3", "F-4"})
        self.assertEqual(set(numbers("--state", "all")), {"F-1", "F-2", "F-3", "F-4"})
        self.assertEqual(numbers("--state", "open"), ["F-2"])
        self.assertEqual(set(numbers("--state", "overdue")), {"F-1", "F-3"})
        self.assertEqual(numbers("--state", "paid"), ["F-4"])
        self.assertEqual(numbers("--search", "f-3"), ["F-3"])
        self.assertEqual(numbers("--sort", "number", "--limit", "2", "--offset", "1"),
                         ["F-2", "F-3"])
        self.assertEqual(numbers("--sort", "due"), ["F-4", "F-1", "F-3", "F-2"])
        self.assertEqual(numbers("--sort", "total"), ["F-2", "F-3", "F-4", "F-1"])

    def test_list_by_label(self):
        """Accents and capitals make no difference, and what has none comes first."""
        path = self.folder / "labels.csv"
        path.write_text("Number;Client;Issued;Due;Total;Description\n"
                        "L-1;Sample Studio;2026-10-01;2026-11-01;10;façade\n"
                        "L-2;Sample Studio;2026-10-01;2026-11-01;10;Étude\n", encoding="utf-8")
        self.ask("import", str(path))
        listed = self.ask("invoice", "list", "--sort", "label")
        self.assertEqual([invoice["number"] for invoice in listed], ["F-1", "L-2", "L-1"])

    def test_payments(self):
        paid = self.ask("payment", "add", "F-1", "1000", "--date", "2026-11-20", "--means", "transfer")
        self.assertLessEqual({"id", "invoice", "amount", "balance"}, set(paid))
        self.assertEqual((paid["invoice"], paid["amount"], paid["balance"]), ("F-1", 100000, 23450))
        shown = self.ask("invoice", "show", "F-1")
        self.assertEqual(shown["payments"],
                         [{"id": paid["id"], "date": "2026-11-20", "amount": 100000,
                           "means": "transfer", "kind": "payment", "number": None, "note": None,
                           "whole": 100000, "elsewhere": False}])
        removed = self.ask("payment", "remove", paid["id"])
        self.assertEqual((removed["id"], removed["amount"], removed["balance"]),
                         (paid["id"], 100000, 123450))
        self.assertEqual(self.ask("payment", "add", "F-1", "1234,50")["balance"], 0)
        shown = self.ask("invoice", "show", "F-1")
        self.assertEqual((shown["state"], shown["payments"][0]["date"]), ("paid", "2026-11-24"))

    def test_what_exceeds_a_debt_is_a_credit_to_allocate(self):
        paid = self.ask("payment", "add", "F-1", "1300", "--note", "two at once")
        self.assertEqual(paid["balance"], 0)
        listed = self.ask("payment", "list", self.ask("invoice", "show", "F-1")["client"])
        self.assertEqual([(p["id"], p["credit"], p["note"]) for p in listed],
                         [(paid["id"], 6550, "two at once")])
        shown = self.run_cli("client", "show", str(self.ask("invoice", "show", "F-1")["client_id"])).out
        self.assertRegex(shown, r"(?m)^Credit .*65\.50")
        moved = self.ask("payment", "allocate", paid["id"], "F-1=1000")
        self.assertEqual((moved["credit"], moved["invoices"][0]["balance"]), (30000, 23450))
        self.assertEqual(self.ask("payment", "allocate", moved["id"], "--credit")["credit"], 130000)
        self.assertEqual(self.ask("undo")["kind"], "payment-allocated")
        self.assertEqual(self.ask("undo")["kind"], "payment-allocated")
        self.assertEqual(self.ask("invoice", "show", "F-1")["payments"][0]["id"], paid["id"])
        self.refuse("payment", "allocate", paid["id"], "F-1=5000", code=3, error="invalid")

    def test_credit_notes(self):
        client = self.ask("invoice", "show", "F-1")["client"]
        note = self.ask("credit", "add", client, "A-1", "234.50", "--invoice", "F-1")
        self.assertEqual((note["kind"], note["number"], note["amount"], note["credit"]),
                         ("credit-note", "A-1", 23450, 0))
        self.assertEqual(self.ask("invoice", "show", "F-1")["balance"], 100000)
        self.refuse("credit", "add", client, "A-1", "1", code=3, error="exists")
        left = self.ask("credit", "add", client, "A-2", "50", "--note", "goodwill")
        self.assertEqual((left["credit"], left["invoices"]), (5000, []))

    def test_instalments(self):
        set_ = self.ask("instalment", "set", "F-1", "2026-12-31=1000", "2026-11-30=234.50")
        self.assertEqual([(i["due"], i["amount"]) for i in set_["instalments"]],
                         [("2026-11-30", 23450), ("2026-12-31", 100000)])
        self.refuse("instalment", "set", "F-1", "2026-12-31=1000", code=3, error="invalid")
        self.refuse("instalment", "set", "F-1", "soon=1234.50", code=2, error="usage")
        kinds = [event["kind"] for event in self.ask("invoice", "show", "F-1")["events"]]
        self.assertIn("instalments", kinds)

    def test_documents(self):
        self.refuse("invoice", "attach", "F-1", "/nowhere/F-1.pdf", code=3, error="not-found")
        self.refuse("invoice", "detach", "7", code=3, error="not-found")
        self.assertEqual(self.ask("invoice", "show", "F-1")["documents"], [])
        self.write("F-1.pdf", "%PDF-1.7")
        kept = self.ask("invoice", "attach", "F-1", str(self.folder / "F-1.pdf"))["documents"]
        self.assertEqual([(d["name"], d["media_type"], d["size"]) for d in kept],
                         [("F-1.pdf", "application/pdf", 8)])
        self.assertEqual(self.ask("invoice", "attach", "F-1",
                                  str(self.folder / "F-1.pdf"))["documents"], kept)
        self.ask("invoice", "detach", kept[0]["id"])
        self.assertEqual(self.ask("undo")["kind"], "document-removed")
        self.assertEqual(self.ask("invoice", "show", "F-1")["documents"], kept)

    def test_waiting_documents(self):
        self.assertEqual(self.ask("document", "list"), [])
        scan = PLAIN_PDF.read_bytes()
        (self.folder / "scan.pdf").write_bytes(scan)
        self.ask("import", str(self.folder / "scan.pdf"))
        waiting = self.ask("document", "list")
        self.assertEqual([(d["name"], d["media_type"], d["size"]) for d in waiting],
                         [("scan.pdf", "application/pdf", len(scan))])
        self.refuse("document", "attach", "x", "F-1", code=2, error="usage")
        self.refuse("document", "attach", waiting[0]["id"], "F-9", code=3, error="not-found")
        copy = self.folder / "copy.pdf"
        self.assertEqual(self.ask("document", "save", waiting[0]["id"], str(copy)),
                         {"id": waiting[0]["id"], "file": str(copy)})
        self.assertEqual(copy.read_bytes(), scan)
        self.refuse("document", "save", waiting[0]["id"], str(copy), code=3, error="exists")
        kept = self.ask("document", "attach", waiting[0]["id"], "F-1")["documents"]
        self.assertEqual([d["name"] for d in kept], ["scan.pdf"])
        self.assertEqual(self.ask("document", "list"), [])
        self.ask("undo")
        self.assertEqual(self.ask("document", "list"), waiting)

    def test_giving_up_and_leaving_out(self):
        self.refuse("invoice", "write-off", "F-1", code=2, error="usage")
        self.assertEqual(self.ask("invoice", "write-off", "F-1", "--reason", "too small")["state"],
                         "written-off")
        self.assertEqual([i["number"] for i in self.ask("invoice", "list", "--state",
                                                        "written-off")], ["F-1"])
        self.assertNotIn("F-1", [i["number"] for i in self.ask("invoice", "list", "--state",
                                                               "paid")])
        self.ask("undo")
        self.assertEqual(self.ask("invoice", "list", "--state", "written-off"), [])
        self.ask("invoice", "exclude", "F-1", "--reason", "dispute", "--until", "2026-12-24")
        shown = self.ask("invoice", "show", "F-1")
        self.assertEqual((shown["excluded"], shown["excluded_until"], shown["balance"]),
                         ("dispute", "2026-12-24", 123450))
        self.ask("invoice", "include", "F-1")
        self.assertIsNone(self.ask("invoice", "show", "F-1")["excluded"])

    def test_bad_payments(self):
        self.refuse("payment", "add", "F-1", "x", code=2, error="usage")
        self.refuse("payment", "add", "F-1", "5", "--date", "2026-02-30", code=2, error="usage")
        self.refuse("payment", "add", "F-9", "5", code=3, error="not-found")
        self.refuse("payment", "remove", "999", code=3, error="not-found")

    def test_undo_takes_back_one_change_at_a_time(self):
        self.ask("payment", "add", "F-1", "34.50")
        undone = self.ask("undo")
        self.assertEqual(undone["kind"], "payment-added")
        self.assertIn("F-1", undone["text"])
        self.assertEqual(self.ask("invoice", "show", "F-1")["balance"], 123450)
        self.assertEqual(self.ask("undo")["kind"], "invoice-added")
        self.assertEqual(self.ask("invoice", "list"), [])
        self.assertEqual(self.ask("undo")["kind"], "client-added")
        self.refuse("undo", code=3, error="not-found")

    def test_today_replaces_the_clock(self):
        for today, state, late in (("2026-11-01", "open", 0), ("2026-11-02", "overdue", 1),
                                   ("2027-11-01T23:59", "overdue", 365)):
            with self.subTest(today=today):
                shown = self.ask("invoice", "show", "F-1", today=today)
                self.assertEqual((shown["state"], shown["days_late"]), (state, late))

    def test_clients_show_what_they_owe(self):
        self.add("F-2", "10", "2026-10-01", "2026-12-24")
        [client] = self.ask("client", "list")
        [total] = client["currencies"]
        self.assertEqual((total["currency"], total["owed"], total["overdue"]),
                         ("EUR", 124450, 123450))

    def test_text_in_english_and_french(self):
        english = self.run_cli("invoice", "list", env={"LC_ALL": "en_GB.UTF-8"})
        self.assertIn("€1,234.50", english.out)
        french = self.run_cli("invoice", "list", env={"LC_ALL": "fr_FR.UTF-8"})
        self.assertRegex(french.out, "1\u202f234,50\u00a0€")
        self.assertIn("01/11/2026", french.out)
        for words in (["client", "list"], ["client", "show", "1"], ["invoice", "show", "F-1"],
                      ["dashboard"], ["due"], ["draft", "--invoice", "F-1"], ["business", "show"],
                      ["check"], ["outbox", "--all"], ["account", "list"], ["sender", "list"]):
            with self.subTest(words=words):
                answer = self.run_cli(*words, env={"LC_ALL": "fr_FR.UTF-8"})
                self.assertEqual(answer.code, 0, answer.err)
                self.assertTrue(answer.out.strip())
                self.assertNotIn("\x1b", answer.out)

    def test_json_is_the_same_in_every_language(self):
        english = self.run_cli("--json", "dashboard", env={"LC_ALL": "en_GB.UTF-8"})
        french = self.run_cli("--json", "dashboard", env={"LC_ALL": "fr_FR.UTF-8"})
        self.assertEqual(english.out, french.out)


class Due(CliTest):
    def setUp(self):
        super().setUp()
        self.ask("business", "set", "name=Sample Studio", "email=me@example.org")
        self.ask("client", "add", "Late Sample", "email=late@example.org", "tone=friendly",
                 "language=fr", "address=tu")
        self.ask("invoice", "add", "Late Sample", "F-1", "100", "--issued", "2026-09-01", "--due",
                 "2026-10-01")
        self.ask("invoice", "add", "Late Sample", "F-2", "50", "--issued", "2026-10-01", "--due",
                 "2026-11-01")

    def test_due(self):
        [row] = self.ask("due")
        self.assertLessEqual({"client", "invoices", "stage", "tone", "address", "language",
                              "channel", "why", "blocked"}, set(row))
        self.assertEqual((row["client"], row["invoices"], row["stage"], row["tone"],
                          row["address"], row["language"], row["channel"]),
                         ("Late Sample", ["F-1", "F-2"], "first", "friendly", "tu", "fr", "mail"))
        self.assertTrue(row["why"])

    def test_draft(self):
        self.ask("sender", "add", "me@example.org", "--name", "Me Sample")
        draft = self.ask("draft", "--client", "Late Sample")
        self.assertLessEqual({"client", "from", "to", "subject", "text", "html", "stage", "tone",
                              "address", "language", "invoices", "attachments", "stops",
                              "warnings"}, set(draft))
        self.assertEqual((draft["client"], draft["from"], draft["to"], draft["invoices"],
                          draft["attachments"], draft["stops"]),
                         ("Late Sample", "me@example.org", "late@example.org", ["F-1", "F-2"], [], []))
        self.assertIn("F-1", draft["text"])
        self.assertIn("F-2", draft["html"])
        self.assertTrue(draft["warnings"], "there is no IBAN")
        for note in draft["stops"] + draft["warnings"]:
            self.assertEqual(list(note), ["kind", "text", "quote", "suggestion"])
        formal = self.ask("draft", "--invoice", "F-2", "--tone", "formal", "--language", "en",
                          "--stage", "second")
        self.assertEqual((formal["tone"], formal["language"], formal["stage"], formal["invoices"]),
                         ("formal", "en", "second", ["F-2"]))
        self.assertNotEqual(formal["text"], draft["text"])
        self.assertEqual(self.ask("outbox", "--all"), [])

    def test_no_address_stops_the_draft(self):
        self.ask("client", "set", "Late Sample", "email=")
        draft = self.ask("draft", "--client", "Late Sample")
        self.assertIsNone(draft["to"])
        self.assertTrue(draft["stops"])
        for stop in draft["stops"]:
            self.assertLessEqual({"kind", "text", "quote"}, set(stop))
        self.refuse("approve", "--client", "Late Sample", code=1, error="blocked")
        self.assertEqual(self.ask("outbox", "--all"), [])


class Senders(CliTest):
    def test_senders(self):
        added = self.ask("sender", "add", "me@example.org", "--name", "Me", "--voice", "neutral",
                         "--reply-to", "answers@example.org")
        self.assertLessEqual({"id", "address", "name", "account", "voice"}, set(added))
        self.assertEqual((added["address"], added["name"], added["voice"], added["account"]),
                         ("me@example.org", "Me", "neutral", None))
        self.assertEqual(self.ask("sender", "list"), [added])
        self.refuse("sender", "add", "x@example.org", "--name", "X", "--account", "brevo", code=3,
                    error="not-found")
        self.assertEqual(self.ask("sender", "remove", "me@example.org"), added)
        self.assertEqual(self.ask("sender", "list"), [])
        self.refuse("sender", "remove", "me@example.org", code=3, error="not-found")

    def test_one_address_only(self):
        for address in ("none", "a@example.org,b@example.org", "a@example.org\nBcc: b@example.org"):
            with self.subTest(address=address):
                self.refuse("sender", "add", address, "--name", "X", code=3, error="invalid")
                self.assert_no_book()


if __name__ == "__main__":
    main()
