/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-vcard.h"

#include "relance-identifiers.h"
#include "relance-import-error.h"
#include "relance-text.h"
#include "relance-vcard-reader.h"
#include "relance-vcard-text.h"

#include <string.h>

#define MAX_FILE (G_GINT64_CONSTANT (512) * 1024 * 1024)
#define MAX_CARDS 1000000
#define MAX_ENTRIES 32
#define NOT_PREFERRED 101 /* above every PREF, which is 1 to 100 */

/* An entry and what decides its place. */
typedef struct
{
  RelanceCardEntry entry;
  int preference;
} Ranked;

typedef struct
{
  RelanceVcardReader *reader;
  RelanceCard *card; /* (nullable): that is being read */
  GArray *emails;    /* Ranked */
  GArray *phones;
  GString *note;       /* of all its notes */
  int preferences[16]; /* of the properties that count once, by their place in the table */
  gboolean agent;      /* the card of an assistant may follow */
  int depth;           /* of cards within the card */
} Reading;

typedef void (*TakeProperty) (Reading *reading, const char *value, const char **reason);

static void
clear_ranked (gpointer data)
{
  g_free (((Ranked *) data)->entry.value);
}

static void
clear_entry (gpointer data)
{
  g_free (((RelanceCardEntry *) data)->value);
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (RelanceCardEntry));

  g_array_set_clear_func (entries, clear_entry);

  return entries;
}

static RelanceCard *
new_card (int line)
{
  RelanceCard *card = g_new0 (RelanceCard, 1);

  card->line = line;
  card->emails = new_entries ();
  card->phones = new_entries ();

  return card;
}

static void
free_card (gpointer data)
{
  RelanceCard *card = data;
  char *strings[] = { card->name,      card->organisation,  card->title,   card->first_name,
                      card->last_name, card->honorific,     card->street,  card->postcode,
                      card->city,      card->region,        card->country, card->url,
                      card->note,      card->refused_email, card->language };

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (strings[i]);
  g_array_unref (card->emails);
  g_array_unref (card->phones);
  g_free (card);
}

/* The lower the better; "pref" of vCard 2.1 and 3.0 is the best. */
static int
get_preference (Reading *reading)
{
  g_autofree char *written = relance_vcard_reader_dup_parameter (reading->reader, "PREF");
  gint64 preference = written != NULL ? g_ascii_strtoll (written, NULL, 10) : 0;

  if (preference >= 1 && preference < NOT_PREFERRED)
    return preference;

  return relance_vcard_reader_has_type (reading->reader, "PREF") ? 1 : NOT_PREFERRED;
}

