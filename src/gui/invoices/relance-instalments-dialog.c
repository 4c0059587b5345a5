/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-instalments-dialog.h"

#include "invoices/relance-invoice-work.h"
#include "relance-invoices.h"
#include "relance-typed-date.h"
#include "relance-words.h"

#include <glib/gi18n.h>

/* As many characters as a date and an amount usually have. */
#define ENTRY_WIDTH 9

/* One instalment as it is typed; the widgets are borrowed. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *due;
  GtkWidget *amount;
} Line;

struct _RelanceInstalmentsDialog
{
  RelanceFormDialog parent_instance;

  AdwSpinRow *count;
  AdwPreferencesGroup *group;
  RelanceFieldNote *note;
  GArray *lines;

  RelanceInvoice *invoice;
};

G_DEFINE_FINAL_TYPE (RelanceInstalmentsDialog, relance_instalments_dialog, RELANCE_TYPE_FORM_DIALOG)

static RelanceDate
read_due (RelanceInstalmentsDialog *self, const Line *line)
{
  RelanceTypedDateContext context = {
    .today = relance_form_dialog_get_today (RELANCE_FORM_DIALOG (self)),
    .base = self->invoice->issued,
    .ahead = TRUE,
  };

  return relance_typed_date_parse (relance_form_get_text (line->due), &context);
}

/* Whether every line has a day and an amount; @sum of those that have one. */
static gboolean
judge_lines (RelanceInstalmentsDialog *self, gint64 *sum)
{
  gboolean all = TRUE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      gint64 amount = 0;
      gboolean dated = read_due (self, line) != RELANCE_DATE_NONE;
      gboolean counted =
        relance_form_read_amount (line->amount, self->invoice->currency, &amount, NULL);

      relance_form_mark (line->due, dated);
      relance_form_mark (line->amount, counted);
      all = all && dated && counted;
      *sum += counted ? amount : 0;
    }
  return all;
}

static void
say_difference (RelanceInstalmentsDialog *self, gint64 difference)
{
  g_autofree char *amount = relance_words_amount (ABS (difference), self->invoice->currency);
  g_autofree char *text = NULL;

  if (difference > 0)
    /* Translators: %s is an amount. */
    text = g_strdup_printf (_ ("%s is still missing from the total of the invoice."), amount);
  else
    /* Translators: %s is an amount. */
    text = g_strdup_printf (_ ("This comes to %s more than the total of the invoice."), amount);
  relance_field_note_say (self->note, text);
}

static gboolean
relance_instalments_dialog_judge (RelanceFormDialog *form)
{
  RelanceInstalmentsDialog *self = RELANCE_INSTALMENTS_DIALOG (form);
  gint64 sum = 0;

  if (!judge_lines (self, &sum))
    {
      relance_field_note_say (self->note, _ ("Each instalment has a day, written as 15/3, "
                                             "2026-03-15 or +30, and an amount above zero."));
      return FALSE;
    }
  if (sum != self->invoice->total)
    {
      say_difference (self, self->invoice->total - sum);
      return FALSE;
    }
  relance_field_note_say (self->note, NULL);
  return TRUE;
}

static void
relance_instalments_dialog_save (RelanceFormDialog *form)
{
  RelanceInstalmentsDialog *self = RELANCE_INSTALMENTS_DIALOG (form);
  RelanceInstalmentsRequest *request = g_new0 (RelanceInstalmentsRequest, 1);

  request->invoice_id = self->invoice->id;
  request->instalments = g_array_new (FALSE, TRUE, sizeof (RelanceInstalment));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      RelanceInstalment instalment = { .due = read_due (self, line) };

      relance_form_read_amount (line->amount, self->invoice->currency, &instalment.amount, NULL);
      g_array_append_val (request->instalments, instalment);
    }
  relance_form_dialog_run (form, relance_invoice_work_set_instalments, request,
                           (GDestroyNotify) relance_instalments_request_free,
                           _ ("Instalments changed"));
}

static GtkWidget *
make_entry (RelanceInstalmentsDialog *self, const char *label, const char *text)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "text", text, "width-chars", ENTRY_WIDTH,
                                   "max-width-chars", ENTRY_WIDTH, "hexpand", TRUE,
                                   "placeholder-text", label, "activates-default", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (relance_form_dialog_judge), self,
                           G_CONNECT_SWAPPED);
  return entry;
}

