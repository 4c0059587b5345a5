/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminder-words.h"

#include <glib/gi18n-lib.h>

/* Whether a firmer letter than the second has left about the oldest debt. */
static gboolean
has_heard_more (const RelanceReminderFacts *facts)
{
  const RelanceDebt *oldest = relance_debts_find_oldest (facts->debts);

  for (guint i = 0; i < facts->past->len; i++)
    {
      const RelancePastReminder *reminder = g_ptr_array_index (facts->past, i);

      if (relance_stage_get_level (reminder->stage) >
            relance_stage_get_level (RELANCE_STAGE_SECOND) &&
          relance_past_reminder_has (reminder, oldest->instalment_id))
        return TRUE;
    }

  return FALSE;
}

/* Whether the plan ended before a second reminder. */
static gboolean
has_heard_once (const RelanceReminderFacts *facts, RelanceDate today)
{
  return relance_stage_get_level (relance_reminder_facts_plan (facts, today).last_stage) <
         relance_stage_get_level (RELANCE_STAGE_SECOND);
}

/* The sentence with its place for a date, or NULL. */
static const char *
get_dated_block (const RelanceReminderFacts *facts, RelanceBlock block, RelanceDate from)
{
  const RelanceContactLimits *limits = &facts->settings.limits;

  switch (block)
    {
    case RELANCE_BLOCK_NOT_DUE:
      /* Translators: %s is a date. */
      return _ ("It is not late: it is due on %s.");
    case RELANCE_BLOCK_EARLY:
      if (facts->own_steps != NULL)
        /* Translators: %s is a date. */
        return _ ("The plan of this client waits: a reminder may leave from %s.");
      if (facts->client->plan == RELANCE_RHYTHM_GENTLE)
        /* Translators: %s is a date. */
        return _ ("The plan of this client is gentle: a reminder may leave from %s.");
      /* Translators: %s is a date. */
      return _ ("A transfer takes a day or two: a reminder may leave from %s.");
    case RELANCE_BLOCK_FINISHED:
      if (has_heard_more (facts))
        /* Translators: %s is a date. */
        return _ (
          "Every reminder of the plan has left, the last one on %s. What remains is a phone "
          "call, or a formal notice that you draw up yourself.");
      if (has_heard_once (facts, from))
        /* Translators: %s is a date. */
        return _ ("The one reminder of the plan has left, on %s. A phone call may help more now.");
      /* Translators: %s is a date. */
      return _ ("Both reminders have left, the last one on %s. A phone call may help more now.");
    case RELANCE_BLOCK_ANSWER:
      /* Translators: %s is a date. */
      return _ ("The plan leaves time to answer: the next message may leave on %s.");
    case RELANCE_BLOCK_SAME_DAY:
      if (facts->last_channel != 0)
        /* Translators: %s is a date. */
        return _ ("You were in touch with this client today: a message may leave on %s.");
      /* Translators: %s is a date. */
      return _ ("A message left for this client today: the next one may leave on %s.");
    case RELANCE_BLOCK_SAME_WEEK:
      if (limits->days_between > RELANCE_CONTACT_DAYS_BETWEEN)
        /* Translators: %s is a date. */
        return _ (
          "The last message is still fresh, by your settings: the next one may leave on %s.");
      if (facts->last_channel != 0)
        /* Translators: %s is a date. */
        return _ ("You were in touch with this client less than a week ago: a message may leave on "
                  "%s.");
      /* Translators: %s is a date. */
      return _ ("A message left less than a week ago: the next one may leave on %s.");
    case RELANCE_BLOCK_SAME_MONTH:
      if (facts->last_exchange != RELANCE_DATE_NONE)
        /* Translators: %s is a date. */
        return _ ("You have been in touch with this client often enough in thirty days: a message "
                  "may leave on %s.");
      if (limits->month_cap < RELANCE_CONTACT_MONTH_CAP)
        /* Translators: %s is a date. */
        return _ ("Enough messages have left in thirty days, by your settings: the next one may "
                  "leave on %s.");
      /* Translators: %s is a date. */
      return _ ("Four messages have left in thirty days: the next one may leave on %s.");
    case RELANCE_BLOCK_NONE:
    case RELANCE_BLOCK_PENDING:
    case RELANCE_BLOCK_EXCLUDED:
    case RELANCE_BLOCK_NO_ADDRESS:
    case RELANCE_BLOCK_NO_PLAN:
    case RELANCE_BLOCK_SMALL:
    default:
      return NULL;
    }
}

