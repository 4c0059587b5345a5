/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an SMS costs, and how a text is brought into its alphabet. */

#include "config.h"

#include "relance-sms.h"

typedef struct
{
  const char *text;
  gboolean is_gsm;
  guint units;
  guint room;
  guint parts;
} SizeCase;

static const SizeCase size_cases[] = {
  { "", TRUE, 0, 160, 0 },
  { "a", TRUE, 1, 160, 1 },
  { "Bonjour, votre facture F-042 de 1 200 € est échue depuis le 12/11. Merci !", TRUE, 75, 160,
    1 },
  { "Bonjour, votre facture F-042 de 1 200 € est échue depuis le 12/11. Merci…", FALSE, 73, 67, 2 },
  { "même", FALSE, 4, 70, 1 },
  { "à è é ù ò ì É Ç Ä Ö Ü ä ö ü ñ Ñ £ ¥ § ¿ ¡ Å å Æ æ Ø ø ß", TRUE, 55, 160, 1 },
  { "^{}\\[~]|€", TRUE, 18, 160, 1 },
  { "ç", FALSE, 1, 70, 1 },
  { "1\u00a0€", FALSE, 3, 70, 1 },
  { "1\u202f€", FALSE, 3, 70, 1 },
  { "’", FALSE, 1, 70, 1 },
  { "🙂", FALSE, 2, 70, 1 },
};

static void
test_sizes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (size_cases); i++)
    {
      const SizeCase *test = &size_cases[i];
      RelanceSmsSize size = relance_sms_measure (test->text);

      g_test_message ("%s", test->text);
      g_assert_cmpint (size.is_gsm, ==, test->is_gsm);
      g_assert_cmpuint (size.units, ==, test->units);
      g_assert_cmpuint (size.room, ==, test->room);
      g_assert_cmpuint (size.parts, ==, test->parts);
    }
}

typedef struct
{
  const char *unit;
  guint count;
  guint parts;
} RepeatCase;

/* Beyond one message each part gives room to a header, and holds whole characters only. */
static const RepeatCase repeat_cases[] = {
  { "a", 160, 1 }, { "a", 161, 2 }, { "a", 306, 2 }, { "a", 307, 3 },
  { "€", 80, 1 },  { "€", 81, 2 },  { "€", 152, 2 }, { "€", 153, 3 },
  { "ê", 70, 1 },  { "ê", 71, 2 },  { "ê", 134, 2 }, { "ê", 135, 3 },
  { "🙂", 35, 1 }, { "🙂", 36, 2 }, { "🙂", 66, 2 }, { "🙂", 67, 3 },
};

static void
test_parts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (repeat_cases); i++)
    {
      const RepeatCase *test = &repeat_cases[i];
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < test->count; j++)
        g_string_append (text, test->unit);
      g_test_message ("%u times %s", test->count, test->unit);
      g_assert_cmpuint (relance_sms_measure (text->str).parts, ==, test->parts);
    }
}

typedef struct
{
  const char *text;
  const char *simple;
} SimpleCase;

static const SimpleCase simple_cases[] = {
  { "", "" },
  { "Léa, à bientôt !", "Léa, à bientot !" },
  { "l’œuvre de François", "l'oeuvre de Francois" },
  { "«\u00a0oui\u00a0» – non…", "\"oui\" - non..." },
  { "1\u202f200,00\u00a0€", "1 200,00 €" },
  { "ÀÂÊËÎÏÔÙÛŒÇ", "AAEEIIOUUOEÇ" },
  { "e\u0301", "é" },
  { "Gdańsk", "Gdansk" },
  { "n°\u00a042", "no 42" },
  { "a\u200bb", "ab" },
  { "\u212b \u2001 \u00a0\u202f€", "Å     €" },
  { "Ω and Δ", "Ω and Δ" },
};

static void
test_simplify (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (simple_cases); i++)
    {
      g_autofree char *simple = relance_sms_simplify (simple_cases[i].text);

      g_assert_cmpstr (simple, ==, simple_cases[i].simple);
      g_assert_true (relance_sms_measure (simple).is_gsm);
    }
}

/* Whatever comes in, what goes out is in the alphabet. */
static void
test_any_character (void)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      char text[7] = { 0 };
      g_autofree char *simple = NULL;

      if (!g_unichar_validate (c))
        continue;
      g_unichar_to_utf8 (c, text);
      simple = relance_sms_simplify (text);
      if (!relance_sms_measure (simple).is_gsm)
        g_error ("U+%04X became “%s”", c, simple);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sms/sizes", test_sizes);
  g_test_add_func ("/sms/parts", test_parts);
  g_test_add_func ("/sms/simplify", test_simplify);
  g_test_add_func ("/sms/any-character", test_any_character);

  return g_test_run ();
}
