/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-self-checks.h"

#include "relance-documents.h"
#include "relance-draft.h"
#include "relance-loose-ends.h"
#include "relance-money.h"
#include "relance-reminder-stage.h"
#include "relance-self-check.h"
#include "relance-store-documents.h"
#include "relance-store-messages.h"
#include "relance-store-payments.h"
#include "relance-wording-message.h"

#include <glib/gi18n-lib.h>

/* What the rule decides on, and what the sentences name beyond it. */
typedef struct
{
  RelanceSelfCheckFacts rule;
  GPtrArray *credits;
  RelanceMessage *last_message;
  char *unseen; /* the number of the first invoice that was never sent */
} Facts;

static void
clear_facts (Facts *self)
{
  g_clear_pointer (&self->credits, g_ptr_array_unref);
  g_clear_object (&self->last_message);
  g_clear_pointer (&self->unseen, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, clear_facts)

static gboolean
is_written_about (const RelanceReminderFacts *facts, gint64 instalment_id)
{
  for (guint i = 0; i < facts->past->len; i++)
    {
      GArray *instalments = ((RelancePastReminder *) facts->past->pdata[i])->instalments;

      for (guint j = 0; j < instalments->len; j++)
        if (g_array_index (instalments, gint64, j) == instalment_id)
          return TRUE;
    }

  return FALSE;
}

/* An invoice with two instalments is looked at once. */
static gboolean
is_first_of_invoice (GPtrArray *debts, guint index)
{
  const RelanceDebt *debt = g_ptr_array_index (debts, index);

  for (guint i = 0; i < index; i++)
    if (((RelanceDebt *) g_ptr_array_index (debts, i))->invoice_id == debt->invoice_id)
      return FALSE;

  return TRUE;
}

/* Whoever keeps no documents here is not asked about each. */
static gboolean
load_unseen (Facts *self, RelanceBook *book, const RelanceReminderFacts *facts, GError **error)
{
  gboolean keeps;

  if (!relance_store_keeps_documents (relance_book_get_store (book), &keeps, error))
    return FALSE;
  if (!keeps)
    return TRUE;

  for (guint i = 0; i < facts->debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (facts->debts, i);
      g_autoptr (GPtrArray) documents = NULL;

      if (is_written_about (facts, debt->instalment_id) || !is_first_of_invoice (facts->debts, i))
        continue;
      documents = relance_documents_list (book, debt->invoice_id, error);
      if (documents == NULL)
        return FALSE;
      if (documents->len == 0 && self->rule.n_unseen++ == 0)
        self->unseen = g_strdup (debt->number);
    }

  return TRUE;
}

static gboolean
load_facts (Facts *self,
            RelanceBook *book,
            const RelanceDraft *draft,
            const RelanceReminderFacts *facts,
            GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  self->credits = relance_store_list_unused_credits (store, draft->client_id, error);
  if (self->credits == NULL ||
      !relance_store_get_failed_last (store, draft->client_id, &self->last_message, error) ||
      !relance_loose_ends_load_last_entry (book, &self->rule.last_entry, error) ||
      !load_unseen (self, book, facts, error))
    return FALSE;

  self->rule.today = relance_book_get_today (book);
  self->rule.has_address = draft->to != NULL;
  self->rule.n_credits = self->credits->len;
  if (self->last_message != NULL)
    {
      self->rule.last_message = self->last_message->state;
      self->rule.is_address_new = g_strcmp0 (self->last_message->to, draft->to) != 0;
    }
  return TRUE;
}

static char *
describe_credits (GPtrArray *credits)
{
  const RelanceStoreCredit *first = g_ptr_array_index (credits, 0);
  g_autofree char *amount = relance_money_format (first->amount, first->currency, NULL);

  if (credits->len == 1)
    /* Translators: %s is an amount of money. */
    return g_strdup_printf (
      _ ("%s from this client counts towards no invoice yet: is it for one of "
         "these?"),
      amount);

  /* Translators: %u is how many payments and credit notes, two or more. */
  return g_strdup_printf (ngettext ("%u payment or credit note of this client counts towards no "
                                    "invoice yet: is it for one of these?",
                                    "%u payments or credit notes of this client count towards no "
                                    "invoice yet: are they for these?",
                                    credits->len),
                          credits->len);
}

static char *
describe_payments (const RelanceSelfCheckFacts *facts)
{
  int days;

  if (facts->last_entry == RELANCE_DATE_NONE)
    return g_strdup (_ ("No payment was ever entered in this book: have you looked at your bank "
                        "account?"));

  days = facts->today - facts->last_entry;
  /* Translators: %d is a number of days. */
  return g_strdup_printf (
    ngettext ("Payments were last entered %d day ago: have you looked at your "
              "bank account since?",
              "Payments were last entered %d days ago: have you looked at "
              "your bank account since?",
              days),
    days);
}

static char *
describe_last_message (RelanceMessage *message)
{
  g_autofree char *reason = relance_wording_message_reason (message);

  if (message->state == RELANCE_MESSAGE_UNKNOWN)
    /* Translators: %s is a sentence that says why. */
    return g_strdup_printf (_ ("It is not known whether the last message to this client arrived. "
                               "%s"),
                            reason);

  /* Translators: %s is a sentence that says why. */
  return g_strdup_printf (_ ("The last message to this client did not leave. %s"), reason);
}

static char *
describe_unseen (const Facts *facts)
{
  if (facts->rule.n_unseen == 1)
    /* Translators: %s is an invoice number. */
    return g_strdup_printf (_ ("This book has no copy of invoice %s: did the client receive it?"),
                            facts->unseen);

  /* Translators: %u is how many invoices, two or more. */
  return g_strdup_printf (ngettext ("This book has no copy of %u of these invoices: did the client "
                                    "receive it?",
                                    "This book has no copy of %u of these invoices: did the client "
                                    "receive them?",
                                    facts->rule.n_unseen),
                          facts->rule.n_unseen);
}

static char *
describe (const Facts *facts, RelanceSelfCheckKind kind)
{
  switch (kind)
    {
    case RELANCE_SELF_CHECK_CREDIT:
      return describe_credits (facts->credits);
    case RELANCE_SELF_CHECK_PAYMENTS:
      return describe_payments (&facts->rule);
    case RELANCE_SELF_CHECK_LAST_MESSAGE:
      return describe_last_message (facts->last_message);
    case RELANCE_SELF_CHECK_ADDRESS:
      return g_strdup (_ ("This client has no mail address."));
    case RELANCE_SELF_CHECK_DOCUMENT:
      return describe_unseen (facts);
    default:
      g_assert_not_reached ();
    }
}

/**
 * relance_self_checks_add:
 * @draft: one that says whom it goes to
 * @error: one of the store
 *
 * Says in @draft what to look at on our own side before it is read; nothing for a letter that asks
 * for no money.
 */
gboolean
relance_self_checks_add (RelanceDraft *draft,
                         RelanceBook *book,
                         const RelanceReminderFacts *facts,
                         GError **error)
{
  g_auto (Facts) own = { 0 };
  g_autoptr (GArray) kinds = NULL;

  g_ptr_array_set_size (draft->checks, 0);
  if (!relance_reminder_stage_asks (draft->stage))
    return TRUE;
  if (!load_facts (&own, book, draft, facts, error))
    return FALSE;

  kinds = relance_self_check (&own.rule);
  for (guint i = 0; i < kinds->len; i++)
    {
      RelanceSelfCheckKind kind = g_array_index (kinds, RelanceSelfCheckKind, i);

      relance_draft_add_note (draft->checks, relance_self_check_kind_word (kind),
                              describe (&own, kind), NULL);
    }
  return TRUE;
}
