/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "widgets/relance-row-group.h"

#include "relance-words.h"
#include "widgets/relance-plain-row.h"

#define NOWHERE (-1)

struct _RelanceRowGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* borrowed */
  int focused;     /* the row that had the focus, or NOWHERE */
};

G_DEFINE_FINAL_TYPE (RelanceRowGroup, relance_row_group, ADW_TYPE_PREFERENCES_GROUP)

static int
find_focused (RelanceRowGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    if (focus == self->rows->pdata[i] || gtk_widget_is_ancestor (focus, self->rows->pdata[i]))
      return (int) i;
  return NOWHERE;
}

static void
relance_row_group_finalize (GObject *object)
{
  RelanceRowGroup *self = RELANCE_ROW_GROUP (object);

  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (relance_row_group_parent_class)->finalize (object);
}

static void
relance_row_group_class_init (RelanceRowGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_row_group_finalize;
}

static void
relance_row_group_init (RelanceRowGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->focused = NOWHERE;
}

/* Removes the rows. */
void
relance_row_group_begin (RelanceRowGroup *self)
{
  g_return_if_fail (RELANCE_IS_ROW_GROUP (self));

  self->focused = find_focused (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

/**
 * relance_row_group_add:
 * @subtitle: (nullable): a second line
 *
 * Returns: (transfer none): the row, for whatever else belongs on it
 */
AdwActionRow *
relance_row_group_add (RelanceRowGroup *self, const char *title, const char *subtitle)
{
  AdwActionRow *row;

  g_return_val_if_fail (RELANCE_IS_ROW_GROUP (self), NULL);

  row = relance_plain_row_new (title, subtitle);
  adw_action_row_set_title_lines (row, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  return row;
}

void
relance_row_group_end (RelanceRowGroup *self)
{
  g_return_if_fail (RELANCE_IS_ROW_GROUP (self));

  if (self->focused != NOWHERE && self->rows->len > 0)
    gtk_widget_child_focus (self->rows->pdata[MIN ((guint) self->focused, self->rows->len - 1)],
                            GTK_DIR_TAB_FORWARD);
  self->focused = NOWHERE;
}

guint
relance_row_group_count (RelanceRowGroup *self)
{
  g_return_val_if_fail (RELANCE_IS_ROW_GROUP (self), 0);

  return self->rows->len;
}

/* An amount at the end of a row, below the others. */
void
relance_row_group_add_amount (AdwActionRow *row, gint64 minor, const char *currency)
{
  g_autofree char *amount = relance_words_amount (minor, currency);
  GtkWidget *label = gtk_label_new (amount);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (row, label);
}

/* What can be done with what the row stands for. */
void
relance_row_group_add_menu (AdwActionRow *row, GMenu *menu, const char *tooltip)
{
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic",
                                    "menu-model", menu, "tooltip-text", tooltip, "valign",
                                    GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (row, button);
}
