/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-invoice.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-document.h"
#include "relance-wording.h"

static void
write_json_members (JsonBuilder *json, RelanceInvoice *invoice)
{
  cli_json_int (json, "id", invoice->id);
  cli_json_text (json, "number", invoice->number);
  cli_json_text (json, "client", invoice->client_name);
  cli_json_int (json, "client_id", invoice->client_id);
  cli_json_text (json, "label", invoice->label);
  cli_json_date (json, "issued", invoice->issued);
  cli_json_date (json, "due", invoice->due);
  cli_json_text (json, "currency", invoice->currency);
  cli_json_int (json, "total", invoice->total);
  cli_json_int (json, "balance", invoice->balance);
  cli_json_nick (json, "state", RELANCE_TYPE_INVOICE_STATE, invoice->state);
  cli_json_int (json, "days_late", invoice->days_late);
}

static void
write_json_instalments (JsonBuilder *json, GArray *instalments)
{
  cli_json_array (json, "instalments");
  for (guint i = 0; instalments && i < instalments->len; i++)
    {
      const RelanceInstalment *instalment = &g_array_index (instalments, RelanceInstalment, i);

      json_builder_begin_object (json);
      cli_json_date (json, "due", instalment->due);
      cli_json_int (json, "amount", instalment->amount);
      cli_json_int (json, "balance", instalment->balance);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json_payments (JsonBuilder *json, GArray *payments)
{
  cli_json_array (json, "payments");
  for (guint i = 0; payments && i < payments->len; i++)
    {
      const RelancePayment *payment = &g_array_index (payments, RelancePayment, i);

      json_builder_begin_object (json);
      cli_json_int (json, "id", payment->id);
      cli_json_date (json, "date", payment->date);
      cli_json_int (json, "amount", payment->amount);
      cli_json_text (json, "means", payment->means);
      cli_json_nick (json, "kind", RELANCE_TYPE_PAYMENT_KIND, payment->kind);
      cli_json_text (json, "number", payment->number);
      cli_json_text (json, "note", payment->note);
      cli_json_int (json, "whole", payment->whole);
      cli_json_flag (json, "elsewhere", payment->elsewhere);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json_events (JsonBuilder *json, GPtrArray *events)
{
  cli_json_array (json, "events");
  for (guint i = 0; i < events->len; i++)
    {
      const RelanceEvent *event = g_ptr_array_index (events, i);

      json_builder_begin_object (json);
      cli_json_instant (json, "at", event->at);
      cli_json_text (json, "kind", event->kind);
      cli_json_text (json, "text", event->text);
      cli_json_text (json, "message", event->message);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

void
cli_json_documents (JsonBuilder *json, const char *key, GPtrArray *documents)
{
  cli_json_array (json, key);
  for (guint i = 0; i < documents->len; i++)
    {
      const RelanceDocument *document = g_ptr_array_index (documents, i);

      json_builder_begin_object (json);
      cli_json_int (json, "id", document->id);
      cli_json_text (json, "name", document->name);
      cli_json_text (json, "media_type", document->media_type);
      cli_json_int (json, "size", document->size);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

void
cli_json_invoice (JsonBuilder *json, RelanceInvoice *invoice)
{
  json_builder_begin_object (json);
  write_json_members (json, invoice);
  json_builder_end_object (json);
}

static char *
dup_state (RelanceInvoice *invoice)
{
  if (invoice->state == RELANCE_INVOICE_WRITTEN_OFF)
    return g_strdup (C_ ("invoice", "written off"));
  if (invoice->state == RELANCE_INVOICE_PAID)
    return g_strdup (C_ ("invoice", "paid"));
  if (invoice->state == RELANCE_INVOICE_OPEN)
    return g_strdup (C_ ("invoice", "open"));
  /* Translators: %d is a number of days past the due date */
  return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) invoice->days_late),
                          invoice->days_late);
}

void
cli_text_invoice (GString *text, RelanceInvoice *invoice)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, invoice->id);
  g_autofree char *issued = cli_dup_date (invoice->issued);
  g_autofree char *due = cli_dup_date (invoice->due);
  g_autofree char *total = cli_dup_money (invoice->total, invoice->currency);
  g_autofree char *balance = cli_dup_money (invoice->balance, invoice->currency);
  g_autofree char *state = dup_state (invoice);

  cli_fact (table, C_ ("invoice", "Invoice"), invoice->number);
  cli_fact (table, C_ ("invoice", "Client"), invoice->client_name);
  cli_fact (table, C_ ("invoice", "For"), invoice->label);
  cli_fact (table, C_ ("invoice", "Issued"), issued);
  cli_fact (table, C_ ("invoice", "Due"), due);
  cli_fact (table, C_ ("invoice", "Total"), total);
  cli_fact (table, C_ ("invoice", "Balance"), balance);
  cli_fact (table, C_ ("invoice", "State"), state);
  cli_fact (table, C_ ("invoice", "Id"), id);
  cli_table_write (table, text);
}

static const char *
get_payment_words (const RelancePayment *payment)
{
  switch (payment->kind)
    {
    case RELANCE_PAYMENT_CREDIT_NOTE:
      return C_ ("kind of payment", "credit note");
    case RELANCE_PAYMENT_WRITE_OFF:
      return C_ ("kind of payment", "written off");
    case RELANCE_PAYMENT_REPLACEMENT:
      return C_ ("kind of payment", "replaced");
    case RELANCE_PAYMENT_PAYMENT:
    default:
      return relance_wording_means (payment->means);
    }
}

/* The number of a credit note, what was said, and whether it is only a part. */
static char *
dup_payment_detail (const RelancePayment *payment, const char *currency)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *whole = NULL;
  g_auto (GStrv) list = NULL;

  if (payment->number)
    g_strv_builder_add (parts, payment->number);
  if (payment->note)
    g_strv_builder_add (parts, payment->note);
  if (payment->whole != payment->amount)
    {
      whole = cli_dup_money (payment->whole, currency);
      /* Translators: %s is the amount of a payment of which this invoice has a part */
      g_strv_builder_take (parts, g_strdup_printf (_ ("of %s"), whole));
    }
  list = g_strv_builder_end (parts);
  return g_strjoinv ("; ", list);
}

static void
write_text_payments (GString *text, RelanceInvoice *invoice)
{
  g_autoptr (CliTable) table = cli_table_new (5, "rlrll");

  if (!invoice->payments || invoice->payments->len == 0)
    return;
  for (guint i = 0; i < invoice->payments->len; i++)
    {
      const RelancePayment *payment = &g_array_index (invoice->payments, RelancePayment, i);

      cli_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, payment->id));
      cli_table_take (table, cli_dup_date (payment->date));
      cli_table_take (table, cli_dup_money (payment->amount, invoice->currency));
      cli_table_add (table, get_payment_words (payment));
      cli_table_take (table, dup_payment_detail (payment, invoice->currency));
    }
  g_string_append_printf (text, "\n%s\n", C_ ("invoice", "Payments"));
  cli_table_write (table, text);
}

