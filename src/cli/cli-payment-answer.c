/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-payment.h"

#include <glib/gi18n.h>

#include "cli-error.h"
#include "cli-json.h"
#include "cli-text.h"
#include "relance-accounts.h"
#include "relance-invoices.h"
#include "relance-money.h"
#include "relance-wording.h"

static gboolean
write_json_shares (CliSession *session, RelanceReceived *received, GError **error)
{
  cli_json_array (session->json, "invoices");
  for (guint i = 0; i < received->shares->len; i++)
    {
      const RelanceShare *share = &g_array_index (received->shares, RelanceShare, i);
      g_autoptr (RelanceInvoice)
        invoice = relance_invoices_get (session->book, share->invoice_id, error);

      if (!invoice)
        return FALSE;
      json_builder_begin_object (session->json);
      cli_json_int (session->json, "id", invoice->id);
      cli_json_text (session->json, "number", invoice->number);
      cli_json_int (session->json, "amount", share->amount);
      cli_json_int (session->json, "balance", invoice->balance);
      json_builder_end_object (session->json);
    }
  json_builder_end_array (session->json);
  return TRUE;
}

static gboolean
write_json (CliSession *session, RelanceReceived *received, GError **error)
{
  JsonBuilder *json = session->json;

  json_builder_begin_object (json);
  cli_json_int (json, "id", received->id);
  cli_json_nick (json, "kind", RELANCE_TYPE_PAYMENT_KIND, received->kind);
  cli_json_text (json, "number", received->number);
  cli_json_int (json, "client_id", received->client_id);
  cli_json_date (json, "date", received->date);
  cli_json_text (json, "currency", received->currency);
  cli_json_int (json, "amount", received->amount);
  cli_json_int (json, "credit", received->credit);
  cli_json_text (json, "means", received->means);
  cli_json_text (json, "note", received->note);
  if (!write_json_shares (session, received, error))
    return FALSE;
  json_builder_end_object (json);
  return TRUE;
}

static char *
dup_what (RelanceReceived *received)
{
  if (received->kind == RELANCE_PAYMENT_CREDIT_NOTE)
    /* Translators: %s is the number of a credit note */
    return g_strdup_printf (_ ("Credit note %s"), received->number);
  if (*received->means)
    return g_strdup (relance_wording_means (received->means));
  return g_strdup (C_ ("payment", "Payment"));
}

/* A line that goes on with the one before. */
static void
add_blanks (CliTable *table)
{
  cli_table_add (table, "");
  cli_table_add (table, "");
}

static gboolean
add_text_shares (CliSession *session, CliTable *table, RelanceReceived *received, GError **error)
{
  for (guint i = 0; i < received->shares->len; i++)
    {
      const RelanceShare *share = &g_array_index (received->shares, RelanceShare, i);
      g_autoptr (RelanceInvoice)
        invoice = relance_invoices_get (session->book, share->invoice_id, error);

      if (!invoice)
        return FALSE;
      add_blanks (table);
      cli_table_take (table, cli_dup_money (share->amount, received->currency));
      /* Translators: %s is the number of an invoice that a payment counts towards */
      cli_table_take (table, g_strdup_printf (_ ("for invoice %s"), invoice->number));
    }
  return TRUE;
}

static gboolean
add_text (CliSession *session, CliTable *table, RelanceReceived *received, GError **error)
{
  cli_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, received->id));
  cli_table_take (table, cli_dup_date (received->date));
  cli_table_take (table, cli_dup_money (received->amount, received->currency));
  cli_table_take (table, dup_what (received));
  if (!add_text_shares (session, table, received, error))
    return FALSE;
  if (received->credit > 0)
    {
      add_blanks (table);
      cli_table_take (table, cli_dup_money (received->credit, received->currency));
      cli_table_add (table, C_ ("payment", "is a credit"));
    }
  return TRUE;
}

/* Shows a payment or a credit note, and what it counts towards. */
CliExit
cli_payment_answer (CliSession *session, gint64 id, GError **error)
{
  g_autoptr (RelanceReceived) received = relance_payments_load (session->book, id, error);
  g_autoptr (CliTable) table = cli_table_new (4, "rlrl");

  if (!received)
    return CLI_EXIT_NOTHING;
  if (session->json)
    return write_json (session, received, error) ? CLI_EXIT_DONE : CLI_EXIT_NOTHING;
  if (!add_text (session, table, received, error))
    return CLI_EXIT_NOTHING;
  cli_table_write (table, session->text);
  return CLI_EXIT_DONE;
}

/* All that a client paid, and its credit notes. */
CliExit
cli_payment_list (CliSession *session, gint64 client_id, GError **error)
{
  g_autoptr (GPtrArray) all = relance_payments_list (session->book, client_id, error);
  g_autoptr (CliTable) table = cli_table_new (4, "rlrl");

  if (!all)
    return CLI_EXIT_NOTHING;
  if (session->json)
    json_builder_begin_array (session->json);
  for (guint i = 0; i < all->len; i++)
    if (!(session->json ? write_json (session, g_ptr_array_index (all, i), error)
                        : add_text (session, table, g_ptr_array_index (all, i), error)))
      return CLI_EXIT_NOTHING;
  if (session->json)
    json_builder_end_array (session->json);
  else if (all->len == 0)
    g_string_append (session->text, _ ("No payments."));
  else
    cli_table_write (table, session->text);
  return CLI_EXIT_DONE;
}

gboolean
cli_payment_read_id (const char *text, gint64 *id, GError **error)
{
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  /* Translators: %s is what was typed */
  g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
               _ ("“%s” is not the id of a payment. “invoice show” tells it."), text);
  return FALSE;
}

/**
 * cli_read_currency:
 * @code: (nullable): what was typed; without it that of the business, or euros
 */
gboolean
cli_read_currency (CliSession *session, const char *code, char currency[4], GError **error)
{
  g_autoptr (RelanceBusiness) business = NULL;

  if (!code)
    {
      business = relance_business_load (session->book, error);
      if (!business)
        return FALSE;
      code = relance_business_get (business, RELANCE_BUSINESS_CURRENCY);
      code = *code ? code : "EUR";
    }
  if (!relance_money_is_currency (code))
    {
      /* Translators: %s is what was typed for a currency */
      g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("“%s” is not a currency such as EUR."),
                   code);
      return FALSE;
    }
  g_strlcpy (currency, code, 4);
  return TRUE;
}
