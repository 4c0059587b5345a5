/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-clients.h"

#include "relance-clients.h"
#include "relance-identifiers.h"
#include "relance-import-differences.h"
#include "relance-store-clients.h"
#include "relance-store-contacts.h"
#include "relance-store-import.h"
#include "relance-text.h"

#include <string.h>

#define SIREN_DIGITS 9
#define SIRET_DIGITS 14

struct _RelanceImportClients
{
  GPtrArray *all;      /* RelancePlannedClient */
  GHashTable *by_name; /* folded */
  GHashTable *by_siren;
  GHashTable *by_vat;
  GHashTable *by_code;
  GStringChunk *aliases; /* what clients that were merged are known by */
  gboolean has_aliases;
};

/* What a row says of who its client is; only what is valid can tell two clients apart. */
typedef struct
{
  char siren[SIREN_DIGITS + 1];
  const char *vat;
  const char *code;
} Identity;

static void
free_client (gpointer data)
{
  RelancePlannedClient *client = data;

  g_free (client->name);
  g_free (client->name_key);
  g_free (client->siren);
  g_free (client->vat);
  g_free (client->code);
  g_clear_object (&client->client);
  g_free (client);
}

/* A French VAT number ends with the SIREN. */
static void
read_siren (Identity *identity, const RelanceImportBuyer *buyer)
{
  const char *digits = buyer->siren;

  if (digits == NULL && identity->vat != NULL && g_str_has_prefix (identity->vat, "FR") &&
      strlen (identity->vat) == 4 + SIREN_DIGITS)
    digits = identity->vat + 4;
  if (digits == NULL)
    return;
  g_strlcpy (identity->siren, digits, sizeof identity->siren);
  if (!relance_siren_is_valid (identity->siren))
    identity->siren[0] = '\0';
}

/* A code is one of the books of accounts: what another program calls a client says nothing there. */
static Identity
identify (const RelanceImportBuyer *buyer, gboolean trust_code)
{
  Identity identity = { 0 };

  if (buyer == NULL)
    return identity;
  if (buyer->vat != NULL && relance_vat_is_valid (buyer->vat))
    identity.vat = buyer->vat;
  if (trust_code)
    identity.code = buyer->code;
  read_siren (&identity, buyer);

  return identity;
}

static gboolean
contradicts (const RelancePlannedClient *client, const Identity *identity)
{
  if (client->siren != NULL && identity->siren[0] != '\0')
    return !g_str_equal (client->siren, identity->siren);

  return client->vat != NULL && identity->vat != NULL && !g_str_equal (client->vat, identity->vat);
}

static void
insert_once (GHashTable *table, const char *key, RelancePlannedClient *client)
{
  if (key != NULL && !g_hash_table_contains (table, key))
    g_hash_table_insert (table, (char *) key, client);
}

static void
index_client (RelanceImportClients *self, RelancePlannedClient *client)
{
  insert_once (self->by_name, client->name_key, client);
  insert_once (self->by_siren, client->siren, client);
  insert_once (self->by_vat, client->vat, client);
  insert_once (self->by_code, client->code, client);
}

static void
learn_identity (RelanceImportClients *self, RelancePlannedClient *client, const Identity *identity)
{
  if (client->siren == NULL && identity->siren[0] != '\0')
    client->siren = g_strdup (identity->siren);
  if (client->vat == NULL)
    client->vat = g_strdup (identity->vat);
  if (client->code == NULL)
    client->code = g_strdup (identity->code);
  index_client (self, client);
}

static RelancePlannedClient *
look_up (RelanceImportClients *self, const char *name_key, const Identity *identity)
{
  RelancePlannedClient *client = NULL;

  if (identity->siren[0] != '\0')
    client = g_hash_table_lookup (self->by_siren, identity->siren);
  if (client == NULL && identity->vat != NULL)
    client = g_hash_table_lookup (self->by_vat, identity->vat);
  if (client != NULL)
    return client;
  if (identity->code != NULL)
    client = g_hash_table_lookup (self->by_code, identity->code);
  if (client != NULL && !contradicts (client, identity))
    return client;
  client = g_hash_table_lookup (self->by_name, name_key);

  return client != NULL && !contradicts (client, identity) ? client : NULL;
}

static RelancePlannedClient *
add_client (RelanceImportClients *self, const char *name, const char *name_key)
{
  RelancePlannedClient *client = g_new0 (RelancePlannedClient, 1);

  client->name = g_strdup (name);
  client->name_key = g_strdup (name_key);
  client->client = relance_client_new (name);
  g_ptr_array_add (self->all, client);

  return client;
}

