/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard.h"

#include "relance-guard-words.h"
#include "relance-money-words.h"

#include <string.h>

#define MAX_EMOJI 2

static void
free_finding (RelanceGuardFinding *finding)
{
  g_free (finding->quote);
  g_free (finding);
}

static void
add_finding (GPtrArray *findings, RelanceGuardKind kind, const char *quote)
{
  RelanceGuardFinding *finding = g_new0 (RelanceGuardFinding, 1);

  finding->kind = kind;
  finding->quote = g_strdup (quote);
  g_ptr_array_add (findings, finding);
}

static gboolean
is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_unichar_isprint (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static void
check_envelope (const RelanceGuardFacts *facts, GPtrArray *findings)
{
  if (is_blank (facts->subject))
    add_finding (findings, RELANCE_GUARD_EMPTY_SUBJECT, NULL);
  if (is_blank (facts->text))
    add_finding (findings, RELANCE_GUARD_EMPTY_TEXT, NULL);
  if (is_blank (facts->to))
    add_finding (findings, RELANCE_GUARD_NO_RECIPIENT, NULL);
  if (is_blank (facts->from))
    add_finding (findings, RELANCE_GUARD_NO_SENDER, NULL);
  if (facts->debts->len == 0)
    add_finding (findings, RELANCE_GUARD_SETTLED, NULL);
}

static const char **
collect_numbers (GPtrArray *debts)
{
  const char **numbers = g_new0 (const char *, debts->len + 1);

  for (guint i = 0; i < debts->len; i++)
    numbers[i] = ((RelanceDebt *) g_ptr_array_index (debts, i))->number;

  return numbers;
}

/* Every invoice must be named, and no other one. */
static void
check_numbers (const RelanceGuardFacts *facts, const char *masked, GPtrArray *findings)
{
  g_autofree const char **numbers = collect_numbers (facts->debts);
  g_autofree char *whole = g_strconcat (facts->subject, "\n", facts->text, NULL);
  g_autofree char *other = relance_guard_words_find_other_number (masked, numbers);

  for (int i = 0; numbers[i] != NULL; i++)
    if (!relance_guard_words_hold (whole, numbers[i]))
      add_finding (findings, RELANCE_GUARD_NUMBER, numbers[i]);

  if (other != NULL)
    add_finding (findings, RELANCE_GUARD_NUMBER, other);
}

static gboolean
is_written (GPtrArray *amounts, gint64 minor)
{
  for (guint i = 0; i < amounts->len; i++)
    if (relance_quoted_amount_means (g_ptr_array_index (amounts, i), minor))
      return TRUE;

  return FALSE;
}

static gboolean
is_of_book (const RelanceQuotedAmount *amount, GPtrArray *debts, const RelanceDebtTotal *total)
{
  if (relance_quoted_amount_means (amount, total->amount))
    return TRUE;

  for (guint i = 0; i < debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (debts, i);

      if (strcmp (debt->currency, total->currency) == 0 &&
          (relance_quoted_amount_means (amount, debt->balance) ||
           relance_quoted_amount_means (amount, debt->amount)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
are_balances_written (GPtrArray *amounts, GPtrArray *debts, const RelanceDebtTotal *total)
{
  for (guint i = 0; i < debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (debts, i);

      if (strcmp (debt->currency, total->currency) == 0 && !is_written (amounts, debt->balance))
        return FALSE;
    }

  return TRUE;
}

/* More than all that is owed is never right; less may be the half of it, to be paid in two. */
static gboolean
is_too_much (GPtrArray *amounts, const RelanceDebtTotal *total, const char **quote)
{
  for (guint i = 0; i < amounts->len; i++)
    {
      const RelanceQuotedAmount *amount = g_ptr_array_index (amounts, i);

      *quote = amount->quote;
      if (amount->readings->len > 0 && g_array_index (amount->readings, gint64, 0) > total->amount)
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
keep_strangers (GPtrArray *amounts, GPtrArray *debts, const RelanceDebtTotal *total)
{
  GPtrArray *strangers = g_ptr_array_new ();

  for (guint i = 0; i < amounts->len; i++)
    if (!is_of_book (g_ptr_array_index (amounts, i), debts, total))
      g_ptr_array_add (strangers, g_ptr_array_index (amounts, i));

  return strangers;
}

static const char *
get_quote (GPtrArray *amounts, guint index)
{
  return ((RelanceQuotedAmount *) g_ptr_array_index (amounts, index))->quote;
}

/* The text must say the total or each balance. An amount that the book does not
 * know is a stop in the subject, in the place of one that is missing, or above the total. */
static void
check_amounts (const RelanceGuardFacts *facts, const RelanceDebtTotal *total, GPtrArray *findings)
{
  g_autoptr (GPtrArray) in_text = relance_money_words_find (facts->text, total->currency);
  g_autoptr (GPtrArray) in_subject = relance_money_words_find (facts->subject, total->currency);
  g_autoptr (GPtrArray) strangers = keep_strangers (in_text, facts->debts, total);
  g_autoptr (GPtrArray) odd = keep_strangers (in_subject, facts->debts, total);
  gboolean balances = are_balances_written (in_text, facts->debts, total);
  gboolean sum = is_written (in_text, total->amount);
  const char *quote = NULL;

  if (odd->len > 0)
    add_finding (findings, RELANCE_GUARD_AMOUNT, get_quote (odd, 0));

  if (is_too_much (strangers, total, &quote))
    add_finding (findings, RELANCE_GUARD_AMOUNT, quote);
  else if (strangers->len > 0 && (!balances || !sum))
    add_finding (findings, RELANCE_GUARD_AMOUNT, get_quote (strangers, 0));
  else if (!balances && !sum)
    add_finding (findings, RELANCE_GUARD_AMOUNT, NULL);
}

static void
check_debts (const RelanceGuardFacts *facts, const char *masked, GPtrArray *findings)
{
  g_autoptr (GArray) totals = relance_debts_sum (facts->debts);

  check_numbers (facts, masked, findings);
  for (guint i = 0; i < totals->len; i++)
    check_amounts (facts, &g_array_index (totals, RelanceDebtTotal, i), findings);
}

static void
check_emoji (const RelanceGuardFacts *facts, const char *masked, GPtrArray *findings)
{
  g_autofree char *first = NULL;
  int count = relance_guard_words_count_emoji (masked, &first);

  if (count > 0 && facts->tone == RELANCE_TONE_FORMAL)
    add_finding (findings, RELANCE_GUARD_EMOJI_IN_FORMAL, first);
  else if (count > MAX_EMOJI)
    add_finding (findings, RELANCE_GUARD_MANY_EMOJI, first);
}

static gboolean
is_vous (const RelanceGuardFacts *facts)
{
  return facts->language == RELANCE_LANGUAGE_FR &&
         (facts->address == RELANCE_ADDRESS_VOUS || facts->tone == RELANCE_TONE_FORMAL);
}

static void
check_manners (const RelanceGuardFacts *facts, const char *masked, GPtrArray *findings)
{
  g_autofree char *shouting = relance_guard_words_find_shouting (masked);
  g_autofree char *tu = is_vous (facts) ? relance_guard_words_find_tu (masked) : NULL;

  if (tu != NULL)
    add_finding (findings, RELANCE_GUARD_ADDRESS_MIX, tu);
  if (shouting != NULL)
    add_finding (findings, RELANCE_GUARD_SHOUTING, shouting);
}

/**
 * relance_guard_read:
 *
 * Reads a letter before it leaves, however it was written.
 *
 * Returns: (transfer full) (element-type RelanceGuardFinding): what it finds, stops first
 */
GPtrArray *
relance_guard_read (const RelanceGuardFacts *facts)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) free_finding);
  g_autofree char *whole = g_strconcat (facts->subject, "\n", facts->text, NULL);
  g_autofree char *masked = relance_guard_words_mask (whole, facts->known);
  g_autofree char *placeholder = relance_guard_words_find_placeholder (masked);

  if (placeholder != NULL)
    add_finding (findings, RELANCE_GUARD_PLACEHOLDER, placeholder);
  check_envelope (facts, findings);
  check_debts (facts, masked, findings);

  if (!facts->has_iban)
    add_finding (findings, RELANCE_GUARD_NO_IBAN, NULL);
  check_emoji (facts, masked, findings);
  check_manners (facts, masked, findings);

  return findings;
}

/**
 * relance_guard_is_stop:
 *
 * Returns: whether it forbids to send, or only warns
 */
gboolean
relance_guard_is_stop (RelanceGuardKind kind)
{
  return kind <= RELANCE_GUARD_AMOUNT;
}
