/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-client.h"

G_DEFINE_FINAL_TYPE (RelanceClient, relance_client, G_TYPE_OBJECT)

static void
relance_client_finalize (GObject *object)
{
  RelanceClient *self = RELANCE_CLIENT (object);

  g_free (self->name);
  g_free (self->first_name);
  g_free (self->last_name);
  g_free (self->email);
  g_free (self->phone);
  g_array_unref (self->totals);

  G_OBJECT_CLASS (relance_client_parent_class)->finalize (object);
}

static void
relance_client_class_init (RelanceClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_client_finalize;
}

static void
relance_client_init (RelanceClient *self)
{
  self->kind = RELANCE_KIND_BUSINESS;
  self->tone = RELANCE_TONE_FRIENDLY;
  self->address = RELANCE_ADDRESS_VOUS;
  self->language = RELANCE_LANGUAGE_FR;
  self->title = RELANCE_TITLE_NONE;
  self->totals = g_array_new (FALSE, TRUE, sizeof (RelanceClientTotal));
}

/**
 * relance_client_new:
 * @name: its name
 *
 * Returns: (transfer full): a client that is not in the book yet: a business,
 *   friendly, *vous*, in French
 */
RelanceClient *
relance_client_new (const char *name)
{
  RelanceClient *self = g_object_new (RELANCE_TYPE_CLIENT, NULL);

  self->name = g_strdup (name);

  return self;
}

/**
 * relance_client_copy:
 *
 * Returns: (transfer full): a client of its own with the same content, to be edited
 */
RelanceClient *
relance_client_copy (RelanceClient *self)
{
  RelanceClient *copy = relance_client_new (self->name);

  copy->id = self->id;
  copy->kind = self->kind;
  copy->tone = self->tone;
  copy->address = self->address;
  copy->language = self->language;
  copy->title = self->title;
  copy->first_name = g_strdup (self->first_name);
  copy->last_name = g_strdup (self->last_name);
  copy->email = g_strdup (self->email);
  copy->phone = g_strdup (self->phone);
  g_array_append_vals (copy->totals, self->totals->data, self->totals->len);

  return copy;
}

/**
 * relance_client_dup_person_name:
 *
 * Returns: (transfer full) (nullable): the first and last name of the person, as
 *   far as they are known
 */
char *
relance_client_dup_person_name (RelanceClient *self)
{
  if (self->first_name != NULL && self->last_name != NULL)
    return g_strdup_printf ("%s %s", self->first_name, self->last_name);

  return g_strdup (self->first_name != NULL ? self->first_name : self->last_name);
}