static const char *
keep_alias (RelanceImportClients *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->aliases, text) : NULL;
}

static void
add_known (RelanceImportClients *self, GHashTable *by_id, const RelanceStoreKnownClient *known)
{
  RelancePlannedClient *client = g_hash_table_lookup (by_id, &known->id);

  if (client == NULL)
    {
      client = g_new0 (RelancePlannedClient, 1);
      client->id = known->id;
      client->name_key = g_strdup (known->name_key);
      client->siren = g_strdup (known->siren);
      client->vat = g_strdup (known->vat);
      client->code = g_strdup (known->code);
      if (known->terms != NULL)
        relance_terms_parse (known->terms, &client->terms);
      g_ptr_array_add (self->all, client);
      g_hash_table_insert (by_id, &client->id, client);
      index_client (self, client);
      return;
    }

  self->has_aliases = TRUE;

  /* A client that was merged: what it was known by leads to the one that took its place. */
  insert_once (self->by_name, keep_alias (self, known->name_key), client);
  insert_once (self->by_siren, keep_alias (self, known->siren), client);
  insert_once (self->by_vat, keep_alias (self, known->vat), client);
  insert_once (self->by_code, keep_alias (self, known->code), client);
}

RelanceImportClients *
relance_import_clients_new (void)
{
  RelanceImportClients *self = g_new0 (RelanceImportClients, 1);

  self->all = g_ptr_array_new_with_free_func (free_client);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_siren = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_vat = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->aliases = g_string_chunk_new (1024);

  return self;
}

void
relance_import_clients_free (RelanceImportClients *self)
{
  g_string_chunk_free (self->aliases);
  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_vat);
  g_hash_table_unref (self->by_siren);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->all);
  g_free (self);
}

/**
 * relance_import_clients_load:
 *
 * Learns the clients of the book, once and before all else.
 */
gboolean
relance_import_clients_load (RelanceImportClients *self, RelanceStore *store, GError **error)
{
  g_autoptr (GPtrArray) known = relance_store_list_known_clients (store, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; known != NULL && i < known->len; i++)
    add_known (self, by_id, known->pdata[i]);

  return known != NULL;
}

/**
 * relance_import_clients_have_aliases:
 *
 * Returns: whether two names may be one client
 */
gboolean
relance_import_clients_have_aliases (const RelanceImportClients *self)
{
  return self->has_aliases;
}

/**
 * relance_import_clients_find:
 * @trust_code: whether the row's code is that of the books of accounts
 *
 * By the SIREN, the VAT number and the code first, then by the folded name, unless numbers say that
 * two clients of one name are two.
 *
 * Returns: (transfer none): the client of a row, one to be added when nobody knows it
 */
RelancePlannedClient *
relance_import_clients_find (RelanceImportClients *self,
                             const RelanceImportRow *row,
                             gboolean trust_code)
{
  Identity identity = identify (row->buyer, trust_code);
  RelancePlannedClient *client = look_up (self, row->client_key, &identity);

  if (client == NULL)
    client = add_client (self, row->client, row->client_key);
  else if (row->buyer == NULL)
    return client;
  learn_identity (self, client, &identity);

  return client;
}

/**
 * relance_import_clients_find_name:
 *
 * Returns: (transfer none): the client of a name, one to be added when nobody knows it
 */
RelancePlannedClient *
relance_import_clients_find_name (RelanceImportClients *self, const char *name)
{
  g_autofree char *key = relance_text_fold (name);
  RelancePlannedClient *client = g_hash_table_lookup (self->by_name, key);

  if (client == NULL)
    {
      client = add_client (self, name, key);
      index_client (self, client);
    }

  return client;
}

/**
 * relance_import_client_open:
 *
 * Reads what the book holds of a client, once; its contacts too.
 */
gboolean
relance_import_client_open (RelancePlannedClient *client, RelanceStore *store, GError **error)
{
  if (client->client != NULL)
    return TRUE;

  return relance_store_get_client (store, client->id, RELANCE_DATE_NONE, &client->client, error) &&
         relance_store_read_contacts (store, client->client, error);
}

/**
 * relance_import_client_fill:
 * @client: opened
 * @key: of relance_client_get_text()
 * @value: (nullable): what a file says
 * @differences: (nullable) (element-type RelanceImportDifference): gets what the client learns
 *
 * Fills what the client does not say yet, and what is none of its values is passed over: nothing
 * that somebody typed is replaced.
 *
 * Returns: whether it learned something
 */
