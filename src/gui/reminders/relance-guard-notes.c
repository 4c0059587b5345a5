/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-notes.h"

#include "relance-guard-row.h"
#include "widgets/relance-announcing.h"

#include <glib/gi18n.h>

/* Of stops, and of warnings: when some are mended, others come. */
#define MAX_NOTES 10

#define STOP_ICON "action-unavailable-symbolic"
#define WARNING_ICON "dialog-warning-symbolic"

struct _RelanceGuardNotes
{
  GtkBox parent_instance;

  char *shown;           /* all that is said, to leave alone what stays the same */
  GHashTable *announced; /* the sentences about this draft that a screen reader was told */
};

G_DEFINE_FINAL_TYPE (RelanceGuardNotes, relance_guard_notes, GTK_TYPE_BOX)

enum
{
  SIGNAL_POINTED_OUT,
  SIGNAL_MENDED,
  SIGNAL_PUT_OFF,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
pointed_out_cb (RelanceGuardNotes *self, gpointer note)
{
  g_signal_emit (self, signals[SIGNAL_POINTED_OUT], 0, note);
}

static void
mended_cb (RelanceGuardNotes *self, gpointer note)
{
  g_signal_emit (self, signals[SIGNAL_MENDED], 0, note);
}

static void
put_off_clicked_cb (RelanceGuardNotes *self)
{
  g_signal_emit (self, signals[SIGNAL_PUT_OFF], 0);
}

static GtkWidget *
append_note (RelanceGuardNotes *self, const char *icon, const RelanceGuardNote *note)
{
  GtkWidget *row = relance_guard_row_new (icon, note);

  g_signal_connect_object (row, "pointed-out", G_CALLBACK (pointed_out_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "mended", G_CALLBACK (mended_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), row);
  return row;
}

static GtkWidget *
append_text (RelanceGuardNotes *self, const char *icon, const char *text)
{
  RelanceGuardNote note = { .text = (char *) text };

  return append_note (self, icon, &note);
}

static void
append_rest (RelanceGuardNotes *self, const char *icon, int count)
{
  g_autofree char *text = NULL;

  /* Translators: %d is how many more remarks there are than those shown. */
  text = g_strdup_printf (ngettext ("…and %d more", "…and %d more", count), count);
  append_text (self, icon, text);
}

static void
append_notes (RelanceGuardNotes *self, const char *icon, GPtrArray *notes)
{
  for (guint i = 0; i < MIN (notes->len, MAX_NOTES); i++)
    append_note (self, icon, notes->pdata[i]);

  if (notes->len > MAX_NOTES)
    append_rest (self, icon, notes->len - MAX_NOTES);
}

static void
append_night (RelanceGuardNotes *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Read It Again Tomorrow"));
  GtkWidget *row = append_text (self, "weather-clear-night-symbolic",
                                _ ("This letter has grown angry. It can wait."));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (put_off_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
}

static void
describe_notes (GString *all, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const RelanceGuardNote *note = notes->pdata[i];

      g_string_append_printf (all, "%d:%d %s %s\n", (int) note->place, note->at, note->text,
                              note->suggestion != NULL ? note->suggestion : "");
    }
}

static char *
describe_all (const char *blocked, const RelanceDraft *draft, gboolean to_files)
{
  GString *all = g_string_new (blocked);

  g_string_append_printf (all, "\n%d %d\n", to_files, draft != NULL && draft->angry);
  if (draft != NULL)
    {
      describe_notes (all, draft->stops);
      describe_notes (all, draft->warnings);
    }
  return g_string_free_and_steal (all);
}

/* The row that has the focus, from 0 on, or -1. */
static int
find_focused (RelanceGuardNotes *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));
  int index = -1;

  for (; focused != NULL; focused = gtk_widget_get_prev_sibling (focused))
    index++;
  return index;
}

/* The row that took the place of the one that had it, or one above. */
static void
focus_row (RelanceGuardNotes *self, int index)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (index-- > 0 && row != NULL && gtk_widget_get_next_sibling (row) != NULL)
    row = gtk_widget_get_next_sibling (row);
  while (row != NULL && !gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD))
    row = gtk_widget_get_prev_sibling (row);
}

/* One at a time: what is new while one writes, not all of it again. */
static void
announce (RelanceGuardNotes *self, GPtrArray *notes)
{
  gboolean said = FALSE;

  for (guint i = 0; i < notes->len; i++)
    {
      const RelanceGuardNote *note = notes->pdata[i];

      if (!g_hash_table_add (self->announced, g_strdup (note->text)) || said)
        continue;
      relance_announce (GTK_WIDGET (self), note->text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
      said = TRUE;
    }
}

static void
remove_all (RelanceGuardNotes *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
}

static void
relance_guard_notes_finalize (GObject *object)
{
  RelanceGuardNotes *self = RELANCE_GUARD_NOTES (object);

  g_free (self->shown);
  g_hash_table_unref (self->announced);

  G_OBJECT_CLASS (relance_guard_notes_parent_class)->finalize (object);
}

static void
relance_guard_notes_class_init (RelanceGuardNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_guard_notes_finalize;

  signals[SIGNAL_POINTED_OUT] = g_signal_new ("pointed-out", RELANCE_TYPE_GUARD_NOTES,
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                              1, G_TYPE_POINTER);
  signals[SIGNAL_MENDED] = g_signal_new ("mended", RELANCE_TYPE_GUARD_NOTES, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_PUT_OFF] = g_signal_new ("put-off", RELANCE_TYPE_GUARD_NOTES, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relance_guard_notes_init (RelanceGuardNotes *self)
{
  self->announced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
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
  g_autofree char *all = describe_all (blocked, draft, to_files);
  int focused = find_focused (self);

  if (!g_set_str (&self->shown, all))
    return;

  remove_all (self);
  if (draft != NULL)
    append_notes (self, STOP_ICON, draft->stops);
  if (blocked != NULL && (draft == NULL || draft->stops->len == 0))
    append_text (self, STOP_ICON, blocked);
  if (draft != NULL && draft->angry && blocked == NULL)
    append_night (self);
  if (draft != NULL)
    append_notes (self, WARNING_ICON, draft->warnings);
  if (to_files)
    append_text (self, "folder-open-symbolic",
                 _ ("No mail account yet: Send saves a file to open in your mail program."));

  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
  if (focused >= 0)
    focus_row (self, focused);
  if (draft != NULL)
    announce (self, draft->warnings);
}

/* Another letter comes: what is said of it is new. */
void
relance_guard_notes_clear (RelanceGuardNotes *self)
{
  remove_all (self);
  g_clear_pointer (&self->shown, g_free);
  g_hash_table_remove_all (self->announced);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
