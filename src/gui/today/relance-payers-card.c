/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-payers-card.h"

#include "relance-client-habit.h"
#include "today/relance-explain-button.h"
#include "widgets/relance-plain-row.h"
#include "window/relance-window.h"

#include <adwaita.h>

struct _RelancePayersCard
{
  GtkBox parent_instance;

  /* Template */
  RelanceExplainButton *explain;
  GtkListBox *clients;

  /* Owned */
  char *title;
};

G_DEFINE_FINAL_TYPE (RelancePayersCard, relance_payers_card, GTK_TYPE_BOX)

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static AdwActionRow *
create_client_row (void)
{
  AdwActionRow *row = relance_plain_row_new (NULL, NULL);

  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
fill_client_row (AdwActionRow *row, const RelanceHabit *habit, const char *name)
{
  g_autofree char *sentence = relance_client_habit_describe (habit);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (row, sentence);
  g_object_set_data_full (G_OBJECT (row), "client-id",
                          g_memdup2 (&habit->client_id, sizeof habit->client_id), g_free);
}

/* Rows that are there already stay, and so does what has the focus. */
static void
make_client_rows (RelancePayersCard *self, guint n_rows)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->clients, 0);
  GtkListBoxRow *row;

  if (first != NULL && !gtk_list_box_row_get_activatable (first))
    gtk_list_box_remove_all (self->clients);
  while ((row = gtk_list_box_get_row_at_index (self->clients, (int) n_rows)) != NULL)
    gtk_list_box_remove (self->clients, GTK_WIDGET (row));
  for (guint i = 0; i < n_rows; i++)
    if (gtk_list_box_get_row_at_index (self->clients, (int) i) == NULL)
      gtk_list_box_append (self->clients, GTK_WIDGET (create_client_row ()));
}

static void
row_activated_cb (RelancePayersCard *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "client-id");

  relance_window_show_client (relance_window_of (GTK_WIDGET (self)), *id);
}

static void
relance_payers_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, RELANCE_PAYERS_CARD (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
relance_payers_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_set_str (&RELANCE_PAYERS_CARD (object)->title, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
relance_payers_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_PAYERS_CARD);
  g_clear_pointer (&RELANCE_PAYERS_CARD (object)->title, g_free);
  G_OBJECT_CLASS (relance_payers_card_parent_class)->dispose (object);
}

static void
relance_payers_card_class_init (RelancePayersCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = relance_payers_card_get_property;
  object_class->set_property = relance_payers_card_set_property;
  object_class->dispose = relance_payers_card_dispose;
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RELANCE_TYPE_EXPLAIN_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-payers-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RelancePayersCard, explain);
  gtk_widget_class_bind_template_child (widget_class, RelancePayersCard, clients);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
relance_payers_card_init (RelancePayersCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_payers_card_set_habits:
 * @outlook: knows the clients' names
 * @habits: (element-type RelanceHabit): in reading order
 * @nobody: what is said when there are none
 */
void
relance_payers_card_set_habits (RelancePayersCard *self,
                                RelanceOutlook *outlook,
                                GArray *habits,
                                const char *nobody)
{
  g_return_if_fail (RELANCE_IS_PAYERS_CARD (self));

  make_client_rows (self, habits->len);
  for (guint i = 0; i < habits->len; i++)
    {
      const RelanceHabit *habit = &g_array_index (habits, RelanceHabit, i);
      const char *name = relance_outlook_get_client_name (outlook, habit->client_id);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->clients, (int) i);

      fill_client_row (ADW_ACTION_ROW (row), habit, name);
    }
  if (habits->len == 0)
    gtk_list_box_append (self->clients, GTK_WIDGET (relance_plain_row_new (nobody, NULL)));
}

/* @explanation: how they are chosen; it is copied. */
void
relance_payers_card_set_explanation (RelancePayersCard *self, const RelanceExplanation *explanation)
{
  g_return_if_fail (RELANCE_IS_PAYERS_CARD (self));

  relance_explain_button_set (self->explain, explanation);
}

/* What each row says, for whoever prints it. */
char **
relance_payers_card_dup_lines (RelancePayersCard *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  GtkListBoxRow *row;

  g_return_val_if_fail (RELANCE_IS_PAYERS_CARD (self), NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->clients, i)) != NULL; i++)
    {
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
      const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

      if (subtitle != NULL && *subtitle != '\0')
        g_strv_builder_take (lines, g_strdup_printf ("%s – %s", title, subtitle));
      else
        g_strv_builder_add (lines, title);
    }
  return g_strv_builder_end (lines);
}
