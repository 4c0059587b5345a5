# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test of relance-cli uses: a home of its own, a way to run it, TAP."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CLI = os.environ["RELANCE_CLI"]
TODAY = "2026-11-24"  # a Tuesday, no holiday


class Answer:
    """What one run of relance-cli gave back."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode()
        self.err = done.stderr.decode()

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def error(self):
        return self.json["error"]["code"]


class CliTest(unittest.TestCase):
    """A test with a folder, a book and a keyring that nobody else has."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="relance-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.book = self.folder / "books" / "book.db"
        self.book.parent.mkdir()
        self.environment = {
            **os.environ,
            "HOME": str(self.folder),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "SECRET_BACKEND": "file",
            "SECRET_FILE_TEST_PATH": str(self.folder / "keyring"),
            "SECRET_FILE_TEST_PASSWORD": "test",
        }

    def run_cli(self, *words, stdin=b"", today=TODAY, env=None):
        command = [CLI, "--book", str(self.book)]
        if today:
            command += ["--today", str(today)]
        if isinstance(stdin, str):
            stdin = stdin.encode()
        return Answer(subprocess.run(command + [str(word) for word in words], input=stdin,
                                     capture_output=True, timeout=120, check=False,
                                     env={**self.environment, **(env or {})}))

    def ask(self, *words, code=0, **options):
        """Runs a command with --json and returns its value; @code None: whatever the code."""
        answer = self.run_cli("--json", *words, **options)
        self.assertIn(answer.code, (0, 1) if code is None else (code,),
                      f"{words}: {answer.out}{answer.err}")
        return answer.json

    def refuse(self, *words, code, error, **options):
        """Runs a command that must fail, and checks the form of the failure."""
        answer = self.run_cli("--json", *words, **options)
        self.assertEqual((answer.code, answer.error), (code, error),
                         f"{words}: {answer.out}{answer.err}")
        message = answer.json["error"]["message"]
        self.assertTrue(message)
        self.assertIn(message, answer.err)
        return message

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def assert_no_book(self):
        self.assertEqual(list(self.book.parent.iterdir()), [])


class TapResult(unittest.TestResult):
    """Says each result as the Test Anything Protocol does."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def say(self, verdict, test, rest=""):
        self.count += 1
        self.said = True
        print(f"{verdict} {self.count} - {test.id().removeprefix('__main__.')}{rest}", flush=True)

    def say_why(self, test, error):
        self.say("not ok", test)
        self.explain(test, error)

    def explain(self, test, error):
        for line in [test.id()] + self._exc_info_to_string(error, test).splitlines():
            print("# " + line, flush=True)

    def startTest(self, test):
        super().startTest(test)
        self.failed_part = False
        self.said = False

    def stopTest(self, test):
        if self.failed_part and not self.said:
            self.say("not ok", test)
        super().stopTest(test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self.failed_part = True
            self.explain(subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.say("ok", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.say_why(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.say_why(test, err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.say("ok", test, " # SKIP " + reason)


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{suite.countTestCases()}", flush=True)
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
