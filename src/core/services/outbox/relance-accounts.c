/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-accounts.h"

#include "relance-accounts-private.h"
#include "relance-secrets.h"
#include "relance-store-accounts.h"
#include "relance-wording-message.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_key (const RelanceProvider *provider)
{
  return provider->build_check != NULL;
}

static gboolean
set_base_url (RelanceBook *book,
              RelanceAccount *account,
              const RelanceProvider *provider,
              GError **error)
{
  gboolean given = account->base_url != NULL && *account->base_url != '\0';
  g_autofree char *folder = relance_accounts_dup_default_folder (book);
  const char *fallback = has_key (provider) ? provider->default_base_url : folder;
  g_autofree char *url = provider->normalize_base_url (given ? account->base_url : fallback, NULL);

  if (url == NULL)
    {
      /* Translators: %s is what was typed for the address of a mail provider. */
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                   _ ("“%s” is not an address a key may travel to. Write one that begins with "
                      "https."),
                   account->base_url);
      return FALSE;
    }
  g_set_str (&account->base_url, url);

  return TRUE;
}

static char *
read_key (const RelanceProvider *provider, const char *given, GError **error)
{
  char *key;

  if (!has_key (provider))
    return g_strdup ("");

  key = g_strstrip (g_strdup (given != NULL ? given : ""));
  if (relance_mailer_key_is_valid (key))
    return key;

  explicit_bzero (key, strlen (key));
  g_free (key);
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                       _ ("This is not a key: it is empty, or holds blanks or accents. Copy it "
                          "again from your account at the mail provider."));
  return NULL;
}

static void
set_problem (GError **error, const RelanceOutcome *outcome)
{
  g_autofree char *sentence = relance_wording_account_problem (outcome->reason, outcome->detail);

  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_ACCOUNT, sentence);
}

static RelanceOutcome *
ask_provider (RelanceBook *book, RelanceRoute *route, GCancellable *cancellable)
{
  g_autoptr (RelanceHttp) http = relance_http_new ();

  return relance_mailer_check (http, route, relance_book_get_now (book), cancellable);
}

/* Nothing is kept of an account whose key is not good. */
static gboolean
check_new (RelanceBook *book,
           RelanceAccount *account,
           RelanceRoute *route,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (RelanceOutcome) outcome = ask_provider (book, route, cancellable);

  if (outcome->kind != RELANCE_OUTCOME_ACCEPTED)
    {
      set_problem (error, outcome);
      return FALSE;
    }
  g_set_str (&account->base_url, route->base_url);
  account->state = RELANCE_ACCOUNT_READY;

  return TRUE;
}

/* First the keyring, then the book: a key without an account does no harm. */
static gboolean
keep (RelanceBook *book,
      RelanceAccount *account,
      RelanceRoute *route,
      GCancellable *cancellable,
      GError **error)
{
  if (has_key (route->provider) && !relance_secrets_store (account, route->key, cancellable, error))
    return FALSE;
  if (relance_store_add_account (relance_book_get_store (book), account, error))
    return TRUE;
  if (has_key (route->provider))
    relance_secrets_clear (account, NULL, NULL);

  return FALSE;
}

static RelanceAccount *
get_account (RelanceBook *book, const char *id, GError **error)
{
  RelanceAccount *account;

  if (!relance_store_get_account (relance_book_get_store (book), id, &account, error))
    return NULL;
  if (account == NULL)
    /* Translators: %s is what was typed for a mail account. */
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                 _ ("There is no mail account “%s”."), id);

  return account;
}

static gboolean
find_sender (RelanceBook *book, RelanceAccount *account, RelanceSender **sender, GError **error)
{
  g_autoptr (GPtrArray) senders = relance_senders_list (book, error);
  g_autoptr (RelanceBusiness) business = relance_business_load (book, error);

  if (senders == NULL || business == NULL)
    return FALSE;
  for (guint i = 0; i < senders->len; i++)
    {
      RelanceSender *candidate = g_ptr_array_index (senders, i);

      if (i == 0 || g_strcmp0 (candidate->account_id, account->id) == 0)
        g_set_object (sender, candidate);
    }
  if (*sender == NULL && *relance_business_get (business, RELANCE_BUSINESS_EMAIL) != '\0')
    *sender = relance_sender_new (relance_business_get (business, RELANCE_BUSINESS_EMAIL),
                                  relance_business_get (business, RELANCE_BUSINESS_NAME));
  if (*sender != NULL)
    return TRUE;

  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                       _ ("There is nobody to write from. Add a sender and try again."));
  return FALSE;
}

