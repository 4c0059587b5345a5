/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter.h"

#include "relance-catalogue.h"
#include "relance-identifiers.h"
#include "relance-money.h"
#include "relance-mustache.h"

#include <string.h>

/* A subject names this many invoices, and counts the others. */
#define MAX_NAMED 3

#define SUBJECT_PREFIX "Subject: "

/**
 * relance_letter_get_locale:
 *
 * Returns: (transfer none): the locale in which a letter writes amounts and dates
 */
const char *
relance_letter_get_locale (RelanceLanguage language)
{
  return language == RELANCE_LANGUAGE_FR ? "fr" : "en_GB";
}

static void
add_text (GVariantDict *dict, const char *key, const char *value)
{
  g_variant_dict_insert (dict, key, "s", value != NULL ? value : "");
}

static void
add_flag (GVariantDict *dict, const char *key, gboolean value)
{
  g_variant_dict_insert (dict, key, "b", value);
}

static void
add_money (GVariantDict *dict,
           const char *key,
           gint64 amount,
           const char *currency,
           const char *locale)
{
  g_autofree char *text = relance_money_format (amount, currency, locale);

  add_text (dict, key, text);
}

static void
add_date (GVariantDict *dict, const char *key, RelanceDate date, const char *locale)
{
  g_autofree char *text = NULL;

  if (date != RELANCE_DATE_NONE)
    text = relance_date_format (date, locale);
  add_text (dict, key, text);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static GVariant *
describe_client (RelanceClient *client)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  gboolean named = !is_empty (client->first_name) && !is_empty (client->last_name);

  add_text (&dict, "name", client->name);
  add_text (&dict, "first_name", client->first_name);
  add_text (&dict, "last_name", client->last_name);
  add_flag (&dict, "madame", client->title == RELANCE_TITLE_MADAME);
  add_flag (&dict, "monsieur", client->title == RELANCE_TITLE_MONSIEUR);
  add_flag (&dict, "titled", client->title != RELANCE_TITLE_NONE);
  add_flag (&dict, "full_name", named && client->title == RELANCE_TITLE_NONE);
  return g_variant_dict_end (&dict);
}

static GVariant *
describe_business (const RelanceLetterFacts *facts)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const char *iban = relance_business_get (facts->business, RELANCE_BUSINESS_IBAN);
  g_autofree char *grouped = *iban != '\0' ? relance_iban_format (iban) : NULL;

  add_text (&dict, "name", relance_business_get (facts->business, RELANCE_BUSINESS_NAME));
  add_text (&dict, "phone", relance_business_get (facts->business, RELANCE_BUSINESS_PHONE));
  add_text (&dict, "iban", grouped);
  add_text (&dict, "bic", relance_business_get (facts->business, RELANCE_BUSINESS_BIC));
  return g_variant_dict_end (&dict);
}

/* A sender who is called like the business signs once. */
static GVariant *
describe_signature (const RelanceLetterFacts *facts)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const char *business = relance_business_get (facts->business, RELANCE_BUSINESS_NAME);
  const char *name = facts->sender != NULL ? facts->sender->name : NULL;

  if (is_empty (name))
    name = business;

  add_text (&dict, "name", name);
  add_text (&dict, "business", strcmp (name, business) != 0 ? business : NULL);
  add_text (&dict, "phone", relance_business_get (facts->business, RELANCE_BUSINESS_PHONE));
  return g_variant_dict_end (&dict);
}

static GVariant *
describe_debt (const RelanceDebt *debt, RelanceDate today, const char *locale)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  int days_late = relance_debt_get_days_late (debt, today);

  add_text (&dict, "number", debt->number);
  add_text (&dict, "label", debt->label);
  add_money (&dict, "balance", debt->balance, debt->currency, locale);
  add_money (&dict, "amount", debt->amount, debt->currency, locale);
  add_flag (&dict, "part_paid", debt->balance < debt->amount);
  add_date (&dict, "due", debt->due, locale);
  add_flag (&dict, "late", days_late > 0);
  add_flag (&dict, "one_day", days_late == 1);
  add_flag (&dict, "many_days", days_late > 1);
  g_variant_dict_insert (&dict, "days_late", "i", days_late);
  return g_variant_dict_end (&dict);
}

static GVariant *
describe_debts (GPtrArray *debts, RelanceDate today, const char *locale)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < debts->len; i++)
    g_variant_builder_add_value (&builder,
                                 describe_debt (g_ptr_array_index (debts, i), today, locale));

  return g_variant_builder_end (&builder);
}

static GVariant *
describe_totals (GPtrArray *debts, const char *locale)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  g_autoptr (GArray) totals = relance_debts_sum (debts);

  for (guint i = 0; i < totals->len; i++)
    {
      RelanceDebtTotal *total = &g_array_index (totals, RelanceDebtTotal, i);
      g_autofree char *text = relance_money_format (total->amount, total->currency, locale);

      g_variant_builder_add (&builder, "s", text);
    }

  return g_variant_builder_end (&builder);
}

