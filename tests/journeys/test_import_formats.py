# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as people have them: an e-invoice in a PDF, a table nobody knows, an accounting export.
Each is looked at, imported, and taken back."""

from pathlib import Path

from journey import Journey, Role, main

FIXTURES = Path(__file__).parent.parent / "fixtures"
UNKNOWN = """\
Ref;Who;When;Sum
A-1;Sample Studio;01/09/2026;1200,00
A-2;Sample Bakery;15/09/2026;480,50
"""


def make_pdf(invoice):
    """An e-invoice in the PDF of itself, as Factur-X has it."""
    names = b"(factur-x.xml)"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[" + names + b" 4 0 R]>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Type/Filespec/F" + names + b"/UF" + names + b"/EF<</F 5 0 R>>>>",
        b"<</Type/EmbeddedFile/Length %d>>stream\n%s\nendstream" % (len(invoice), invoice),
    ]
    pdf, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (pdf + b"xref\n0 6\n0000000000 65535 f \n" + table
            + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(pdf))


class ImportFormats:
    def test_an_invoice_in_a_pdf(self):
        path = self.home.path / "invoice.pdf"
        path.write_bytes(make_pdf((FIXTURES / "einvoice" / "cii.xml").read_bytes()))
        self.open_in_a_book_in_use(path)
        self.window.find(containing="Factur-X")
        self.picture("pdf")
        self.import_and_take_back(1)

    def test_a_table_that_nobody_knows(self):
        path = self.home.path / "unknown.csv"
        path.write_text(UNKNOWN, encoding="utf-8")
        self.open_in_a_book_in_use(path)
        use = self.window.find(self.words("_Use These Columns"), Role.BUTTON)
        self.assertFalse(use.is_sensitive())
        for column, field in (("Ref", "Number"), ("Who", "Client"), ("When", "Issued"),
                              ("Sum", "Total")):
            self.choose(column, field)
        self.window.find(containing="A-2 · Sample Bakery")
        self.picture("columns")
        use.activate()
        self.import_and_take_back(2)

    def test_an_accounting_export(self):
        self.open_in_a_book_in_use(FIXTURES / "fec" / "lettered.txt")
        self.window.find(containing=self.words(
            "Accounting export (FEC), lettered: payments are known"))
        self.picture("fec")
        self.import_and_take_back(8)

    def test_terms_where_none_are_known(self):
        """An accounting export has no due dates: the terms above it can be others than 30 days."""
        self.open_in_a_book_in_use(FIXTURES / "fec" / "lettered.txt")
        self.choose_option(self.window.find(self.words("Payment Terms to Assume")),
                           self.words.count("end of month, then %d day",
                                            "end of month, then %d days", 45))
        self.picture("terms")
        self.find_import().activate()
        self.wait_until(lambda: len(self.ask("invoice", "list")) == 8, "the import")
        due = {one["number"]: (one["issued"], one["due"]) for one in self.ask("invoice", "list")}
        self.assertEqual(due["F2023-001"], ("2023-01-10", "2023-03-17"))

    def test_one_row_by_the_keyboard(self):
        """Space leaves a row out, Enter imports the others."""
        self.open_in_a_book_in_use(self.write_invoices())
        self.find_import()
        row = self.window.find("S-102 · Sample Bakery", Role.LIST_ITEM)
        row.focus()
        self.program.press("space")
        self.wait_until(lambda: self.words("Left out", "row") in row.description, "the choice")
        self.program.press("Return")
        self.wait_until(lambda: len(self.ask("invoice", "list")) == 4, "the import")
        self.assertNotIn("S-102", [one["number"] for one in self.ask("invoice", "list")])

    def test_cancel(self):
        self.open_in_a_book_in_use(self.write_invoices())
        self.find_import()
        self.window.find(self.words("_Cancel"), Role.BUTTON).activate()
        self.window.wait_gone(role=Role.DIALOG)
        self.assertEqual(self.ask("invoice", "list"), [])

    def open_in_a_book_in_use(self, path):
        self.ask("client", "add", "Sample Gallery")
        self.start(str(path))

    def choose(self, column, field):
        """What a column holds, from the list above it."""
        box = self.window.find(column, Role.COMBO_BOX)
        next(one for one in box.walk() if one.role == Role.TOGGLE_BUTTON).focus()
        self.program.press("space")
        self.choose_shown(self.words(field, "column"))

    def choose_option(self, row, word):
        row.activate()
        self.choose_shown(word)

    def choose_shown(self, word):
        def find_option():
            return next((one for one in self.window.walk() if one.role == Role.LIST_ITEM
                         and any(part.name == word for part in one.walk())), None)

        option = self.wait_until(find_option, f"the option {word}")
        option.focus()
        self.program.press("Return")

    def import_and_take_back(self, n_invoices):
        self.find_import().activate()
        self.wait_until(lambda: len(self.ask("invoice", "list")) == n_invoices, "the import")
        self.picture("imported")
        self.window.find(self.words("_Undo"), Role.BUTTON).activate()
        self.wait_until(lambda: self.ask("invoice", "list") == [], "the import to be taken back")
        self.assertEqual([one["name"] for one in self.ask("client", "list")], ["Sample Gallery"])


class ImportFormatsInEnglish(ImportFormats, Journey):
    language = "en"


class ImportFormatsInFrench(ImportFormats, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
