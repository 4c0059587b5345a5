/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox-private.h"

#include "relance-clients.h"
#include "relance-contact.h"
#include "relance-invoice.h"
#include "relance-store-clients.h"
#include "relance-store-messages.h"
#include "relance-zone-time.h"

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

static RelanceContactHours
get_hours (const RelanceClient *client)
{
  if (client == NULL || client->hours_from == RELANCE_CLIENT_NO_HOUR)
    return relance_contact_hours_get_default ();

  return (RelanceContactHours) { client->hours_from, client->hours_to };
}

/**
 * relance_outbox_next_opening:
 * @message: is told the time zone of its client
 * @moment: UTC seconds
 * @reason: (out) (nullable): why @message has to wait: hours or holiday; %NULL when it has not
 *
 * Returns: @moment when the message may leave then, else the next time at which it may, in the hours
 *   and on no holiday of the client, by the clock where the client is; -1 with an error of the store
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
  g_autoptr (GTimeZone) zone = NULL;
  RelanceContactHours hours;
  RelanceContactWait wait;
  RelanceDate date;
  int minutes;

  *reason = NULL;
  if (business == NULL ||
      !relance_store_get_client (relance_book_get_store (book), message->client_id,
                                 relance_book_get_today (book), &client, error))
    return -1;

  g_set_str (&message->time_zone, client != NULL ? client->time_zone : NULL);
  zone = relance_zone_find (message->time_zone);
  hours = get_hours (client);
  date = relance_zone_to_date (zone, moment, &minutes);
  wait = relance_contact_next_opening (&hours, &date, &minutes,
                                       relance_client_find_holidays (client, business));
  if (wait == RELANCE_CONTACT_OPEN)
    return moment;
  *reason = wait == RELANCE_CONTACT_HOLIDAY ? "holiday" : "hours";

  /* The hour that winter time repeats is read as the first one, which may be over. */
  return MAX (relance_zone_to_utc (zone, date, minutes), moment);
}
