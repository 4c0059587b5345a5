# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are made to hurt: each is answered by a sentence, soon and in little memory, and the
book is byte for byte what it was."""

import os
import socket
import subprocess
import tempfile
import threading
import zlib

from relance_cli import CLI, TODAY, Answer, CliTest, main

# Far more than any of these files needs, far less than what they would grow to.
MOST_MEMORY = 400 * 1024 * 1024
MOST_SECONDS = 60

SECRET = "a secret of this machine"

INVOICE = """<?xml version="1.0" encoding="UTF-8"?>
{doctype}<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
 xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<b:ID>{number}</b:ID><b:IssueDate>{issued}</b:IssueDate><b:DueDate>2026-10-01</b:DueDate>
<b:InvoiceTypeCode>380</b:InvoiceTypeCode><b:DocumentCurrencyCode>{currency}</b:DocumentCurrencyCode>
<a:AccountingSupplierParty><a:Party><a:PartyLegalEntity><b:RegistrationName>Studio Exemple</b:RegistrationName>
</a:PartyLegalEntity></a:Party></a:AccountingSupplierParty>
<a:AccountingCustomerParty><a:Party><a:PartyLegalEntity><b:RegistrationName>{buyer}</b:RegistrationName>
</a:PartyLegalEntity></a:Party></a:AccountingCustomerParty>
<a:LegalMonetaryTotal><b:TaxInclusiveAmount currencyID="{currency}">{total}</b:TaxInclusiveAmount>
<b:PayableAmount currencyID="{currency}">{total}</b:PayableAmount></a:LegalMonetaryTotal>{more}</Invoice>
"""


def make_invoice(**values):
    return INVOICE.format(**{"doctype": "", "number": "F-1", "issued": "2026-09-01", "total": "10.00",
                             "currency": "EUR", "buyer": "Atelier Exemple", "more": "", **values})


def deflate_zeros(megabytes):
    squeeze = zlib.compressobj(9)
    block = bytes(1024 * 1024)
    return b"".join([squeeze.compress(block) for _ in range(megabytes)] + [squeeze.flush()])


def make_pdf(content, filters="/FlateDecode", extra=""):
    """A PDF whose one attachment is this stream."""
    objects = [
        "<</Type/Catalog/Names<</EmbeddedFiles<</Names[(factur-x.xml) 2 0 R]>>>>" + extra + ">>",
        "<</Type/Filespec/F(factur-x.xml)/EF<</F 3 0 R>>>>",
    ]
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode()
    places.append(len(out))
    out += f"3 0 obj\n<</Type/EmbeddedFile/Filter[{filters}]/Length {len(content)}>>\nstream\n".encode()
    out += content + b"\nendstream\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def make_laughs(n, times):
    lines = ['<!ENTITY e0 "ha">']
    lines += [f'<!ENTITY e{i} "{f"&e{i - 1};" * times}">' for i in range(1, n)]
    return "<!DOCTYPE Invoice [" + "\n".join(lines) + "]>\n"


class Hostile(CliTest):
    def setUp(self):
        super().setUp()
        self.ask("client", "add", "First Sample")
        self.before = self.book.read_bytes()

    def import_bounded(self, path):
        """Runs an import that is stopped when it takes too much of anything."""
        command = [CLI, "--book", str(self.book), "--today", TODAY, "--json", "import", str(path)]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            running = subprocess.Popen(command, stdout=out, stderr=err, stdin=subprocess.DEVNULL,
                                       env=self.environment)
            alarm = threading.Timer(MOST_SECONDS, running.kill)
            alarm.start()
            _, status, used = os.wait4(running.pid, 0)
            alarm.cancel()
            running.returncode = os.waitstatus_to_exitcode(status)
            self.assertLess(used.ru_maxrss * 1024, MOST_MEMORY, path)
            out.seek(0)
            err.seek(0)
            return Answer(subprocess.CompletedProcess(command, running.returncode, out.read(),
                                                      err.read()))

    def assert_hurts_nobody(self, name, content=None):
        """Refused with a sentence, whole or by the row, and nothing of it is in the book."""
        path = self.write(name, content) if content is not None else name
        answer = self.import_bounded(path)
        self.assertIn(answer.code, (1, 3), f"{path}: {answer.out[:500]}{answer.err[:500]}")
        if answer.code == 3:
            sentences = [answer.json["error"]["message"]]
        else:
            self.assertEqual((answer.json["created"], answer.json["updated"]), (0, 0))
            sentences = [row["reason"] for row in answer.json["rejected"]]
        self.assertTrue(sentences)
        for sentence in sentences:
            self.assertRegex(sentence, r"^[A-Z“F][^\n]{10,600}[.…]$")
        self.assertNotIn(SECRET, answer.out + answer.err)
        self.assertTrue(self.book.read_bytes() == self.before, "the book was changed")
        return sentences

    def test_entity_bombs(self):
        for name, doctype, buyer in (
                ("laughs.xml", make_laughs(30, 10), "&e29;"),
                ("short.xml", make_laughs(8, 8), "&e7;"),
                ("quadratic.xml", f'<!DOCTYPE Invoice [<!ENTITY e "{"a" * 100000}">]>', "&e;" * 100000),
                ("loop.xml", '<!DOCTYPE Invoice [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', "&a;"),
                ("parameter.xml", '<!DOCTYPE Invoice [<!ENTITY % a "&#37;a;%a;"> %a;]>', "A"),
                ("default.xml", "<!DOCTYPE Invoice [<!ATTLIST Invoice x CDATA 'y'>]>", "A")):
            with self.subTest(name=name):
                self.assert_hurts_nobody(name, make_invoice(doctype=doctype, buyer=buyer))

    def test_external_entities(self):
        secret = self.write("secret.txt", SECRET)
        door = socket.socket()
        self.addCleanup(door.close)
        door.bind(("127.0.0.1", 0))
        door.listen()
        door.setblocking(False)
        web = f"http://127.0.0.1:{door.getsockname()[1]}/x.dtd"
        for name, doctype in (
                ("file.xml", f'<!DOCTYPE Invoice [<!ENTITY e SYSTEM "file://{secret}">]>'),
                ("web.xml", f'<!DOCTYPE Invoice [<!ENTITY e SYSTEM "{web}">]>'),
                ("subset.xml", f'<!DOCTYPE Invoice SYSTEM "{web}">'),
                ("parameter.xml", f'<!DOCTYPE Invoice [<!ENTITY % p SYSTEM "{web}"> %p;]>')):
            with self.subTest(name=name):
                self.assert_hurts_nobody(name, make_invoice(doctype=doctype, buyer="&e;"))
        include = ('<x:include xmlns:x="http://www.w3.org/2001/XInclude" parse="text"'
                   f' href="file://{secret}"/>')
        answer = self.import_bounded(self.write("include.xml", make_invoice(more=include)))
        self.assertNotIn(SECRET, answer.out + answer.err)
        self.assertRaises(BlockingIOError, door.accept)

    def test_depth_and_width(self):
        deep = "<a:x>" * 10000 + "</a:x>" * 10000
        for name, content in (
                ("deep.xml", make_invoice(more=deep)),
                ("deeper.xml", "<a>" * 1000000),
                ("unclosed.xml", make_invoice(more="<a:x>" * 10000)),
                ("wide.xml", make_invoice(more="<a:x " + " ".join(f'y{i}=""' for i in range(300000)) + "/>")),
                ("name.xml", f"<{'a' * 20_000_000}/>"),
                ("deep.json", "[" * 1000000),
                ("deep-own.json", '{"format": "relance-export", "version": 1, "clients": ' + "[" * 100000),
                ("deep.vcf", "BEGIN:VCARD\n" * 10000),
                ("columns.csv", "a;" * 200000 + "\n" + "1;" * 200000)):
            with self.subTest(name=name):
                self.assert_hurts_nobody(name, content)

    def test_streams_that_grow(self):
        once = deflate_zeros(600)
        for name, content in (
                ("once.pdf", make_pdf(once)),
                ("twice.pdf", make_pdf(zlib.compress(once), "/FlateDecode/FlateDecode")),
                ("spaces.pdf", make_pdf(zlib.compress(b"<Invoice>" + b" " * 50_000_000)))):
            with self.subTest(name=name):
                [sentence] = self.assert_hurts_nobody(name, content)
                self.assertIn("far larger", sentence)

    def test_a_pdf_that_leads_nowhere_is_kept_as_it_is(self):
        for name, content in (
                ("filters.pdf", make_pdf(deflate_zeros(600), "/FlateDecode" * 200)),
                ("length.pdf", make_pdf(b"x").replace(b"/Length 1", b"/Length 99999999999999999999")),
                ("loop.pdf", make_pdf(b"x", extra="/Pages 1 0 R/Kids[1 0 R]/Parent 1 0 R")
                 .replace(b"[(factur-x.xml) 2 0 R]", b"[(a) 1 0 R]/Kids[1 0 R]"))):
            with self.subTest(name=name):
                answer = self.import_bounded(self.write(name, content))
                self.assertEqual((answer.code, answer.json["kept"], answer.json["created"]), (0, 1, 0))

    def test_huge_numbers(self):
        for total in ("9" * 400, "1e400", "1E999999999", "92233720368547758.08", "NaN", "INF",
                      "0x7fffffffffffffff", "-" + "9" * 40, "1" + "0" * 100000):
            for name, content in (
                    ("a.xml", make_invoice(total=total)),
                    ("a.csv", f"number;client;issued;due;total;currency\nF-1;A;2026-09-01;2026-10-01;{total};EUR\n")):
                with self.subTest(name=name, total=total[:20]):
                    self.assert_hurts_nobody(name, content)
        for issued in ("99999-01-01", "0000-00-00", "2026-13-45", "9" * 1000):
            with self.subTest(issued=issued[:20]):
                self.assert_hurts_nobody("a.xml", make_invoice(issued=issued))

    def test_wrong_encodings(self):
        good = make_invoice(buyer="Léa Exemple")
        header = "number;client;issued;due;total;currency\n"
        for name, content in (
                ("latin.xml", good.encode("latin-1")),
                ("odd.xml", b"\xff\xfe" + good.encode("utf-16-le")[:-1]),
                ("ebcdic.xml", good.encode("cp500", "replace")),
                ("nul.xml", good.replace("Exemple", "\0").encode()),
                ("overlong.xml", good.encode().replace(b"Exemple", b"\xc0\xbcscript")),
                ("surrogate.xml", good.encode().replace(b"Exemple", b"\xed\xa0\x80")),
                ("odd.csv", b"\xff\xfe" + header.encode("utf-16-le") + b"\x00"),
                ("surrogate.csv", b"\xff\xfe" + (header + "F-1;A;2026-09-01;2026-10-01;1;EUR\n")
                 .encode("utf-16-le").replace(b"A\0", b"\0\xd8")),
                ("utf32.csv", header.encode("utf-32")),
                ("random.csv", bytes(range(256)) * 100)):
            with self.subTest(name=name):
                self.assert_hurts_nobody(name, content)

    def test_encodings_that_are_said_wrongly(self):
        """It is read where it is plain what was meant."""
        good = make_invoice(buyer="Léa Exemple")
        for said in ("UTF-16", "x-nothing"):
            with self.subTest(said=said):
                [file] = self.ask("import", "--dry-run",
                                  self.write("a.xml", good.replace("UTF-8", said)))["files"]
                self.assertEqual(file["invoices"][0]["buyer"], "Léa Exemple")

    def test_what_is_no_file(self):
        pipe = self.folder / "pipe.xml"
        os.mkfifo(pipe)
        folder = self.folder / "folder.pdf"
        folder.mkdir()
        loop = self.folder / "loop"
        loop.mkdir()
        (loop / "again").symlink_to(loop)
        (loop / "self.csv").symlink_to(loop / "self.csv")
        door = socket.socket(socket.AF_UNIX)
        self.addCleanup(door.close)
        place = os.getcwd()
        os.chdir(self.folder)
        door.bind("socket.csv")
        os.chdir(place)
        for path in (pipe, folder, loop, self.folder / "socket.csv", "/dev/zero", "/dev/null",
                     "/proc/self/mem", self.folder / "nothing.xml", loop / "self.csv"):
            with self.subTest(path=str(path)):
                self.assert_hurts_nobody(path)

    def test_unreadable(self):
        path = self.write("closed.csv", "number;client\n")
        path.chmod(0)
        if os.access(path, os.R_OK):
            self.skipTest("nothing is closed to this user")
        self.assert_hurts_nobody(path)


if __name__ == "__main__":
    main()
