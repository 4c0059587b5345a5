/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-settlements.h"

#include "relance-wording.h"
#include "relance-words.h"

#include <glib/gi18n.h>

static char *
name_payment (const RelancePayment *payment)
{
  switch (payment->kind)
    {
    case RELANCE_PAYMENT_CREDIT_NOTE:
      /* Translators: %s is the number of a credit note. */
      return g_strdup_printf (_ ("Credit note %s"), payment->number);
    case RELANCE_PAYMENT_WRITE_OFF:
      return g_strdup (_ ("Written off"));
    case RELANCE_PAYMENT_REPLACEMENT:
      /* Translators: %s is the number of the invoice that replaces this one. */
      return g_strdup_printf (_ ("Replaced by invoice %s"), payment->number);
    case RELANCE_PAYMENT_PAYMENT:
    default:
      if (payment->means[0] == '\0')
        return g_strdup (C_ ("settlement", "Payment"));
      /* Translators: %s is a means of payment, such as “transfer”. */
      return g_strdup_printf (_ ("Payment (%s)"), relance_wording_means (payment->means));
    }
}

/* Its day, what else it is for, and what was said of it. */
static char *
describe_payment (const RelancePayment *payment, const char *currency)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *whole = relance_words_amount (payment->whole, currency);
  g_auto (GStrv) strings = NULL;

  g_strv_builder_take (parts, relance_words_date (payment->date));
  if (payment->whole != payment->amount)
    /* Translators: %s is the whole of which an invoice has a part. */
    g_strv_builder_take (parts, g_strdup_printf (_ ("part of %s"), whole));
  if (payment->note != NULL && payment->note[0] != '\0')
    g_strv_builder_add (parts, payment->note);
  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}

static void
add_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

/* A replacement goes with its correction: that is taken out of the book, or undone. */
static void
add_menu (AdwActionRow *row, const RelancePayment *payment)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (payment->kind == RELANCE_PAYMENT_REPLACEMENT)
    return;
  if (payment->kind != RELANCE_PAYMENT_WRITE_OFF)
    add_item (menu, _ ("_Change What It Is For…"), "invoice.allocate", payment->id);
  add_item (menu, _ ("_Take Back"), "invoice.take-back", payment->id);
  relance_row_group_add_menu (row, menu, _ ("What Can Be Done"));
}

void
relance_invoice_settlements_show (RelanceRowGroup *group, const RelanceInvoiceFacts *facts)
{
  RelanceInvoice *invoice = facts->invoice;

  relance_row_group_begin (group);
  if (invoice->payments->len == 0)
    relance_row_group_add (group, _ ("Nothing yet"), NULL);
  for (guint i = 0; i < invoice->payments->len; i++)
    {
      const RelancePayment *payment = &g_array_index (invoice->payments, RelancePayment, i);
      g_autofree char *title = name_payment (payment);
      g_autofree char *subtitle = describe_payment (payment, invoice->currency);
      AdwActionRow *row = relance_row_group_add (group, title, subtitle);

      relance_row_group_add_amount (row, payment->amount, invoice->currency);
      add_menu (row, payment);
    }
  relance_row_group_end (group);
}

static char *
describe_credit (const RelanceReceived *received)
{
  g_autofree char *date = relance_words_date (received->date);
  g_autofree char *whole = relance_words_amount (received->amount, received->currency);

  if (received->kind == RELANCE_PAYMENT_CREDIT_NOTE)
    /* Translators: what is left of it: number, amount and date of a credit note. */
    return g_strdup_printf (_ ("of credit note %s of %s, %s"), received->number, whole, date);
  /* Translators: what is left of it: amount and date of a payment. */
  return g_strdup_printf (_ ("of the payment of %s, %s"), whole, date);
}

/* Amounts that the client may have back, or use for an invoice. */
void
relance_invoice_credits_show (RelanceRowGroup *group, const RelanceInvoiceFacts *facts)
{
  relance_row_group_begin (group);
  for (guint i = 0; i < facts->credits->len; i++)
    {
      const RelanceReceived *received = facts->credits->pdata[i];
      g_autofree char *amount = relance_words_amount (received->credit, received->currency);
      g_autofree char *subtitle = describe_credit (received);
      AdwActionRow *row = relance_row_group_add (group, amount, subtitle);
      GtkWidget *use = g_object_new (GTK_TYPE_BUTTON, "label", _ ("_Use It for…"), "use-underline",
                                     TRUE, "valign", GTK_ALIGN_CENTER, "action-name",
                                     "invoice.use-credit", NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (use), "x", received->id);
      adw_action_row_add_suffix (row, use);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), facts->credits->len > 0);
  relance_row_group_end (group);
}
