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

static char *
describe_name (gpointer client, RelanceDate today)
{
  return g_strdup (((RelanceClient *) client)->name);
}

static char *
describe_kind (gpointer client, RelanceDate today)
{
  return g_strdup (relance_wording_kind (((RelanceClient *) client)->kind));
}

static char *
describe_city (gpointer client, RelanceDate today)
{
  return g_strdup (((RelanceClient *) client)->city);
}

static char *
describe_email (gpointer client, RelanceDate today)
{
  return g_strdup (((RelanceClient *) client)->email);
}

static char *
describe_owed (gpointer client, RelanceDate today)
{
  return relance_words_owed (client);
}

static char *
describe_late (gpointer client, RelanceDate today)
{
  return relance_words_overdue (client);
}

static char *
describe_last_payment (gpointer record, RelanceDate today)
{
  RelanceClient *client = record;

  if (client->last_payment == RELANCE_DATE_NONE)
    return NULL;
  return relance_date_format_short (client->last_payment, NULL);
}

static char *
describe_reminders (gpointer record, RelanceDate today)
{
  RelanceClient *client = record;
  g_autofree char *until = NULL;

  if (!relance_client_is_excluded (client, today))
    return NULL;
  if (client->excluded_until == RELANCE_DATE_NONE)
    return g_strdup (C_ ("client", "left out"));
  until = relance_date_format_short (client->excluded_until, NULL);
  /* Translators: of a client that gets no reminders; %s is a date. */
  return g_strdup_printf (C_ ("client", "left out until %s"), until);
}

/* In rows, below the name: what sets this client apart, else how one speaks to it. */
static char *
describe_caption (gpointer record, RelanceDate today)
{
  RelanceClient *client = record;
  char *reminders;

  if (client->archived)
    return g_strdup (C_ ("client", "archived"));
  reminders = describe_reminders (client, today);
  return reminders != NULL ? reminders : g_strdup (relance_wording_tone (client->tone));
}

static char *
describe_late_in_words (gpointer client, RelanceDate today)
{
  g_autofree char *late = relance_words_overdue (client);

  if (late == NULL || *late == '\0')
    return NULL;
  /* Translators: %s is an amount, or several in different currencies. */
  return g_strdup_printf (_ ("%s late"), late);
}

static const char *
get_late_style (gpointer client)
{
  return "late";
}

static const RelanceCell cells[] = {
  { "name", RELANCE_CELL_WORDS, 26, describe_name, NULL },
  { "kind", RELANCE_CELL_WORDS, 11, describe_kind, NULL },
  { "city", RELANCE_CELL_WORDS, 14, describe_city, NULL },
  { "email", RELANCE_CELL_WORDS, 24, describe_email, NULL },
  { "owed", RELANCE_CELL_AMOUNT, 11, describe_owed, NULL },
  { "late", RELANCE_CELL_AMOUNT, 11, describe_late, get_late_style },
  { "last-payment", RELANCE_CELL_DATE, 12, describe_last_payment, NULL },
  { "reminders", RELANCE_CELL_WORDS, 16, describe_reminders, NULL },
};

static const RelanceCell places[RELANCE_ROW_N_PLACES] = {
  [RELANCE_ROW_TITLE] = { .kind = RELANCE_CELL_WORDS, .describe = describe_name },
  [RELANCE_ROW_AMOUNT] = { .kind = RELANCE_CELL_AMOUNT, .describe = describe_owed },
  [RELANCE_ROW_CAPTION] = { .kind = RELANCE_CELL_WORDS, .describe = describe_caption },
  [RELANCE_ROW_STANDING] = { .kind = RELANCE_CELL_AMOUNT,
                             .describe = describe_late_in_words,
                             .get_style = get_late_style },
};

static void
relance_client_table_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_CLIENT_TABLE);
  G_OBJECT_CLASS (relance_client_table_parent_class)->dispose (object);
}

static void
relance_client_table_class_init (RelanceClientTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_client_table_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/example/Relance/relance-client-table.ui");
}

static void
relance_client_table_init (RelanceClientTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  relance_table_set_cells (RELANCE_TABLE (self), cells, G_N_ELEMENTS (cells), places);
}
