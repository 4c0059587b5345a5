/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-check.h"

#include "relance-catalogue.h"

#include <string.h>

#define SUBJECT_PREFIX "Subject: "
#define SMS_PREFIX "SMS: "

/* What data/letters/README.md explains, in its order. */
static const char *const names[] = {
  ".",
  "client",
  "client.name",
  "client.first_name",
  "client.last_name",
  "client.madame",
  "client.monsieur",
  "client.titled",
  "client.full_name",
  "client.business",
  "client.consumer",
  "client.public",
  "client.street",
  "client.postcode",
  "client.city",
  "client.country",
  "client.has_address",
  "business",
  "business.name",
  "business.legal_name",
  "business.phone",
  "business.email",
  "business.iban",
  "business.bic",
  "business.street",
  "business.postcode",
  "business.city",
  "business.siren",
  "business.vat",
  "business.has_address",
  "signature",
  "signature.name",
  "signature.business",
  "signature.phone",
  "personal",
  "neutral",
  "personal_line",
  "today",
  "deadline",
  "deadline_days",
  "previous",
  "settled",
  "one",
  "several",
  "several.invoices",
  "several.count",
  "several.totals",
  "several.sum",
  "several.named",
  "several.others",
  "several.one_other",
  "several.many_others",
  "several.oldest_due",
  "attached",
  "several.attached",
  "part_attached",
  "part_attached.named",
  "part_attached.others",
  "part_attached.one_attached",
  "part_attached.many_attached",
  "fees",
  "fees.interest",
  "fees.recovery",
  "fees.total",
  "fees.grand_total",
  "payment",
  "payment.amount",
  "payment.date",
  "payment.means",
  "promise",
  "promise.amount",
  "promise.date",
  "plan",
  "plan.parts",
  "plan.total",
  "plan.count",
  "terms",
  "terms.text",
  "terms.days",
};

/* What stands inside "one", "several", an invoice, or another of those above. */
static const char *const inner_names[] = {
  "number",       "label",         "issued",     "balance",     "amount",      "part_paid",
  "paid_amount",  "due",           "late",       "days_late",   "one_day",     "many_days",
  "due_soon",     "due_today",     "days_ahead", "attached",    "interest",    "rate",
  "days",         "recovery",      "total",      "grand_total", "fees.rate",   "fees.days",
  "invoices",     "count",         "totals",     "sum",         "named",       "others",
  "one_other",    "many_others",   "oldest_due", "comma",       "and",         "date",
  "means",        "parts",         "text",       "name",        "first_name",  "last_name",
  "madame",       "monsieur",      "titled",     "full_name",   "consumer",    "public",
  "street",       "postcode",      "city",       "country",     "has_address", "legal_name",
  "phone",        "email",         "iban",       "bic",         "siren",       "vat",
  "one_attached", "many_attached",
};

static gboolean
is_among (const char *name, const char *const *list, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strcmp (list[i], name) == 0)
      return TRUE;

  return FALSE;
}

/**
 * relance_letter_check_is_name:
 *
 * Returns: whether letters know @name, alone or inside the section it belongs to
 */
gboolean
relance_letter_check_is_name (const char *name)
{
  const char *inside = name;

  if (g_str_has_prefix (name, "one.") || g_str_has_prefix (name, "several."))
    inside = strchr (name, '.') + 1;

  return is_among (name, names, G_N_ELEMENTS (names)) ||
         is_among (inside, names, G_N_ELEMENTS (names)) ||
         is_among (inside, inner_names, G_N_ELEMENTS (inner_names));
}

/**
 * relance_letter_fault_new:
 * @name: (nullable): the name that letters do not know
 */
RelanceLetterFault *
relance_letter_fault_new (const RelanceLettersPlace *place, const char *name)
{
  RelanceLetterFault *self = g_new0 (RelanceLetterFault, 1);

  self->place = *place;
  self->name = g_strdup (name);
  return self;
}

void
relance_letter_fault_free (RelanceLetterFault *self)
{
  g_free (self->name);
  g_free (self);
}

static void
add_fault (GPtrArray *faults, RelanceLettersProblem problem, guint line, const char *name)
{
  RelanceLettersPlace place = { problem, line, NULL };

  g_ptr_array_add (faults, relance_letter_fault_new (&place, name));
}

/* A part is ours, or another file to check. */
static void
check_name (const char *name, const char *part, guint line, gpointer data)
{
  if (part == NULL && !relance_letter_check_is_name (name))
    add_fault (data, RELANCE_LETTERS_PROBLEM_UNKNOWN_NAME, line, name);
}

static gboolean
is_blank (const char *text, gsize length)
{
  return strspn (text, " \t\r\n") >= length;
}

/* What goes out has a subject and some words. */
static void
check_words (const char *template, GPtrArray *faults)
{
  const char *line = template;
  guint number = 1;

  if (!g_str_has_prefix (line, SUBJECT_PREFIX))
    {
      add_fault (faults, RELANCE_LETTERS_PROBLEM_NO_SUBJECT, number, NULL);
      return;
    }
  if (is_blank (line + strlen (SUBJECT_PREFIX), strcspn (line, "\n") - strlen (SUBJECT_PREFIX)))
    add_fault (faults, RELANCE_LETTERS_PROBLEM_EMPTY, number, NULL);

  do
    {
      line += strcspn (line, "\n");
      line += *line == '\n';
      number++;
    }
  while (g_str_has_prefix (line, SMS_PREFIX) && number == 2);

  if (is_blank (line, strlen (line)))
    add_fault (faults, RELANCE_LETTERS_PROBLEM_EMPTY, number, NULL);
}

static int
compare_faults (const RelanceLetterFault *const *a, const RelanceLetterFault *const *b)
{
  return (int) (*a)->place.line - (int) (*b)->place.line;
}

/**
 * relance_letter_check:
 * @template: a letter of that language, as somebody wrote it
 *
 * Returns: (transfer full) (element-type RelanceLetterFault): what is wrong with it, in the order of
 *   its lines; empty when it is fine
 */
GPtrArray *
relance_letter_check (const char *template, RelanceLanguage language)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_letter_fault_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceMustache) mustache = relance_catalogue_parse (template, language, &error);

  check_words (template, faults);
  if (mustache != NULL)
    relance_mustache_foreach_name (mustache, check_name, faults);
  else
    g_ptr_array_add (faults,
                     relance_letter_fault_new (relance_letters_error_get_place (error), NULL));

  g_ptr_array_sort (faults, (GCompareFunc) compare_faults);
  return faults;
}
