/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-pages.h"

#include "clients/relance-clients-page.h"
#include "invoices/relance-invoices-page.h"
#include "invoices/relance-waiting-page.h"
#include "messages/relance-outbox-page.h"
#include "messages/relance-sent-page.h"
#include "reminders/relance-reminders-page.h"
#include "search/relance-search-page.h"
#include "today/relance-today-page.h"

struct _RelancePages
{
  RelanceDesk *desk;
  GHashTable *made; /* name -> AdwNavigationPage */
};

static AdwNavigationPage *
make_page (RelancePages *self, const char *name)
{
  if (g_str_equal (name, "today"))
    return ADW_NAVIGATION_PAGE (relance_today_page_new (self->desk));
  if (g_str_equal (name, "reminders"))
    return ADW_NAVIGATION_PAGE (relance_reminders_page_new (self->desk));
  if (g_str_equal (name, "invoices"))
    return ADW_NAVIGATION_PAGE (relance_invoices_page_new (self->desk));
  if (g_str_equal (name, "clients"))
    return ADW_NAVIGATION_PAGE (relance_clients_page_new (self->desk));
  if (g_str_equal (name, "sent"))
    return ADW_NAVIGATION_PAGE (relance_sent_page_new (self->desk));
  if (g_str_equal (name, "waiting"))
    return ADW_NAVIGATION_PAGE (relance_waiting_page_new (self->desk));
  if (g_str_equal (name, "outbox"))
    return ADW_NAVIGATION_PAGE (relance_outbox_page_new (self->desk));
  if (g_str_equal (name, RELANCE_PAGES_SEARCH))
    return relance_search_page_new (self->desk);
  return NULL;
}

RelancePages *
relance_pages_new (RelanceDesk *desk)
{
  RelancePages *self = g_new0 (RelancePages, 1);

  self->desk = g_object_ref (desk);
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
relance_pages_free (RelancePages *self)
{
  g_hash_table_unref (self->made);
  g_object_unref (self->desk);
  g_free (self);
}

/**
 * relance_pages_get:
 * @name: as the sidebar and the last-page setting call it, or %RELANCE_PAGES_SEARCH
 *
 * Returns: (transfer none) (nullable): %NULL when there is no such page
 */
AdwNavigationPage *
relance_pages_get (RelancePages *self, const char *name)
{
  AdwNavigationPage *page = g_hash_table_lookup (self->made, name);

  if (page)
    return page;

  page = make_page (self, name);
  if (page)
    g_hash_table_insert (self->made, g_strdup (name), g_object_ref_sink (page));
  return page;
}

/* Pages keep what was typed when they go. */
void
relance_pages_clear (RelancePages *self)
{
  g_hash_table_remove_all (self->made);
}
