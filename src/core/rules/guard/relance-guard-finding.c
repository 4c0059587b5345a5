/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-finding.h"

#include <string.h>

/* Two of what alone may be a slip of the hand. */
#define MANY_SLIPS 2

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

static void
free_finding (RelanceGuardFinding *finding)
{
  g_free (finding->quote);
  g_free (finding->suggestion);
  g_free (finding);
}

/**
 * relance_guard_findings_new:
 *
 * Returns: (transfer full) (element-type RelanceGuardFinding): those of one letter, none yet
 */
GPtrArray *
relance_guard_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_finding);
}

/**
 * relance_guard_findings_add:
 * @quote: (nullable): the very words, or what is missing
 */
void
relance_guard_findings_add (GPtrArray *findings, RelanceGuardKind kind, const char *quote)
{
  RelanceGuardFinding *finding = g_new0 (RelanceGuardFinding, 1);

  finding->kind = kind;
  finding->quote = g_strdup (quote);
  g_ptr_array_add (findings, finding);
}

/**
 * relance_guard_kind_from_word:
 * @word: one of those that relance_guard_kind_word() answers
 */
RelanceGuardKind
relance_guard_kind_from_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].word, word) == 0)
      return kinds[i].kind;

  g_assert_not_reached ();
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
 * relance_guard_is_stop:
 *
 * Returns: whether it forbids to send, or only warns
 */
gboolean
relance_guard_is_stop (RelanceGuardKind kind)
{
  return kind <= RELANCE_GUARD_AMOUNT;
}

/**
 * relance_guard_is_angry:
 * @findings: (element-type RelanceGuardFinding): of one letter
 *
 * Whether a letter reads as if it had better wait for the next day: it threatens, insults or
 * shames, or shouts and presses more than once.
 */
gboolean
relance_guard_is_angry (GPtrArray *findings)
{
  int slips = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      RelanceGuardKind kind = ((RelanceGuardFinding *) g_ptr_array_index (findings, i))->kind;

      if (kind == RELANCE_GUARD_THREAT || kind == RELANCE_GUARD_INSULT ||
          kind == RELANCE_GUARD_HUMILIATION)
        return TRUE;
      slips += kind == RELANCE_GUARD_SHOUTING || kind == RELANCE_GUARD_PRESSURE;
    }

  return slips >= MANY_SLIPS;
}