static const char *
find_type (Reading *reading)
{
  static const struct
  {
    const char *written;
    const char *type;
  } types[] = {
    { "FAX", "fax" },     { "PAGER", "pager" }, { "CELL", "cell" },
    { "MOBILE", "cell" }, { "WORK", "work" },   { "HOME", "home" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (relance_vcard_reader_has_type (reading->reader, types[i].written))
      return types[i].type;

  return "";
}

/* Before the first that is less preferred; the same value only once. */
static void
add_entry (Reading *reading, GArray *entries, char *value)
{
  Ranked ranked = { { value, find_type (reading) }, get_preference (reading) };
  guint place = entries->len;

  for (guint i = 0; i < entries->len; i++)
    {
      const Ranked *other = &g_array_index (entries, Ranked, i);

      if (g_ascii_strcasecmp (other->entry.value, value) == 0 || entries->len == MAX_ENTRIES)
        {
          g_free (value);
          return;
        }
      if (place == entries->len && other->preference > ranked.preference)
        place = i;
    }
  g_array_insert_val (entries, place, ranked);
}

/* A URI of the scheme is taken without it. */
static char *
strip_scheme (const char *value, const char *scheme)
{
  g_autofree char *text = relance_vcard_unescape (value);
  char *plain;

  if (g_ascii_strncasecmp (text, scheme, strlen (scheme)) != 0)
    return g_strdup (text);
  text[strcspn (text, "?")] = '\0';
  plain = g_uri_unescape_string (text + strlen (scheme), NULL);

  if (plain != NULL && g_utf8_validate (plain, -1, NULL))
    return plain;
  g_free (plain);

  return g_strdup (text + strlen (scheme));
}

static void
take_email (Reading *reading, const char *value, const char **reason)
{
  g_autofree char *text = g_strstrip (strip_scheme (value, "mailto:"));
  char *address = relance_mail_address_parse (text, NULL);
  const char *ignored;

  if (address != NULL)
    add_entry (reading, reading->emails, address);
  else if (*text != '\0' && reading->card->refused_email == NULL)
    reading->card->refused_email = relance_vcard_clean (text, &ignored);
}

static void
take_phone (Reading *reading, const char *value, const char **reason)
{
  g_autofree char *text = strip_scheme (value, "tel:");
  char *number;

  if (g_ascii_strncasecmp (value, "tel:", 4) == 0)
    text[strcspn (text, ";")] = '\0';
  number = relance_vcard_clean (text, reason);
  if (number != NULL)
    add_entry (reading, reading->phones, number);
}

static void
set (char **field, const char *text, const char **reason)
{
  g_free (*field);
  *field = relance_vcard_clean (text, reason);
}

static void
set_component (char **field, char **components, guint index, const char **reason)
{
  if (index < g_strv_length (components))
    set (field, components[index], reason);
}

static void
take_formatted_name (Reading *reading, const char *value, const char **reason)
{
  g_autofree char *text = relance_vcard_unescape (value);

  set (&reading->card->name, text, reason);
}

/* Family; given; additional; prefixes; suffixes. */
static void
take_name (Reading *reading, const char *value, const char **reason)
{
  g_auto (GStrv) components = relance_vcard_split (value);

  set_component (&reading->card->last_name, components, 0, reason);
  set_component (&reading->card->first_name, components, 1, reason);
  set_component (&reading->card->honorific, components, 3, reason);
}

/* The name, then departments. */
static void
take_organisation (Reading *reading, const char *value, const char **reason)
{
  g_auto (GStrv) components = relance_vcard_split (value);

  set_component (&reading->card->organisation, components, 0, reason);
}

static void
take_title (Reading *reading, const char *value, const char **reason)
{
  g_autofree char *text = relance_vcard_unescape (value);

  set (&reading->card->title, text, reason);
}

static void
take_role (Reading *reading, const char *value, const char **reason)
{
  if (reading->card->title == NULL)
    take_title (reading, value, reason);
}

/* Post office box; extension; street; city; region; postcode; country. */
static void
take_address (Reading *reading, const char *value, const char **reason)
{
  g_auto (GStrv) components = relance_vcard_split (value);
  RelanceCard *card = reading->card;
  g_autoptr (GString) street = g_string_new (NULL);
  static const guint lines[] = { 2, 1, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] < g_strv_length (components))
      g_string_append_printf (street, "%s\n", components[lines[i]]);
  set (&card->street, street->str, reason);
  set_component (&card->city, components, 3, reason);
  set_component (&card->region, components, 4, reason);
  set_component (&card->postcode, components, 5, reason);
  set_component (&card->country, components, 6, reason);
}

static void
take_url (Reading *reading, const char *value, const char **reason)
{
  g_autofree char *text = relance_vcard_unescape (value);

  set (&reading->card->url, text, reason);
}

static void
take_language (Reading *reading, const char *value, const char **reason)
{
  set (&reading->card->language, value, reason);
}

static void
take_note (Reading *reading, const char *value, const char **reason)
{
  g_autofree char *text = relance_vcard_unescape (value);

  if (reading->note->len + strlen (text) > RELANCE_VCARD_MAX_VALUE)
    {
      *reason = "too-long";
      return;
    }
  if (reading->note->len > 0)
    g_string_append_c (reading->note, '\n');
  g_string_append (reading->note, text);
}

static void
take_kind (Reading *reading, const char *value, const char **reason)
{
  static const struct
  {
    const char *word;
    RelanceCardKind kind;
  } kinds[] = {
    { "individual", RELANCE_CARD_PERSON },    { "org", RELANCE_CARD_ORGANISATION },
    { "group", RELANCE_CARD_GROUP },          { "location", RELANCE_CARD_OTHER },
    { "application", RELANCE_CARD_OTHER },    { "device", RELANCE_CARD_OTHER },
    { "company", RELANCE_CARD_ORGANISATION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (value, kinds[i].word) == 0)
      reading->card->kind = kinds[i].kind;
}

/* Folding keeps the blank in the oldest version only. */
static void
take_version (Reading *reading, const char *value, const char **reason)
{
  reading->reader->keeps_blanks = g_str_has_prefix (value, "2");
}

static const struct
{
  const char *name;
  TakeProperty take;
  gboolean once; /* of several, only the most preferred counts */
} properties[] = {
  { "FN", take_formatted_name, TRUE }, { "N", take_name, TRUE },
  { "ORG", take_organisation, TRUE },  { "TITLE", take_title, TRUE },
  { "ADR", take_address, TRUE },       { "URL", take_url, TRUE },
  { "LANG", take_language, TRUE },     { "ROLE", take_role, TRUE },
  { "EMAIL", take_email, FALSE },      { "TEL", take_phone, FALSE },
  { "NOTE", take_note, FALSE },        { "KIND", take_kind, FALSE },
  { "X-ABSHOWAS", take_kind, FALSE },  { "X-ADDRESSBOOKSERVER-KIND", take_kind, FALSE },
  { "VERSION", take_version, FALSE },
};

/* Whether a property counts, of those that are there once: what is empty never does. */
static gboolean
is_better (Reading *reading, gsize property, const char *value)
{
  int preference = get_preference (reading);

  if (!properties[property].once)
    return TRUE;
  if (value[strspn (value, "; ")] == '\0' ||
      (reading->preferences[property] != 0 && reading->preferences[property] <= preference))
    return FALSE;
  reading->preferences[property] = preference;

  return TRUE;
}

static void
take_property (Reading *reading)
{
  RelanceCard *card = reading->card;
  const char *reason = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_str_equal (reading->reader->name, properties[i].name))
      {
        g_autofree char *value = relance_vcard_reader_take (reading->reader, &reason);

        if (value != NULL && is_better (reading, i, value))
          properties[i].take (reading, value, &reason);
        break;
      }
  if (card->reason == NULL)
    card->reason = reason;
}

static void
move_entries (GArray *from, GArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_array_append_val (to, g_array_index (from, Ranked, i).entry);
  g_array_set_clear_func (from, NULL);
  g_array_set_size (from, 0);
  g_array_set_clear_func (from, clear_ranked);
}

/* What a card without a formatted name is called. */
static char *
dup_other_name (const RelanceCard *card)
{
  if (card->first_name != NULL && card->last_name != NULL)
    return g_strdup_printf ("%s %s", card->first_name, card->last_name);
  if (card->last_name != NULL || card->first_name != NULL)
    return g_strdup (card->last_name != NULL ? card->last_name : card->first_name);
  if (card->organisation != NULL)
    return g_strdup (card->organisation);

  return card->emails->len > 0 ? g_strdup (g_array_index (card->emails, RelanceCardEntry, 0).value)
                               : NULL;
}

static void
complete_card (RelanceCard *card)
{
  if (card->name == NULL)
    card->name = dup_other_name (card);
  if (card->name == NULL && card->reason == NULL)
    card->reason = "no-name";
  if (card->kind == 0)
    card->kind = card->organisation != NULL && card->first_name == NULL &&
                     (card->last_name == NULL || g_strcmp0 (card->name, card->organisation) == 0)
                   ? RELANCE_CARD_ORGANISATION
                   : RELANCE_CARD_PERSON;
}

static void
end_card (Reading *reading, GPtrArray *cards, const char *reason)
{
  RelanceCard *card = g_steal_pointer (&reading->card);

  if (card == NULL)
    return;
  move_entries (reading->emails, card->emails);
  move_entries (reading->phones, card->phones);
  card->note = relance_vcard_clean_lines (reading->note->str, &card->reason);
  g_string_truncate (reading->note, 0);
  if (reason != NULL)
    card->reason = reason;
  complete_card (card);
  g_ptr_array_add (cards, card);
}

static gboolean
says (Reading *reading, const char *word)
{
  const char *ignored;
  g_autofree char *value = relance_vcard_reader_take (reading->reader, &ignored);

  return value != NULL && g_ascii_strcasecmp (g_strstrip (value), word) == 0;
}

/* Right after AGENT a card begins within the card; anywhere else the card before was cut. */
static void
begin_card (Reading *reading, GPtrArray *cards)
{
  if (reading->card != NULL && (reading->agent || reading->depth > 0))
    {
      reading->depth++;
      return;
    }
  end_card (reading, cards, "cut");
  reading->card = new_card (reading->reader->line);
  reading->reader->keeps_blanks = FALSE;
  memset (reading->preferences, 0, sizeof reading->preferences);
}

static void
read_property (Reading *reading, GPtrArray *cards)
{
  const char *name = reading->reader->name;
  gboolean agent = g_str_equal (name, "AGENT");

  if (g_str_equal (name, "BEGIN"))
    {
      if (says (reading, "VCARD"))
        begin_card (reading, cards);
    }
  else if (g_str_equal (name, "END"))
    {
      if (reading->depth > 0)
        reading->depth--;
      else
        end_card (reading, cards, NULL);
    }
  else if (agent && says (reading, "BEGIN:VCARD"))
    reading->depth++;
  else if (reading->card != NULL && reading->depth == 0 && !agent)
    take_property (reading);
  reading->agent = agent;
}

static gboolean
refuse (GError **error, RelanceImportError code)
{
  g_set_error_literal (error, RELANCE_IMPORT_ERROR, code, "");
  return FALSE;
}

static gboolean
read_cards (RelanceVcardReader *reader, GPtrArray *cards, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) emails = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autoptr (GArray) phones = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autoptr (GString) note = g_string_new (NULL);
  Reading reading = { .reader = reader, .emails = emails, .phones = phones, .note = note };

  g_array_set_clear_func (emails, clear_ranked);
  g_array_set_clear_func (phones, clear_ranked);
  while (relance_vcard_reader_next (reader))
    {
      if (cards->len == MAX_CARDS || g_cancellable_is_cancelled (cancellable))
        break;
      read_property (&reading, cards);
    }
  end_card (&reading, cards, "cut");
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (cards->len >= MAX_CARDS)
    return refuse (error, RELANCE_IMPORT_ERROR_TOO_LARGE);

  return cards->len > 0 || refuse (error, RELANCE_IMPORT_ERROR_BROKEN);
}

