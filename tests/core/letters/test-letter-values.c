/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-values.h"

#define NNBSP "\u202f"
#define NBSP "\u00a0"

typedef struct
{
  const char *key;
  const char *text;
  gboolean is_true;
} ValueCase;

static const ValueCase cases[] = {
  { "text", "Ada", TRUE },
  { "empty", "", FALSE },
  { "nothing", "", FALSE },
  { "up", "true", TRUE },
  { "down", "false", FALSE },
  { "number", "-12", TRUE },
  { "nought", "0", TRUE },
  { "money", "1" NNBSP "200,00" NBSP "€", TRUE },
  { "no money", "0,00" NBSP "€", TRUE },
  { "pounds", "£1,200.00", TRUE },
  { "date", "1er novembre 2026", TRUE },
  { "english date", "1 November 2026", TRUE },
  { "no date", "", FALSE },
  { "dictionary", "", TRUE },
  { "list", "", TRUE },
  { "empty list", "", FALSE },
};

static RelanceLetterValue *
make_list (const char *item)
{
  RelanceLetterValue *list = relance_letter_value_new_list ();

  if (item != NULL)
    relance_letter_value_append (list, relance_letter_value_new_text (item));
  return list;
}

static RelanceLetterValue *
make_values (void)
{
  RelanceLetterValue *dict = relance_letter_value_new_dictionary ();
  RelanceDate date = relance_date_new (2026, 11, 1);

  relance_letter_values_add_text (dict, "text", "Ada");
  relance_letter_values_add_text (dict, "text", "the second of that name");
  relance_letter_values_add_text (dict, "empty", "");
  relance_letter_values_add_text (dict, "nothing", NULL);
  relance_letter_values_add_flag (dict, "up", TRUE);
  relance_letter_values_add_flag (dict, "down", FALSE);
  relance_letter_values_add_number (dict, "number", -12);
  relance_letter_values_add_number (dict, "nought", 0);
  relance_letter_values_add_money (dict, "money", 120000, "EUR", RELANCE_LANGUAGE_FR);
  relance_letter_values_add_money (dict, "no money", 0, "EUR", RELANCE_LANGUAGE_FR);
  relance_letter_values_add_money (dict, "pounds", 120000, "GBP", RELANCE_LANGUAGE_EN);
  relance_letter_values_add_date (dict, "date", date, RELANCE_LANGUAGE_FR);
  relance_letter_values_add_date (dict, "english date", date, RELANCE_LANGUAGE_EN);
  relance_letter_values_add_date (dict, "no date", RELANCE_DATE_NONE, RELANCE_LANGUAGE_FR);
  relance_letter_values_add (dict, "dictionary", relance_letter_value_new_dictionary ());
  relance_letter_values_add (dict, "list", make_list ("a"));
  relance_letter_values_add (dict, "empty list", make_list (NULL));
  return dict;
}

static RelanceLetterValue *
find (RelanceLetterValue *dict, const char *key)
{
  return relance_letter_value_find (dict, key, relance_letter_value_hash_key (key));
}

static void
test_values (void)
{
  g_autoptr (RelanceLetterValue) dict = make_values ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceLetterValue *value = find (dict, cases[i].key);

      g_test_message ("%s", cases[i].key);
      g_assert_nonnull (value);
      g_assert_cmpint (relance_letter_value_is_true (value), ==, cases[i].is_true);
      g_assert_cmpstr (relance_letter_value_get_text (value), ==, cases[i].text);
      /* As before, now that it is written. */
      g_assert_cmpint (relance_letter_value_is_true (value), ==, cases[i].is_true);
    }
}

static void
test_absent (void)
{
  g_autoptr (RelanceLetterValue) dict = make_values ();

  g_assert_null (find (dict, "absent"));
  g_assert_null (find (find (dict, "text"), "text"));
  g_assert_null (find (find (dict, "list"), "a"));
  g_assert_null (relance_letter_value_get_items (dict));
  g_assert_cmpuint (relance_letter_value_get_items (find (dict, "list"))->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letter-values/texts", test_values);
  g_test_add_func ("/letter-values/absent", test_absent);

  return g_test_run ();
}