static char *
describe_small (const RelanceReminderFacts *facts)
{
  /* Translators: %d is an amount without a currency. */
  return g_strdup_printf (_ ("Less than %d is owed, too little for a reminder by your settings: it "
                             "waits until there is more."),
                          (int) facts->settings.threshold);
}

static char *
describe_exclusion (const RelanceReminderFacts *facts)
{
  g_autofree char *date = NULL;

  if (facts->excluded_until == RELANCE_DATE_NONE)
    /* Translators: %s is why somebody wants no reminder for this client. */
    return g_strdup_printf (_ ("This client is left out of reminders: %s"), facts->excluded);
  date = relance_date_format (facts->excluded_until + 1, NULL);
  /* Translators: of a client: a date, and why somebody wants no reminder until then. */
  return g_strdup_printf (_ ("Back on %1$s: %2$s"), date, facts->excluded);
}

/**
 * relance_reminder_words_block:
 * @facts: what is blocked
 * @from: as relance_block_get() gives it
 *
 * Returns: (transfer full) (nullable): why a reminder cannot leave now, in a sentence
 */
char *
relance_reminder_words_block (const RelanceReminderFacts *facts,
                              RelanceBlock block,
                              RelanceDate from)
{
  const char *dated = get_dated_block (facts, block, from);
  g_autofree char *date = NULL;

  if (block == RELANCE_BLOCK_PENDING)
    return g_strdup (_ ("A message to this client is still in the outbox."));
  if (block == RELANCE_BLOCK_EXCLUDED)
    return describe_exclusion (facts);
  if (block == RELANCE_BLOCK_NO_ADDRESS)
    return g_strdup (_ ("This client has no mail address."));
  if (block == RELANCE_BLOCK_NO_PLAN)
    return g_strdup (_ ("This client has no reminder plan: no reminder is proposed."));
  if (block == RELANCE_BLOCK_SMALL)
    return describe_small (facts);
  if (dated == NULL)
    return NULL;

  date = relance_date_format (from, NULL);
  return g_strdup_printf (dated, date);
}

/**
 * relance_reminder_words_block_kind:
 *
 * Returns: an English word for programs
 */
const char *
relance_reminder_words_block_kind (RelanceBlock block)
{
  switch (block)
    {
    case RELANCE_BLOCK_PENDING:
      return "outbox";
    case RELANCE_BLOCK_EXCLUDED:
      return "excluded";
    case RELANCE_BLOCK_NO_ADDRESS:
      return "recipient";
    case RELANCE_BLOCK_NOT_DUE:
    case RELANCE_BLOCK_EARLY:
      return "too-early";
    case RELANCE_BLOCK_FINISHED:
      return "plan-finished";
    case RELANCE_BLOCK_NO_PLAN:
      return "no-plan";
    case RELANCE_BLOCK_SMALL:
      return "too-small";
    case RELANCE_BLOCK_ANSWER:
    case RELANCE_BLOCK_SAME_DAY:
    case RELANCE_BLOCK_SAME_WEEK:
    case RELANCE_BLOCK_SAME_MONTH:
      return "too-soon";
    case RELANCE_BLOCK_NONE:
    default:
      return NULL;
    }
}

