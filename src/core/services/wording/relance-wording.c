/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-wording.h"

#include "relance-base-error.h"
#include "relance-money.h"
#include "relance-store.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static const char *
get_store_sentence (int code)
{
  switch (code)
    {
    case RELANCE_STORE_ERROR_MISSING:
      return _ ("There is no book there. Check the name of the file and try again.");
    case RELANCE_STORE_ERROR_FOREIGN:
      return _ ("This file is not a book of Relance. It was left as it was; choose another file.");
    case RELANCE_STORE_ERROR_NEWER:
      return _ (
        "A newer Relance wrote this book. It was left as it was; update Relance to open it.");
    case RELANCE_STORE_ERROR_DAMAGED:
      return _ ("The book is damaged. Nothing was changed; restore an earlier copy of it.");
    case RELANCE_STORE_ERROR_LOCKED:
      return _ (
        "Another program is writing in the book. Nothing was changed; try again in a moment.");
    case RELANCE_STORE_ERROR_FULL:
      return _ ("The disk is full. Nothing was changed; make some room and try again.");
    case RELANCE_STORE_ERROR_READ_ONLY:
      return _ ("The book or its folder cannot be written. Nothing was changed; check who may "
                "write there.");
    case RELANCE_STORE_ERROR_CONSTRAINT:
      return _ ("This would break a rule of the book. Nothing was changed.");
    case RELANCE_STORE_ERROR_INTERRUPTED:
      return _ ("Stopped. Nothing was changed.");
    default:
      return NULL;
    }
}

static const char *
get_base_sentence (int code)
{
  switch (code)
    {
    case RELANCE_BASE_ERROR_DATE:
      return _ ("This is not a date. Write it as 2026-11-24.");
    case RELANCE_BASE_ERROR_MONEY:
      return _ ("This is not an amount of that currency. Write it as 1234.50.");
    case RELANCE_BASE_ERROR_RANGE:
      return _ ("This amount is larger than a book can hold.");
    case RELANCE_BASE_ERROR_ADDRESS:
      return _ ("This is not exactly one mail address. Write it as name@example.org.");
    case RELANCE_BASE_ERROR_CONTROL:
      return _ ("This text holds a character that cannot be shown. Type it again without it.");
    case RELANCE_BASE_ERROR_TOO_LONG:
      return _ ("This text is too long. Shorten it to 500 characters.");
    case RELANCE_BASE_ERROR_ENCODING:
      return _ ("This file is not text. Choose a CSV file.");
    default:
      return NULL;
    }
}

/**
 * relance_wording_start:
 *
 * Speaks the language of whoever started the program. `RELANCE_LOCALEDIR` says where the
 * translations are when they are not installed: a program that runs from its build folder
 * has words in every language too.
 */
