/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-allocation-dialog.h"

#include "invoices/relance-allocation-work.h"
#include "invoices/relance-invoice-work.h"
#include "relance-words.h"
#include "widgets/relance-plain-row.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>

#define ENTRY_WIDTH 9

struct _RelanceAllocationDialog
{
  RelanceFormDialog parent_instance;

  GPtrArray *entries; /* borrowed, one for each invoice */
  RelanceFieldNote *note;

  RelanceAllocationFacts *facts;
};

G_DEFINE_FINAL_TYPE (RelanceAllocationDialog, relance_allocation_dialog, RELANCE_TYPE_FORM_DIALOG)

static const char *
get_currency (RelanceAllocationDialog *self)
{
  return self->facts->received->currency;
}

/* What is typed for an invoice; nothing is 0. FALSE when it is no amount, or more than it takes. */
static gboolean
read_part (RelanceAllocationDialog *self, guint index, gint64 *amount)
{
  GtkWidget *entry = self->entries->pdata[index];
  const RelanceAllocationLine *line =
    &g_array_index (self->facts->lines, RelanceAllocationLine, index);
  g_autofree char *typed = relance_form_dup_filled (entry);

  *amount = 0;
  return typed == NULL || (relance_form_read_amount (entry, get_currency (self), amount, NULL) &&
                           *amount <= line->room);
}

static void
explain_rest (RelanceAllocationDialog *self, gint64 rest)
{
  g_autofree char *amount = relance_words_amount (rest, get_currency (self));
  /* Translators: %s is an amount. */
  g_autofree char *text = g_strdup_printf (_ ("%s stays a credit of the client."), amount);

  relance_field_note_explain (self->note, rest > 0 ? text : NULL);
}

static gboolean
relance_allocation_dialog_judge (RelanceFormDialog *form)
{
  RelanceAllocationDialog *self = RELANCE_ALLOCATION_DIALOG (form);
  gint64 rest = self->facts->received->amount;
  gboolean good = TRUE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      gint64 amount;
      gboolean fits = read_part (self, i, &amount);

      relance_form_mark (self->entries->pdata[i], fits);
      good = good && fits;
      rest -= fits ? amount : 0;
    }
  if (!good)
    relance_field_note_say (self->note, _ ("Write an amount, and no more than remains due there."));
  else if (rest < 0)
    relance_field_note_say (self->note, _ ("These parts come to more than was received."));
  else
    explain_rest (self, rest);
  return good && rest >= 0;
}

static void
relance_allocation_dialog_save (RelanceFormDialog *form)
{
  RelanceAllocationDialog *self = RELANCE_ALLOCATION_DIALOG (form);
  RelanceAllocationRequest *request = g_new0 (RelanceAllocationRequest, 1);

  request->payment_id = self->facts->received->id;
  request->shares = g_array_new (FALSE, TRUE, sizeof (RelanceShare));
  for (guint i = 0; i < self->entries->len; i++)
    {
      RelanceShare share = {
        .invoice_id = g_array_index (self->facts->lines, RelanceAllocationLine, i).invoice_id
      };

      if (read_part (self, i, &share.amount) && share.amount > 0)
        g_array_append_val (request->shares, share);
    }
  relance_form_dialog_run (form, relance_allocation_work_save, request,
                           (GDestroyNotify) relance_allocation_request_free,
                           _ ("Allocation changed"));
}

static void
set_part (RelanceAllocationDialog *self, guint index, gint64 amount)
{
  g_autofree char *text = relance_words_amount (amount, get_currency (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entries->pdata[index]), amount > 0 ? text : "");
}

/* What no part has yet goes to the oldest first; lines are in that order. */
static void
spread_cb (RelanceAllocationDialog *self)
{
  gint64 rest = self->facts->received->amount;

  for (guint i = 0; i < self->entries->len; i++)
    {
      gint64 room = g_array_index (self->facts->lines, RelanceAllocationLine, i).room;
      gint64 part = MIN (room, rest);

      set_part (self, i, part);
      rest -= part;
    }
}

static void
relance_allocation_dialog_dispose (GObject *object)
{
  RelanceAllocationDialog *self = RELANCE_ALLOCATION_DIALOG (object);

  G_OBJECT_CLASS (relance_allocation_dialog_parent_class)->dispose (object);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->facts, relance_allocation_facts_free);
}

static void
relance_allocation_dialog_class_init (RelanceAllocationDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_allocation_dialog_dispose;
  RELANCE_FORM_DIALOG_CLASS (klass)->judge = relance_allocation_dialog_judge;
  RELANCE_FORM_DIALOG_CLASS (klass)->save = relance_allocation_dialog_save;
}

