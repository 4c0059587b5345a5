/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-list.h"

#include "relance-import-row.h"

/* More rows than these stay closed at first where the next group would be out of sight. */
#define MOST_ROWS_OPEN 5

struct _RelanceImportList
{
  AdwBin parent_instance;

  /* Template */
  GtkListView *view;

  /* Owned */
  RelanceImportReport *report;
};

G_DEFINE_FINAL_TYPE (RelanceImportList, relance_import_list, ADW_TYPE_BIN)

enum
{
  COLUMNS_WANTED,
  TYPING_WANTED,
  IMPORT_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GListModel *
list_rows_cb (gpointer item, gpointer data)
{
  return RELANCE_IS_IMPORT_GROUP (item)
           ? g_object_ref (relance_import_group_get_rows (RELANCE_IMPORT_GROUP (item)))
           : NULL;
}

static gboolean
is_open_at_first (RelanceImportGroup *group)
{
  guint n_rows = g_list_model_get_n_items (relance_import_group_get_rows (group));

  switch (relance_import_group_get_kind (group))
    {
    case RELANCE_IMPORT_GROUP_UNCHANGED:
      return FALSE;
    case RELANCE_IMPORT_GROUP_REFUSED_FILES:
    case RELANCE_IMPORT_GROUP_FILES:
    case RELANCE_IMPORT_GROUP_REJECTED:
      return n_rows <= MOST_ROWS_OPEN;
    case RELANCE_IMPORT_GROUP_CHANGED:
    case RELANCE_IMPORT_GROUP_NEW:
    case RELANCE_IMPORT_GROUP_KEPT:
    default:
      return TRUE;
    }
}

static void
open_groups (GtkTreeListModel *tree)
{
  guint n_groups = g_list_model_get_n_items (gtk_tree_list_model_get_model (tree));

  for (guint i = 0; i < n_groups; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (tree, i);
      g_autoptr (RelanceImportGroup) group = gtk_tree_list_row_get_item (row);

      if (is_open_at_first (group))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
columns_wanted_cb (RelanceImportList *self, int file_index)
{
  g_signal_emit (self, signals[COLUMNS_WANTED], 0, file_index);
}

static void
typing_wanted_cb (RelanceImportList *self, const char *file)
{
  g_signal_emit (self, signals[TYPING_WANTED], 0, file);
}

static void
setup_cb (RelanceImportList *self, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *row = relance_import_row_new ();

  gtk_tree_expander_set_indent_for_depth (GTK_TREE_EXPANDER (expander), FALSE);
  gtk_widget_set_focusable (expander, FALSE);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  g_signal_connect_object (row, "columns-wanted", G_CALLBACK (columns_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "typing-wanted", G_CALLBACK (typing_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, expander);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (RelanceImportList *self, GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  RelanceImportRow *row = RELANCE_IMPORT_ROW (gtk_tree_expander_get_child (expander));
  g_autoptr (GObject) subject = gtk_tree_list_row_get_item (tree_row);

  gtk_tree_expander_set_list_row (expander, tree_row);
  relance_import_row_show (row, self->report, subject, item);
}

static void
unbind_cb (RelanceImportList *self, GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  relance_import_row_clear (RELANCE_IMPORT_ROW (gtk_tree_expander_get_child (expander)));
  gtk_tree_expander_set_list_row (expander, NULL);
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

/* Chooses what can be chosen; what cannot may be a group, that opens and closes. */
static void
toggle (GtkTreeExpander *expander)
{
  if (!relance_import_row_toggle (RELANCE_IMPORT_ROW (gtk_tree_expander_get_child (expander))))
    gtk_widget_activate_action (GTK_WIDGET (expander), "listitem.toggle-expand", NULL);
}

/* Enter imports from wherever it is pressed, but on a button, which it presses. */
static gboolean
key_pressed_cb (RelanceImportList *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *inside = focus ? gtk_widget_get_first_child (focus) : NULL;

  if (!GTK_IS_TREE_EXPANDER (inside))
    return GDK_EVENT_PROPAGATE;
  if (is_enter (key))
    g_signal_emit (self, signals[IMPORT_WANTED], 0);
  else if (key == GDK_KEY_space && modifiers == 0)
    toggle (GTK_TREE_EXPANDER (inside));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* A click on a group opens and closes it; its check chooses. */
static void
activate_cb (RelanceImportList *self, guint position)
{
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (self->view));
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, position);
  g_autoptr (GObject) subject = gtk_tree_list_row_get_item (row);
  RelanceImportItem *item = RELANCE_IS_IMPORT_ITEM (subject) ? (RelanceImportItem *) subject : NULL;

  if (RELANCE_IS_IMPORT_GROUP (subject))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else if (item && relance_import_group_has_choice (item))
    relance_import_report_set_chosen (self->report, item, !item->chosen);
}

static GtkListItemFactory *
make_factory (RelanceImportList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

static void
relance_import_list_dispose (GObject *object)
{
  RelanceImportList *self = RELANCE_IMPORT_LIST (object);

  if (self->view)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (relance_import_list_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_IMPORT_LIST);
}

static void
relance_import_list_class_init (RelanceImportListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_import_list_dispose;

  signals[COLUMNS_WANTED] = g_signal_new ("columns-wanted", RELANCE_TYPE_IMPORT_LIST,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_INT);
  signals[TYPING_WANTED] = g_signal_new ("typing-wanted", RELANCE_TYPE_IMPORT_LIST,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_STRING);
  signals[IMPORT_WANTED] = g_signal_new ("import-wanted", RELANCE_TYPE_IMPORT_LIST,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-import-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceImportList, view);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
relance_import_list_init (RelanceImportList *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  factory = make_factory (self);
  gtk_list_view_set_factory (self->view, factory);
}

void
relance_import_list_show (RelanceImportList *self, RelanceImportReport *report)
{
  GListModel *groups = g_object_ref (relance_import_report_get_groups (report));
  GtkTreeListModel *tree = gtk_tree_list_model_new (groups, FALSE, FALSE, list_rows_cb, NULL, NULL);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (tree));

  open_groups (tree);
  g_set_object (&self->report, report);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}
