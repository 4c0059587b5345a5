/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clients/relance-client-table.h"

#include "relance-client.h"
#include "relance-wording.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceClientTable
{
  RelanceTable parent_instance;
};

G_DEFINE_FINAL_TYPE (RelanceClientTable, relance_client_table, RELANCE_TYPE_TABLE)

/* What each cell says: nothing while its client is being read. */

static char *
describe_name (GObject *cell, RelanceClient *client)
{
  return client != NULL ? g_strdup (client->name) : NULL;
}

static char *
describe_kind (GObject *cell, RelanceClient *client)
{
  return client != NULL ? g_strdup (relance_wording_kind (client->kind)) : NULL;
}

static char *
describe_city (GObject *cell, RelanceClient *client)
{
  return client != NULL ? g_strdup (client->city) : NULL;
}

static char *
describe_email (GObject *cell, RelanceClient *client)
{
  return client != NULL ? g_strdup (client->email) : NULL;
}

static char *
describe_owed (GObject *cell, RelanceClient *client)
{
  return client != NULL ? relance_words_owed (client) : NULL;
}

static char *
describe_late (GObject *cell, RelanceClient *client)
{
  return client != NULL ? relance_words_overdue (client) : NULL;
}

static char *
describe_last_payment (GObject *cell, RelanceClient *client)
{
  if (client == NULL || client->last_payment == RELANCE_DATE_NONE)
    return NULL;
  return relance_date_format_short (client->last_payment, NULL);
}

static char *
describe_reminders (GObject *cell, RelanceClient *client, int today)
{
  g_autofree char *until = NULL;

  if (client == NULL || !relance_client_is_excluded (client, today))
    return NULL;
  if (client->excluded_until == RELANCE_DATE_NONE)
    return g_strdup (C_ ("client", "left out"));
  until = relance_date_format_short (client->excluded_until, NULL);
  /* Translators: of a client that gets no reminders; %s is a date. */
  return g_strdup_printf (C_ ("client", "left out until %s"), until);
}

/* In rows, below the name: what sets this client apart, else how one speaks to it. */
static char *
describe_standing (GObject *cell, RelanceClient *client, int today)
{
  char *reminders;

  if (client == NULL)
    return NULL;
  if (client->archived)
    return g_strdup (C_ ("client", "archived"));
  reminders = describe_reminders (cell, client, today);
  return reminders != NULL ? reminders : g_strdup (relance_wording_tone (client->tone));
}

static char *
describe_late_in_words (GObject *cell, RelanceClient *client)
{
  g_autofree char *late = describe_late (cell, client);

  if (late == NULL || *late == '\0')
    return NULL;
  /* Translators: %s is an amount, or several in different currencies. */
  return g_strdup_printf (_ ("%s late"), late);
}

static void
relance_client_table_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_CLIENT_TABLE);
  G_OBJECT_CLASS (relance_client_table_parent_class)->dispose (object);
}

static void
relance_client_table_class_init (RelanceClientTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_client_table_dispose;
  g_type_ensure (RELANCE_TYPE_CLIENT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-client-table.ui");
  gtk_widget_class_bind_template_callback (widget_class, describe_name);
  gtk_widget_class_bind_template_callback (widget_class, describe_kind);
  gtk_widget_class_bind_template_callback (widget_class, describe_city);
  gtk_widget_class_bind_template_callback (widget_class, describe_email);
  gtk_widget_class_bind_template_callback (widget_class, describe_owed);
  gtk_widget_class_bind_template_callback (widget_class, describe_late);
  gtk_widget_class_bind_template_callback (widget_class, describe_last_payment);
  gtk_widget_class_bind_template_callback (widget_class, describe_reminders);
  gtk_widget_class_bind_template_callback (widget_class, describe_standing);
  gtk_widget_class_bind_template_callback (widget_class, describe_late_in_words);
}

static void
relance_client_table_init (RelanceClientTable *self)
{
  static const char *const figures[] = { "owed", "late", NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  relance_table_align_end (RELANCE_TABLE (self), figures);
}