/* In both languages, because nobody asked which one is read there. */
static RelanceMessage *
write_test (RelanceBook *book, RelanceSender *sender, const char *to)
{
  g_autoptr (RelanceMessage) message = relance_message_new ();

  message->id = g_uuid_string_random ();
  message->message_id = g_strdup_printf ("<%s@%s>", message->id, strchr (sender->address, '@') + 1);
  message->client_name = g_strdup ("test");
  message->to = g_strdup (to);
  message->from = g_strdup (sender->address);
  message->from_name = g_strdup (sender->name);
  message->reply_to = g_strdup (sender->reply_to);
  message->approved_at = relance_book_get_now (book);
  message->subject = g_strdup ("Relance: test · essai");
  message->text = g_strdup ("This message shows that Relance can send mail.\n\n"
                            "Ce message montre que Relance peut envoyer du courrier.\n");
  message->html = g_strdup ("<p lang=\"en\">This message shows that Relance can send mail.</p>"
                            "<p lang=\"fr\">Ce message montre que Relance peut envoyer du "
                            "courrier.</p>");

  return g_steal_pointer (&message);
}

/**
 * relance_accounts_dup_default_folder:
 *
 * Returns: (transfer full): where mail is written while there is no account: the folder
 *   “outgoing” beside the book
 */
char *
relance_accounts_dup_default_folder (RelanceBook *book)
{
  g_autofree char *path =
    g_canonicalize_filename (relance_store_get_path (relance_book_get_store (book)), NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "outgoing", NULL);
}

/**
 * relance_accounts_open_route:
 * @account: (nullable): %NULL for the default folder
 * @error: %RELANCE_SERVICE_ERROR_KEYRING, %RELANCE_SERVICE_ERROR_INVALID
 *
 * Returns: (transfer full): the way out by @account, with its key
 */
RelanceRoute *
relance_accounts_open_route (RelanceBook *book,
                             RelanceAccount *account,
                             GCancellable *cancellable,
                             GError **error)
{
  const RelanceProvider *provider =
    relance_provider_find (account != NULL ? account->provider : "folder");
  g_autofree char *folder = relance_accounts_dup_default_folder (book);
  char *key = NULL;

  if (provider == NULL)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                           _ ("This mail account is of a kind that this Relance does not know."));
      return NULL;
    }
  if (has_key (provider))
    {
      key = relance_secrets_lookup (account, cancellable, error);
      if (key == NULL)
        return NULL;
    }

  return relance_route_new (provider, account != NULL ? account->base_url : folder, key);
}

/**
 * relance_accounts_note:
 * @outcome: of any request of @account
 *
 * Keeps what an answer says of the account: good, in need of attention, or nothing new.
 */
gboolean
relance_accounts_note (RelanceBook *book,
                       RelanceAccount *account,
                       const RelanceOutcome *outcome,
                       GError **error)
{
  if (outcome->kind != RELANCE_OUTCOME_ACCEPTED && outcome->kind != RELANCE_OUTCOME_ACCOUNT)
    return TRUE;

  g_clear_pointer (&account->reason, g_free);
  account->state = RELANCE_ACCOUNT_READY;
  if (outcome->kind == RELANCE_OUTCOME_ACCOUNT)
    {
      account->state = RELANCE_ACCOUNT_ATTENTION;
      account->reason = relance_wording_account_problem (outcome->reason, outcome->detail);
    }

  return relance_store_update_account (relance_book_get_store (book), account, error);
}

/**
 * relance_accounts_list:
 *
 * Returns: (transfer full) (element-type RelanceAccount): the one that is used first on top
 */
GPtrArray *
relance_accounts_list (RelanceBook *book, GError **error)
{
  return relance_store_list_accounts (relance_book_get_store (book), error);
}

/**
 * relance_accounts_add:
 * @account: a new one; gets the base address that answered, and its state
 * @key: (nullable): its key; only the keyring keeps it
 * @check: whether to ask the provider if the key is good
 * @error: %RELANCE_SERVICE_ERROR_ACCOUNT when it is not, or cannot be asked;
 *   %RELANCE_SERVICE_ERROR_KEYRING, %RELANCE_SERVICE_ERROR_INVALID,
 *   %RELANCE_SERVICE_ERROR_SAMPLE or one of the store. Nothing is kept then.
 */