/* UTF-16 is decoded as a whole; else bytes are unfolded first, for programs fold within a
 * character, and each value is decoded for itself, for vCard 2.1 allows that. */
static GBytes *
prepare_bytes (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text;

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return g_bytes_new_from_bytes (bytes, 3, size - 3);
  if (memchr (data, '\0', MIN (size, 64)) == NULL)
    return g_bytes_ref (bytes);
  text = relance_text_decode (bytes, NULL, error);

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

/**
 * relance_vcard_is_vcard:
 *
 * Returns: whether the file begins like cards
 */
gboolean
relance_vcard_is_vcard (GBytes *bytes)
{
  static const char begin[] = "BEGIN:VCARD";
  gsize size, n = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  /* UTF-16 has a zero beside each of these characters. */
  for (gsize i = 0; i < MIN (size, 256) && begin[n] != '\0'; i++)
    if (g_ascii_toupper (data[i]) == begin[n])
      n++;
    else if (n > 0 ? data[i] != '\0' : strchr ("\xEF\xBB\xBF\xFE\xFF \t\r\n", data[i]) == NULL)
      return FALSE;

  return begin[n] == '\0';
}

/**
 * relance_vcard_read:
 * @bytes: a file of cards in vCard 2.1, 3.0 (RFC 2426) or 4.0 (RFC 6350), in UTF-8, UTF-16 or an
 *   encoding of one byte a character, whatever its line ends
 * @error: %RELANCE_IMPORT_ERROR_TOO_LARGE, %RELANCE_IMPORT_ERROR_EMPTY,
 *   %RELANCE_IMPORT_ERROR_BROKEN when there is no card in it, %RELANCE_BASE_ERROR_ENCODING, or
 *   that it was cancelled
 *
 * Of every card what helps to know a client. A card that is wrong is kept with its reason. What
 * it says of an assistant (AGENT), pictures and keys are passed over unread.
 *
 * Returns: (transfer full) (element-type RelanceCard) (nullable): in the order of the file
 */
GPtrArray *
relance_vcard_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (free_card);
  g_autoptr (GBytes) plain = NULL;
  g_auto (RelanceVcardReader) reader = { 0 };
  gsize size = g_bytes_get_size (bytes);

  if (size == 0 || size > MAX_FILE)
    {
      refuse (error, size == 0 ? RELANCE_IMPORT_ERROR_EMPTY : RELANCE_IMPORT_ERROR_TOO_LARGE);
      return NULL;
    }
  plain = prepare_bytes (bytes, error);
  if (plain == NULL)
    return NULL;
  relance_vcard_reader_init (&reader, g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));

  return read_cards (&reader, cards, cancellable, error) ? g_steal_pointer (&cards) : NULL;
}