/* The numbers that a subject names, each with what joins it to the next. */
static GVariant *
describe_named (GPtrArray *debts)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  guint named = MIN (debts->len, MAX_NAMED);
  gboolean complete = named == debts->len;

  for (guint i = 0; i < named; i++)
    {
      g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
      const RelanceDebt *debt = g_ptr_array_index (debts, i);
      gboolean before_last = complete && i + 2 == named;

      add_text (&dict, "number", debt->number);
      add_flag (&dict, "and", before_last);
      add_flag (&dict, "comma", i + 1 < named && !before_last);
      g_variant_builder_add_value (&builder, g_variant_dict_end (&dict));
    }

  return g_variant_builder_end (&builder);
}

static char *
join_totals (GPtrArray *debts, const char *locale)
{
  g_autoptr (GArray) totals = relance_debts_sum (debts);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < totals->len; i++)
    {
      RelanceDebtTotal *total = &g_array_index (totals, RelanceDebtTotal, i);

      g_strv_builder_take (builder, relance_money_format (total->amount, total->currency, locale));
    }

  texts = g_strv_builder_end (builder);
  return g_strjoinv (" + ", texts);
}

static GVariant *
describe_several (const RelanceLetterFacts *facts, const char *locale)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const RelanceDebt *oldest = g_ptr_array_index (facts->debts, 0);
  g_autofree char *sum = join_totals (facts->debts, locale);
  guint others = facts->debts->len - MIN (facts->debts->len, MAX_NAMED);

  g_variant_dict_insert_value (&dict, "invoices",
                               describe_debts (facts->debts, facts->today, locale));
  g_variant_dict_insert_value (&dict, "totals", describe_totals (facts->debts, locale));
  g_variant_dict_insert_value (&dict, "named", describe_named (facts->debts));
  g_variant_dict_insert (&dict, "others", "u", others);
  add_flag (&dict, "one_other", others == 1);
  add_flag (&dict, "many_others", others > 1);
  add_text (&dict, "sum", sum);
  add_date (&dict, "oldest_due", oldest->due, locale);
  return g_variant_dict_end (&dict);
}

/* The names that templates know: data/letters/README.md explains each. */
static GVariant *
describe (const RelanceLetterFacts *facts, const char *locale)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  gboolean neutral = facts->sender != NULL && facts->sender->voice == RELANCE_VOICE_NEUTRAL;

  g_variant_dict_insert_value (&dict, "client", describe_client (facts->client));
  g_variant_dict_insert_value (&dict, "business", describe_business (facts));
  g_variant_dict_insert_value (&dict, "signature", describe_signature (facts));
  add_flag (&dict, "personal", !neutral);
  add_flag (&dict, "neutral", neutral);
  add_date (&dict, "previous", facts->previous, locale);

  if (facts->debts->len == 1)
    g_variant_dict_insert_value (
      &dict, "one", describe_debt (g_ptr_array_index (facts->debts, 0), facts->today, locale));
  else
    g_variant_dict_insert_value (&dict, "several", describe_several (facts, locale));

  return g_variant_dict_end (&dict);
}

/* A reader can tell a cut subject by its ellipsis; the numbers are in the text too. */
static char *
bound_subject (const char *subject)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (subject, -1) <= RELANCE_LETTER_MAX_SUBJECT)
    return g_strdup (subject);

  start = g_utf8_substring (subject, 0, RELANCE_LETTER_MAX_SUBJECT - 1);
  return g_strconcat (start, "…", NULL);
}

static gboolean
split (const char *letter, char **subject, char **text, GError **error)
{
  const char *end = strchr (letter, '\n');
  g_autofree char *line = NULL;

  if (!g_str_has_prefix (letter, SUBJECT_PREFIX) || end == NULL)
    {
      g_set_error_literal (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_NO_SUBJECT,
                           "the first line is not “" SUBJECT_PREFIX "…”");
      return FALSE;
    }

  line = g_strndup (letter + strlen (SUBJECT_PREFIX), end - letter - strlen (SUBJECT_PREFIX));
  *subject = bound_subject (g_strstrip (line));
  *text = g_strstrip (g_strdup (end));
  return TRUE;
}

/**
 * relance_letter_write:
 * @subject: (out): one line, at most %RELANCE_LETTER_MAX_SUBJECT characters
 * @text: (out): the body: paragraphs separated by an empty line
 * @error: %RELANCE_LETTERS_ERROR
 *
 * Writes the letter of that stage, tone, form of address and language.
 *
 * Returns: whether it could be written
 */
gboolean
relance_letter_write (const RelanceLetterFacts *facts,
                      const RelanceLetterStyle *style,
                      char **subject,
                      char **text,
                      GError **error)
{
  g_autofree char *template = NULL;
  g_autofree char *letter = NULL;
  g_autoptr (RelanceMustache) mustache = NULL;

  g_return_val_if_fail (facts->debts->len > 0, FALSE);

  template =
    relance_catalogue_find (style->language, style->stage, style->tone, style->address, error);
  if (template == NULL)
    return FALSE;

  mustache = relance_mustache_parse (template, error);
  if (mustache == NULL)
    return FALSE;

  letter = relance_mustache_render (mustache,
                                    describe (facts, relance_letter_get_locale (style->language)),
                                    RELANCE_ESCAPE_TEXT, error);
  if (letter == NULL)
    return FALSE;

  return split (letter, subject, text, error);
}