void
relance_wording_start (void)
{
  const char *folder = g_getenv ("RELANCE_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * relance_wording_error:
 * @error: of any domain
 *
 * Returns: (transfer full): a sentence in the user's language: what happened, what was
 *   kept, what to do
 */
char *
relance_wording_error (const GError *error)
{
  const char *sentence = NULL;

  if (error->domain == RELANCE_STORE_ERROR)
    sentence = get_store_sentence (error->code);
  else if (error->domain == RELANCE_BASE_ERROR)
    sentence = get_base_sentence (error->code);
  if (sentence != NULL)
    return g_strdup (sentence);

  if (error->domain == RELANCE_STORE_ERROR)
    /* Translators: %s is what the database says, in English. */
    return g_strdup_printf (_ ("The book could not be read or written; nothing was changed. %s"),
                            error->message);

  return g_strdup (error->message);
}

const char *
relance_wording_stage (RelanceStage stage)
{
  switch (stage)
    {
    case RELANCE_STAGE_COURTESY:
      return _ ("Courtesy note");
    case RELANCE_STAGE_SECOND:
      return _ ("Second reminder");
    case RELANCE_STAGE_THIRD:
      return _ ("Third reminder");
    case RELANCE_STAGE_FORMAL_NOTICE:
      return _ ("Formal notice");
    case RELANCE_STAGE_THANKS:
      return _ ("Thanks");
    case RELANCE_STAGE_PART_PAYMENT:
      return _ ("Part payment");
    case RELANCE_STAGE_INCIDENT:
      return _ ("Failed payment");
    case RELANCE_STAGE_PROMISE:
      return _ ("Confirmed promise");
    case RELANCE_STAGE_BROKEN_PROMISE:
      return _ ("Broken promise");
    case RELANCE_STAGE_PLAN:
      return _ ("Payment plan");
    case RELANCE_STAGE_STATEMENT:
      return _ ("Statement");
    case RELANCE_STAGE_TERMS:
      return _ ("How we work");
    case RELANCE_STAGE_FIRST:
    default:
      return _ ("First reminder");
    }
}

const char *
relance_wording_tone (RelanceTone tone)
{
  switch (tone)
    {
    case RELANCE_TONE_FRIENDLY:
      return C_ ("tone", "Friendly");
    case RELANCE_TONE_EMOJI:
      return C_ ("tone", "Emoji");
    case RELANCE_TONE_FORMAL:
    default:
      return C_ ("tone", "Formal");
    }
}

/* Stands in a sentence: “You were in touch by phone”. */
const char *
relance_wording_channel (RelanceChannel channel)
{
  switch (channel)
    {
    case RELANCE_CHANNEL_PHONE:
      return C_ ("in touch", "by phone");
    case RELANCE_CHANNEL_LETTER:
      return C_ ("in touch", "by letter");
    case RELANCE_CHANNEL_IN_PERSON:
      return C_ ("in touch", "in person");
    case RELANCE_CHANNEL_MAIL:
    default:
      return C_ ("in touch", "by mail");
    }
}

const char *
relance_wording_plan (RelanceRhythm plan)
{
  switch (plan)
    {
    case RELANCE_RHYTHM_GENTLE:
      return C_ ("reminder plan", "Gentle");
    case RELANCE_RHYTHM_BRISK:
      return C_ ("reminder plan", "Brisk");
    case RELANCE_RHYTHM_NONE:
      return C_ ("reminder plan", "No reminders");
    case RELANCE_RHYTHM_REGULAR:
    default:
      return C_ ("reminder plan", "Regular");
    }
}

const char *
relance_wording_situation (RelanceSituation situation)
{
  switch (situation)
    {
    case RELANCE_SITUATION_INCIDENT:
      return C_ ("situation", "Incident");
    case RELANCE_SITUATION_UNPAID:
      return C_ ("situation", "Unpaid");
    case RELANCE_SITUATION_LATE:
    default:
      return C_ ("situation", "Late");
    }
}

const char *
relance_wording_kind (RelanceKind kind)
{
  switch (kind)
    {
    case RELANCE_KIND_CONSUMER:
      return C_ ("kind of client", "Consumer");
    case RELANCE_KIND_PUBLIC:
      return C_ ("kind of client", "Public body");
    case RELANCE_KIND_BUSINESS:
    default:
      return C_ ("kind of client", "Business");
    }
}

/* French words in every language: they name how a French letter speaks. */
const char *
relance_wording_address (RelanceAddress address)
{
  return address == RELANCE_ADDRESS_TU ? "tu" : "vous";
}

const char *
relance_wording_language (RelanceLanguage language)
{
  return language == RELANCE_LANGUAGE_EN ? _ ("English") : _ ("French");
}

const char *
relance_wording_title (RelanceTitle title)
{
  switch (title)
    {
    case RELANCE_TITLE_MADAME:
      return "Madame";
    case RELANCE_TITLE_MONSIEUR:
      return "Monsieur";
    case RELANCE_TITLE_NONE:
    default:
      return C_ ("title of a person", "None");
    }
}

/**
 * relance_wording_list_means:
 *
 * Returns: (transfer none): the usual means of payment, as the book and the command line call
 *   them, the most usual first
 */
const char *const *
relance_wording_list_means (void)
{
  static const char *const means[] = { "transfer", "cheque", "card", "direct-debit",
                                       "cash",     "other",  NULL };

  return means;
}

/**
 * relance_wording_means:
 * @means: one of relance_wording_list_means(), or anything a person typed
 *
 * Returns: its name in the user's language; what is not known is its own name
 */
const char *
relance_wording_means (const char *means)
{
  const char *const *known = relance_wording_list_means ();
  const char *names[] = {
    C_ ("means of payment", "transfer"), C_ ("means of payment", "cheque"),
    C_ ("means of payment", "card"),     C_ ("means of payment", "direct debit"),
    C_ ("means of payment", "cash"),     C_ ("means of payment", "other means"),
  };

  for (guint i = 0; known[i] != NULL; i++)
    if (g_str_equal (known[i], means))
      return names[i];

  return means;
}

/**
 * relance_wording_share:
 * @part: 0 to @whole
 *
 * Returns: (transfer full): a percentage, or a dash when there is nothing to share
 */
char *
relance_wording_share (gint64 part, gint64 whole)
{
  if (whole <= 0)
    return g_strdup ("–");
  /* Translators: a percentage. */
  return g_strdup_printf (_ ("%d%%"), relance_money_get_percent (part, whole));
}
