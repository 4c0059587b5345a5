/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-preview-dialog.h"

#include "relance-attachment-names.h"
#include "relance-draft-paper.h"
#include "relance-mail-view.h"
#include "relance-paper-view.h"
#include "relance-sms-view.h"
#include "relance-window.h"

#include <glib/gi18n.h>
#include <string.h>

struct _RelancePreviewDialog
{
  AdwDialog parent_instance;

  AdwViewStack *stack;
  GtkLabel *text;
  RelanceMailView *mail;
  RelanceSmsView *sms;
  RelancePaperView *paper;
  RelanceAttachmentNames *attachments;
  GtkLabel *pages;
  AdwButtonContent *copy_content;

  RelanceDraft *draft;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (RelancePreviewDialog, relance_preview_dialog, ADW_TYPE_DIALOG)

static GdkContentProvider *
provide_text (const char *text)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

/* The page for a program that can take it, else the text. */
static GdkContentProvider *
provide_mail (const RelanceDraft *draft)
{
  g_autofree char *html = relance_draft_to_html (draft);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    provide_text (draft->text),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static GdkContentProvider *
provide_shown (RelancePreviewDialog *self)
{
  const char *shown = adw_view_stack_get_visible_child_name (self->stack);
  g_autofree char *sms = NULL;

  if (g_str_equal (shown, "mail"))
    return provide_mail (self->draft);
  if (!g_str_equal (shown, "sms"))
    return provide_text (self->draft->text);

  sms = relance_sms_view_dup_text (self->sms);
  return provide_text (sms);
}

static gpointer
load_sheet (RelanceBook *book, gpointer draft, GCancellable *cancellable, GError **error)
{
  return relance_draft_sheet_load (book, draft, error);
}

/* Of several pages the first is shown: that there are more is said. */
static void
show_paper (RelancePreviewDialog *self, RelanceLetterPaper *paper)
{
  guint count = relance_letter_paper_count_pages (paper);
  g_autofree char *text = NULL;

  /* Translators: of a letter on paper, of which the first page is shown. */
  text = g_strdup_printf (ngettext ("Page 1 of %u", "Page 1 of %u", count), count);
  gtk_label_set_label (self->pages, text);
  relance_paper_view_show (self->paper, paper);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelancePreviewDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceDraftSheet)
    sheet = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (sheet != NULL)
    show_paper (self, relance_draft_sheet_lay_out (sheet));
  else if (window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    relance_window_tell_error (window, error);
}

/* Files go with a mail, and pages are of paper. */
static void
show_foot (RelancePreviewDialog *self)
{
  const char *shown = adw_view_stack_get_visible_child_name (self->stack);
  gboolean is_mail = g_str_equal (shown, "mail") || g_str_equal (shown, "text");

  gtk_widget_set_visible (GTK_WIDGET (self->attachments),
                          is_mail && self->draft->attachments->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->pages), g_str_equal (shown, "paper"));
}

static void
shown_cb (RelancePreviewDialog *self)
{
  if (self->draft != NULL)
    show_foot (self);
  adw_button_content_set_label (self->copy_content, C_ ("preview", "_Copy"));
}

static void
copy_clicked_cb (RelancePreviewDialog *self)
{
  g_autoptr (GdkContentProvider) provider = provide_shown (self);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  gdk_clipboard_set_content (clipboard, provider);
  adw_button_content_set_label (self->copy_content, C_ ("preview", "_Copied"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), C_ ("preview", "Copied"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
relance_preview_dialog_dispose (GObject *object)
{
  RelancePreviewDialog *self = RELANCE_PREVIEW_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_PREVIEW_DIALOG);
  g_clear_pointer (&self->draft, relance_draft_free);

  G_OBJECT_CLASS (relance_preview_dialog_parent_class)->dispose (object);
}

static void
relance_preview_dialog_class_init (RelancePreviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_preview_dialog_dispose;

  g_type_ensure (RELANCE_TYPE_ATTACHMENT_NAMES);
  g_type_ensure (RELANCE_TYPE_MAIL_VIEW);
  g_type_ensure (RELANCE_TYPE_PAPER_VIEW);
  g_type_ensure (RELANCE_TYPE_SMS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-preview-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelancePreviewDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RelancePreviewDialog, text);
  gtk_widget_class_bind_template_child (widget_class, RelancePreviewDialog, mail);
  gtk_widget_class_bind_template_child (widget_class, RelancePreviewDialog, sms);
  gtk_widget_class_bind_template_child (widget_class, RelancePreviewDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, RelancePreviewDialog, attachments);
  gtk_widget_class_bind_template_child (widget_class, RelancePreviewDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, RelancePreviewDialog, copy_content);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
relance_preview_dialog_init (RelancePreviewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (shown_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * relance_preview_dialog_new:
 * @draft: as it is to be seen; copied
 */
AdwDialog *
relance_preview_dialog_new (RelanceDesk *desk, const RelanceDraft *draft)
{
  RelancePreviewDialog *self = g_object_new (RELANCE_TYPE_PREVIEW_DIALOG, NULL);

  self->draft = relance_draft_copy (draft);
  gtk_label_set_label (self->text, draft->text);
  relance_mail_view_show (self->mail, draft);
  relance_sms_view_set_text (self->sms, draft->sms != NULL ? draft->sms : "");
  relance_attachment_names_show (self->attachments, draft->attachments);
  show_foot (self);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, load_sheet, relance_draft_copy (draft),
                          (GDestroyNotify) relance_draft_free,
                          (GDestroyNotify) relance_draft_sheet_free, self->loading, loaded_cb,
                          g_object_ref (self));
  return ADW_DIALOG (self);
}
