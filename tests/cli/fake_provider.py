# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail provider made of sockets, and a test that has one."""

import json
import signal
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from relance_cli import CLI, TODAY, CliTest

KEY = "xkeysib-sample-0123456789"


class Provider(BaseHTTPRequestHandler):
    """Brevo, as far as we use it. What it does with the next mail is in server.plan."""

    def log_message(self, *_):
        pass

    def answer(self, status, value, headers=()):
        body = json.dumps(value).encode()
        self.send_response(status)
        for name, text in headers:
            self.send_header(name, text)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def has_key(self):
        if self.headers["api-key"] == KEY:
            return True
        self.answer(401, {"code": "unauthorized", "message": "Key not found"})
        return False

    def do_GET(self):
        if not self.has_key():
            return
        if self.path.endswith("/account"):
            self.answer(200, {"email": "me@example.org"})
        else:
            tag = self.path.split("tags=")[1].split("&")[0]
            found = [mail for mail in self.server.mails if mail["tags"] == [tag]]
            self.answer(200, {"events": [{"event": "requests", "messageId": f"<{tag}>", "tag": tag}
                                         for _ in found]})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self.has_key():
            return
        step = self.server.plan.pop(0) if self.server.plan else "take"
        if step == "later":
            self.answer(429, {"code": "too_many_requests", "message": "Slow down"},
                        [("Retry-After", "120")])
            return
        if step == "refuse":
            self.answer(400, {"code": "invalid_parameter", "message": "No such sender"})
            return
        key = body["headers"]["idempotencyKey"]
        if any(mail["headers"]["idempotencyKey"] == key for mail in self.server.mails):
            self.answer(400, {"code": "duplicate_parameter", "message": "Seen before"})
            return
        self.server.mails.append(body)
        if self.server.reach("taken"):
            self.close_connection = True
        elif step == "take":
            self.answer(201, {"messageId": f"<{key}@example.org>"})
        else:  # "drop": taken, and nobody is told
            self.close_connection = True


class Server(ThreadingHTTPServer):
    """Where the provider listens. It may end whoever calls, at "reached" (before a byte is read) or
    at "taken" (the mail is, nobody is told)."""

    daemon_threads = True

    def __init__(self, handler=Provider):
        super().__init__(("127.0.0.1", 0), handler)
        self.mails, self.plan = [], []
        self.calling = threading.Lock()
        self.caller = self.kill_at = None

    def verify_request(self, request, client_address):
        return not self.reach("reached")

    def reach(self, step):
        with self.calling:
            if step == self.kill_at:
                self.caller.kill()
                self.caller.wait()
            return step == self.kill_at


class SendingTest(CliTest):
    """A test with a provider of its own, for the book of somebody who says who they are."""

    def setUp(self):
        super().setUp()
        self.server = Server()
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        self.addCleanup(self.stop_server)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v3"
        self.ask("business", "set", "name=Sample Studio", "iban=FR7630006000011234567890189")

    def stop_server(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def add_account(self):
        account = self.ask("account", "add", "brevo", "--base-url", self.url, stdin=KEY + "\n")
        self.ask("sender", "add", "me@example.org", "--name", "Me Sample", "--account", "brevo")
        return account

    def approve(self, client="Late Sample", **options):
        return self.ask("approve", "--client", client, **options)["id"]

    def outbox(self, **options):
        return {message["id"]: message for message in self.ask("outbox", "--all", **options)}

    def send_and_be_killed(self, step, today=TODAY):
        """Runs "send" until the provider is at that step, and not a moment longer."""
        with self.server.calling:
            self.server.kill_at = step
            self.server.caller = subprocess.Popen(
                [CLI, "--book", str(self.book), "--today", str(today), "send"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment)
        self.assertEqual(self.server.caller.wait(timeout=60), -signal.SIGKILL)
        with self.server.calling:
            self.server.kill_at = None
