/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-due-facts.h"

#include <adwaita.h>

#include "relance-invoice-chip.h"
#include "relance-invoice-picker.h"
#include "relance-wording.h"
#include "relance-words.h"

#include <glib/gi18n.h>

/* More chips than this would push the letter off the screen: more invoices stand in a list. */
#define MAX_CHIPS 6

struct _RelanceDueFacts
{
  GtkBox parent_instance;

  AdwWrapBox *chips;
  RelanceInvoicePicker *picker;
  GtkLabel *why;
  GtkLabel *situation;
  GtkLabel *contact;

  GListStore *choices; /* of RelanceInvoiceChoice */
  gint64 client_id;
  gboolean following; /* the choices are made by the program, not by the user */
};

G_DEFINE_FINAL_TYPE (RelanceDueFacts, relance_due_facts, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
note_choices (RelanceDueFacts *self)
{
  relance_invoice_choices_hold_last (G_LIST_MODEL (self->choices));
  relance_invoice_picker_update (self->picker);
}

static void
included_changed_cb (RelanceDueFacts *self)
{
  if (self->following)
    return;

  note_choices (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A letter speaks of one invoice at least: without all of them, of the oldest. One box changes
 * them all: that is told once. */
static void
all_chosen_cb (RelanceDueFacts *self, gboolean all)
{
  self->following = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->choices)); i++)
    {
      g_autoptr (RelanceInvoiceChoice)
        choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      relance_invoice_choice_include (choice, all || i == 0);
    }
  self->following = FALSE;
  included_changed_cb (self);
}

static gboolean
is_in (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static void
fill_choices (RelanceDueFacts *self, GPtrArray *invoices)
{
  g_autoptr (GArray) without = relance_due_facts_dup_without (self);

  g_list_store_remove_all (self->choices);
  for (guint i = 0; i < invoices->len; i++)
    {
      RelanceInvoice *invoice = invoices->pdata[i];
      g_autoptr (RelanceInvoiceChoice)
        choice = relance_invoice_choice_new (invoice, !is_in (without, invoice->id));

      g_signal_connect_object (choice, "notify::included", G_CALLBACK (included_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_list_store_append (self->choices, choice);
    }
}

static void
show_chips (RelanceDueFacts *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  GtkWidget *chip = NULL;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);

  for (guint i = 0; i < count && count <= MAX_CHIPS; i++)
    {
      g_autoptr (RelanceInvoiceChoice)
        choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      chip = relance_invoice_chip_new ();
      relance_invoice_chip_set_choice (RELANCE_INVOICE_CHIP (chip), choice);
      if (count == 1)
        relance_invoice_chip_hide_check (RELANCE_INVOICE_CHIP (chip));
      adw_wrap_box_append (self->chips, chip);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->chips), count <= MAX_CHIPS);
  gtk_widget_set_visible (GTK_WIDGET (self->picker), count > MAX_CHIPS);
}

static char *
describe_contact (RelanceDue *due)
{
  g_autofree char *day = relance_words_day (due->last_contact);

  if (due->last_channel != 0)
    {
      /* Translators: a date, and how, such as “by phone”. */
      return g_strdup_printf (_ ("You were in touch on %1$s %2$s"), day,
                              relance_wording_channel (due->last_channel));
    }
  if (due->last_stage == 0)
    {
      /* Translators: %s is a date. */
      return g_strdup_printf (_ ("Last contact on %s"), day);
    }

  /* Translators: the first %s is a date, the second a stage (“First reminder”). */
  return g_strdup_printf (_ ("Last contact on %1$s: %2$s"), day,
                          relance_wording_stage (due->last_stage));
}

static void
relance_due_facts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_DUE_FACTS);

  G_OBJECT_CLASS (relance_due_facts_parent_class)->dispose (object);
}

static void
relance_due_facts_finalize (GObject *object)
{
  g_object_unref (RELANCE_DUE_FACTS (object)->choices);

  G_OBJECT_CLASS (relance_due_facts_parent_class)->finalize (object);
}

static void
relance_due_facts_class_init (RelanceDueFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_due_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_due_facts_finalize;

  g_type_ensure (RELANCE_TYPE_INVOICE_PICKER);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RELANCE_TYPE_DUE_FACTS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-due-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, chips);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, picker);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, why);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, situation);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, contact);
  gtk_widget_class_bind_template_callback (widget_class, all_chosen_cb);
}

static void
relance_due_facts_init (RelanceDueFacts *self)
{
  self->choices = g_list_store_new (RELANCE_TYPE_INVOICE_CHOICE);
  gtk_widget_init_template (GTK_WIDGET (self));
  relance_invoice_picker_set_choices (self->picker, G_LIST_MODEL (self->choices));
}

void
relance_due_facts_show (RelanceDueFacts *self, RelanceDue *due)
{
  g_autofree char *contact = due->last_contact != 0 ? describe_contact (due) : NULL;

  if (self->client_id != due->client->id)
    g_list_store_remove_all (self->choices);
  self->client_id = due->client->id;
  fill_choices (self, due->invoices);
  show_chips (self);
  note_choices (self);
  gtk_label_set_label (self->why, due->why != NULL ? due->why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), due->why != NULL && *due->why != '\0');
  gtk_label_set_label (self->situation, due->situation_why);
  gtk_label_set_label (self->contact, contact != NULL ? contact : "");
  gtk_widget_set_visible (GTK_WIDGET (self->contact), contact != NULL);
}

static gint64
get_invoice_id (GListModel *choices, guint position)
{
  g_autoptr (RelanceInvoiceChoice) choice = g_list_model_get_item (choices, position);

  return relance_invoice_choice_get_invoice (choice)->id;
}

static gboolean
speaks_of (const RelanceDraft *draft, gint64 invoice_id)
{
  for (guint i = 0; i < draft->debts->len; i++)
    if (g_array_index (draft->debts, RelanceMessageDebt, i).invoice_id == invoice_id)
      return TRUE;

  return FALSE;
}

/* Checks what the user's own words, brought back, speak of, where that is any of it. */
void
relance_due_facts_follow (RelanceDueFacts *self, const RelanceDraft *draft)
{
  GListModel *choices = G_LIST_MODEL (self->choices);
  guint count = g_list_model_get_n_items (choices);
  gboolean any = FALSE;

  for (guint i = 0; i < count; i++)
    any |= speaks_of (draft, get_invoice_id (choices, i));
  if (!any)
    return;

  self->following = TRUE;
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (RelanceInvoiceChoice) choice = g_list_model_get_item (choices, i);

      relance_invoice_choice_include (choice, speaks_of (draft, get_invoice_id (choices, i)));
    }
  self->following = FALSE;
  note_choices (self);
}

/* Returns: (transfer full) (element-type gint64): the invoices that the letter is not to speak of */
GArray *
relance_due_facts_dup_without (RelanceDueFacts *self)
{
  GArray *without = g_array_new (FALSE, FALSE, sizeof (gint64));
  GListModel *choices = G_LIST_MODEL (self->choices);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (RelanceInvoiceChoice) choice = g_list_model_get_item (choices, i);
      gint64 id = get_invoice_id (choices, i);

      if (!relance_invoice_choice_is_included (choice))
        g_array_append_val (without, id);
    }

  return without;
}
