/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard.h"

#include "relance-guard-rules.h"
#include "relance-guard-shouting.h"
#include "relance-guard-words.h"
#include "relance-money-words.h"

#include <string.h>

#define MAX_EMOJI 2

static void
free_finding (RelanceGuardFinding *finding)
{
  g_free (finding->quote);
  g_free (finding->suggestion);
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

static void
suggest (GPtrArray *findings, const char *suggestion)
{
  RelanceGuardFinding *finding = g_ptr_array_index (findings, findings->len - 1);

  g_set_str (&finding->suggestion, suggestion);
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

/* What a word of the contract means; several findings may share one. */
static const struct
{
  const char *word;
  RelanceGuardKind kind;
} kinds[] = {
  { "placeholder", RELANCE_GUARD_PLACEHOLDER },
  { "subject", RELANCE_GUARD_EMPTY_SUBJECT },
  { "text", RELANCE_GUARD_EMPTY_TEXT },
  { "recipient", RELANCE_GUARD_NO_RECIPIENT },
  { "sender", RELANCE_GUARD_NO_SENDER },
  { "settled", RELANCE_GUARD_SETTLED },
  { "number", RELANCE_GUARD_NUMBER },
  { "amount", RELANCE_GUARD_AMOUNT },
  { "iban", RELANCE_GUARD_NO_IBAN },
  { "emoji-in-firm", RELANCE_GUARD_EMOJI_IN_FORMAL },
  { "emoji-in-firm", RELANCE_GUARD_MANY_EMOJI },
  { "address-mix", RELANCE_GUARD_ADDRESS_MIX },
  { "shouting", RELANCE_GUARD_SHOUTING },
  { "threat", RELANCE_GUARD_THREAT },
  { "insult", RELANCE_GUARD_INSULT },
  { "humiliation", RELANCE_GUARD_HUMILIATION },
  { "false-legal", RELANCE_GUARD_FALSE_LEGAL },
  { "fees-to-consumer", RELANCE_GUARD_FEES_TO_CONSUMER },
  { "too-harsh-for-stage", RELANCE_GUARD_TOO_HARSH },
  { "pressure", RELANCE_GUARD_PRESSURE },
};

static RelanceGuardKind
find_kind (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].word, word) == 0)
      return kinds[i].kind;

  g_assert_not_reached ();
}

/* The same words in small letters, or one mark. */
static char *
speak_softly (const char *shouting)
{
  if (strpbrk (shouting, "!?") != NULL)
    return g_strdup (strchr (shouting, '?') != NULL ? "?" : ".");

  return g_utf8_strdown (shouting, -1);
}

static void
check_emoji (const RelanceGuardFacts *facts, const char *masked, GPtrArray *findings)
{
  g_autofree char *first = NULL;
  int count = relance_guard_words_count_emoji (masked, &first);

  if (count > 0 && (facts->tone == RELANCE_TONE_FORMAL || facts->firmness == RELANCE_FIRMNESS_FIRM))
    add_finding (findings, RELANCE_GUARD_EMOJI_IN_FORMAL, first);
  else if (count > MAX_EMOJI)
    add_finding (findings, RELANCE_GUARD_MANY_EMOJI, first);
  else
    return;
  suggest (findings, relance_guard_rules_get_advice (relance_guard_rules_get (facts->language),
                                                     "emoji-in-firm"));
}

static void
check_shouting (const RelanceGuardRules *rules,
                GArray *tokens,
                const char *masked,
                GPtrArray *findings)
{
  g_autofree char *shouting = relance_guard_shouting_find (rules, tokens, masked);
  g_autofree char *soft = shouting != NULL ? speak_softly (shouting) : NULL;

  if (shouting == NULL)
    return;

  add_finding (findings, RELANCE_GUARD_SHOUTING, shouting);
  suggest (findings, soft);
}

static RelanceGuardWhen
get_when (const RelanceGuardFacts *facts)
{
  RelanceGuardWhen when = 0;

  if (facts->firmness != 0)
    when |= facts->firmness == RELANCE_FIRMNESS_SOFT     ? RELANCE_GUARD_WHEN_SOFT
            : facts->firmness == RELANCE_FIRMNESS_ASKING ? RELANCE_GUARD_WHEN_ASKING
                                                         : RELANCE_GUARD_WHEN_FIRM;
  if (facts->kind != 0)
    when |= facts->kind == RELANCE_KIND_CONSUMER ? RELANCE_GUARD_WHEN_CONSUMER
                                                 : RELANCE_GUARD_WHEN_BUSINESS;
  if (facts->tone == RELANCE_TONE_FORMAL || facts->address == RELANCE_ADDRESS_VOUS)
    when |= RELANCE_GUARD_WHEN_VOUS;
  else if (facts->address == RELANCE_ADDRESS_TU)
    when |= RELANCE_GUARD_WHEN_TU;
  return when;
}