gboolean
relance_accounts_add (RelanceBook *book,
                      RelanceAccount *account,
                      const char *key,
                      gboolean check,
                      GCancellable *cancellable,
                      GError **error)
{
  const RelanceProvider *provider = relance_provider_find (account->provider);
  g_autoptr (RelanceRoute) route = NULL;
  char *own_key;

  if (provider == NULL)
    {
      /* Translators: %s is what was typed for a mail provider. */
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                   _ ("“%s” is not a mail provider."), account->provider);
      return FALSE;
    }
  if (relance_book_is_sample (book))
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_SAMPLE,
                           _ ("The sample book never sends, so it has no mail account. Open your "
                              "own book."));
      return FALSE;
    }
  if (!set_base_url (book, account, provider, error))
    return FALSE;
  own_key = read_key (provider, key, error);
  if (own_key == NULL)
    return FALSE;

  route = relance_route_new (provider, account->base_url, own_key);
  account->state = RELANCE_ACCOUNT_UNCHECKED;
  if (check && !check_new (book, account, route, cancellable, error))
    return FALSE;

  return keep (book, account, route, cancellable, error);
}

/**
 * relance_accounts_check:
 * @error: %RELANCE_SERVICE_ERROR_ACCOUNT with what is wrong, and others as for adding
 *
 * Asks the provider again whether the key is good, and keeps what it says. Messages
 * that waited for the account may leave once it is.
 */
gboolean
relance_accounts_check (RelanceBook *book,
                        const char *id,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (RelanceAccount) account = get_account (book, id, error);
  g_autoptr (RelanceRoute) route = NULL;
  g_autoptr (RelanceOutcome) outcome = NULL;

  if (account == NULL)
    return FALSE;
  route = relance_accounts_open_route (book, account, cancellable, error);
  if (route == NULL)
    return FALSE;

  outcome = ask_provider (book, route, cancellable);
  g_set_str (&account->base_url, route->base_url);
  if (!relance_accounts_note (book, account, outcome, error))
    return FALSE;
  if (outcome->kind == RELANCE_OUTCOME_ACCEPTED)
    return TRUE;

  set_problem (error, outcome);
  return FALSE;
}

/**
 * relance_accounts_remove:
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, %RELANCE_SERVICE_ERROR_KEYRING or one of the store
 *
 * Removes the key from the keyring and the account from the book. What left by it stays.
 */
gboolean
relance_accounts_remove (RelanceBook *book, const char *id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceAccount) account = get_account (book, id, error);
  const RelanceProvider *provider;

  if (account == NULL)
    return FALSE;
  provider = relance_provider_find (account->provider);
  if (provider != NULL && has_key (provider) && !relance_secrets_clear (account, NULL, error))
    return FALSE;
  if (!relance_store_begin (store, error))
    return FALSE;

  return relance_store_end (store, relance_store_remove_account (store, id, error), error);
}

/**
 * relance_accounts_send_test:
 * @to: where to, exactly one address
 * @error: %RELANCE_SERVICE_ERROR_ACCOUNT when it did not leave, and others as for adding
 *
 * Sends a small message through the account at once, outside the outbox.
 */
gboolean
relance_accounts_send_test (RelanceBook *book,
                            const char *id,
                            const char *to,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (RelanceAccount) account = get_account (book, id, error);
  g_autoptr (RelanceSender) sender = NULL;
  g_autoptr (RelanceMessage) message = NULL;
  g_autoptr (RelanceRoute) route = NULL;
  g_autoptr (RelanceHttp) http = relance_http_new ();
  g_autoptr (RelanceOutcome) outcome = NULL;

  if (account == NULL || !find_sender (book, account, &sender, error))
    return FALSE;
  route = relance_accounts_open_route (book, account, cancellable, error);
  if (route == NULL)
    return FALSE;

  message = write_test (book, sender, to);
  message->request = route->provider->freeze (message, NULL);
  if (message->request == NULL)
    {
      /* Translators: %s is what was typed for a mail address. */
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                   _ ("“%s” is not exactly one mail address."), to);
      return FALSE;
    }
  outcome = relance_mailer_send (http, route, message, relance_book_get_now (book), cancellable);
  if (!relance_accounts_note (book, account, outcome, error))
    return FALSE;
  if (outcome->kind == RELANCE_OUTCOME_ACCEPTED)
    return TRUE;

  set_problem (error, outcome);
  return FALSE;
}
