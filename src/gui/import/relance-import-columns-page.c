/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-columns-page.h"

#include "relance-import-wording.h"

#include <glib/gi18n.h>

/* A table may have a thousand columns; what it needs stands among the first. */
#define MOST_COLUMNS 60
#define MOST_ROWS 5
#define CELL_CHARACTERS 22

struct _RelanceImportColumnsPage
{
  AdwNavigationPage parent_instance;

  /* Template */
  AdwWindowTitle *heading;
  GtkGrid *table;
  GtkLabel *lack;
  AdwPreferencesGroup *sample;
  GtkWidget *use_button;

  /* Owned */
  GPtrArray *choices; /* GtkDropDown of each column that is shown, borrowed */
  GPtrArray *rows;    /* GtkWidget of the sample, borrowed */

  /* State */
  gboolean complete; /* all that is needed has a column */
  gboolean releasing;
};

G_DEFINE_FINAL_TYPE (RelanceImportColumnsPage,
                     relance_import_columns_page,
                     ADW_TYPE_NAVIGATION_PAGE)

enum
{
  FIELDS_CHANGED,
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order in which they are offered. */
static const struct
{
  const char *field;
  const char *label; /* to translate */
} fields[] = {
  { "ignore", NC_ ("column", "Ignore") },       { "number", NC_ ("column", "Number") },
  { "client", NC_ ("column", "Client") },       { "email", NC_ ("column", "E-mail") },
  { "issued", NC_ ("column", "Issued") },       { "due", NC_ ("column", "Due") },
  { "terms", NC_ ("column", "Payment terms") }, { "total", NC_ ("column", "Total") },
  { "net", NC_ ("column", "Before tax") },      { "vat", NC_ ("column", "VAT") },
  { "paid", NC_ ("column", "Paid") },           { "paid_on", NC_ ("column", "Payment date") },
  { "balance", NC_ ("column", "Still owed") },  { "status", NC_ ("column", "Status") },
  { "currency", NC_ ("column", "Currency") },   { "label", NC_ ("column", "What it was for") },
};

static guint
find_field (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (fields[i].field, name) == 0)
      return i;
  return 0;
}

static GtkStringList *
list_labels (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_string_list_append (labels, g_dpgettext2 (NULL, "column", fields[i].label));
  return labels;
}

static const char *
get_choice (RelanceImportColumnsPage *self, guint column)
{
  guint chosen = gtk_drop_down_get_selected (g_ptr_array_index (self->choices, column));

  return fields[chosen < G_N_ELEMENTS (fields) ? chosen : 0].field;
}

static gboolean
is_chosen (RelanceImportColumnsPage *self, const char *field)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (get_choice (self, i), field))
      return TRUE;
  return FALSE;
}

/* What an invoice cannot do without, as the reader of tables has it. */
static char *
list_lacks (RelanceImportColumnsPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lacks = NULL;

  if (!is_chosen (self, "number"))
    g_strv_builder_add (builder, _ ("the number"));
  if (!is_chosen (self, "client"))
    g_strv_builder_add (builder, _ ("the client"));
  if (!is_chosen (self, "total") && !is_chosen (self, "net"))
    g_strv_builder_add (builder, _ ("the total"));
  if (!is_chosen (self, "issued") && !is_chosen (self, "due"))
    g_strv_builder_add (builder, _ ("the date of issue or the due date"));

  lacks = g_strv_builder_end (builder);
  /* Translators: between the parts of a list such as “the number, the client” */
  return g_strjoinv (_ (", "), lacks);
}

static GtkWidget *
make_cell (const char *text, gboolean heading)
{
  GtkWidget *cell = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (cell), 0);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (cell), CELL_CHARACTERS);
  gtk_widget_add_css_class (cell, heading ? "heading" : "dimmed");
  return cell;
}

