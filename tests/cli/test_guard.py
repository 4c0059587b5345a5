# SPDX-License-Identifier: GPL-3.0-or-later
"""What "guard" says of a letter, without any book."""

from relance_cli import CliTest, main


class Guard(CliTest):
    def read(self, text, *words, language="fr"):
        return self.ask("guard", "--language", language, *words, "-", stdin=text)

    def kinds(self, *arguments, **options):
        return [warning["kind"] for warning in self.read(*arguments, **options)["warnings"]]

    def test_a_kind_letter_has_nothing(self):
        for language, text in (("fr", "Bonjour Léa, pourriez-vous y jeter un œil ? Merci."),
                               ("en", "Hi Léa, could you have a look? Thanks.")):
            self.assertEqual(self.read(text, "--stage", "first", language=language),
                             {"stops": [], "warnings": []})
        self.assert_no_book()

    def test_the_very_words_and_kinder_ones(self):
        text = "Bonjour,\nvous êtes un voleur. Je préviendrai votre employeur."
        warnings = self.read(text, "--stage", "second")["warnings"]
        self.assertEqual([w["kind"] for w in warnings], ["insult", "humiliation"])
        for warning in warnings:
            self.assertEqual(list(warning), ["kind", "quote", "suggestion"])
            self.assertIn(warning["quote"], text)
            self.assertTrue(warning["suggestion"])

    def test_disguises(self):
        for text in ("vous etes un voleur", "Vous êtes un v0l3ur", "VOUS ÊTES UN VOLEUR",
                     "Vous n’êtes qu’un voleur"):
            self.assertIn("insult", self.kinds(text), text)
        self.assertIn("shouting", self.kinds("Répondez, c'est U R G E N T"))

    def test_facts_decide(self):
        fees = "Une indemnité forfaitaire de 40 € est due."
        self.assertEqual(self.kinds(fees, "--stage", "third", "--kind", "business"), [])
        self.assertEqual(self.kinds(fees, "--stage", "third", "--kind", "consumer"),
                         ["fees-to-consumer"])
        self.assertEqual(self.kinds(fees, "--stage", "first", "--kind", "business"),
                         ["too-harsh-for-stage"])
        court = "If nothing comes by Friday, we will issue a county court claim."
        self.assertEqual(self.kinds(court, "--stage", "third", language="en"), [])
        self.assertEqual(self.kinds(court, "--stage", "second", language="en"), ["threat"])
        self.assertEqual(self.kinds("Voici ta facture.", "--address", "vous"), ["address-mix"])
        self.assertEqual(self.kinds("Voici ta facture.", "--address", "tu"), [])
        self.assertEqual(self.kinds("Merci 🙂", "--stage", "third"), ["emoji-in-firm"])

    def test_a_slot_is_a_stop(self):
        stops = self.read("Bonjour {{client.name}},")["stops"]
        self.assertEqual([(s["kind"], s["quote"]) for s in stops],
                         [("placeholder", "{{client.name}}")])

    def test_a_file(self):
        path = self.folder / "letter.txt"
        path.write_text("You are a liar.", encoding="utf-8")
        answer = self.ask("guard", "--language", "en", path)
        self.assertEqual([w["quote"] for w in answer["warnings"]], ["You are a liar"])

    def test_what_is_no_letter_is_refused(self):
        self.refuse("guard", "--language", "fr", "-", stdin=b"caf\xe9", code=3, error="input")
        self.refuse("guard", "--language", "fr", "-", stdin=b"a" * 300_000, code=3, error="input")
        for words in ([], ["--language", "de"], ["--language", "fr", "--stage", "angry"],
                      ["--language", "fr", "--kind", "dragon"]):
            self.refuse("guard", *words, code=2, error="usage")

    def test_hostile_text_is_read_in_time(self):
        self.read("vous êtes un voleur " * 12_000)
        self.read("a b c d " * 30_000)


if __name__ == "__main__":
    main()
