/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-history-words.h"

#include "relance-money.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>

static char *
describe_payment (const RelanceDeed *deed, gboolean taken_back)
{
  g_autofree char *amount = relance_money_format (deed->amount, deed->currency, NULL);
  g_autofree char *date = relance_date_format_short (deed->date, NULL);
  gboolean has_means = deed->means != NULL && deed->means[0] != '\0';

  if (taken_back && has_means)
    /* Translators: amount, date and means: “Payment of 10 € of 1 Dec 2026 (transfer) taken back”. */
    return g_strdup_printf (_ ("Payment of %s of %s (%s) taken back"), amount, date,
                            relance_wording_means (deed->means));
  if (taken_back)
    /* Translators: amount and date. */
    return g_strdup_printf (_ ("Payment of %s of %s taken back"), amount, date);
  if (has_means)
    /* Translators: amount, date and means: “Payment of 10 € received on 1 Dec 2026 (transfer)”. */
    return g_strdup_printf (_ ("Payment of %s received on %s (%s)"), amount, date,
                            relance_wording_means (deed->means));
  /* Translators: amount and date. */
  return g_strdup_printf (_ ("Payment of %s received on %s"), amount, date);
}

static char *
describe_credit_note (const RelanceDeed *deed, gboolean taken_back)
{
  g_autofree char *amount = relance_money_format (deed->amount, deed->currency, NULL);
  g_autofree char *date = relance_date_format_short (deed->date, NULL);

  if (taken_back)
    /* Translators: number and amount: “Credit note A12 of 10 € taken back”. */
    return g_strdup_printf (_ ("Credit note %s of %s taken back"), deed->number, amount);
  /* Translators: number, amount and date: “Credit note A12 of 10 € issued on 1 Dec 2026”. */
  return g_strdup_printf (_ ("Credit note %s of %s issued on %s"), deed->number, amount, date);
}

static char *
describe_write_off (const RelanceDeed *deed, gboolean taken_back)
{
  g_autofree char *amount = relance_money_format (deed->amount, deed->currency, NULL);
  g_autofree char *date = relance_date_format_short (deed->date, NULL);

  if (taken_back)
    /* Translators: %s is an amount that had been given up and is due again. */
    return g_strdup_printf (_ ("Write-off of %s taken back"), amount);
  /* Translators: amount, date and reason: “10 € written off on 1 Dec 2026: bankruptcy”. */
  return g_strdup_printf (_ ("%s written off on %s: %s"), amount, date,
                          deed->note != NULL ? deed->note : "");
}

static char *
describe_replacement (const RelanceDeed *deed, gboolean taken_back)
{
  return g_strdup_printf (taken_back ? _ ("Replacement by invoice %s undone")
                                     : _ ("Replaced by invoice %s"),
                          deed->number);
}

/* One that was recorded, or taken back. */
static char *
describe_receipt (const RelanceDeed *deed, gboolean taken_back)
{
  switch (deed->kind)
    {
    case RELANCE_PAYMENT_CREDIT_NOTE:
      return describe_credit_note (deed, taken_back);
    case RELANCE_PAYMENT_WRITE_OFF:
      return describe_write_off (deed, taken_back);
    case RELANCE_PAYMENT_REPLACEMENT:
      return describe_replacement (deed, taken_back);
    case RELANCE_PAYMENT_PAYMENT:
    default:
      return describe_payment (deed, taken_back);
    }
}

static char *
describe_credit_note_allocation (const RelanceDeed *deed, gboolean of_invoice)
{
  g_autofree char *part = relance_money_format (deed->part, deed->currency, NULL);

  if (deed->undone)
    /* Translators: %s is the number of a credit note. */
    return g_strdup_printf (_ ("Credit note %s allocated as before"), deed->number);
  if (of_invoice)
    /* Translators: the number of a credit note, and the amount of it that this invoice has now. */
    return g_strdup_printf (_ ("Credit note %s allocated anew: %s of it for this invoice"),
                            deed->number, part);
  /* Translators: %s is the number of a credit note. */
  return g_strdup_printf (_ ("Credit note %s allocated anew"), deed->number);
}

static char *
describe_allocation (const RelanceDeed *deed, gboolean of_invoice)
{
  g_autofree char *amount = relance_money_format (deed->amount, deed->currency, NULL);
  g_autofree char *part = relance_money_format (deed->part, deed->currency, NULL);
  g_autofree char *date = relance_date_format_short (deed->date, NULL);

  if (deed->kind == RELANCE_PAYMENT_CREDIT_NOTE)
    return describe_credit_note_allocation (deed, of_invoice);
  if (deed->undone)
    /* Translators: amount and date. */
    return g_strdup_printf (_ ("Payment of %s of %s allocated as before"), amount, date);
  if (of_invoice)
    /* Translators: amount and date of a payment, and the amount of it that this invoice has now. */
    return g_strdup_printf (_ ("Payment of %s of %s allocated anew: %s of it for this invoice"),
                            amount, date, part);
  /* Translators: amount and date. */
  return g_strdup_printf (_ ("Payment of %s of %s allocated anew"), amount, date);
}

/**
 * relance_history_words_payment:
 * @of_invoice: whether it stands in the history of an invoice, not of a client
 *
 * Returns: (transfer full) (nullable): what was done, when it is about a payment, a credit note or
 *   what was given up
 */
