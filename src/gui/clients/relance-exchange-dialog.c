/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-exchange-dialog.h"

#include "invoices/relance-date-field.h"
#include "relance-exchanges.h"
#include "relance-window.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>

struct _RelanceExchangeDialog
{
  AdwDialog parent_instance;

  GtkWidget *save;
  AdwComboRow *channel;
  RelanceDateField *date;
  AdwComboRow *stage;
  AdwEntryRow *note;
  RelanceFieldNote *date_note;
  RelanceFieldNote *note_note;

  RelanceDesk *desk;
  RelanceClient *client;
};

G_DEFINE_FINAL_TYPE (RelanceExchangeDialog, relance_exchange_dialog, ADW_TYPE_DIALOG)

/* A RelanceUseCase. Returns what Undo takes back, as a gint64. */
static gpointer
record (RelanceBook *book, gpointer exchange, GCancellable *cancellable, GError **error)
{
  g_autofree gint64 *change = g_new0 (gint64, 1);

  return relance_exchanges_add (book, exchange, change, error) > 0 ? g_steal_pointer (&change)
                                                                   : NULL;
}

static gboolean
check_date (RelanceExchangeDialog *self)
{
  RelanceDate today = relance_clock_get_today (relance_desk_get_clock (self->desk));
  RelanceDate date = relance_date_field_get_date (self->date);
  const char *wrong = NULL;

  if (date == RELANCE_DATE_NONE)
    wrong = _ ("This is not a date. Write it as 15/3, or 2026-03-15.");
  else if (date > today)
    wrong = _ ("This day is still to come. Record it once you were in touch.");

  relance_field_note_say (self->date_note, wrong);
  return wrong == NULL;
}

static void
form_changed_cb (RelanceExchangeDialog *self)
{
  if (self->client == NULL)
    return;

  relance_field_note_say (self->note_note, NULL);
  gtk_widget_set_sensitive (self->save, check_date (self));
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceExchangeDialog) self = user_data;
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *change = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  g_autofree char *text = NULL;

  if (change == NULL)
    {
      relance_field_note_say_error (self->note_note, error);
      gtk_widget_set_sensitive (self->save, TRUE);
      return;
    }

  /* Translators: %s is a client. */
  text = g_strdup_printf (_ ("That you were in touch with %s is recorded"), self->client->name);
  if (window != NULL)
    relance_window_tell_undo (window, text, *change);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* The first row of "Counts As" is no stage. */
static void
save_clicked_cb (RelanceExchangeDialog *self)
{
  RelanceExchange *exchange = relance_exchange_new (self->client->id);
  guint stage = adw_combo_row_get_selected (self->stage);

  exchange->channel = adw_combo_row_get_selected (self->channel) + RELANCE_CHANNEL_MAIL;
  exchange->date = relance_date_field_get_date (self->date);
  exchange->stage = stage > 0 ? stage - 1 + RELANCE_STAGE_FIRST : 0;
  exchange->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  gtk_widget_set_sensitive (self->save, FALSE);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, record, exchange,
                          (GDestroyNotify) relance_exchange_free, g_free, NULL, recorded_cb,
                          g_object_ref (self));
}

static void
relance_exchange_dialog_dispose (GObject *object)
{
  RelanceExchangeDialog *self = RELANCE_EXCHANGE_DIALOG (object);

  g_clear_object (&self->client);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_EXCHANGE_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_exchange_dialog_parent_class)->dispose (object);
}

static void
relance_exchange_dialog_class_init (RelanceExchangeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_exchange_dialog_dispose;

  g_type_ensure (RELANCE_TYPE_DATE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-exchange-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceExchangeDialog, save);
  gtk_widget_class_bind_template_child (widget_class, RelanceExchangeDialog, channel);
  gtk_widget_class_bind_template_child (widget_class, RelanceExchangeDialog, date);
  gtk_widget_class_bind_template_child (widget_class, RelanceExchangeDialog, stage);
  gtk_widget_class_bind_template_child (widget_class, RelanceExchangeDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
relance_exchange_dialog_init (RelanceExchangeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->date_note = RELANCE_FIELD_NOTE (relance_field_note_add_below (GTK_WIDGET (self->date)));
  self->note_note = RELANCE_FIELD_NOTE (relance_field_note_add_below (GTK_WIDGET (self->note)));
}

/**
 * relance_exchange_dialog_new:
 * @stage: the reminder that it stands for, unless the user says otherwise; 0 for none
 */
AdwDialog *
relance_exchange_dialog_new (RelanceDesk *desk, RelanceClient *client, RelanceStage stage)
{
  RelanceExchangeDialog *self = g_object_new (RELANCE_TYPE_EXCHANGE_DIALOG, NULL);
  RelanceDate today = relance_clock_get_today (relance_desk_get_clock (desk));

  self->desk = g_object_ref (desk);
  relance_date_field_set_today (self->date, today, FALSE);
  relance_date_field_set_date (self->date, today);
  if (stage >= RELANCE_STAGE_FIRST && stage <= RELANCE_STAGE_FORMAL_NOTICE)
    adw_combo_row_set_selected (self->stage, stage - RELANCE_STAGE_FIRST + 1);
  self->client = g_object_ref (client);
  form_changed_cb (self);
  return ADW_DIALOG (self);
}
