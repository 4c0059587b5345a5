/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-client.h"

RelanceContact *
relance_contact_new (void)
{
  RelanceContact *self = g_new0 (RelanceContact, 1);

  self->title = RELANCE_TITLE_NONE;

  return self;
}

RelanceContact *
relance_contact_copy (const RelanceContact *self)
{
  RelanceContact *copy = relance_contact_new ();

  copy->id = self->id;
  copy->title = self->title;
  copy->first_name = g_strdup (self->first_name);
  copy->last_name = g_strdup (self->last_name);
  copy->role = g_strdup (self->role);
  copy->email = g_strdup (self->email);
  copy->phone = g_strdup (self->phone);

  return copy;
}

/**
 * relance_contact_equal:
 *
 * Returns: whether both say the same of a person, whatever their ids
 */
gboolean
relance_contact_equal (const RelanceContact *one, const RelanceContact *other)
{
  return one->title == other->title && g_strcmp0 (one->first_name, other->first_name) == 0 &&
         g_strcmp0 (one->last_name, other->last_name) == 0 &&
         g_strcmp0 (one->role, other->role) == 0 && g_strcmp0 (one->email, other->email) == 0 &&
         g_strcmp0 (one->phone, other->phone) == 0;
}

void
relance_contact_free (RelanceContact *self)
{
  g_free (self->first_name);
  g_free (self->last_name);
  g_free (self->role);
  g_free (self->email);
  g_free (self->phone);
  g_free (self);
}
