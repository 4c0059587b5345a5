/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-invoice-words.h"

#include "relance-text.h"

#include <string.h>

typedef struct
{
  const char *word; /* folded, whole */
  RelanceSaying saying;
} Word;

static const Word statuses[] = {
  { "payee", RELANCE_SAYS_PAID },
  { "paye", RELANCE_SAYS_PAID },
  { "reglee", RELANCE_SAYS_PAID },
  { "regle", RELANCE_SAYS_PAID },
  { "encaissee", RELANCE_SAYS_PAID },
  { "encaisse", RELANCE_SAYS_PAID },
  { "acquittee", RELANCE_SAYS_PAID },
  { "acquitte", RELANCE_SAYS_PAID },
  { "soldee", RELANCE_SAYS_PAID },
  { "solde", RELANCE_SAYS_PAID },
  { "paid", RELANCE_SAYS_PAID },
  { "paid in full", RELANCE_SAYS_PAID },
  { "fully paid", RELANCE_SAYS_PAID },
  { "settled", RELANCE_SAYS_PAID },
  { "brouillon", RELANCE_SAYS_DRAFT },
  { "draft", RELANCE_SAYS_DRAFT },
  { "provisoire", RELANCE_SAYS_DRAFT },
  { "annulee", RELANCE_SAYS_VOID },
  { "annule", RELANCE_SAYS_VOID },
  { "supprimee", RELANCE_SAYS_VOID },
  { "void", RELANCE_SAYS_VOID },
  { "voided", RELANCE_SAYS_VOID },
  { "cancelled", RELANCE_SAYS_VOID },
  { "canceled", RELANCE_SAYS_VOID },
  { "deleted", RELANCE_SAYS_VOID },
  { "abandonnee", RELANCE_SAYS_VOID },
  { "devis", RELANCE_SAYS_QUOTE },
  { "quote", RELANCE_SAYS_QUOTE },
  { "estimate", RELANCE_SAYS_QUOTE },
  { "proposal", RELANCE_SAYS_QUOTE },
  { "proforma", RELANCE_SAYS_QUOTE },
  { "pro forma", RELANCE_SAYS_QUOTE },
  { "facture proforma", RELANCE_SAYS_QUOTE },
  { "bon de commande", RELANCE_SAYS_QUOTE },
  { "avoir", RELANCE_SAYS_CREDIT_NOTE },
  { "credit note", RELANCE_SAYS_CREDIT_NOTE },
  { "credit", RELANCE_SAYS_CREDIT_NOTE },
  { "facture d avoir", RELANCE_SAYS_CREDIT_NOTE },
};

static const Word booleans[] = {
  { "oui", RELANCE_SAYS_PAID },        { "yes", RELANCE_SAYS_PAID },
  { "true", RELANCE_SAYS_PAID },       { "vrai", RELANCE_SAYS_PAID },
  { "x", RELANCE_SAYS_PAID },          { "1", RELANCE_SAYS_PAID },
  { "payee", RELANCE_SAYS_PAID },      { "paye", RELANCE_SAYS_PAID },
  { "paid", RELANCE_SAYS_PAID },       { "non", RELANCE_SAYS_NOT_PAID },
  { "no", RELANCE_SAYS_NOT_PAID },     { "false", RELANCE_SAYS_NOT_PAID },
  { "faux", RELANCE_SAYS_NOT_PAID },   { "0", RELANCE_SAYS_NOT_PAID },
  { "unpaid", RELANCE_SAYS_NOT_PAID }, { "impayee", RELANCE_SAYS_NOT_PAID },
};

static RelanceSaying
find_word (const Word *words, gsize n_words, const char *text)
{
  g_autofree char *folded = relance_text_fold_words (text);

  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (words[i].word, folded))
      return words[i].saying;

  return RELANCE_SAYS_NOTHING;
}

static gboolean
contains_any (const char *text, const char *const *words)
{
  for (int i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static RelanceDate
move_to_month_end (RelanceDate date)
{
  int year, month, day;

  relance_date_get_ymd (date, &year, &month, &day);

  return relance_date_add_months (relance_date_new (year, month, 1), 1) - 1;
}

/**
 * relance_status_read:
 * @text: a cell of a status or a type column
 *
 * Only whole words count: "partially paid" and "not paid" are not "paid".
 */
RelanceSaying
relance_status_read (const char *text)
{
  return find_word (statuses, G_N_ELEMENTS (statuses), text);
}

/**
 * relance_boolean_read:
 * @text: a cell of a column that says whether an invoice is paid
 */
RelanceSaying
relance_boolean_read (const char *text)
{
  return find_word (booleans, G_N_ELEMENTS (booleans), text);
}

/**
 * relance_terms_apply:
 * @text: `30`, `30 jours`, `Net 30`, `45 jours fin de mois`, `Due on receipt`
 * @issued: the issue date
 *
 * "45 jours fin de mois" is read as the law's first way: the days, then the end
 * of that month (Code de commerce, L441-10).
 *
 * Returns: the due date, or %RELANCE_DATE_NONE when the terms are not understood
 */
RelanceDate
relance_terms_apply (const char *text, RelanceDate issued)
{
  static const char *const at_once[] = { "reception", "receipt", "comptant", "immediat", NULL };
  static const char *const month_end[] = { "fin de mois", "fdm", "end of month", "eom", NULL };
  g_autofree char *folded = relance_text_fold_words (text);
  const char *digits = strpbrk (folded, "0123456789");
  guint64 days = digits != NULL ? g_ascii_strtoull (digits, NULL, 10) : 0;
  RelanceDate due;

  if (days > 365)
    return RELANCE_DATE_NONE;
  if (digits == NULL && !contains_any (folded, at_once) && !contains_any (folded, month_end))
    return RELANCE_DATE_NONE;

  due = issued + (RelanceDate) days;

  return contains_any (folded, month_end) ? move_to_month_end (due) : due;
}
