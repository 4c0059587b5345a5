/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-sms-view.h"

#include "relance-preview.h"

#include <glib/gi18n.h>

struct _RelanceSmsView
{
  GtkBox parent_instance;

  GtkTextBuffer *buffer;
  GtkLabel *count;
  GtkWidget *costly;
};

G_DEFINE_FINAL_TYPE (RelanceSmsView, relance_sms_view, GTK_TYPE_BOX)

static char *
describe_size (const RelanceSmsSize *size)
{
  g_autofree char *messages = NULL;

  if (size->parts <= 1)
    {
      /* Translators: how much of an SMS is taken, such as “142/160”. */
      return g_strdup_printf (C_ ("sms", "%1$u/%2$u"), size->units, size->room);
    }

  messages = g_strdup_printf (ngettext ("%u message", "%u messages", size->parts), size->parts);
  /* Translators: how much of several SMS is taken, and “2 messages”. */
  return g_strdup_printf (C_ ("sms", "%1$u/%2$u · %3$s"), size->units, size->room * size->parts,
                          messages);
}

static void
text_changed_cb (RelanceSmsView *self)
{
  g_autofree char *text = relance_sms_view_dup_text (self);
  RelanceSmsSize size = relance_sms_measure (text);
  g_autofree char *count = describe_size (&size);

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->costly, !size.is_gsm);
}

static void
simplify_clicked_cb (RelanceSmsView *self)
{
  g_autofree char *text = relance_sms_view_dup_text (self);
  g_autofree char *simple = relance_sms_simplify (text);
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, simple, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
relance_sms_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_SMS_VIEW);

  G_OBJECT_CLASS (relance_sms_view_parent_class)->dispose (object);
}

static void
relance_sms_view_class_init (RelanceSmsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_sms_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-sms-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceSmsView, buffer);
  gtk_widget_class_bind_template_child (widget_class, RelanceSmsView, count);
  gtk_widget_class_bind_template_child (widget_class, RelanceSmsView, costly);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, simplify_clicked_cb);
}

static void
relance_sms_view_init (RelanceSmsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  text_changed_cb (self);
}

void
relance_sms_view_set_text (RelanceSmsView *self, const char *text)
{
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
}

/* Returns: (transfer full) */
char *
relance_sms_view_dup_text (RelanceSmsView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}
