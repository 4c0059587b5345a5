/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-cards.h"

#include "relance-clients.h"
#include "relance-import-differences.h"
#include "relance-text.h"
#include "relance-wording-import.h"

#include <glib/gi18n-lib.h>

static const char *
get_first (const GArray *entries)
{
  return entries->len > 0 ? g_array_index (entries, RelanceCardEntry, 0).value : NULL;
}

static RelanceTitle
read_title (const char *honorific)
{
  static const char *const madame[] = { "mme", "madame", "mlle", "mrs", "ms", "miss", NULL };
  static const char *const monsieur[] = { "m", "monsieur", "mr", "mister", NULL };
  g_autofree char *word = honorific != NULL ? relance_text_fold_words (honorific) : NULL;

  if (word != NULL && g_strv_contains (madame, word))
    return RELANCE_TITLE_MADAME;
  if (word != NULL && g_strv_contains (monsieur, word))
    return RELANCE_TITLE_MONSIEUR;

  return RELANCE_TITLE_NONE;
}

static gboolean
folds_alike (const char *one, const char *other)
{
  g_autofree char *folded = relance_text_fold (one != NULL ? one : "");
  g_autofree char *other_folded = relance_text_fold (other != NULL ? other : "");

  return g_str_equal (folded, other_folded);
}

/* The address of an organisation is nobody's in particular. */
static const char *
get_own_email (const RelanceCard *card)
{
  return card->kind == RELANCE_CARD_PERSON ? get_first (card->emails) : NULL;
}

/* What stands for the family name of a person whose card has only one whole name. */
static const char *
get_last_name (const RelanceCard *card)
{
  return card->last_name != NULL || card->kind != RELANCE_CARD_PERSON ? card->last_name
                                                                      : card->name;
}

/* One address is one person, and so is one name. */
static RelanceContact *
find_contact (const RelanceClient *client, const RelanceCard *card)
{
  const char *email = get_own_email (card);
  const char *last_name = get_last_name (card);

  for (guint i = 0; i < client->contacts->len; i++)
    {
      RelanceContact *contact = client->contacts->pdata[i];

      if (email != NULL && contact->email != NULL &&
          g_ascii_strcasecmp (email, contact->email) == 0)
        return contact;
      if (folds_alike (contact->last_name, last_name) &&
          folds_alike (contact->first_name, card->first_name))
        return contact;
    }

  return NULL;
}

static void
fill_contact (RelancePlannedCard *self, const char *key, char **field, const char *value)
{
  if (value == NULL || *field != NULL || !relance_contacts_set (self->contact, key, value, NULL) ||
      *field == NULL)
    return;
  if (self->contact->id != 0)
    relance_import_differences_add (self->differences, key, "", *field);
}

static void
fill_contact_of (RelancePlannedCard *self)
{
  const RelanceCard *card = self->card;
  RelanceContact *contact = self->contact;

  if (contact->title == RELANCE_TITLE_NONE)
    contact->title = read_title (card->honorific);
  fill_contact (self, "first_name", &contact->first_name, card->first_name);
  fill_contact (self, "last_name", &contact->last_name, get_last_name (card));
  fill_contact (self, "role", &contact->role, card->title);
  if (card->kind != RELANCE_CARD_PERSON)
    return;
  fill_contact (self, "email", &contact->email, get_first (card->emails));
  fill_contact (self, "phone", &contact->phone, get_first (card->phones));
}

static void
fill_address (RelancePlannedCard *self)
{
  const RelanceClient *known = self->client->client;

  if (known->street != NULL || known->postcode != NULL || known->city != NULL)
    return;
  relance_import_client_fill (self->client, "street", self->card->street, self->differences);
  relance_import_client_fill (self->client, "postcode", self->card->postcode, self->differences);
  relance_import_client_fill (self->client, "city", self->card->city, self->differences);
  relance_import_client_fill (self->client, "country", self->card->country, self->differences);
}

static void
fill_person (RelancePlannedCard *self)
{
  RelanceClient *client = self->client->client;

  if (client->first_name != NULL || client->last_name != NULL)
    return;
  relance_import_client_fill (self->client, "first_name", self->card->first_name,
                              self->differences);
  relance_import_client_fill (self->client, "last_name", self->card->last_name, self->differences);
  if (self->client->id == 0)
    {
      client->kind = RELANCE_KIND_CONSUMER;
      client->title = read_title (self->card->honorific);
    }
}

