/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-secrets.h"

#include "relance-book.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

/* Nothing in the attributes is secret, and nothing in the book is. Without a desktop,
 * SECRET_BACKEND=file makes libsecret keep an encrypted file, as it does inside a Flatpak. */
static const SecretSchema *
get_schema (void)
{
  static const SecretSchema schema = {
    "org.example.Relance.Account",
    SECRET_SCHEMA_NONE,
    {
      { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "provider", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
    },
  };

  return &schema;
}

/* What the keyring says itself is for programmers, in any language. */
static void
set_keyring_error (GError **error)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_KEYRING,
                       _ ("The keyring is locked or absent, so the key cannot be read or kept. "
                          "Unlock the keyring and try again."));
}

/**
 * relance_secrets_store:
 * @account: whose key it is
 * @key: the key
 * @error: %RELANCE_SERVICE_ERROR_KEYRING
 *
 * Keeps a key in the keyring, in the place of what was there. It may ask the
 * user to unlock it, and waits.
 */
gboolean
relance_secrets_store (RelanceAccount *account,
                       const char *key,
                       GCancellable *cancellable,
                       GError **error)
{
  /* Translators: %s is a mail provider; it is how the key is called in the keyring. */
  g_autofree char *label = g_strdup_printf (_ ("Relance: key for %s"), account->provider);

  if (secret_password_store_sync (get_schema (), SECRET_COLLECTION_DEFAULT, label, key, cancellable,
                                  NULL, "account", account->id, "provider", account->provider,
                                  NULL))
    return TRUE;

  set_keyring_error (error);
  return FALSE;
}

/**
 * relance_secrets_lookup:
 * @error: %RELANCE_SERVICE_ERROR_KEYRING, also when the keyring has no such key
 *
 * Returns: (transfer full): the key, to be wiped after use
 */
char *
relance_secrets_lookup (RelanceAccount *account, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  char *found = secret_password_lookup_sync (get_schema (), cancellable, &local_error, "account",
                                             account->id, "provider", account->provider, NULL);
  char *key;

  if (local_error != NULL)
    {
      set_keyring_error (error);
      return NULL;
    }
  if (found == NULL)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_KEYRING,
                           _ ("The keyring has no key for this mail account. Remove the account "
                              "and add it again with its key."));
      return NULL;
    }

  key = g_strdup (found);
  secret_password_free (found);

  return key;
}

/**
 * relance_secrets_clear:
 * @error: %RELANCE_SERVICE_ERROR_KEYRING
 *
 * Takes the key out of the keyring, if it is there.
 */
gboolean
relance_secrets_clear (RelanceAccount *account, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  secret_password_clear_sync (get_schema (), cancellable, &local_error, "account", account->id,
                              "provider", account->provider, NULL);
  if (local_error == NULL)
    return TRUE;

  set_keyring_error (error);
  return FALSE;
}
