/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-check.h"
#include "relance-enum-types.h"
#include "relance-invoices.h"

static void
write_json_check (JsonBuilder *json, GPtrArray *findings)
{
  json_builder_begin_object (json);
  cli_json_flag (json, "ok", findings->len == 0);
  cli_json_array (json, "findings");
  for (guint i = 0; i < findings->len; i++)
    cli_json_item (json, g_ptr_array_index (findings, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
write_text_check (GString *text, GPtrArray *findings)
{
  if (findings->len == 0)
    g_string_append (text, _ ("The book is sound."));
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *finding = cli_dup_clean (g_ptr_array_index (findings, i));
      g_string_append_printf (text, "%s\n", finding);
    }
}

static CliExit
run_check (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!relance_check (session->book, findings, error))
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json_check (session->json, findings);
  else
    write_text_check (session->text, findings);
  return findings->len == 0 ? CLI_EXIT_DONE : CLI_EXIT_PARTLY;
}

/* Names what was taken back; @detail is a file, a name or a number. */
static char *
dup_undone (RelanceChangeKind kind, const char *detail)
{
  switch (kind)
    {
    case RELANCE_CHANGE_IMPORT:
      /* Translators: %s is a file */
      return g_strdup_printf (_ ("The import of %s was taken back."), detail);
    case RELANCE_CHANGE_CLIENT_ADDED:
      /* Translators: %s is a client */
      return g_strdup_printf (_ ("The client %s was taken out again."), detail);
    case RELANCE_CHANGE_CLIENT_EDITED:
      /* Translators: %s is a client */
      return g_strdup_printf (_ ("The client %s is as before."), detail);
    case RELANCE_CHANGE_CLIENT_REMOVED:
      /* Translators: %s is a client */
      return g_strdup_printf (_ ("The client %s is back."), detail);
    case RELANCE_CHANGE_CLIENTS_MERGED:
      /* Translators: %s is a client */
      return g_strdup_printf (_ ("The client %s is a client of its own again."), detail);
    case RELANCE_CHANGE_CONTACT_ADDED:
      /* Translators: %s is the name of a person */
      return g_strdup_printf (_ ("The contact %s was taken out again."), detail);
    case RELANCE_CHANGE_CONTACT_EDITED:
      /* Translators: %s is the name of a person */
      return g_strdup_printf (_ ("The contact %s is as before."), detail);
    case RELANCE_CHANGE_CONTACT_REMOVED:
      /* Translators: %s is the name of a person */
      return g_strdup_printf (_ ("The contact %s is back."), detail);
    case RELANCE_CHANGE_EXCHANGE_ADDED:
      /* Translators: %s is a client */
      return g_strdup_printf (_ ("That you were in touch with %s was taken back."), detail);
    case RELANCE_CHANGE_INVOICE_ADDED:
      /* Translators: %s is an invoice number */
      return g_strdup_printf (_ ("The invoice %s was taken out again."), detail);
    case RELANCE_CHANGE_INVOICE_EDITED:
      /* Translators: %s is an invoice number */
      return g_strdup_printf (_ ("The invoice %s is as before."), detail);
    case RELANCE_CHANGE_INVOICE_REMOVED:
      /* Translators: %s is an invoice number */
      return g_strdup_printf (_ ("The invoice %s is back."), detail);
    case RELANCE_CHANGE_PAYMENT_ADDED:
      if (*detail == '\0')
        return g_strdup (_ ("The payment was taken back."));
      /* Translators: %s is an invoice number */
      return g_strdup_printf (_ ("The payment of invoice %s was taken back."), detail);
    case RELANCE_CHANGE_PAYMENT_REMOVED:
      return g_strdup (_ ("The payment that was removed is back."));
    case RELANCE_CHANGE_PAYMENT_ALLOCATED:
      return g_strdup (_ ("The payment counts towards what it did before."));
    case RELANCE_CHANGE_CREDIT_NOTE_ADDED:
      /* Translators: %s is the number of a credit note */
      return g_strdup_printf (_ ("The credit note %s was taken back."), detail);
    case RELANCE_CHANGE_WRITTEN_OFF:
      /* Translators: %s is an invoice number */
      return g_strdup_printf (_ ("What was written off of invoice %s is due again."), detail);
    case RELANCE_CHANGE_INSTALMENTS_SET:
      /* Translators: %s is an invoice number */
      return g_strdup_printf (_ ("The instalments of invoice %s are as before."), detail);
    case RELANCE_CHANGE_INVOICE_EXCLUDED:
      /* Translators: %s is an invoice number */
      return g_strdup_printf (_ ("The reminders of invoice %s are as before."), detail);
    case RELANCE_CHANGE_INVOICE_REPLACED:
      /* Translators: %s is an invoice number */
      return g_strdup_printf (_ ("Invoice %s replaces no other any more."), detail);
    case RELANCE_CHANGE_DOCUMENT_ADDED:
      /* Translators: %s is a file */
      return g_strdup_printf (_ ("%s is no longer attached."), detail);
    case RELANCE_CHANGE_DOCUMENT_REMOVED:
      /* Translators: %s is a file */
      return g_strdup_printf (_ ("%s is attached again."), detail);
    case RELANCE_CHANGE_PLAN_ADDED:
      /* Translators: %s is the name of a reminder plan */
      return g_strdup_printf (_ ("The reminder plan %s was taken out again."), detail);
    case RELANCE_CHANGE_PLAN_EDITED:
      /* Translators: %s is the name of a reminder plan */
      return g_strdup_printf (_ ("The reminder plan %s is as before."), detail);
    case RELANCE_CHANGE_PLAN_REMOVED:
      /* Translators: %s is the name of a reminder plan */
      return g_strdup_printf (_ ("The reminder plan %s is back."), detail);
    default:
      return g_strdup (_ ("The last change was taken back."));
    }
}

static void
write_json_undone (JsonBuilder *json, gint64 id, RelanceChangeKind kind, const char *text)
{
  json_builder_begin_object (json);
  cli_json_int (json, "id", id);
  cli_json_nick (json, "kind", RELANCE_TYPE_CHANGE_KIND, kind);
  cli_json_text (json, "text", text);
  json_builder_end_object (json);
}

static CliExit
run_undo (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autofree char *detail = NULL;
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  RelanceChangeKind kind;
  gint64 id = 0;

  if (!relance_changes_get_last (session->book, &id, &kind, &detail, error))
    return CLI_EXIT_NOTHING;
  if (id == 0)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                           _ ("There is nothing to take back."));
      return CLI_EXIT_NOTHING;
    }
  if (!relance_changes_undo (session->book, id, error))
    return CLI_EXIT_NOTHING;
  text = dup_undone (kind, detail);
  clean = cli_dup_clean (text);
  if (session->json)
    write_json_undone (session->json, id, kind, clean);
  else
    g_string_append (session->text, clean);
  return CLI_EXIT_DONE;
}

const CliCommand cli_check_commands[] = {
  { "check", NULL, N_ ("Look whether the file, the sums and the outbox are sound"), NULL, 0, 0,
    CLI_BOOK_READ, FALSE, run_check },
  { "undo", NULL, N_ ("Take the last change back"), NULL, 0, 0, CLI_BOOK_CHANGE, FALSE, run_undo },
  { NULL },
};