static void
fill_client (RelancePlannedCard *self)
{
  const RelanceCard *card = self->card;

  relance_import_client_fill (self->client, "email", get_first (card->emails), self->differences);
  relance_import_client_fill (self->client, "phone", get_first (card->phones), self->differences);
  relance_import_client_fill (self->client, "notes", card->note, self->differences);
  fill_address (self);
  if (card->kind == RELANCE_CARD_PERSON)
    fill_person (self);
}

static const char *
find_reason (const RelanceCard *card)
{
  if (card->reason != NULL)
    return card->reason;
  if (card->kind == RELANCE_CARD_GROUP)
    return "group";

  return card->kind == RELANCE_CARD_OTHER ? "no-contact" : NULL;
}

/* The client itself: an organisation, or a person who speaks for nobody else. */
static void
plan_client (RelancePlannedCard *self)
{
  gboolean seen = self->client->id != 0 || self->client->needed > 0;

  fill_client (self);
  self->fate = seen ? RELANCE_IMPORT_UNCHANGED : RELANCE_IMPORT_NEW;
}

/* Whether its client has the contact already, which is completed; else it is added. */
static gboolean
meet_contact (RelancePlannedCard *self)
{
  RelanceClient *client = self->client->client;
  gboolean known;

  self->contact = find_contact (client, self->card);
  known = self->contact != NULL;
  if (!known)
    {
      self->contact = relance_contact_new ();
      g_ptr_array_add (client->contacts, self->contact);
    }
  fill_contact_of (self);

  return known;
}

/* A company's card may name the person who answers there. Some programs write the company's name
 * once more instead. */
static gboolean
names_person (const RelanceCard *card)
{
  if (card->kind != RELANCE_CARD_ORGANISATION || card->organisation == NULL)
    return FALSE;

  return card->first_name != NULL ||
         (card->last_name != NULL && !folds_alike (card->last_name, card->organisation) &&
          !folds_alike (card->last_name, card->name));
}

static void
plan_person_of_client (RelancePlannedCard *self)
{
  guint n_differences = self->differences->len;

  if (!meet_contact (self))
    self->fate = RELANCE_IMPORT_NEW;
  else if (self->differences->len == n_differences)
    self->contact = NULL;
}

static void
plan_contact (RelancePlannedCard *self)
{
  self->fate = meet_contact (self) ? RELANCE_IMPORT_UNCHANGED : RELANCE_IMPORT_NEW;
  if (self->client->id == 0)
    fill_address (self);
}

/**
 * relance_planned_card_new:
 *
 * An organisation is a client, and so is a person alone, a consumer; a person of an organisation is
 * a contact of it, also where the card is the organisation's. What the book knows already is completed, never replaced.
 *
 * Returns: (transfer full) (nullable): what is to become of a card
 */
RelancePlannedCard *
relance_planned_card_new (const RelanceCard *card,
                          guint file,
                          RelanceImportClients *clients,
                          RelanceStore *store,
                          GError **error)
{
  g_autoptr (RelancePlannedCard) self = g_new0 (RelancePlannedCard, 1);
  gboolean is_contact = card->kind == RELANCE_CARD_PERSON && card->organisation != NULL;

  self->card = card;
  self->file = file;
  self->differences = relance_import_differences_new ();
  self->reason = find_reason (card);
  if (self->reason != NULL)
    {
      self->fate = RELANCE_IMPORT_REJECTED;
      return g_steal_pointer (&self);
    }

  self->client = relance_import_clients_find_name (
    clients, card->organisation != NULL ? card->organisation : card->name);
  if (!relance_import_client_open (self->client, store, error))
    return NULL;
  if (is_contact)
    plan_contact (self);
  else
    plan_client (self);
  if (names_person (card))
    plan_person_of_client (self);
  if (self->fate == RELANCE_IMPORT_UNCHANGED && self->differences->len > 0)
    self->fate = RELANCE_IMPORT_CHANGED;

  return g_steal_pointer (&self);
}

/**
 * relance_planned_card_dup_note:
 *
 * Returns: (transfer full): why the card is rejected, or what is learned from it; "" when there is
 *   nothing to say
 */
char *
relance_planned_card_dup_note (const RelancePlannedCard *self)
{
  g_autofree char *labels = NULL;

  if (self->fate == RELANCE_IMPORT_REJECTED)
    return relance_wording_refused_row (self->reason, NULL);
  if (self->differences->len == 0)
    return g_strdup ("");
  labels = relance_import_differences_dup_labels (self->differences);

  /* Translators: %s is a list of fields, such as "e-mail, city". */
  return g_strdup_printf (_ ("Added: %s."), labels);
}

void
relance_planned_card_free (RelancePlannedCard *self)
{
  g_clear_pointer (&self->differences, g_array_unref);
  g_free (self);
}
