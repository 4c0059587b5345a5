/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-due-facts.h"

#include "relance-window.h"
#include "relance-wording.h"
#include "relance-words.h"

#include <glib/gi18n.h>

/* More chips than this would push the letter off the screen. */
#define MAX_CHIPS 6

struct _RelanceDueFacts
{
  GtkBox parent_instance;

  AdwWrapBox *chips;
  GtkLabel *why;
  GtkLabel *situation;
  GtkLabel *contact;

  GPtrArray *checks; /* borrowed: one for each chip, none where there is one invoice */
  gint64 client_id;
  gboolean following; /* the checks are set by the program, not by the user */
};

G_DEFINE_FINAL_TYPE (RelanceDueFacts, relance_due_facts, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static RelanceInvoice *
get_invoice (GtkCheckButton *check)
{
  return g_object_get_data (G_OBJECT (check), "invoice");
}

/* A letter speaks of one invoice at least. */
static void
hold_last_check (RelanceDueFacts *self)
{
  guint count = 0;

  for (guint i = 0; i < self->checks->len; i++)
    count += gtk_check_button_get_active (self->checks->pdata[i]);

  for (guint i = 0; i < self->checks->len; i++)
    gtk_widget_set_sensitive (self->checks->pdata[i],
                              count > 1 || !gtk_check_button_get_active (self->checks->pdata[i]));
}

static void
check_toggled_cb (RelanceDueFacts *self)
{
  if (self->following)
    return;

  hold_last_check (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
chip_clicked_cb (GtkButton *chip, gpointer invoice)
{
  relance_window_show_invoice (relance_window_of (GTK_WIDGET (chip)),
                               ((RelanceInvoice *) invoice)->id);
}

static void
more_clicked_cb (GtkButton *chip, gpointer due)
{
  relance_window_show_client (relance_window_of (GTK_WIDGET (chip)),
                              ((RelanceDue *) due)->client->id);
}

static GtkWidget *
create_chip (RelanceInvoice *invoice)
{
  g_autofree char *amount = relance_words_amount_short (invoice->balance, invoice->currency);
  g_autofree char *late = relance_words_days_late (invoice->days_late);
  g_autofree char *text = NULL;
  GtkWidget *chip = NULL;

  /* Translators: an invoice number, an amount, and how late it is. */
  text = g_strdup_printf (C_ ("invoice", "%1$s · %2$s · %3$s"), invoice->number, amount, late);
  chip = gtk_button_new_with_label (text);
  gtk_widget_set_tooltip_text (chip, _ ("Show the Invoice"));
  gtk_widget_add_css_class (chip, "chip");
  g_signal_connect_data (chip, "clicked", G_CALLBACK (chip_clicked_cb), g_object_ref (invoice),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return chip;
}

static GtkWidget *
create_check (RelanceDueFacts *self, RelanceInvoice *invoice, gboolean active)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = NULL;

  /* Translators: of a check box; %s is the number of an invoice. */
  name = g_strdup_printf (_ ("%s in this letter"), invoice->number);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_tooltip_text (check, _ ("In This Letter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (check), "invoice", g_object_ref (invoice), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return check;
}

static gboolean
is_in (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static GtkWidget *
create_checked_chip (RelanceDueFacts *self, RelanceInvoice *invoice, GArray *without)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_box_append (GTK_BOX (box), create_check (self, invoice, !is_in (without, invoice->id)));
  gtk_box_append (GTK_BOX (box), create_chip (invoice));
  return box;
}

static GtkWidget *
create_more_chip (RelanceDue *due, int count)
{
  g_autofree char *text = NULL;
  GtkWidget *chip = NULL;

  /* Translators: %d is how many more invoices there are than those shown. */
  text = g_strdup_printf (ngettext ("and %d more", "and %d more", count), count);
  chip = gtk_button_new_with_label (text);
  gtk_widget_set_tooltip_text (chip, _ ("Show the Client"));
  gtk_widget_add_css_class (chip, "chip");
  g_signal_connect_data (chip, "clicked", G_CALLBACK (more_clicked_cb), g_object_ref (due),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return chip;
}

static void
show_chips (RelanceDueFacts *self, RelanceDue *due)
{
  guint shown = due->invoices->len > MAX_CHIPS ? MAX_CHIPS - 1 : due->invoices->len;
  g_autoptr (GArray) without = relance_due_facts_dup_without (self);
  GtkWidget *chip = NULL;

  g_ptr_array_set_size (self->checks, 0);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);

  for (guint i = 0; i < shown; i++)
    adw_wrap_box_append (self->chips,
                         due->invoices->len > 1
                           ? create_checked_chip (self, due->invoices->pdata[i], without)
                           : create_chip (due->invoices->pdata[i]));
  if (shown < due->invoices->len)
    adw_wrap_box_append (self->chips, create_more_chip (due, due->invoices->len - shown));
  hold_last_check (self);
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
  g_ptr_array_unref (RELANCE_DUE_FACTS (object)->checks);

  G_OBJECT_CLASS (relance_due_facts_parent_class)->finalize (object);
}

static void
relance_due_facts_class_init (RelanceDueFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_due_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_due_facts_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RELANCE_TYPE_DUE_FACTS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-due-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, chips);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, why);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, situation);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, contact);
}

static void
relance_due_facts_init (RelanceDueFacts *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
relance_due_facts_show (RelanceDueFacts *self, RelanceDue *due)
{
  g_autofree char *contact = due->last_contact != 0 ? describe_contact (due) : NULL;

  if (self->client_id != due->client->id)
    g_ptr_array_set_size (self->checks, 0);
  self->client_id = due->client->id;
  show_chips (self, due);
  gtk_label_set_label (self->why, due->why != NULL ? due->why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), due->why != NULL && *due->why != '\0');
  gtk_label_set_label (self->situation, due->situation_why);
  gtk_label_set_label (self->contact, contact != NULL ? contact : "");
  gtk_widget_set_visible (GTK_WIDGET (self->contact), contact != NULL);
}

static gboolean
speaks_of (const RelanceDraft *draft, gint64 invoice_id)
{
  for (guint i = 0; i < draft->debts->len; i++)
    if (g_array_index (draft->debts, RelanceMessageDebt, i).invoice_id == invoice_id)
      return TRUE;

  return FALSE;
}

static gboolean
speaks_of_any (const RelanceDraft *draft, GPtrArray *checks)
{
  for (guint i = 0; i < checks->len; i++)
    if (speaks_of (draft, get_invoice (checks->pdata[i])->id))
      return TRUE;

  return FALSE;
}

/* Checks what the user's own words, brought back, speak of, where that is any of it. */
void
relance_due_facts_follow (RelanceDueFacts *self, const RelanceDraft *draft)
{
  if (!speaks_of_any (draft, self->checks))
    return;

  self->following = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i],
                                 speaks_of (draft, get_invoice (self->checks->pdata[i])->id));
  self->following = FALSE;
  hold_last_check (self);
}

/* Returns: (transfer full) (element-type gint64): the invoices that the letter is not to speak of */
GArray *
relance_due_facts_dup_without (RelanceDueFacts *self)
{
  GArray *without = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->checks->len; i++)
    if (!gtk_check_button_get_active (self->checks->pdata[i]))
      g_array_append_val (without, get_invoice (self->checks->pdata[i])->id);

  return without;
}
