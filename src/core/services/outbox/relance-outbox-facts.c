/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox-private.h"

#include "relance-clients.h"
#include "relance-contact.h"
#include "relance-invoice.h"
#include "relance-store-clients.h"
#include "relance-store-messages.h"

static const char *
judge_fact (const RelanceDebtFact *fact, RelanceMessage *message, RelanceDate today)
{
  if (fact->removed)
    return "removed";
  if (fact->excluded || relance_means_is_collected (fact->means))
    return "excluded";
  if (fact->balance < 0)
    return "changed";
  if (fact->balance < fact->approved_balance)
    return fact->balance == 0 ? "paid" : "partly-paid";
  if (fact->balance > fact->approved_balance || !fact->same_number || fact->due >= today)
    return "changed";
  if (g_strcmp0 (fact->email, message->to) != 0)
    return "changed";
  if (fact->in_touch)
    return "in-touch";

  return NULL;
}

/* Of several invoices, some paid and some not, the message as a whole is partly paid. */
static const char *
combine (const char *first, const char *second, gboolean is_first)
{
  if (is_first || g_strcmp0 (first, second) == 0 || g_strcmp0 (first, "in-touch") == 0)
    return second;
  if (g_strcmp0 (second, "in-touch") == 0)
    return first;
  if (g_strcmp0 (first, "removed") == 0 || g_strcmp0 (second, "removed") == 0)
    return "removed";
  if (g_strcmp0 (first, "excluded") == 0 || g_strcmp0 (second, "excluded") == 0)
    return "excluded";
  if (g_strcmp0 (first, "changed") == 0 || g_strcmp0 (second, "changed") == 0)
    return "changed";

  return "partly-paid";
}

/**
 * relance_outbox_find_change:
 * @reason: (out) (nullable): why @message must not leave any more: paid, partly-paid,
 *   changed, excluded, removed or in-touch; %NULL when all is as it was approved
 *
 * Compares what a message asks for with the book as it is now, so that nobody who
 * has paid is reminded.
 */
gboolean
relance_outbox_find_change (RelanceBook *book,
                            RelanceMessage *message,
                            const char **reason,
                            GError **error)
{
  g_autoptr (GArray) facts = relance_store_list_debt_facts (
    relance_book_get_store (book), message->id, relance_book_get_today (book), error);

  *reason = NULL;
  if (facts == NULL)
    return FALSE;
  for (guint i = 0; i < facts->len; i++)
    *reason = combine (*reason,
                       judge_fact (&g_array_index (facts, RelanceDebtFact, i), message,
                                   relance_book_get_today (book)),
                       i == 0);

  return TRUE;
}

/**
 * relance_outbox_next_opening:
 * @moment: UTC seconds
 * @reason: (out) (nullable): why @message has to wait: hours or holiday; %NULL when it has not
 *
 * Returns: @moment when the message may leave then, else the next time at which it may, in working
 *   hours and on no holiday of the client; -1 with an error of the store
 */
gint64
relance_outbox_next_opening (RelanceBook *book,
                             RelanceMessage *message,
                             gint64 moment,
                             const char **reason,
                             GError **error)
{
  g_autoptr (RelanceBusiness) business = relance_business_load (book, error);
  g_autoptr (RelanceClient) client = NULL;
  RelanceContactWait wait;
  RelanceDate date;
  int minutes;

  *reason = NULL;
  if (business == NULL ||
      !relance_store_get_client (relance_book_get_store (book), message->client_id,
                                 relance_book_get_today (book), &client, error))
    return -1;

  date = relance_clock_to_date (moment, &minutes);
  wait =
    relance_contact_next_opening (&date, &minutes, relance_client_find_holidays (client, business));
  if (wait == RELANCE_CONTACT_OPEN)
    return moment;
  *reason = wait == RELANCE_CONTACT_HOLIDAY ? "holiday" : "hours";

  return relance_clock_to_utc (date, minutes);
}
