/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-notes.h"

#include <glib/gi18n.h>

/* Of stops, and of warnings: the letter must stay in sight. */
#define MAX_NOTES 3

struct _RelanceGuardNotes
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (RelanceGuardNotes, relance_guard_notes, GTK_TYPE_BOX)

static void
append_note (RelanceGuardNotes *self, const char *icon, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);

  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self), row);
}

static void
append_rest (RelanceGuardNotes *self, const char *icon, int count)
{
  g_autofree char *text = NULL;

  /* Translators: %d is how many more remarks there are than those shown. */
  text = g_strdup_printf (ngettext ("…and %d more", "…and %d more", count), count);
  append_note (self, icon, text);
}

static void
append_notes (RelanceGuardNotes *self, const char *icon, GPtrArray *notes)
{
  for (guint i = 0; i < MIN (notes->len, MAX_NOTES); i++)
    append_note (self, icon, ((RelanceGuardNote *) notes->pdata[i])->text);

  if (notes->len > MAX_NOTES)
    append_rest (self, icon, notes->len - MAX_NOTES);
}

static void
relance_guard_notes_class_init (RelanceGuardNotesClass *klass)
{
}

static void
relance_guard_notes_init (RelanceGuardNotes *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * relance_guard_notes_show:
 * @blocked: (nullable): why nothing can be sent to the client now
 * @draft: (nullable): the draft that was read
 * @to_files: whether Send writes files
 *
 * Hides itself when there is nothing to say.
 */
void
relance_guard_notes_show (RelanceGuardNotes *self,
                          const char *blocked,
                          const RelanceDraft *draft,
                          gboolean to_files)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  if (draft != NULL)
    append_notes (self, "action-unavailable-symbolic", draft->stops);
  if (blocked != NULL && (draft == NULL || draft->stops->len == 0))
    append_note (self, "action-unavailable-symbolic", blocked);
  if (draft != NULL)
    append_notes (self, "dialog-warning-symbolic", draft->warnings);
  if (to_files)
    append_note (self, "folder-open-symbolic",
                 _ ("No mail account yet: Send saves a file to open in your mail program."));

  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}
