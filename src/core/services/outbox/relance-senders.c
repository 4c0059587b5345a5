/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-accounts.h"

#include "relance-identifiers.h"
#include "relance-store-accounts.h"
#include "relance-text.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>

/* Brevo refuses longer ones. */
#define NAME_MAX_CHARACTERS 70

static gboolean
refuse (GError **error, const char *value, const GError *problem)
{
  g_autofree char *why = relance_wording_error (problem);

  /* Translators: what was typed, and a sentence that says why not. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, _ ("“%s”: %s"), value,
               why);
  return FALSE;
}

static gboolean
clean_address (char **address, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *clean = relance_mail_address_parse (*address, &problem);

  if (clean == NULL)
    return refuse (error, *address, problem);
  g_set_str (address, clean);

  return TRUE;
}

static gboolean
clean_name (char **name, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *clean = relance_text_clean_name (*name, &problem);

  if (clean == NULL)
    return refuse (error, *name, problem);
  if (*clean == '\0' || g_utf8_strlen (clean, -1) > NAME_MAX_CHARACTERS)
    {
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                   /* Translators: a number of characters. */
                   ngettext ("A sender has a name of %d character at most.",
                             "A sender has a name of %d characters at most.", NAME_MAX_CHARACTERS),
                   NAME_MAX_CHARACTERS);
      return FALSE;
    }
  g_set_str (name, clean);

  return TRUE;
}

/* An account may be named by its provider. */
static gboolean
resolve_account (RelanceBook *book, char **reference, GError **error)
{
  g_autoptr (GPtrArray) accounts = relance_accounts_list (book, error);

  if (accounts == NULL)
    return FALSE;
  for (guint i = 0; i < accounts->len; i++)
    {
      RelanceAccount *account = g_ptr_array_index (accounts, i);

      if (g_strcmp0 (account->id, *reference) == 0 ||
          g_strcmp0 (account->provider, *reference) == 0)
        {
          g_set_str (reference, account->id);
          return TRUE;
        }
    }

  /* Translators: %s is what was typed for a mail account. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
               _ ("There is no mail account “%s”."), *reference);
  return FALSE;
}

static gboolean
is_named (RelanceSender *sender, const char *reference)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sender->id);

  return g_str_equal (id, reference) || g_ascii_strcasecmp (sender->address, reference) == 0;
}

/* Two senders of one address could not be told apart. */
static gboolean
check_is_new (RelanceBook *book, RelanceSender *sender, GError **error)
{
  g_autoptr (GPtrArray) senders = relance_senders_list (book, error);

  if (senders == NULL)
    return FALSE;
  for (guint i = 0; i < senders->len; i++)
    if (is_named (g_ptr_array_index (senders, i), sender->address))
      {
        /* Translators: %s is a mail address. */
        g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS,
                     _ ("There already is a sender “%s”. Remove it first to change it."),
                     sender->address);
        return FALSE;
      }

  return TRUE;
}

/**
 * relance_senders_list:
 *
 * Returns: (transfer full) (element-type RelanceSender): the first that was added on top
 */
GPtrArray *
relance_senders_list (RelanceBook *book, GError **error)
{
  return relance_store_list_senders (relance_book_get_store (book), error);
}

/**
 * relance_senders_add:
 * @sender: gets its id; its account may be named by the provider
 * @error: %RELANCE_SERVICE_ERROR_INVALID, %RELANCE_SERVICE_ERROR_EXISTS,
 *   %RELANCE_SERVICE_ERROR_NOT_FOUND or one of the store
 *
 * Adds an identity that mail leaves from. Its addresses are exactly one each.
 */
gboolean
relance_senders_add (RelanceBook *book, RelanceSender *sender, GError **error)
{
  if (!clean_address (&sender->address, error) || !clean_name (&sender->name, error))
    return FALSE;
  if (sender->reply_to != NULL && *sender->reply_to == '\0')
    g_clear_pointer (&sender->reply_to, g_free);
  if (sender->reply_to != NULL && !clean_address (&sender->reply_to, error))
    return FALSE;
  if (sender->account_id != NULL && !resolve_account (book, &sender->account_id, error))
    return FALSE;
  if (!check_is_new (book, sender, error))
    return FALSE;

  return relance_store_add_sender (relance_book_get_store (book), sender, error);
}

/**
 * relance_senders_remove:
 * @reference: an id or an address
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND or one of the store
 */
gboolean
relance_senders_remove (RelanceBook *book, const char *reference, GError **error)
{
  g_autoptr (GPtrArray) senders = relance_senders_list (book, error);

  if (senders == NULL)
    return FALSE;
  for (guint i = 0; i < senders->len; i++)
    {
      RelanceSender *sender = g_ptr_array_index (senders, i);

      if (is_named (sender, reference))
        return relance_store_remove_sender (relance_book_get_store (book), sender->id, error);
    }

  /* Translators: %s is what was typed for a sender. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
               _ ("There is no sender “%s”."), reference);
  return FALSE;
}
