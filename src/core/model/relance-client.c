/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-client.h"

G_DEFINE_FINAL_TYPE (RelanceClient, relance_client, G_TYPE_OBJECT)

/* The texts that a client may have or not, by the word that the command line uses. */
static const struct
{
  const char *key;
  gsize offset;
} texts[] = {
  { "first_name", G_STRUCT_OFFSET (RelanceClient, first_name) },
  { "last_name", G_STRUCT_OFFSET (RelanceClient, last_name) },
  { "email", G_STRUCT_OFFSET (RelanceClient, email) },
  { "phone", G_STRUCT_OFFSET (RelanceClient, phone) },
  { "street", G_STRUCT_OFFSET (RelanceClient, street) },
  { "postcode", G_STRUCT_OFFSET (RelanceClient, postcode) },
  { "city", G_STRUCT_OFFSET (RelanceClient, city) },
  { "country", G_STRUCT_OFFSET (RelanceClient, country) },
  { "siren", G_STRUCT_OFFSET (RelanceClient, siren) },
  { "siret", G_STRUCT_OFFSET (RelanceClient, siret) },
  { "vat", G_STRUCT_OFFSET (RelanceClient, vat) },
  { "iban", G_STRUCT_OFFSET (RelanceClient, iban) },
  { "time_zone", G_STRUCT_OFFSET (RelanceClient, time_zone) },
  { "terms", G_STRUCT_OFFSET (RelanceClient, terms) },
  { "code", G_STRUCT_OFFSET (RelanceClient, code) },
  { "notes", G_STRUCT_OFFSET (RelanceClient, notes) },
  { "excluded", G_STRUCT_OFFSET (RelanceClient, excluded) },
  { "situation_reason", G_STRUCT_OFFSET (RelanceClient, situation_reason) },
};

static char **
get_text (RelanceClient *self, gsize index)
{
  return G_STRUCT_MEMBER_P (self, texts[index].offset);
}

static gboolean
has_same_texts (RelanceClient *self, RelanceClient *other)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (*get_text (self, i), *get_text (other, i)) != 0)
      return FALSE;

  return TRUE;
}

static void
relance_client_finalize (GObject *object)
{
  RelanceClient *self = RELANCE_CLIENT (object);

  g_free (self->name);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*get_text (self, i));
  g_free (self->own_plan_name);
  g_free (self->own_plan_steps);
  g_ptr_array_unref (self->contacts);
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
  self->excluded_until = RELANCE_DATE_NONE;
  self->plan = RELANCE_RHYTHM_REGULAR;
  self->situation_since = RELANCE_DATE_NONE;
  self->hours_from = RELANCE_CLIENT_NO_HOUR;
  self->hours_to = RELANCE_CLIENT_NO_HOUR;
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_contact_free);
  self->last_payment = RELANCE_DATE_NONE;
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
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *get_text (copy, i) = g_strdup (*get_text (self, i));
  copy->excluded_until = self->excluded_until;
  relance_client_set_own_plan (copy, self->own_plan_id, self->own_plan_name, self->own_plan_steps);
  copy->plan = self->plan;
  copy->situation = self->situation;
  copy->situation_since = self->situation_since;
  copy->hours_from = self->hours_from;
  copy->hours_to = self->hours_to;
  copy->archived = self->archived;
  copy->reminder_contact_id = self->reminder_contact_id;
  copy->erased_at = self->erased_at;
  for (guint i = 0; i < self->contacts->len; i++)
    g_ptr_array_add (copy->contacts, relance_contact_copy (self->contacts->pdata[i]));
  g_array_append_vals (copy->totals, self->totals->data, self->totals->len);

  return copy;
}

/**
 * relance_client_equal:
 *
 * Returns: whether both say the same of a client; contacts and totals do not count
 */
gboolean
relance_client_equal (RelanceClient *self, RelanceClient *other)
{
  return g_str_equal (self->name, other->name) && self->kind == other->kind &&
         self->tone == other->tone && self->address == other->address &&
         self->language == other->language && self->title == other->title &&
         self->excluded_until == other->excluded_until && self->plan == other->plan &&
         self->own_plan_id == other->own_plan_id && self->situation == other->situation &&
         self->situation_since == other->situation_since && self->hours_from == other->hours_from &&
         self->hours_to == other->hours_to && self->archived == other->archived &&
         self->reminder_contact_id == other->reminder_contact_id && has_same_texts (self, other);
}

/**
 * relance_client_get_text:
 * @key: such as "street", see relance_client_get_text_key()
 *
 * Returns: (nullable): the place of an optional text, %NULL when there is none of that key
 */
char **
relance_client_get_text (RelanceClient *self, const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].key, key))
      return get_text (self, i);

  return NULL;
}

/**
 * relance_client_get_text_at:
 * @index: from 0
 *
 * Returns: (nullable): the place of the optional text of that index, %NULL after the last
 */
char **
relance_client_get_text_at (RelanceClient *self, guint index)
{
  return index < G_N_ELEMENTS (texts) ? get_text (self, index) : NULL;
}

/**
 * relance_client_get_text_key:
 * @index: from 0
 *
 * Returns: (nullable): the key of the optional text of that index, %NULL after the last
 */
const char *
relance_client_get_text_key (guint index)
{
  return index < G_N_ELEMENTS (texts) ? texts[index].key : NULL;
}

/**
 * relance_client_get_reminder_contact:
 *
 * Returns: (transfer none) (nullable): the contact that reminders go to: one that the client
 *   names and that has an address; %NULL where they go to the client's own address
 */
RelanceContact *
relance_client_get_reminder_contact (RelanceClient *self)
{
  for (guint i = 0; i < self->contacts->len; i++)
    {
      RelanceContact *contact = self->contacts->pdata[i];

      if (contact->id == self->reminder_contact_id)
        return contact->email != NULL ? contact : NULL;
    }

  return NULL;
}

/**
 * relance_client_get_reminder_email:
 *
 * Returns: (nullable): where reminders go
 */
const char *
relance_client_get_reminder_email (RelanceClient *self)
{
  const RelanceContact *contact = relance_client_get_reminder_contact (self);

  return contact != NULL ? contact->email : self->email;
}

/**
 * relance_client_is_excluded:
 *
 * Returns: whether somebody decided that the client gets no reminder on that day
 */
gboolean
relance_client_is_excluded (RelanceClient *self, RelanceDate today)
{
  return self->excluded != NULL &&
         (self->excluded_until == RELANCE_DATE_NONE || self->excluded_until >= today);
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

/**
 * relance_client_set_plan:
 *
 * Gives the client a plan of the program, or none.
 */
void
relance_client_set_plan (RelanceClient *self, RelanceRhythm plan)
{
  relance_client_set_own_plan (self, 0, NULL, NULL);
  self->plan = plan;
}

/**
 * relance_client_set_own_plan:
 * @id: a reminder plan of the book
 * @steps: as the book has them
 *
 * Gives the client a plan of one's own. Should the book lose it, the client has the regular one.
 */
void
relance_client_set_own_plan (RelanceClient *self, gint64 id, const char *name, const char *steps)
{
  self->plan = RELANCE_RHYTHM_REGULAR;
  self->own_plan_id = id;
  g_set_str (&self->own_plan_name, name);
  g_set_str (&self->own_plan_steps, steps);
}