static void
clear_sample (RelanceImportColumnsPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->sample, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
update (RelanceImportColumnsPage *self)
{
  g_autofree char *lacks = list_lacks (self);
  g_autofree char *sentence = NULL;

  self->complete = *lacks == '\0';
  gtk_widget_set_sensitive (self->use_button, FALSE);
  if (self->complete)
    {
      g_signal_emit (self, signals[FIELDS_CHANGED], 0);
      return;
    }

  /* Translators: a list of what an invoice needs, such as “the number, the client” */
  sentence = g_strdup_printf (_ ("Still missing: %s."), lacks);
  gtk_label_set_label (self->lack, sentence);
  clear_sample (self);
  gtk_widget_set_visible (GTK_WIDGET (self->sample), FALSE);
}

/* A field that has two columns would be read from one of them: the other is let go. */
static void
release_others (RelanceImportColumnsPage *self, GtkDropDown *choice)
{
  guint chosen = gtk_drop_down_get_selected (choice);

  self->releasing = TRUE;
  for (guint i = 0; chosen != 0 && i < self->choices->len; i++)
    {
      GtkDropDown *other = g_ptr_array_index (self->choices, i);

      if (other != choice && gtk_drop_down_get_selected (other) == chosen)
        gtk_drop_down_set_selected (other, 0);
    }
  self->releasing = FALSE;
}

static void
chosen_cb (GtkDropDown *choice, GParamSpec *pspec, RelanceImportColumnsPage *self)
{
  if (self->releasing)
    return;
  release_others (self, choice);
  update (self);
}

static void
use_cb (RelanceImportColumnsPage *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

/* A column without a name is called by its place. */
static char *
name_column (const RelanceImportColumns *columns, int column)
{
  const char *name = columns->header ? columns->header[column] : NULL;

  if (name && *name)
    return g_strdup (name);
  /* Translators: the place of a column in a table, from 1 */
  return g_strdup_printf (_ ("Column %d"), column + 1);
}

static void
add_choice (RelanceImportColumnsPage *self, const char *field, int column, GtkWidget *heading)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (list_labels ()), NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), find_field (field));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  g_ptr_array_add (self->choices, choice);
  gtk_grid_attach (self->table, choice, column, 0, 1, 1);
}

static void
add_column (RelanceImportColumnsPage *self, const RelanceImportColumns *columns, int column)
{
  g_autofree char *name = name_column (columns, column);
  GtkWidget *heading = make_cell (name, TRUE);

  add_choice (self, columns->fields[column], column, heading);
  gtk_grid_attach (self->table, heading, column, 1, 1, 1);
  for (guint i = 0; i < MIN (columns->rows->len, MOST_ROWS); i++)
    {
      const char *const *cells = g_ptr_array_index (columns->rows, i);

      gtk_grid_attach (self->table, make_cell (cells[column], FALSE), column, (int) i + 2, 1, 1);
    }
}

static void
add_sample_row (RelanceImportColumnsPage *self, const RelanceImportItem *item)
{
  g_autofree char *title = relance_import_wording_title (item);
  g_autofree char *detail = relance_import_wording_detail (item);
  g_autofree char *amount = relance_import_wording_amount (item);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  if (amount)
    {
      GtkWidget *label = gtk_label_new (amount);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->sample, row);
}

static void
relance_import_columns_page_showing (AdwNavigationPage *page)
{
  update (RELANCE_IMPORT_COLUMNS_PAGE (page));
}

static void
relance_import_columns_page_dispose (GObject *object)
{
  RelanceImportColumnsPage *self = RELANCE_IMPORT_COLUMNS_PAGE (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (relance_import_columns_page_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_IMPORT_COLUMNS_PAGE);
}

static void
relance_import_columns_page_class_init (RelanceImportColumnsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_import_columns_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = relance_import_columns_page_showing;

  signals[FIELDS_CHANGED] = g_signal_new ("fields-changed", RELANCE_TYPE_IMPORT_COLUMNS_PAGE,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", RELANCE_TYPE_IMPORT_COLUMNS_PAGE, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/Relance/relance-import-columns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceImportColumnsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportColumnsPage, table);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportColumnsPage, lack);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportColumnsPage, sample);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportColumnsPage, use_button);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
}

static void
relance_import_columns_page_init (RelanceImportColumnsPage *self)
{
  self->choices = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_import_columns_page_new:
 * @name: of the file
 */
AdwNavigationPage *
relance_import_columns_page_new (const char *name, const RelanceImportColumns *columns)
{
  RelanceImportColumnsPage *self = g_object_new (RELANCE_TYPE_IMPORT_COLUMNS_PAGE, NULL);

  adw_window_title_set_subtitle (self->heading, name);
  for (int i = 0; i < MIN (columns->n_columns, MOST_COLUMNS); i++)
    add_column (self, columns, i);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * relance_import_columns_page_dup_fields:
 *
 * Returns: (transfer full): by column, a field of relance_import_map()
 */
GStrv
relance_import_columns_page_dup_fields (RelanceImportColumnsPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->choices->len; i++)
    g_strv_builder_add (builder, get_choice (self, i));
  return g_strv_builder_end (builder);
}

/**
 * relance_import_columns_page_show:
 * @items: (element-type RelanceImportItem): the rows of the table as they are read now
 * @refusal: (nullable): why they cannot be read
 *
 * An answer that came too late, after a field was let go, is not shown.
 */
void
relance_import_columns_page_show (RelanceImportColumnsPage *self,
                                  GPtrArray *items,
                                  const char *refusal)
{
  if (!self->complete)
    return;

  clear_sample (self);
  gtk_label_set_label (self->lack, refusal ? refusal : _ ("All that is needed is there."));
  for (guint i = 0; i < MIN (items->len, MOST_ROWS); i++)
    add_sample_row (self, g_ptr_array_index (items, i));
  gtk_widget_set_visible (GTK_WIDGET (self->sample), self->rows->len > 0);
  gtk_widget_set_sensitive (self->use_button, !refusal);
}