char *
relance_history_words_payment (const RelanceDeed *deed, gboolean of_invoice)
{
  if (deed->kind == 0)
    return NULL;
  switch (deed->what)
    {
    case RELANCE_CHANGE_PAYMENT_REMOVED:
      return describe_receipt (deed, !deed->undone);
    case RELANCE_CHANGE_PAYMENT_ADDED:
    case RELANCE_CHANGE_CREDIT_NOTE_ADDED:
    case RELANCE_CHANGE_WRITTEN_OFF:
    case RELANCE_CHANGE_INVOICE_REPLACED:
      return describe_receipt (deed, deed->undone);
    case RELANCE_CHANGE_PAYMENT_ALLOCATED:
      return describe_allocation (deed, of_invoice);
    default:
      return NULL;
    }
}

/* Translators: each %s is the address a reminder was written to. */
static const char *
get_reminder_format (const RelanceMessageLine *line)
{
  gboolean second = line->stage == RELANCE_STAGE_SECOND;

  switch (line->state)
    {
    case RELANCE_MESSAGE_ACCEPTED:
      if (g_strcmp0 (line->reason, "saved-as-file") == 0)
        return second ? _ ("Second reminder to %s saved as a file")
                      : _ ("First reminder to %s saved as a file");
      return second ? _ ("Second reminder sent to %s") : _ ("First reminder sent to %s");
    case RELANCE_MESSAGE_HANDED_OVER:
      return second ? _ ("Second reminder to %s handed over")
                    : _ ("First reminder to %s handed over");
    case RELANCE_MESSAGE_REFUSED:
      return second ? _ ("Second reminder to %s refused") : _ ("First reminder to %s refused");
    case RELANCE_MESSAGE_WITHDRAWN:
      return second ? _ ("Second reminder to %s withdrawn") : _ ("First reminder to %s withdrawn");
    case RELANCE_MESSAGE_UNKNOWN:
      return second ? _ ("It is not known whether the second reminder reached %s")
                    : _ ("It is not known whether the first reminder reached %s");
    case RELANCE_MESSAGE_WAITING:
      return second ? _ ("Second reminder to %s will be tried again")
                    : _ ("First reminder to %s will be tried again");
    case RELANCE_MESSAGE_SENDING:
      return second ? _ ("Second reminder to %s is leaving")
                    : _ ("First reminder to %s is leaving");
    case RELANCE_MESSAGE_APPROVED:
    default:
      return second ? _ ("Second reminder to %s approved") : _ ("First reminder to %s approved");
    }
}

/* Translators: %1$s is a kind of letter such as "Formal notice", %2$s an address. */
/* The day of it may be another one than that on which it was recorded. */
static char *
describe_exchange (const RelanceDeed *deed)
{
  const char *channel =
    relance_wording_channel (relance_enum_from_nick (RELANCE_TYPE_CHANNEL, deed->means));
  g_autofree char *date = relance_date_format_short (deed->date, NULL);

  if (deed->undone)
    /* Translators: how, such as “by phone”, and a date. */
    return g_strdup_printf (_ ("Contact %s on %s taken back"), channel, date);
  if (deed->stage != 0)
    /* Translators: how, such as “by phone”, a date, and a stage (“First reminder”). */
    return g_strdup_printf (_ ("You were in touch %s on %s, which counts as: %s"), channel, date,
                            relance_wording_stage (deed->stage));
  /* Translators: how, such as “by phone”, and a date. */
  return g_strdup_printf (_ ("You were in touch %s on %s"), channel, date);
}

/**
 * relance_history_words_exchange:
 *
 * Returns: (transfer full): that one was in touch with a client outside of Relance, and what was said
 */
char *
relance_history_words_exchange (const RelanceDeed *deed)
{
  g_autofree char *words = NULL;

  words = describe_exchange (deed);
  if (deed->undone || deed->note == NULL)
    return g_steal_pointer (&words);
  /* Translators: that one was in touch, and what was said then. */
  return g_strdup_printf (C_ ("exchange", "%s: %s"), words, deed->note);
}

static const char *
get_letter_format (const RelanceMessageLine *line)
{
  switch (line->state)
    {
    case RELANCE_MESSAGE_ACCEPTED:
      if (g_strcmp0 (line->reason, "saved-as-file") == 0)
        return _ ("Letter “%1$s” to %2$s saved as a file");
      return _ ("Letter “%1$s” sent to %2$s");
    case RELANCE_MESSAGE_HANDED_OVER:
      return _ ("Letter “%1$s” to %2$s handed over");
    case RELANCE_MESSAGE_REFUSED:
      return _ ("Letter “%1$s” to %2$s refused");
    case RELANCE_MESSAGE_WITHDRAWN:
      return _ ("Letter “%1$s” to %2$s withdrawn");
    case RELANCE_MESSAGE_UNKNOWN:
      return _ ("It is not known whether the letter “%1$s” reached %2$s");
    case RELANCE_MESSAGE_WAITING:
      return _ ("Letter “%1$s” to %2$s will be tried again");
    case RELANCE_MESSAGE_SENDING:
      return _ ("Letter “%1$s” to %2$s is leaving");
    case RELANCE_MESSAGE_APPROVED:
    default:
      return _ ("Letter “%1$s” to %2$s approved");
    }
}

/**
 * relance_history_words_message:
 *
 * Returns: (transfer full): what became of a message, in words
 */
char *
relance_history_words_message (const RelanceMessageLine *line)
{
  if (line->stage == RELANCE_STAGE_FIRST || line->stage == RELANCE_STAGE_SECOND)
    return g_strdup_printf (get_reminder_format (line), line->to);

  return g_strdup_printf (get_letter_format (line), relance_wording_stage (line->stage), line->to);
}