static void
relance_allocation_dialog_init (RelanceAllocationDialog *self)
{
  self->entries = g_ptr_array_new ();
}

static void
add_line (RelanceAllocationDialog *self, AdwPreferencesGroup *group, guint index)
{
  const RelanceAllocationLine *line =
    &g_array_index (self->facts->lines, RelanceAllocationLine, index);
  g_autofree char *room = relance_words_amount (line->room, get_currency (self));
  g_autofree char *due = relance_date_format_short (line->due, NULL);
  /* Translators: the due date of an invoice, and how much it can take of a payment. */
  g_autofree char *subtitle = g_strdup_printf (_ ("due on %s · takes %s"), due, room);
  /* Translators: %s is the number of an invoice. */
  g_autofree char *label = g_strdup_printf (_ ("Amount for %s"), line->number);
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", ENTRY_WIDTH, "max-width-chars",
                                   ENTRY_WIDTH, "xalign", 1.0, "valign", GTK_ALIGN_CENTER,
                                   "activates-default", TRUE, NULL);
  AdwActionRow *row = relance_plain_row_new (line->number, subtitle);

  gtk_widget_add_css_class (entry, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (row, entry);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  g_ptr_array_add (self->entries, entry);
}

static void
add_lines (RelanceAllocationDialog *self, gint64 invoice_id)
{
  RelanceFormDialog *form = RELANCE_FORM_DIALOG (self);
  g_autofree char *whole =
    relance_words_amount (self->facts->received->amount, get_currency (self));
  g_autofree char *date = relance_words_date (self->facts->received->date);
  /* Translators: an amount and a date: what is allocated to invoices. */
  g_autofree char *text = g_strdup_printf (_ ("%s of %s, to be counted towards:"), whole, date);
  AdwPreferencesGroup *group = relance_form_dialog_add_group (form, text);
  GtkWidget *note;

  for (guint i = 0; i < self->facts->lines->len; i++)
    {
      const RelanceAllocationLine *line =
        &g_array_index (self->facts->lines, RelanceAllocationLine, i);

      add_line (self, group, i);
      set_part (self, i, line->part);
      if (line->invoice_id == invoice_id)
        adw_dialog_set_focus (ADW_DIALOG (self), self->entries->pdata[i]);
    }
  note = relance_field_note_new (GTK_WIDGET (group));
  adw_preferences_group_add (group, note);
  self->note = RELANCE_FIELD_NOTE (note);
}

static void
add_spread (RelanceAllocationDialog *self)
{
  AdwPreferencesGroup *group = relance_form_dialog_add_group (RELANCE_FORM_DIALOG (self), NULL);
  GtkWidget *spread = g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("Oldest First"), NULL);

  g_signal_connect_object (spread, "activated", G_CALLBACK (spread_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, spread);
}

static void
connect_entries (RelanceAllocationDialog *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    g_signal_connect_object (self->entries->pdata[i], "changed",
                             G_CALLBACK (relance_form_dialog_judge), self, G_CONNECT_SWAPPED);
}

/* @facts: (transfer full) */
static AdwDialog *
make_dialog (RelanceDesk *desk, RelanceAllocationFacts *facts)
{
  RelanceAllocationDialog *self = g_object_new (RELANCE_TYPE_ALLOCATION_DIALOG, NULL);

  relance_form_dialog_set_up (RELANCE_FORM_DIALOG (self), desk, C_ ("payment", "What It Is For"),
                              _ ("_Save"));
  self->facts = facts;
  add_lines (self, facts->preferred);
  add_spread (self);
  connect_entries (self);
  relance_form_dialog_judge (RELANCE_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceAllocationFacts)
    facts = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  RelanceWindow *window = relance_window_of (parent);

  if (!gtk_widget_get_mapped (parent))
    return;
  if (facts != NULL)
    adw_dialog_present (make_dialog (RELANCE_DESK (source), g_steal_pointer (&facts)), parent);
  else if (window != NULL)
    relance_window_tell_error (window, error);
}

/**
 * relance_allocation_dialog_open:
 * @payment_id: a payment or a credit note
 * @invoice_id: the invoice that a credit is proposed to first, or 0
 *
 * Opens the dialog over @parent once the book has said what there is to choose from.
 */
void
relance_allocation_dialog_open (GtkWidget *parent,
                                RelanceDesk *desk,
                                gint64 payment_id,
                                gint64 invoice_id)
{
  RelanceAllocationQuestion *question = g_new0 (RelanceAllocationQuestion, 1);

  question->payment_id = payment_id;
  question->invoice_id = invoice_id;
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_allocation_work_load, question, g_free,
                          (GDestroyNotify) relance_allocation_facts_free, NULL, loaded_cb,
                          g_object_ref (parent));
}