static void
write_text_documents (GString *text, GPtrArray *documents)
{
  g_autoptr (CliTable) table = cli_table_new (2, "rl");

  if (documents->len == 0)
    return;
  for (guint i = 0; i < documents->len; i++)
    {
      const RelanceDocument *document = g_ptr_array_index (documents, i);

      cli_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, document->id));
      cli_table_add (table, document->name);
    }
  g_string_append_printf (text, "\n%s\n", C_ ("invoice", "Documents"));
  cli_table_write (table, text);
}

static void
write_text_events (GString *text, GPtrArray *events)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");

  if (events->len == 0)
    return;
  for (guint i = 0; i < events->len; i++)
    {
      const RelanceEvent *event = g_ptr_array_index (events, i);

      cli_table_take (table, cli_dup_instant (event->at));
      cli_table_add (table, event->text);
    }
  g_string_append_printf (text, "\n%s\n", C_ ("invoice", "History"));
  cli_table_write (table, text);
}

void
cli_text_invoices (GString *text, GPtrArray *invoices)
{
  g_autoptr (CliTable) table = cli_table_new (6, "lllrrl");

  if (invoices->len == 0)
    {
      g_string_append (text, _ ("No invoices."));
      return;
    }
  cli_table_add (table, C_ ("invoice", "Invoice"));
  cli_table_add (table, C_ ("invoice", "Client"));
  cli_table_add (table, C_ ("invoice", "Due"));
  cli_table_add (table, C_ ("invoice", "Total"));
  cli_table_add (table, C_ ("invoice", "Balance"));
  cli_table_add (table, C_ ("invoice", "State"));
  for (guint i = 0; i < invoices->len; i++)
    {
      RelanceInvoice *invoice = g_ptr_array_index (invoices, i);

      cli_table_add (table, invoice->number);
      cli_table_add (table, invoice->client_name);
      cli_table_take (table, cli_dup_date (invoice->due));
      cli_table_take (table, cli_dup_money (invoice->total, invoice->currency));
      cli_table_take (table, cli_dup_money (invoice->balance, invoice->currency));
      cli_table_take (table, dup_state (invoice));
    }
  cli_table_write (table, text);
}

