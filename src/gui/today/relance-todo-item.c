/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-todo-item.h"

#include "invoices/relance-allocation-dialog.h"
#include "relance-money.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>

/* Beyond that, the rest is one sentence. */
#define SHOWN_OF_A_KIND 3

/* Money is looked at once a week by those who look at it. */
#define DAYS_OF_OLD_NEWS 7

static void
go_to_reminders (GtkWidget *widget, gint64 id)
{
  relance_window_show_reminders (relance_window_of (widget), 0);
}

static void
go_to_outbox (GtkWidget *widget, gint64 id)
{
  relance_window_show_outbox (relance_window_of (widget));
}

static void
go_to_client (GtkWidget *widget, gint64 id)
{
  relance_window_show_client (relance_window_of (widget), id);
}

static void
go_to_documents (GtkWidget *widget, gint64 id)
{
  relance_window_show_page (relance_window_of (widget), "waiting");
}

static void
go_to_import (GtkWidget *widget, gint64 id)
{
  gtk_widget_activate_action (widget, "win.import", NULL);
}

static void
go_to_credit (GtkWidget *widget, gint64 id)
{
  RelanceWindow *window = relance_window_of (widget);

  relance_allocation_dialog_open (GTK_WIDGET (window), relance_window_get_desk (window), id, 0);
}

static void
free_item (gpointer data)
{
  RelanceTodoItem *item = data;

  g_free (item->key);
  g_free (item->title);
  g_free (item->subtitle);
  g_free (item);
}

/* @title: (transfer full). */
static RelanceTodoItem *
add_item (GPtrArray *items, const char *key, gint64 id, const char *icon, char *title)
{
  RelanceTodoItem *item = g_new0 (RelanceTodoItem, 1);

  item->key = g_strdup_printf ("%s-%" G_GINT64_FORMAT, key, id);
  item->id = id;
  item->icon = icon;
  item->title = title;
  g_ptr_array_add (items, item);
  return item;
}

static void
set_way (RelanceTodoItem *item, const char *verb, RelanceTodoWay way)
{
  item->verb = verb;
  item->way = way;
}

static void
add_ready (GPtrArray *items, int ready)
{
  if (ready > 0)
    set_way (add_item (items, "ready", 0, "mail-unread-symbolic",
                       g_strdup_printf (
                         /* Translators: %d is a number of clients whose reminder is written and
                          * waits to be read. */
                         ngettext ("%d reminder is ready to review",
                                   "%d reminders are ready to review", ready),
                         ready)),
             C_ ("verb", "Review"), go_to_reminders);
}

static void
add_messages (GPtrArray *items, int failed, int unknown)
{
  RelanceTodoItem *item;

  if (failed > 0)
    {
      item = add_item (
        items, "failed", 0, "dialog-warning-symbolic",
        /* Translators: %d is a number of messages. */
        g_strdup_printf (ngettext ("%d message did not leave", "%d messages did not leave", failed),
                         failed));
      item->subtitle = g_strdup (_ ("The reason is in the outbox."));
      set_way (item, C_ ("verb", "Look"), go_to_outbox);
    }
  if (unknown > 0)
    {
      item = add_item (items, "unknown", 0, "dialog-question-symbolic",
                       /* Translators: %d is a number of messages. */
                       g_strdup_printf (ngettext ("%d message may or may not have left",
                                                  "%d messages may or may not have left", unknown),
                                        unknown));
      item->subtitle = g_strdup (_ ("Nothing is sent twice: you decide."));
      set_way (item, C_ ("verb", "Look"), go_to_outbox);
    }
}

static void
add_clients (GPtrArray *items, GPtrArray *clients)
{
  int more = (int) clients->len - SHOWN_OF_A_KIND;

  for (guint i = 0; i < MIN (clients->len, SHOWN_OF_A_KIND); i++)
    {
      const RelanceClient *client = clients->pdata[i];
      RelanceTodoItem *item =
        add_item (items, "client", client->id, "avatar-default-symbolic",
                  /* Translators: %s is the name of a client. */
                  g_strdup_printf (_ ("%s has no mail address"), client->name));

      item->subtitle = g_strdup (_ ("Something is late, with nowhere to write to."));
      set_way (item, C_ ("verb", "Complete"), go_to_client);
    }
  if (more > 0)
    set_way (add_item (items, "clients", 0, "system-users-symbolic",
                       g_strdup_printf (
                         /* Translators: %d is a number of clients, beside those already named. */
                         ngettext ("%d more late client has no mail address",
                                   "%d more late clients have no mail address", more),
                         more)),
             C_ ("verb", "Look"), go_to_reminders);
}

