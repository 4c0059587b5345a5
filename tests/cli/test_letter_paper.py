# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters on paper: what the pages of a PDF say, read by other programs."""

import re
import subprocess
import unicodedata

from relance_cli import CliTest, main

IBAN = "FR7630006000011234567890189"


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, timeout=60, check=True)
    return done.stdout.decode()


class Paper(CliTest):
    def setUp(self):
        super().setUp()
        self.set_business("country=FR")
        self.ask("client", "add", "Atelier Durand", "tone=formal", "language=fr", "title=madame",
                 "first_name=Léa", "last_name=Durand", "email=lea@durand.example",
                 "street=12 avenue des Essais", "postcode=75010", "city=Paris", "country=FR")
        self.invoice("F-042", "1200.00")

    def set_business(self, *words):
        self.ask("business", "set", "name=Studio Nord", "email=camille@studio-nord.example",
                 f"iban={IBAN}", "street=1 rue des Tests", "postcode=69001", "city=Lyon",
                 "siren=732829320", *words)

    def invoice(self, number, amount, *words, client="Atelier Durand"):
        self.ask("invoice", "add", client, number, amount, "--issued", "2026-06-01",
                 "--due", "2026-06-15", *words)

    def print_letter(self, *words, client="Atelier Durand", stage="first", name="letter.pdf"):
        path = self.folder / name
        self.ask("draft", "--client", client, "--stage", stage, "--format", "pdf", "--output", path, *words)
        return path

    def read(self, path, *options):
        """The words of the pages, each in its normal form, with one space between them."""
        text = unicodedata.normalize("NFC", run("pdftotext", *options, path, "-"))
        return re.sub(r"[\s\u00a0\u202f]+", " ", text)

    def count_pages(self, path):
        return int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", path)).group(1))

    def scan(self, path):
        """The codes on the first page, or []."""
        picture = self.folder / "page"
        run("pdftoppm", "-r", 200, "-png", "-f", 1, "-l", 1, "-singlefile", path, picture)
        done = subprocess.run(["zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable",
                               f"{picture}.png"], capture_output=True, timeout=60, check=False)
        return done.stdout.decode().strip("\n")

    def test_a_letter(self):
        path = self.print_letter()
        text = self.read(path)
        for words in ("Studio Nord", "1 rue des Tests", "69001 Lyon", "Atelier Durand",
                      "À l’attention de Madame Léa Durand", "12 avenue des Essais", "75010 Paris",
                      "Lyon, le 24 novembre 2026", "Objet : Facture F-042", "1 200,00 €", "15 juin 2026",
                      "FR76 3000 6000 0112 3456 7890 189", "Référence à indiquer : F-042"):
            self.assertIn(words, text)
        self.assertEqual(self.count_pages(path), 1)
        self.assertNotIn("1/1", text)

    def test_every_word_of_the_mail_is_there(self):
        for stage in ("first", "second", "third", "formal-notice", "statement"):
            for language in ("fr", "en"):
                words = ("--language", language)
                path = self.print_letter(*words, stage=stage)
                draft = self.ask("draft", "--client", "Atelier Durand", "--stage", stage, *words)
                printed = self.read(path)
                for words in re.split(r"\n+| · ", draft["text"]):
                    self.assertIn(re.sub(r"[\s\u00a0\u202f]+", " ", words.strip("• ")), printed)

    def test_what_programs_say_of_the_file(self):
        path = self.print_letter()
        info = run("pdfinfo", "-isodates", path)
        self.assertRegex(info, r"Title: +Facture F-042 – ")
        self.assertRegex(info, r"Author: +Studio Nord\n")
        self.assertRegex(info, r"CreationDate: +2026-11-24")
        self.assertIn("(A4)", info)
        self.assertIn(b"/Lang (fr)", path.read_bytes())
        self.assertIn(b"/Lang (en)", self.print_letter("--language", "en").read_bytes())
        fonts = run("pdffonts", path).splitlines()[2:]
        self.assertTrue(fonts)
        for font in fonts:
            embedded, _, is_unicode = font.split()[-5:-2]
            self.assertEqual((embedded, is_unicode), ("yes", "yes"), font)

    def test_the_same_letter_is_the_same_file(self):
        self.assertEqual(self.print_letter(name="a.pdf").read_bytes(),
                         self.print_letter(name="b.pdf").read_bytes())

    def find_recipient(self, path):
        """Where the name of the client stands, in millimetres from the left and from the top."""
        words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>Atelier<',
                           run("pdftotext", "-bbox", path, "-"))
        return [float(place) * 25.4 / 72 for place in words[0]]

    def test_the_window_of_the_envelope(self):
        x, y = self.find_recipient(self.print_letter())
        self.assertTrue(109 <= x <= 112 and 55 <= y <= 60, (x, y))
        x, y = self.find_recipient(self.print_letter("--language", "en"))
        self.assertTrue(109 <= x <= 112, "a letter in English leaves in the same envelope")
        self.set_business("country=GB")
        x, y = self.find_recipient(self.print_letter())
        self.assertTrue(20 <= x <= 30 and 55 <= y <= 60, (x, y))

    def test_a_formal_notice_says_its_head_once(self):
        for language, subject in (("fr", "Objet : mise en demeure de payer"), ("en", "Formal demand for")):
            path = self.print_letter("--language", language, stage="formal-notice")
            text = self.read(path)
            self.assertEqual(text.count("12 avenue des Essais"), 1)
            self.assertEqual(text.count("1 rue des Tests"), 1)
            self.assertEqual(text.count(subject), 1)
            self.assertEqual(len(re.findall(r"(?:Lyon, le )?24 [Nn]ovembe?re? 2026 (?:Objet|Formal)", text)), 1)
            self.assertIn("mise en demeure", text)

    def test_code(self):
        self.assertEqual(self.scan(self.print_letter()),
                         f"BCD\n002\n1\nSCT\n\nStudio Nord\n{IBAN}\nEUR1200.00\n\n\nF-042")
        self.invoice("F-050", "300.50")
        self.ask("payment", "add", "F-042", "200", "--date", "2026-11-20")
        self.assertEqual(self.scan(self.print_letter()),
                         f"BCD\n002\n1\nSCT\n\nStudio Nord\n{IBAN}\nEUR1300.50\n\n\nF-042, F-050")

    def test_no_code_where_there_is_no_one_sum(self):
        self.assertEqual(self.scan(self.print_letter(stage="plan")), "")
        self.assertEqual(self.scan(self.print_letter(stage="promise")), "")
        for kind, count in (("business", 0), ("public", 0), ("consumer", 1)):
            self.ask("client", "set", "Atelier Durand", f"kind={kind}")
            for stage in ("third", "formal-notice"):
                self.assertEqual(self.scan(self.print_letter(stage=stage)).count("EUR1200.00"), count)
        self.ask("client", "set", "Atelier Durand", "kind=business")
        self.invoice("F-050", "300", "--currency", "GBP")
        self.assertEqual(self.scan(self.print_letter()), "")

    def test_no_code_for_pounds_nor_without_an_iban(self):
        self.ask("client", "add", "Brown", "language=en", "email=b@brown.example")
        self.invoice("B-1", "300", "--currency", "GBP", client="Brown")
        self.assertEqual(self.scan(self.print_letter(client="Brown")), "")
        self.ask("business", "set", "iban=")
        self.assertEqual(self.scan(self.print_letter()), "")

    def test_sixty_invoices(self):
        for number in range(60):
            self.invoice(f"G-{number:03}", f"{100 + number}.00")
        for stage, pages in (("first", (3, 4)), ("formal-notice", (4, 7))):
            path = self.print_letter(stage=stage)
            count, text = self.count_pages(path), self.read(path)
            self.assertTrue(pages[0] <= count <= pages[1], count)
            for number in range(60):
                self.assertIn(f"G-{number:03}", text)
                self.assertIn(f"{100 + number},00 €", text)
            for page in range(1, count + 1):
                self.assertIn(f"{page}/{count}", self.read(path, "-f", page, "-l", page))
            last = self.read(path, "-f", count, "-l", count)
            self.assertIn("salutations distinguées", last)
            self.assertIn("Studio Nord", last)

    def test_odd_names(self):
        for index, name in enumerate(("שלום בע״מ", "Maison \u202eEtoile\u200f", "🌱 Verte & <b>Fils</b>",
                                      "Donaudampfschifffahrts" * 15, "上海公司", "{{iban}}", "A" * 500)):
            client = self.ask("client", "add", name, "language=fr", f"email=c{index}@odd.example",
                              "street=7 rue du Bout")["id"]
            self.invoice(f"O-{index}", "50.00", client=client)
            path = self.print_letter(client=client, name=f"odd-{index}.pdf")
            text = self.read(path)
            self.assertEqual(self.count_pages(path), 1)
            for words in ("7 rue du Bout", f"O-{index}", "50,00 €", "FR76 3000 6000"):
                self.assertIn(words, text)
        self.assertIn("<b>Fils</b>", self.read(self.folder / "odd-2.pdf"))
        self.assertIn("{{iban}}", self.read(self.folder / "odd-5.pdf"))

    def test_usage(self):
        self.refuse("draft", "--client", "Atelier Durand", "--format", "pdf", code=2, error="usage")
        self.refuse("draft", "--client", "Atelier Durand", "--format", "pdf",
                    "--output", self.folder / "no" / "x.pdf", code=3, error="missing")
        answer = self.run_cli("draft", "--client", "Atelier Durand", "--format", "pdf",
                              "--output", self.folder / "x.pdf")
        self.assertEqual((answer.code, "%PDF" in answer.out), (0, False))
        self.assertIn("x.pdf", answer.out)


if __name__ == "__main__":
    main()
