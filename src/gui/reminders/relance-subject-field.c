/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-subject-field.h"

#include <string.h>

/* A subject that is longer is cut by the mail programs that show it. */
#define LONGEST 500

/* A subject is one line to whoever reads it, and as many here as it takes to show all of it. */
struct _RelanceSubjectField
{
  GtkTextView parent_instance;

  /* The size it last asked for anew, so that it asks once where it is given another. */
  int asked_width, asked_height;
};

G_DEFINE_FINAL_TYPE (RelanceSubjectField, relance_subject_field, GTK_TYPE_TEXT_VIEW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
begins_line (gunichar letter)
{
  GUnicodeBreakType type = g_unichar_break_type (letter);

  return type == G_UNICODE_BREAK_MANDATORY || type == G_UNICODE_BREAK_CARRIAGE_RETURN ||
         type == G_UNICODE_BREAK_LINE_FEED || type == G_UNICODE_BREAK_NEXT_LINE;
}

/* What fits of @text, with a space where it would begin a line. */
static char *
dup_fitting (GtkTextBuffer *buffer, const char *text, int length)
{
  int room = LONGEST - gtk_text_buffer_get_char_count (buffer);
  g_autoptr (GString) fitting = g_string_new (NULL);

  for (const char *at = text; at < text + length && room > 0; at = g_utf8_next_char (at), room--)
    {
      gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (fitting, begins_line (letter) ? ' ' : letter);
    }

  return g_string_free_and_steal (g_steal_pointer (&fitting));
}

static void
insert_text_cb (RelanceSubjectField *self,
                GtkTextIter *at,
                const char *text,
                int length,
                GtkTextBuffer *buffer)
{
  g_autofree char *fitting = dup_fitting (buffer, text, length);

  if (strncmp (fitting, text, (gsize) length) == 0)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (length == 1 && text[0] == '\n')
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            GTK_DIR_TAB_FORWARD);
  else
    gtk_text_buffer_insert (buffer, at, fitting, -1);
}

static void
changed_cb (RelanceSubjectField *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
resize_once_cb (gpointer self)
{
  gtk_widget_queue_resize (self);
  return G_SOURCE_REMOVE;
}

/* A text view asks for the height that its lines had at the width of before: one that was shown
 * anew, beside something else, may be many lines too high. It says so once it has its width. */
static void
relance_subject_field_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RelanceSubjectField *self = RELANCE_SUBJECT_FIELD (widget);
  int natural;

  GTK_WIDGET_CLASS (relance_subject_field_parent_class)
    ->size_allocate (widget, width, height, baseline);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  if (natural == height || (width == self->asked_width && natural == self->asked_height))
    return;
  self->asked_width = width;
  self->asked_height = natural;
  g_idle_add_full (G_PRIORITY_DEFAULT, resize_once_cb, g_object_ref (widget), g_object_unref);
}

static void
relance_subject_field_class_init (RelanceSubjectFieldClass *klass)
{
  GTK_WIDGET_CLASS (klass)->size_allocate = relance_subject_field_size_allocate;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RELANCE_TYPE_SUBJECT_FIELD, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relance_subject_field_init (RelanceSubjectField *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * relance_subject_field_dup_text:
 *
 * Returns: (transfer full): what is written in it, without a line break
 */
char *
relance_subject_field_dup_text (RelanceSubjectField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
relance_subject_field_set_text (RelanceSubjectField *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}