/* What the document says beside its figures, and what was decided about it. */
static void
write_json_more (JsonBuilder *json, RelanceInvoice *invoice)
{
  cli_json_int (json, "written_off", invoice->written_off);
  cli_json_code (json, "type", invoice->type);
  cli_json_code (json, "means", invoice->means);
  cli_json_text (json, "due_source", invoice->due_source);
  cli_json_text (json, "reference", invoice->reference);
  cli_json_text (json, "corrects", invoice->corrects);
  cli_json_text (json, "excluded", invoice->excluded);
  cli_json_date (json, "excluded_until", invoice->excluded_until);
}

/* With its schedule. */
void
cli_json_invoice_instalments (JsonBuilder *json, RelanceInvoice *invoice)
{
  json_builder_begin_object (json);
  write_json_members (json, invoice);
  write_json_instalments (json, invoice->instalments);
  json_builder_end_object (json);
}

static void
write_text_instalments (GString *text, RelanceInvoice *invoice)
{
  g_autoptr (CliTable) table = cli_table_new (3, "lrr");

  for (guint i = 0; i < invoice->instalments->len; i++)
    {
      const RelanceInstalment *instalment =
        &g_array_index (invoice->instalments, RelanceInstalment, i);

      cli_table_take (table, cli_dup_date (instalment->due));
      cli_table_take (table, cli_dup_money (instalment->amount, invoice->currency));
      cli_table_take (table, cli_dup_money (instalment->balance, invoice->currency));
    }
  g_string_append_printf (text, "\n%s\n", C_ ("invoice", "Instalments and what remains due"));
  cli_table_write (table, text);
}

/* With its schedule. */
void
cli_text_invoice_instalments (GString *text, RelanceInvoice *invoice)
{
  cli_text_invoice (text, invoice);
  write_text_instalments (text, invoice);
}

static void
write_text_more (GString *text, RelanceInvoice *invoice)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");
  g_autofree char *until = NULL;

  cli_fact (table, C_ ("invoice", "Reference"), invoice->reference);
  cli_fact (table, C_ ("invoice", "Corrects"), invoice->corrects);
  cli_fact (table, C_ ("invoice", "Left out of reminders"), invoice->excluded);
  if (invoice->excluded_until != RELANCE_DATE_NONE)
    until = cli_dup_date (invoice->excluded_until);
  cli_fact (table, C_ ("invoice", "Left out until"), until);
  cli_table_write (table, text);
}

/* With its instalments, its payments and its history. */
void
cli_json_invoice_whole (JsonBuilder *json,
                        RelanceInvoice *invoice,
                        GPtrArray *documents,
                        GPtrArray *events)
{
  json_builder_begin_object (json);
  write_json_members (json, invoice);
  write_json_more (json, invoice);
  write_json_instalments (json, invoice->instalments);
  write_json_payments (json, invoice->payments);
  cli_json_documents (json, "documents", documents);
  write_json_events (json, events);
  json_builder_end_object (json);
}

/* With its schedule where there is one, its payments and its history. */
void
cli_text_invoice_whole (GString *text,
                        RelanceInvoice *invoice,
                        GPtrArray *documents,
                        GPtrArray *events)
{
  cli_text_invoice (text, invoice);
  write_text_more (text, invoice);
  if (invoice->instalments->len > 1)
    write_text_instalments (text, invoice);
  write_text_payments (text, invoice);
  write_text_documents (text, documents);
  write_text_events (text, events);
}