static void
add_line (RelanceInstalmentsDialog *self, RelanceDate due, gint64 amount)
{
  g_autofree char *due_text = relance_date_format_short (due, NULL);
  g_autofree char *amount_text = relance_words_amount (amount, self->invoice->currency);
  /* Translators: what is typed for one instalment; %u is which one, from 1. */
  g_autofree char *due_label = g_strdup_printf (_ ("Due date %u"), self->lines->len + 1);
  /* Translators: what is typed for one instalment; %u is which one, from 1. */
  g_autofree char *amount_label = g_strdup_printf (_ ("Amount %u"), self->lines->len + 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  Line line = { 0 };

  line.due = make_entry (self, due_label, due_text);
  line.amount = make_entry (self, amount_label, amount_text);
  gtk_editable_set_alignment (GTK_EDITABLE (line.amount), 1);
  gtk_widget_add_css_class (line.amount, "numeric");
  gtk_widget_add_css_class (box, "instalment");
  gtk_box_append (GTK_BOX (box), line.due);
  gtk_box_append (GTK_BOX (box), line.amount);
  line.row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE,
                           "child", box, NULL);
  adw_preferences_group_add (self->group, line.row);
  g_array_append_val (self->lines, line);
}

static void
remove_lines (RelanceInstalmentsDialog *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    adw_preferences_group_remove (self->group, g_array_index (self->lines, Line, i).row);
  g_array_set_size (self->lines, 0);
}

/* In equal parts, a month apart; what does not divide is in the first one. */
static void
split (RelanceInstalmentsDialog *self, int count)
{
  const RelanceInstalment *first =
    &g_array_index (self->invoice->instalments, RelanceInstalment, 0);
  gint64 part = self->invoice->total / count;

  for (int i = 0; i < count; i++)
    add_line (self, relance_date_add_months (first->due, i),
              part + (i == 0 ? self->invoice->total % count : 0));
}

static void
show_instalments (RelanceInstalmentsDialog *self)
{
  GArray *instalments = self->invoice->instalments;

  for (guint i = 0; i < instalments->len; i++)
    {
      const RelanceInstalment *instalment = &g_array_index (instalments, RelanceInstalment, i);

      add_line (self, instalment->due, instalment->amount);
    }
}

/* The note stands below the last line. */
static void
add_note (RelanceInstalmentsDialog *self)
{
  GtkWidget *note = relance_field_note_new (GTK_WIDGET (self->count));
  AdwPreferencesGroup *group = relance_form_dialog_add_group (RELANCE_FORM_DIALOG (self), NULL);

  adw_preferences_group_add (group, note);
  self->note = RELANCE_FIELD_NOTE (note);
}

static void
count_changed_cb (RelanceInstalmentsDialog *self)
{
  remove_lines (self);
  split (self, (int) adw_spin_row_get_value (self->count));
  relance_form_dialog_judge (RELANCE_FORM_DIALOG (self));
}

static void
relance_instalments_dialog_dispose (GObject *object)
{
  g_clear_object (&RELANCE_INSTALMENTS_DIALOG (object)->invoice);
  G_OBJECT_CLASS (relance_instalments_dialog_parent_class)->dispose (object);
}

static void
relance_instalments_dialog_finalize (GObject *object)
{
  g_array_unref (RELANCE_INSTALMENTS_DIALOG (object)->lines);
  G_OBJECT_CLASS (relance_instalments_dialog_parent_class)->finalize (object);
}

static void
relance_instalments_dialog_class_init (RelanceInstalmentsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_instalments_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_instalments_dialog_finalize;
  RELANCE_FORM_DIALOG_CLASS (klass)->judge = relance_instalments_dialog_judge;
  RELANCE_FORM_DIALOG_CLASS (klass)->save = relance_instalments_dialog_save;
}

static void
relance_instalments_dialog_init (RelanceInstalmentsDialog *self)
{
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
}

static void
add_count (RelanceInstalmentsDialog *self)
{
  AdwPreferencesGroup *group = relance_form_dialog_add_group (RELANCE_FORM_DIALOG (self), NULL);
  GtkWidget *row = adw_spin_row_new_with_range (1, RELANCE_INSTALMENTS_MAX, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("How Many"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Equal parts, a month apart."));
  adw_preferences_group_add (group, row);
  self->count = ADW_SPIN_ROW (row);
}

AdwDialog *
relance_instalments_dialog_new (RelanceDesk *desk, RelanceInvoice *invoice)
{
  RelanceInstalmentsDialog *self = g_object_new (RELANCE_TYPE_INSTALMENTS_DIALOG, NULL);
  RelanceFormDialog *form = RELANCE_FORM_DIALOG (self);
  guint count = invoice->instalments->len;

  relance_form_dialog_set_up (form, desk, _ ("Instalments"), _ ("_Save"));
  self->invoice = g_object_ref (invoice);
  add_count (self);
  self->group = relance_form_dialog_add_group (form, NULL);
  add_note (self);
  adw_spin_row_set_value (self->count, MAX (count, 2));
  /* Whoever opens this for an invoice paid at once wants it in parts. */
  if (count > 1)
    show_instalments (self);
  else
    split (self, 2);
  g_signal_connect_object (self->count, "notify::value", G_CALLBACK (count_changed_cb), self,
                           G_CONNECT_SWAPPED);
  relance_form_dialog_judge (form);
  return ADW_DIALOG (self);
}
