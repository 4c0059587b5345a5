# SPDX-License-Identifier: GPL-3.0-or-later
"""The key of a mail account is in the keyring and nowhere else: in no file, in nothing that
is said, and in nothing that other programs of this computer can see while we run."""

import base64
import os
import subprocess
import threading
from pathlib import Path
from urllib.parse import quote, quote_plus

from fake_provider import Provider, Server
from relance_cli import CLI, TODAY, Answer, CliTest, main
from test_sending import ROWS

# No form of it looks like another one.
KEY = "xkeysib-sample/0123+4567=89"


def encode_base64(key):
    """As it stands in the middle of something longer: base64 depends on what comes before,
    and the first and last signs on what is around."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + key)
        inner = encoded[(before * 8 + 5) // 6:-4]
        yield inner
        yield inner.translate(bytes.maketrans(b"+/", b"-_"))


def forms_of(key):
    """What a key may look like to whoever finds it."""
    plain = key.encode()
    return {plain, plain.hex().encode(), plain.hex().upper().encode(),
            quote(key, safe="").encode(), quote(key).encode(), quote_plus(key).encode(),
            key.replace("/", "\\/").encode(), key.encode("utf-16-le"), *encode_base64(plain)}


FORMS = forms_of(KEY)


def shows_key(data):
    return any(form in data for form in FORMS)


class Witness(Provider):
    """A provider that looks around while it is asked, when the program has the key at hand."""

    def has_key(self):
        self.server.look_around()
        self.server.keys.append(self.headers["api-key"])
        if self.server.accepts_key:
            return True
        # A careless provider says more than it should.
        self.answer(401, {"code": "unauthorized", "message": f"Key {KEY} not found"})
        return False

    def answer(self, status, value, headers=()):
        if status >= 400:
            value = {**value, "message": value["message"] + f" (your key is {KEY})"}
        super().answer(status, value, headers)


class Secrets(CliTest):
    def setUp(self):
        super().setUp()
        for name in ("cache", "state", "runtime", "tmp"):
            (self.folder / name).mkdir(mode=0o700)
        self.environment |= {
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "XDG_RUNTIME_DIR": str(self.folder / "runtime"),
            "TMPDIR": str(self.folder / "tmp"),
            "G_MESSAGES_DEBUG": "all",
        }
        self.leaks = set()
        self.process = None
        self.started = threading.Event()
        self.server = Server(Witness)
        self.server.keys = []
        self.server.accepts_key = True
        self.server.look_around = self.look_around
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        self.addCleanup(self.stop_server)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v3"

    def stop_server(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def run_cli(self, *words, stdin=b"", today=TODAY, env=None):
        """As ever, but what is said is searched, and it is known who runs."""
        self.started.clear()
        command = [CLI, "--book", str(self.book), "--today", today, *(str(word) for word in words)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env=self.environment) as self.process:
            self.started.set()
            data = stdin.encode() if isinstance(stdin, str) else stdin
            out, err = self.process.communicate(data, timeout=120)
        self.note("what is said", " ".join(command), out + err)
        self.search_files()
        return Answer(subprocess.CompletedProcess(command, self.process.returncode, out, err))

    def note(self, where, name, data):
        if shows_key(data):
            self.leaks.add(f"{where}: {name}")

    def look_around(self):
        """From another thread: what everybody may read of the program while it runs."""
        self.started.wait(timeout=60)
        for name in ("cmdline", "environ"):
            path = Path("/proc", str(self.process.pid), name)
            self.note("process", name, path.read_bytes())
        self.search_files()

    def search_files(self):
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = Path(folder, name)
                if path == self.folder / "keyring":
                    continue
                self.note("name of a file", str(path), os.fsencode(path))
                try:
                    self.note("file", str(path), path.read_bytes())
                except FileNotFoundError:  # it was a temporary one
                    pass

    def approve_and_send(self, client, *plan, today=TODAY):
        self.ask("approve", "--client", client)
        self.server.plan = list(plan)
        self.ask("send", code=None, today=today)

    def test_the_search_finds_every_form(self):
        self.assertGreaterEqual(len(FORMS), 10)
        for form in FORMS:
            with self.subTest(form=form):
                self.write("planted", b"before " + form + b" after")
                self.leaks.clear()
                self.search_files()
                self.assertEqual(self.leaks, {f"file: {self.folder / 'planted'}"})
        for before in (b"", b"a", b"ab"):
            self.assertTrue(shows_key(base64.b64encode(before + KEY.encode() + b" and more")))

    def test_the_search_sees_processes(self):
        self.environment["SAMPLE_KEY"] = KEY
        self.ask("account", "add", "brevo", "--base-url", self.url, stdin=KEY)
        self.assertEqual(self.leaks, {"process: environ"})

    def test_the_key_is_nowhere(self):
        self.ask("business", "set", "name=Sample Studio")
        self.ask("import", "-", stdin=ROWS)
        account = self.ask("account", "add", "brevo", "--base-url", self.url, stdin=KEY + "\n")
        self.ask("sender", "add", "me@example.org", "--name", "Me Sample", "--account", "brevo")
        self.approve_and_send("Late Sample", "take")
        self.approve_and_send("Other Sample", "later")
        self.server.plan = ["refuse"]
        self.ask("send", code=None, today=TODAY + "T12:00")
        message = self.ask("outbox")[0]["id"]
        self.ask("message", "resolve", message, "again", today=TODAY + "T12:30")
        self.server.plan = ["drop"]
        self.ask("send", code=None, today=TODAY + "T13:00")
        self.server.accepts_key = False
        self.ask("send", code=None, today=TODAY + "T14:00")
        self.ask("account", "check", account["id"], code=None)
        for words in (["account", "list"], ["outbox", "--all"], ["message", "show", message],
                      ["sender", "list"], ["business", "show"], ["check"]):
            self.ask(*words)
            self.run_cli(*words)
        self.ask("account", "remove", account["id"])
        self.assertEqual(set(self.server.keys), {KEY})
        self.assertEqual(len(self.server.mails), 2)
        self.assertGreaterEqual(len(self.server.keys), 6)
        self.assertEqual(self.leaks, set())


if __name__ == "__main__":
    main()