/* What the guard says of each finding to the user, the first when there are words to quote. */
static const struct
{
  const char *quoting;
  const char *plain;
} findings[] = {
  [RELANCE_GUARD_PLACEHOLDER] = { /* Translators: %s are words of the letter. */
                                  N_ ("“%s” is waiting to be filled in."), NULL },
  [RELANCE_GUARD_EMPTY_SUBJECT] = { NULL, N_ ("The subject is empty.") },
  [RELANCE_GUARD_EMPTY_TEXT] = { NULL, N_ ("The letter is empty.") },
  [RELANCE_GUARD_NO_RECIPIENT] = { NULL, N_ ("This client has no mail address.") },
  [RELANCE_GUARD_NO_SENDER] = { NULL,
                                N_ ("There is no sender: say your name and mail address in the "
                                    "preferences.") },
  [RELANCE_GUARD_SETTLED] = { NULL, N_ ("Nothing is owed any more.") },
  [RELANCE_GUARD_NUMBER] = { /* Translators: %s is an invoice number. */
                             N_ ("The letter should name the invoices of the book: look at “%s”."),
                             NULL },
  [RELANCE_GUARD_AMOUNT] = { /* Translators: %s is an amount of money. */
                             N_ ("“%s” is not what the book says is owed."),
                             N_ ("The letter does not say the amount that is owed.") },
  [RELANCE_GUARD_NO_IBAN] = { NULL,
                              N_ ("The letter cannot say where to pay: your IBAN is not in the "
                                  "preferences.") },
  [RELANCE_GUARD_EMOJI_IN_FORMAL] = { /* Translators: %s is an emoji. */
                                      N_ ("“%s” is out of place in a formal or firm letter."),
                                      NULL },
  [RELANCE_GUARD_MANY_EMOJI] = { /* Translators: %s is an emoji. */
                                 N_ (
                                   "More than two emoji, from “%s” on, take away from the letter."),
                                 NULL },
  [RELANCE_GUARD_ADDRESS_MIX] = { /* Translators: %s is a French word such as "tu" or "ton". */
                                  N_ ("“%s” mixes tu and vous in one letter."), NULL },
  [RELANCE_GUARD_SHOUTING] = { /* Translators: %s are words of the letter. */
                               N_ ("“%s” sounds like shouting."), NULL },
  [RELANCE_GUARD_THREAT] = { /* Translators: %s are words of the letter. */
                             N_ ("“%s” reads like a threat."), NULL },
  [RELANCE_GUARD_INSULT] = { /* Translators: %s are words of the letter. */
                             N_ ("“%s” hurts the person who reads it."), NULL },
  [RELANCE_GUARD_HUMILIATION] = { /* Translators: %s are words of the letter. */
                                  N_ ("“%s” shames, or tells others what is none of theirs."),
                                  NULL },
  [RELANCE_GUARD_FALSE_LEGAL] = { /* Translators: %s are words of the letter. */
                                  N_ ("“%s” is not what the law says, or not before a judgment."),
                                  NULL },
  [RELANCE_GUARD_FEES_TO_CONSUMER] = { /* Translators: %s are words of the letter. */
                                       N_ ("“%s”: a consumer owes no fees or recovery costs."),
                                       NULL },
  [RELANCE_GUARD_TOO_HARSH] = { /* Translators: %s are words of the letter. */
                                N_ ("“%s” is too harsh for a letter as early as this one."), NULL },
  [RELANCE_GUARD_PRESSURE] = { /* Translators: %s are words of the letter. */
                               N_ ("“%s” puts pressure where a question would do."), NULL },
};

/**
 * relance_reminder_words_finding:
 *
 * Returns: (transfer full): what the guard has to say, in a sentence
 */
char *
relance_reminder_words_finding (const RelanceGuardFinding *finding)
{
  if (finding->quote != NULL && findings[finding->kind].quoting != NULL)
    return g_strdup_printf (_ (findings[finding->kind].quoting), finding->quote);

  return g_strdup (_ (findings[finding->kind].plain));
}
