/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-draft-judge.h"

#include "relance-guard.h"
#include "relance-identifiers.h"
#include "relance-plan-words.h"
#include "relance-reminder-stage.h"
#include "relance-reminder-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_known (GPtrArray *known, const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (known, g_strdup (text));
}

static int
compare_longest_first (const char *const *a, const char *const *b)
{
  return (int) strlen (*b) - (int) strlen (*a);
}

/* What the letter may hold however odd it looks; the longest first, so that a
 * first name does not cut a full name in two. */
static GPtrArray *
collect_known (const RelanceDraft *draft,
               const RelanceReminderFacts *facts,
               const RelanceWriter *writer)
{
  GPtrArray *known = g_ptr_array_new_with_free_func (g_free);
  const char *iban = relance_business_get (writer->business, RELANCE_BUSINESS_IBAN);
  g_autofree char *grouped = *iban != '\0' ? relance_iban_format (iban) : NULL;

  for (int key = 0; key < RELANCE_BUSINESS_N_KEYS; key++)
    if (key != RELANCE_BUSINESS_LANGUAGE && key != RELANCE_BUSINESS_COUNTRY)
      add_known (known, relance_business_get (writer->business, key));
  add_known (known, grouped);
  add_known (known, facts->client->name);
  add_known (known, facts->client->first_name);
  add_known (known, facts->client->last_name);
  add_known (known, facts->client->street);
  add_known (known, facts->client->city);
  add_known (known, draft->to);
  add_known (known, draft->from);
  add_known (known, draft->from_name);

  for (guint i = 0; i < facts->debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (facts->debts, i);

      add_known (known, debt->number);
      add_known (known, debt->label);
    }

  g_ptr_array_sort (known, (GCompareFunc) compare_longest_first);
  g_ptr_array_add (known, NULL);
  return known;
}

static void
add_findings (RelanceDraft *draft, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const RelanceGuardFinding *finding = g_ptr_array_index (findings, i);

      relance_draft_add_finding (relance_guard_is_stop (finding->kind) ? draft->stops
                                                                       : draft->warnings,
                                 finding, relance_reminder_words_finding (finding));
    }
}

static void
add_block (RelanceDraft *draft, const RelanceReminderFacts *facts, RelanceDate today)
{
  RelanceDate from;
  RelanceBlock block = relance_block_get_for_stage (facts, draft->stage, today, &from);

  if (relance_reminder_stage_is_by_hand (draft->stage))
    relance_draft_add_note (draft->stops, "by-hand",
                            g_strdup (_ ("This letter may speak of what is not late: it is to be "
                                         "copied or saved, it does not leave from here.")),
                            NULL);

  /* The guard says it of the letter itself. */
  if (block == RELANCE_BLOCK_NONE || block == RELANCE_BLOCK_NO_ADDRESS)
    return;

  relance_draft_add_note (draft->stops, relance_reminder_words_block_kind (block),
                          relance_reminder_words_block (facts, block, from), NULL);
}

/* Who was not silent, and did not refuse, is set no deadline. */
static void
add_situation (RelanceDraft *draft, const RelanceReminderFacts *facts, RelanceDate today)
{
  RelanceJudgement judgement;
  g_autofree char *situation = NULL;

  if (facts->debts->len == 0)
    return;
  judgement = relance_reminder_facts_judge (facts, today).judgement;
  if (relance_stage_get_level (draft->stage) <=
      relance_stage_get_level (relance_situation_get_cap (judgement.situation)))
    return;

  situation = relance_plan_words_situation (&judgement, facts->client);
  relance_draft_add_note (
    draft->warnings, "situation",
    /* Translators: %s is a sentence about what a debt is, such as “Late: …”. */
    g_strdup_printf (_ ("This letter is firmer than the situation asks for. %s"), situation), NULL);
}

/**
 * relance_draft_judge:
 * @today: a civil date
 *
 * Adds what stops @draft as it reads now, and what it should be looked at for, against @facts of
 * the book as it is now.
 */
void
relance_draft_judge (RelanceDraft *draft,
                     const RelanceReminderFacts *facts,
                     const RelanceLetterContent *content,
                     const RelanceWriter *writer,
                     RelanceDate today)
{
  g_autoptr (GPtrArray) known = collect_known (draft, facts, writer);
  g_autoptr (GPtrArray) findings = relance_guard_read (&(RelanceGuardFacts) {
    .subject = draft->subject,
    .text = draft->text,
    .to = draft->to,
    .from = draft->from,
    .debts = content->debts,
    .kind = facts->client->kind,
    .tone = draft->tone,
    .firmness =
      relance_guard_get_firmness (relance_enum_to_nick (RELANCE_TYPE_STAGE, (int) draft->stage)),
    .address = draft->address,
    .language = draft->language,
    .has_iban = *relance_business_get (writer->business, RELANCE_BUSINESS_IBAN) != '\0',
    .asks_nothing = !relance_reminder_stage_asks (draft->stage),
    .sums = content->sums,
    .known = (const char *const *) known->pdata,
  });

  add_block (draft, facts, today);
  add_situation (draft, facts, today);
  add_findings (draft, findings);
  draft->angry = relance_guard_is_angry (findings);
}
