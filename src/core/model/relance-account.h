/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enum-types.h"
#include "relance-enums.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_ACCOUNT (relance_account_get_type ())
G_DECLARE_FINAL_TYPE (RelanceAccount, relance_account, RELANCE, ACCOUNT, GObject)

/**
 * RelanceAccount:
 * @id: a UUID, also the keyring's name for the key
 * @provider: "brevo" or "folder"
 * @base_url: where the provider is; the folder's path for "folder"
 * @reason: why it needs attention, in the user's language, or %NULL
 *
 * A way for mail to leave. The key itself is in the keyring and nowhere else.
 */
struct _RelanceAccount
{
  GObject              parent_instance;

  char                *id;
  char                *provider;
  char                *base_url;
  char                *user;
  RelanceAccountState  state;
  char                *reason;
};

RelanceAccount *relance_account_new (const char *provider);

#define RELANCE_TYPE_SENDER (relance_sender_get_type ())
G_DECLARE_FINAL_TYPE (RelanceSender, relance_sender, RELANCE, SENDER, GObject)

/**
 * RelanceSender:
 * @account_id: the account it leaves by, or %NULL for the first ready one, else the folder
 * @reply_to: an address, or %NULL
 *
 * An identity mail leaves from.
 */
struct _RelanceSender
{
  GObject       parent_instance;

  gint64        id;
  char         *address;
  char         *name;
  char         *reply_to;
  char         *account_id;
  RelanceVoice  voice;
};

RelanceSender *relance_sender_new (const char *address,
                                   const char *name);

G_END_DECLS
