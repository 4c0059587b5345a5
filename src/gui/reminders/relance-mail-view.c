/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-mail-view.h"

#include "relance-preview.h"

#include <glib/gi18n.h>

struct _RelanceMailView
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (RelanceMailView, relance_mail_view, GTK_TYPE_BOX)

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

static GtkWidget *
make_paragraph (const RelanceLetterBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < block->rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((char **) block->rows->pdata[i])[0]);
  return make_label (text->str);
}

/* A number or an amount is not cut in two: a narrow window moves over the table. */
static GtkWidget *
make_cell (const char *text)
{
  GtkWidget *label = make_label (text);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  return label;
}

/* As in the page: where cells are missing, the first one spans them. */
static void
add_row (GtkGrid *grid, char **cells, int row, int columns)
{
  int span = columns - (int) g_strv_length (cells) + 1;

  for (int i = 0, column = 0; cells[i] != NULL; column += i == 0 ? span : 1, i++)
    gtk_grid_attach (grid, make_cell (cells[i]), column, row, i == 0 ? span : 1, 1);
}

static GtkWidget *
make_table (const RelanceLetterBlock *block)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 16);
  gtk_grid_set_row_spacing (grid, 8);
  for (guint i = 0; i < block->rows->len; i++)
    add_row (grid, block->rows->pdata[i], (int) i, (int) block->columns);
  return GTK_WIDGET (grid);
}

static void
add_heading (RelanceMailView *self, const char *name, const char *address, const char *format)
{
  g_autofree char *both = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label = NULL;

  if (address == NULL)
    return;

  both = name != NULL && *name != '\0' ? g_strdup_printf ("%s <%s>", name, address)
                                       : g_strdup (address);
  text = g_strdup_printf (format, both);
  label = make_label (text);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self), label);
}

static void
add_subject (RelanceMailView *self, const char *subject)
{
  GtkWidget *label = make_label (subject);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (GTK_BOX (self), label);
}

static void
relance_mail_view_class_init (RelanceMailViewClass *klass)
{
}

static void
relance_mail_view_init (RelanceMailView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 15);
}

/* Once: the view is of one letter. */
void
relance_mail_view_show (RelanceMailView *self, const RelanceDraft *draft)
{
  g_autoptr (GPtrArray) blocks = relance_preview_read_blocks (draft);

  add_subject (self, draft->subject);
  /* Translators: at the head of a mail; %s is a name and an address. */
  add_heading (self, draft->from_name, draft->from, _ ("From %s"));
  /* Translators: at the head of a mail; %s is a name and an address. */
  add_heading (self, draft->to_name, draft->to, _ ("To %s"));
  gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));

  for (guint i = 0; i < blocks->len; i++)
    {
      const RelanceLetterBlock *block = blocks->pdata[i];

      gtk_box_append (GTK_BOX (self),
                      block->is_table ? make_table (block) : make_paragraph (block));
    }
}
