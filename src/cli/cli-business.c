/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-accounts.h"

static void
write_json (JsonBuilder *json, const RelanceBusiness *business)
{
  json_builder_begin_object (json);
  for (int key = 0; key < RELANCE_BUSINESS_N_KEYS; key++)
    cli_json_text (json, relance_business_key_name (key), relance_business_get (business, key));
  json_builder_end_object (json);
}

/* The same words as "business set" takes, so that what is read can be typed. */
static void
write_text (GString *text, const RelanceBusiness *business)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");

  for (int key = 0; key < RELANCE_BUSINESS_N_KEYS; key++)
    cli_fact (table, relance_business_key_name (key), relance_business_get (business, key));
  cli_table_write (table, text);
  if (text->len == 0)
    g_string_append (text, _ ("Nothing is said about your business yet."));
}

static CliExit
answer (CliSession *session, const RelanceBusiness *business)
{
  if (session->json)
    write_json (session->json, business);
  else
    write_text (session->text, business);
  return CLI_EXIT_DONE;
}

static CliExit
run_show (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceBusiness) business = relance_business_load (session->book, error);

  return business ? answer (session, business) : CLI_EXIT_NOTHING;
}

static gboolean
is_business_key (const char *key)
{
  return relance_business_key_from_name (key) >= 0;
}

static gboolean
set_pair (RelanceBusiness *business, const char *text, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  if (!cli_split_pair (text, &key, &value, error))
    return FALSE;

  return relance_business_set (business, key, value, error) || cli_blame_pair (error, key, value);
}

static CliExit
run_set (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceBusiness) business = NULL;

  if (!cli_arguments_check_pairs (arguments, 0, is_business_key, error) ||
      !cli_session_open_book (session, CLI_BOOK_WRITE, error))
    return CLI_EXIT_NOTHING;
  business = relance_business_load (session->book, error);
  if (!business)
    return CLI_EXIT_NOTHING;
  for (int i = 0; i < cli_arguments_get_n (arguments); i++)
    if (!set_pair (business, cli_arguments_get_name (arguments, i), error))
      return CLI_EXIT_NOTHING;
  if (!relance_business_save (session->book, business, error))
    return CLI_EXIT_NOTHING;
  return answer (session, business);
}

const CliCommand cli_business_commands[] = {
  { "business set", "KEY=VALUE…",
    N_ ("Say who you are: name legal_name email phone street postcode city country siren vat iban "
        "bic language currency"),
    NULL, 1, -1, CLI_BOOK_NONE, FALSE, run_set },
  { "business show", NULL, N_ ("Show what the book knows about your business"), NULL, 0, 0,
    CLI_BOOK_READ, FALSE, run_show },
  { NULL },
};
