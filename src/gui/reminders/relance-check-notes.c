/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-check-notes.h"

#include <glib/gi18n.h>

struct _RelanceCheckNotes
{
  GtkBox parent_instance;

  GtkBox *rows;

  char *asked;      /* the day, the client and the sentences on screen */
  GHashTable *fine; /* what was asked and answered */
};

G_DEFINE_FINAL_TYPE (RelanceCheckNotes, relance_check_notes, GTK_TYPE_BOX)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* That there is no address is what stops the letter, and is said with what stops it. */
static gboolean
is_said_elsewhere (const RelanceGuardNote *check)
{
  return g_str_equal (check->kind, "address");
}

static char *
describe_all (const RelanceDraft *draft, RelanceDate today)
{
  GString *all = g_string_new (NULL);

  g_string_append_printf (all, "%d %" G_GINT64_FORMAT, today, draft->client_id);
  for (guint i = 0; i < draft->checks->len; i++)
    g_string_append_printf (all, "\n%s",
                            ((const RelanceGuardNote *) draft->checks->pdata[i])->text);

  return g_string_free_and_steal (all);
}

static void
append_row (RelanceCheckNotes *self, const char *sentence)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-information-symbolic");
  GtkWidget *label = gtk_label_new (sentence);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->rows, row);
}

static void
remove_rows (RelanceCheckNotes *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
}

static void
fine_clicked_cb (RelanceCheckNotes *self)
{
  g_hash_table_add (self->fine, g_strdup (self->asked));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
relance_check_notes_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_CHECK_NOTES);

  G_OBJECT_CLASS (relance_check_notes_parent_class)->dispose (object);
}

static void
relance_check_notes_finalize (GObject *object)
{
  RelanceCheckNotes *self = RELANCE_CHECK_NOTES (object);

  g_free (self->asked);
  g_hash_table_unref (self->fine);

  G_OBJECT_CLASS (relance_check_notes_parent_class)->finalize (object);
}

static void
relance_check_notes_class_init (RelanceCheckNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_check_notes_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_check_notes_finalize;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", RELANCE_TYPE_CHECK_NOTES, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-check-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceCheckNotes, rows);
  gtk_widget_class_bind_template_callback (widget_class, fine_clicked_cb);
}

static void
relance_check_notes_init (RelanceCheckNotes *self)
{
  self->fine = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_check_notes_show:
 * @today: a civil date
 *
 * Hides itself when there is nothing to look at, or when the user said that it is fine.
 */
void
relance_check_notes_show (RelanceCheckNotes *self, const RelanceDraft *draft, RelanceDate today)
{
  g_autofree char *all = describe_all (draft, today);

  if (!g_set_str (&self->asked, all))
    return;

  remove_rows (self);
  for (guint i = 0; i < draft->checks->len; i++)
    {
      const RelanceGuardNote *check = draft->checks->pdata[i];

      if (!is_said_elsewhere (check))
        append_row (self, check->text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->rows)) != NULL &&
                            !g_hash_table_contains (self->fine, all));
}

/* Another letter comes: nothing is known of it yet. */
void
relance_check_notes_clear (RelanceCheckNotes *self)
{
  remove_rows (self);
  g_clear_pointer (&self->asked, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