/* What the rules of the language say. Of tu beside vous one is enough. */
static void
check_rules (const RelanceGuardFacts *facts,
             const char *whole,
             const char *masked,
             GPtrArray *findings)
{
  const RelanceGuardRules *rules = relance_guard_rules_get (facts->language);
  g_autoptr (GArray) tokens = relance_guard_rules_split (rules, masked);
  g_autoptr (GArray) matches = relance_guard_rules_match (rules, tokens, get_when (facts));
  gboolean mixed = FALSE;

  check_shouting (rules, tokens, masked, findings);
  for (guint i = 0; i < matches->len; i++)
    {
      const RelanceGuardMatch *match = &g_array_index (matches, RelanceGuardMatch, i);
      g_autofree char *quote = g_strndup (whole + match->start, match->end - match->start);
      RelanceGuardKind kind = find_kind (match->kind);

      if (kind == RELANCE_GUARD_ADDRESS_MIX && mixed)
        continue;
      mixed = mixed || kind == RELANCE_GUARD_ADDRESS_MIX;
      add_finding (findings, kind, quote);
      suggest (findings, match->suggestion);
    }
}

static char *
join (const RelanceGuardFacts *facts)
{
  return facts->subject != NULL ? g_strconcat (facts->subject, "\n\n", facts->text, NULL)
                                : g_strdup (facts->text);
}

static void
check_words (const RelanceGuardFacts *facts,
             const char *whole,
             const char *masked,
             GPtrArray *findings)
{
  check_emoji (facts, masked, findings);
  check_rules (facts, whole, masked, findings);
}

static void
check_placeholder (const RelanceGuardFacts *facts, const char *masked, GPtrArray *findings)
{
  g_autofree char *placeholder = relance_guard_words_find_placeholder (masked);

  if (placeholder == NULL)
    return;

  add_finding (findings, RELANCE_GUARD_PLACEHOLDER, placeholder);
  suggest (findings, relance_guard_rules_get_advice (relance_guard_rules_get (facts->language),
                                                     "placeholder"));
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
  g_autofree char *whole = join (facts);
  g_autofree char *masked = relance_guard_words_mask (whole, facts->known);

  check_placeholder (facts, masked, findings);
  check_envelope (facts, findings);
  check_debts (facts, masked, findings);

  if (!facts->has_iban)
    add_finding (findings, RELANCE_GUARD_NO_IBAN, NULL);
  check_words (facts, whole, masked, findings);

  return findings;
}

/**
 * relance_guard_read_words:
 * @facts: @to, @from, @debts and @has_iban are not looked at; @subject may be %NULL
 *
 * Reads the words of a letter alone, without a book.
 *
 * Returns: (transfer full) (element-type RelanceGuardFinding): what it finds, stops first
 */
GPtrArray *
relance_guard_read_words (const RelanceGuardFacts *facts)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) free_finding);
  g_autofree char *whole = join (facts);
  g_autofree char *masked = relance_guard_words_mask (whole, facts->known);

  check_placeholder (facts, masked, findings);
  if (is_blank (facts->text))
    add_finding (findings, RELANCE_GUARD_EMPTY_TEXT, NULL);
  check_words (facts, whole, masked, findings);

  return findings;
}

/**
 * relance_guard_kind_word:
 *
 * Returns: an English word for programs
 */
const char *
relance_guard_kind_word (RelanceGuardKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].word;

  g_assert_not_reached ();
}

/**
 * relance_guard_get_firmness:
 * @stage: a stage or a side letter, by its English word
 *
 * Returns: how firm a letter of that stage may be; 0 when there is no such stage
 */
RelanceFirmness
relance_guard_get_firmness (const char *stage)
{
  static const struct
  {
    const char *stage;
    RelanceFirmness firmness;
  } stages[] = {
    { "courtesy", RELANCE_FIRMNESS_SOFT },      { "first", RELANCE_FIRMNESS_SOFT },
    { "promise", RELANCE_FIRMNESS_SOFT },       { "thanks", RELANCE_FIRMNESS_SOFT },
    { "second", RELANCE_FIRMNESS_ASKING },      { "part-payment", RELANCE_FIRMNESS_ASKING },
    { "incident", RELANCE_FIRMNESS_ASKING },    { "broken-promise", RELANCE_FIRMNESS_ASKING },
    { "plan", RELANCE_FIRMNESS_ASKING },        { "statement", RELANCE_FIRMNESS_ASKING },
    { "terms", RELANCE_FIRMNESS_ASKING },       { "third", RELANCE_FIRMNESS_FIRM },
    { "formal-notice", RELANCE_FIRMNESS_FIRM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (strcmp (stages[i].stage, stage) == 0)
      return stages[i].firmness;
  return 0;
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
