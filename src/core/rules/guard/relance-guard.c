/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard.h"

#include "relance-guard-book.h"
#include "relance-guard-finding.h"
#include "relance-guard-kinder.h"
#include "relance-guard-rules.h"
#include "relance-guard-shouting.h"
#include "relance-guard-words.h"

#include <string.h>

#define MAX_EMOJI 2

/* A letter while it is read. @whole is its subject, where it has one, and its text, which begins
 * at the byte @text_at; @masked is the same with spaces where it holds what the book knows. */
typedef struct
{
  const RelanceGuardFacts *facts;
  char *whole;
  char *masked;
  gsize text_at;
  GPtrArray *findings;
  gsize counted; /* up to this byte of @whole there are @characters */
  glong characters;
} Reading;

static void
clear_reading (Reading *self)
{
  g_free (self->whole);
  g_free (self->masked);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

/* Findings come in the order of the text, so that it is counted once. */
static int
count_characters (Reading *reading, gsize to)
{
  if (to < reading->counted)
    reading->counted = reading->characters = 0;

  reading->characters +=
    g_utf8_strlen (reading->whole + reading->counted, (gssize) (to - reading->counted));
  reading->counted = to;
  return (int) reading->characters;
}

static void
place_finding (Reading *reading, RelanceGuardFinding *finding, gsize start)
{
  gboolean in_text = start >= reading->text_at;
  int subject =
    in_text && reading->text_at > 0 ? (int) g_utf8_strlen (reading->facts->subject, -1) + 2 : 0;

  finding->place = in_text ? RELANCE_GUARD_IN_TEXT : RELANCE_GUARD_IN_SUBJECT;
  finding->at = count_characters (reading, start) - subject;
}

/* Words of the letter, with kinder ones for their place. */
static void
add_words (Reading *reading,
           RelanceGuardKind kind,
           gsize start,
           gsize end,
           const char *suggestion,
           RelanceGuardMend mend)
{
  g_autofree char *quote = NULL;
  RelanceGuardFinding *finding;

  g_autofree char *fitting = mend == RELANCE_GUARD_REPLACE
                               ? relance_guard_kinder_fit (reading->whole, start, &end, suggestion)
                               : g_strdup (suggestion);

  quote = g_strndup (reading->whole + start, end - start);
  relance_guard_findings_add (reading->findings, kind, quote);

  finding = g_ptr_array_index (reading->findings, reading->findings->len - 1);
  finding->mend = mend;
  finding->suggestion = g_steal_pointer (&fitting);
  place_finding (reading, finding, start);
}

/* What is quoted because it differs from the book stands somewhere, or is missing. */
static void
place_others (Reading *reading)
{
  for (guint i = 0; i < reading->findings->len; i++)
    {
      RelanceGuardFinding *finding = g_ptr_array_index (reading->findings, i);
      const char *found = finding->place == RELANCE_GUARD_NOWHERE && finding->quote != NULL
                            ? strstr (reading->whole, finding->quote)
                            : NULL;

      if (found != NULL)
        place_finding (reading, finding, (gsize) (found - reading->whole));
    }
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
    relance_guard_findings_add (findings, RELANCE_GUARD_EMPTY_SUBJECT, NULL);
  if (is_blank (facts->text))
    relance_guard_findings_add (findings, RELANCE_GUARD_EMPTY_TEXT, NULL);
  if (is_blank (facts->to))
    relance_guard_findings_add (findings, RELANCE_GUARD_NO_RECIPIENT, NULL);
  if (is_blank (facts->from))
    relance_guard_findings_add (findings, RELANCE_GUARD_NO_SENDER, NULL);
  if (facts->debts->len == 0 && !facts->asks_nothing)
    relance_guard_findings_add (findings, RELANCE_GUARD_SETTLED, NULL);
}

static const char *
get_advice (const Reading *reading, const char *kind)
{
  return relance_guard_rules_get_advice (relance_guard_rules_get (reading->facts->language), kind);
}

static void
check_emoji (Reading *reading)
{
  const RelanceGuardFacts *facts = reading->facts;
  g_autofree char *first = NULL;
  int count = relance_guard_words_count_emoji (reading->masked, &first);
  gboolean firm = facts->tone == RELANCE_TONE_FORMAL || facts->firmness == RELANCE_FIRMNESS_FIRM;
  gsize start;

  if (count == 0 || (!firm && count <= MAX_EMOJI))
    return;

  start = (gsize) (strstr (reading->masked, first) - reading->masked);
  add_words (reading, firm ? RELANCE_GUARD_EMOJI_IN_FORMAL : RELANCE_GUARD_MANY_EMOJI, start,
             start + strlen (first), get_advice (reading, "emoji-in-firm"),
             RELANCE_GUARD_LEAVE_OUT);
}

static void
check_shouting (Reading *reading, const RelanceGuardRules *rules, GArray *tokens)
{
  gsize start = 0;
  g_autofree char *words = relance_guard_shouting_find (rules, tokens, reading->masked, &start);
  g_autofree char *calm = NULL;

  if (words == NULL)
    return;

  calm = relance_guard_shouting_calm (reading->facts->language, words);
  add_words (reading, RELANCE_GUARD_SHOUTING, start, start + strlen (words), calm,
             RELANCE_GUARD_REPLACE);
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

/* Of a sentence that is replaced these stay: what the book knows, and the one it greets. */
static char *
make_free (const Reading *reading, const RelanceGuardRules *rules, GArray *tokens)
{
  char *free = g_strdup (reading->masked);

  for (guint i = 0; i < tokens->len; i++)
    {
      const RelanceGuardToken *token = &g_array_index (tokens, RelanceGuardToken, i);

      if (token->opens_sentence && relance_guard_rules_is (rules, token->form, "greeting"))
        memset (free + token->start, ' ', token->end - token->start);
    }

  return free;
}

/* Figures stay too, but for those that are themselves what is wrong. */
static void
free_no_figures (char *free)
{
  for (char *p = free; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      *p = ' ';
}

static gboolean
is_about_figures (RelanceGuardKind kind)
{
  return kind == RELANCE_GUARD_FEES_TO_CONSUMER || kind == RELANCE_GUARD_FALSE_LEGAL;
}

/* What the rules of the language say; of one sentence what replaces it once for each kind, and of
 * tu beside vous one is enough. */
static void
check_rules (Reading *reading)
{
  const RelanceGuardRules *rules = relance_guard_rules_get (reading->facts->language);
  g_autoptr (GArray) tokens = relance_guard_rules_split (rules, reading->masked);
  g_autoptr (GArray) matches = relance_guard_rules_match (rules, tokens, get_when (reading->facts));
  g_autofree char *free = make_free (reading, rules, tokens);
  g_autofree char *without_figures = g_strdup (free);
  gsize done[RELANCE_GUARD_N_KINDS] = { 0 };

  free_no_figures (without_figures);
  check_shouting (reading, rules, tokens);
  for (guint i = 0; i < matches->len; i++)
    {
      const RelanceGuardMatch *match = &g_array_index (matches, RelanceGuardMatch, i);
      RelanceGuardKind kind = relance_guard_kind_from_word (match->kind);
      gsize start = match->start, end = match->end;

      if (start < done[kind])
        continue;
      if (match->sentence)
        relance_guard_kinder_widen (reading->whole,
                                    is_about_figures (kind) ? free : without_figures, &start, &end);
      done[kind] = kind == RELANCE_GUARD_ADDRESS_MIX ? strlen (reading->whole) : end;
      add_words (reading, kind, start, end, match->suggestion,
                 match->suggestion != NULL ? RELANCE_GUARD_REPLACE : RELANCE_GUARD_ADVISE);
    }
}

/* The first is told; what stands in any is read no further: “[NOM]” does not shout. */
static void
check_placeholder (Reading *reading)
{
  gsize start = 0;
  char *slot = relance_guard_words_find_placeholder (reading->masked, &start);

  if (slot != NULL)
    add_words (reading, RELANCE_GUARD_PLACEHOLDER, start, start + strlen (slot),
               get_advice (reading, "placeholder"), RELANCE_GUARD_ADVISE);

  while (slot != NULL)
    {
      memset (reading->masked + start, ' ', strlen (slot));
      g_free (slot);
      slot = relance_guard_words_find_placeholder (reading->masked, &start);
    }
}

static Reading
begin_reading (const RelanceGuardFacts *facts)
{
  Reading reading = { .facts = facts };

  reading.findings = relance_guard_findings_new ();
  if (facts->subject != NULL)
    reading.whole = g_strconcat (facts->subject, "\n\n", facts->text, NULL);
  else
    reading.whole = g_strdup (facts->text);
  if (facts->subject != NULL)
    reading.text_at = strlen (facts->subject) + 2;
  reading.masked = relance_guard_words_mask (reading.whole, facts->known);
  return reading;
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
  g_auto (Reading) reading = begin_reading (facts);

  check_placeholder (&reading);
  check_envelope (facts, reading.findings);
  if (!facts->asks_nothing)
    relance_guard_book_check (facts, reading.masked, reading.findings);

  if (!facts->has_iban && !facts->asks_nothing)
    relance_guard_findings_add (reading.findings, RELANCE_GUARD_NO_IBAN, NULL);
  check_emoji (&reading);
  check_rules (&reading);
  place_others (&reading);

  return reading.findings;
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
  g_auto (Reading) reading = begin_reading (facts);

  check_placeholder (&reading);
  if (is_blank (facts->text))
    relance_guard_findings_add (reading.findings, RELANCE_GUARD_EMPTY_TEXT, NULL);
  check_emoji (&reading);
  check_rules (&reading);

  return reading.findings;
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