gboolean
relance_import_client_fill (RelancePlannedClient *client,
                            const char *key,
                            const char *value,
                            GArray *differences)
{
  char **field = relance_client_get_text (client->client, key);

  if (value == NULL || *field != NULL || !relance_clients_set (client->client, key, value, NULL) ||
      *field == NULL)
    return FALSE;
  client->learned = TRUE;
  if (differences != NULL && client->id != 0)
    relance_import_differences_add (differences, key, "", *field);

  return TRUE;
}

/* An address is taken whole: one of two halves would lead nowhere. */
static void
fill_address (RelancePlannedClient *client, const RelanceImportBuyer *buyer, GArray *differences)
{
  const RelanceClient *known = client->client;

  if (known->street != NULL || known->postcode != NULL || known->city != NULL)
    return;
  relance_import_client_fill (client, "street", buyer->street, differences);
  relance_import_client_fill (client, "postcode", buyer->postcode, differences);
  relance_import_client_fill (client, "city", buyer->city, differences);
  relance_import_client_fill (client, "country", buyer->country, differences);
}

static void
fill_identifiers (RelancePlannedClient *client,
                  const RelanceImportBuyer *buyer,
                  gboolean trust_code,
                  GArray *differences)
{
  if (buyer->siren != NULL && strlen (buyer->siren) == SIRET_DIGITS)
    relance_import_client_fill (client, "siret", buyer->siren, differences);
  relance_import_client_fill (client, "siren", client->siren, differences);
  relance_import_client_fill (client, "vat", buyer->vat, differences);
  if (trust_code)
    relance_import_client_fill (client, "code", buyer->code, differences);
}

/**
 * relance_import_client_learn:
 * @differences: (nullable) (element-type RelanceImportDifference): gets what a client of the book
 *   learns
 *
 * Fills the gaps of what is known of a client with what a row says.
 */
gboolean
relance_import_client_learn (RelancePlannedClient *client,
                             const RelanceImportRow *row,
                             gboolean trust_code,
                             RelanceStore *store,
                             GArray *differences,
                             GError **error)
{
  if (row->email == NULL && row->buyer == NULL)
    return TRUE;
  if (!relance_import_client_open (client, store, error))
    return FALSE;

  if (client->client->email == NULL)
    relance_import_client_fill (client, "email", row->email, differences);
  if (row->buyer == NULL)
    return TRUE;
  relance_import_client_fill (client, "phone", row->buyer->phone, differences);
  fill_address (client, row->buyer, differences);
  fill_identifiers (client, row->buyer, trust_code, differences);

  return TRUE;
}

/* One address is one person, and so is one name; a consumer is no contact of its own. */
static gboolean
knows_person (RelanceClient *client, const char *name, const char *email)
{
  g_autofree char *folded = relance_text_fold (name);
  g_autofree char *own = relance_text_fold (client->name);

  if (g_str_equal (folded, own))
    return TRUE;
  for (guint i = 0; i < client->contacts->len; i++)
    {
      const RelanceContact *contact = client->contacts->pdata[i];
      g_autofree char *both =
        g_strjoin (" ", contact->first_name != NULL ? contact->first_name : "",
                   contact->last_name != NULL ? contact->last_name : "", NULL);
      g_autofree char *known = relance_text_fold (g_strstrip (both));

      if (g_str_equal (folded, known) || (email != NULL && contact->email != NULL &&
                                          g_ascii_strcasecmp (email, contact->email) == 0))
        return TRUE;
    }

  return FALSE;
}

/**
 * relance_import_client_meet:
 * @client: opened
 *
 * The person that a document names at the client, with the address and the number beside the name.
 * What is known of a person already stays as it is.
 *
 * Returns: (transfer none) (nullable): a contact to be added, that the client owns
 */
RelanceContact *
relance_import_client_meet (RelancePlannedClient *client, const RelanceImportRow *row)
{
  const char *name = row->buyer != NULL ? row->buyer->contact : NULL;
  RelanceContact *contact;

  if (name == NULL || knows_person (client->client, name, row->email))
    return NULL;
  contact = relance_contact_new ();
  if (!relance_contacts_set (contact, "last_name", name, NULL) || contact->last_name == NULL)
    {
      relance_contact_free (contact);
      return NULL;
    }
  if (row->email != NULL)
    relance_contacts_set (contact, "email", row->email, NULL);
  if (row->buyer->phone != NULL)
    relance_contacts_set (contact, "phone", row->buyer->phone, NULL);
  g_ptr_array_add (client->client->contacts, contact);

  return contact;
}
