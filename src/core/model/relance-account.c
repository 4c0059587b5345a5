/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-account.h"

G_DEFINE_FINAL_TYPE (RelanceAccount, relance_account, G_TYPE_OBJECT)

static void
relance_account_finalize (GObject *object)
{
  RelanceAccount *self = RELANCE_ACCOUNT (object);

  g_free (self->id);
  g_free (self->provider);
  g_free (self->base_url);
  g_free (self->user);
  g_free (self->reason);

  G_OBJECT_CLASS (relance_account_parent_class)->finalize (object);
}

static void
relance_account_class_init (RelanceAccountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_account_finalize;
}

static void
relance_account_init (RelanceAccount *self)
{
  self->state = RELANCE_ACCOUNT_UNCHECKED;
}

/**
 * relance_account_new:
 * @provider: "brevo", "folder"…
 *
 * Returns: (transfer full): an account with an id of its own, not in the book yet
 */
RelanceAccount *
relance_account_new (const char *provider)
{
  RelanceAccount *self = g_object_new (RELANCE_TYPE_ACCOUNT, NULL);

  self->id = g_uuid_string_random ();
  self->provider = g_strdup (provider);

  return self;
}

G_DEFINE_FINAL_TYPE (RelanceSender, relance_sender, G_TYPE_OBJECT)

static void
relance_sender_finalize (GObject *object)
{
  RelanceSender *self = RELANCE_SENDER (object);

  g_free (self->address);
  g_free (self->name);
  g_free (self->reply_to);
  g_free (self->account_id);

  G_OBJECT_CLASS (relance_sender_parent_class)->finalize (object);
}

static void
relance_sender_class_init (RelanceSenderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_sender_finalize;
}

static void
relance_sender_init (RelanceSender *self)
{
  self->voice = RELANCE_VOICE_PERSONAL;
}

/**
 * relance_sender_new:
 * @address: a mail address
 * @name: the name beside it
 *
 * Returns: (transfer full): a sender that is not in the book yet
 */
RelanceSender *
relance_sender_new (const char *address, const char *name)
{
  RelanceSender *self = g_object_new (RELANCE_TYPE_SENDER, NULL);

  self->address = g_strdup (address);
  self->name = g_strdup (name);

  return self;
}