static char *
describe_rest (int more)
{
  return g_strdup_printf (
    /* Translators: %d is a number of payments or credit notes, beside those already named. */
    ngettext ("%d more waits after these.", "%d more wait after these.", more), more);
}

static void
add_credits (GPtrArray *items, GPtrArray *credits)
{
  guint shown = MIN (credits->len, SHOWN_OF_A_KIND);

  for (guint i = 0; i < shown; i++)
    {
      const RelanceStoreCredit *credit = credits->pdata[i];
      g_autofree char *amount = relance_money_format (credit->amount, credit->currency, NULL);
      RelanceTodoItem *item =
        add_item (items, "credit", credit->payment_id, "view-refresh-symbolic",
                  /* Translators: an amount of money, the name of a client. */
                  g_strdup_printf (_ ("%1$s of %2$s counts towards no invoice"), amount,
                                   credit->client_name));

      if (i == shown - 1 && credits->len > shown)
        item->subtitle = describe_rest ((int) (credits->len - shown));
      else
        item->subtitle = g_strdup (_ ("Something of theirs is still open."));
      set_way (item, C_ ("credit", "Use"), go_to_credit);
    }
}

static void
add_documents (GPtrArray *items, int documents)
{
  if (documents > 0)
    set_way (add_item (items, "documents", 0, "relance-waiting-symbolic",
                       /* Translators: %d is a number of PDFs */
                       g_strdup_printf (ngettext ("%d PDF waits for its invoice",
                                                  "%d PDFs wait for their invoices", documents),
                                        documents)),
             C_ ("PDF", "Type"), go_to_documents);
}

static void
add_old_news (GPtrArray *items, int days)
{
  RelanceTodoItem *item;

  if (days < DAYS_OF_OLD_NEWS)
    return;
  item = add_item (items, "news", 0, "document-open-recent-symbolic",
                   /* Translators: %d is a number of days. */
                   g_strdup_printf (ngettext ("No payment was entered for %d day",
                                              "No payment was entered for %d days", days),
                                    days));
  item->subtitle = g_strdup (_ ("Whoever is late may have paid since."));
  set_way (item, C_ ("verb", "Import"), go_to_import);
}

/* Before the first invoice. */
static void
add_first (GPtrArray *items)
{
  RelanceTodoItem *item = add_item (items, "first", 0, "relance-invoices-symbolic",
                                    g_strdup (_ ("There is no invoice in the book yet")));

  item->subtitle = g_strdup (_ ("Import yours, and this page says who pays on time."));
  set_way (item, C_ ("verb", "Import"), go_to_import);
}

static void
add_nothing (GPtrArray *items, const RelanceInvoice *next)
{
  RelanceTodoItem *item = add_item (items, "nothing", 0, "object-select-symbolic",
                                    g_strdup (_ ("Nothing to chase. Enjoy your day!")));
  g_autofree char *date = NULL;

  if (next == NULL)
    {
      item->subtitle = g_strdup (_ ("Nobody owes you anything."));
      return;
    }
  date = relance_date_format (next->due, NULL);
  /* Translators: the number of an invoice, the name of a client, a date. */
  item->subtitle = g_strdup_printf (_ ("The next to come due is %1$s of %2$s, on %3$s."),
                                    next->number, next->client_name, date);
}

/**
 * relance_todo_items_new:
 *
 * Returns: (transfer full) (element-type RelanceTodoItem): what there is to do, most pressing
 *   first; or the one sentence that there is nothing
 */
GPtrArray *
relance_todo_items_new (const RelanceTodoFacts *facts)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);

  add_ready (items, facts->ready);
  add_credits (items, facts->loose_ends->credits);
  add_messages (items, facts->failed, facts->unknown);
  add_clients (items, facts->without_address);
  add_old_news (items, facts->days_without_news);
  add_documents (items, facts->documents);
  if (items->len > 0)
    return items;
  if (facts->empty)
    add_first (items);
  else
    add_nothing (items, facts->next);
  return items;
}
