/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-time-zones.h"

#include "relance-text.h"

#include <string.h>

/* Where the system keeps the zones that GTimeZone knows, unless TZDIR says otherwise. */
#define FOLDER "/usr/share/zoneinfo"

/* Of the time zone database: a zone in each line, with the country where it is in force. */
#define TABLE "zone.tab"

/* Ten times what the table has. */
#define TABLE_MAX_BYTES (256 * 1024)

typedef struct
{
  char country[3];
  char *name;
  char *folded; /* "europe paris" */
  char *city;   /* "paris" */
} Zone;

/* How well a zone answers to what was typed, the best first. */
typedef enum
{
  MATCH_CITY,
  MATCH_WORD,
  MATCH_PART,
  MATCH_NONE,
} Match;

static void
free_zone (gpointer data)
{
  Zone *zone = data;

  g_free (zone->name);
  g_free (zone->folded);
  g_free (zone->city);
  g_free (zone);
}

/* "FR", the coordinates, "Europe/Paris", and perhaps a remark. */
static void
take_line (GPtrArray *zones, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 4);
  const char *slash;
  Zone *zone;

  if (*line == '#' || g_strv_length (fields) < 3 || strlen (fields[0]) != 2)
    return;
  zone = g_new0 (Zone, 1);
  g_strlcpy (zone->country, fields[0], sizeof zone->country);
  zone->name = g_strdup (fields[2]);
  zone->folded = relance_text_fold_words (zone->name);
  slash = strrchr (zone->name, '/');
  zone->city = relance_text_fold_words (slash != NULL ? slash : zone->name);
  g_ptr_array_add (zones, zone);
}

static GPtrArray *
read_table (void)
{
  const char *folder = g_getenv ("TZDIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : FOLDER, TABLE, NULL);
  GPtrArray *zones = g_ptr_array_new_with_free_func (free_zone);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL) || length > TABLE_MAX_BYTES ||
      !g_utf8_validate (text, (gssize) length, NULL))
    return zones;
  lines = g_strsplit (text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    take_line (zones, lines[i]);

  return zones;
}

/* Zones live as long as the program. */
static const GPtrArray *
get_zones (void)
{
  static GPtrArray *zones;

  if (g_once_init_enter_pointer (&zones))
    g_once_init_leave_pointer (&zones, read_table ());

  return zones;
}

/* @typed is folded. The city is what people know. */
static Match
match (const Zone *zone, const char *typed)
{
  const char *at = zone->folded;
  Match best = MATCH_NONE;

  if (g_str_has_prefix (zone->city, typed))
    return MATCH_CITY;
  for (; (at = strstr (at, typed)) != NULL && best != MATCH_WORD; at++)
    best = at == zone->folded || at[-1] == ' ' ? MATCH_WORD : MATCH_PART;

  return best;
}

static gboolean
is_of (const Zone *zone, const char *country)
{
  return country != NULL && g_ascii_strcasecmp (zone->country, country) == 0;
}

static void
add_matches (GStrvBuilder *found,
             guint *left,
             const char *country,
             gboolean own,
             const char *typed,
             Match wanted)
{
  const GPtrArray *zones = get_zones ();

  for (guint i = 0; i < zones->len && *left > 0; i++)
    {
      const Zone *zone = zones->pdata[i];

      if (is_of (zone, country) != own || match (zone, typed) != wanted)
        continue;
      g_strv_builder_add (found, zone->name);
      (*left)--;
    }
}

static gboolean
is_a_zone (const char *folded)
{
  const GPtrArray *zones = get_zones ();

  for (guint i = 0; i < zones->len; i++)
    if (g_str_equal (((const Zone *) zones->pdata[i])->folded, folded))
      return TRUE;

  return FALSE;
}

/**
 * relance_time_zones_suggest:
 * @country: (nullable): the country of whoever lives by it, ISO 3166-1 alpha-2
 * @typed: the beginning of a city, or any part of a zone; accents and case do not count
 * @limit: how many at most
 *
 * Zones of the system that may be meant, those of @country first. Where nothing is typed, only
 * those of @country; where a zone is typed whole, none.
 *
 * Returns: (transfer full): names such as `Europe/Paris`; none on a system without the time zone
 *   database
 */
char **
relance_time_zones_suggest (const char *country, const char *typed, guint limit)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autofree char *folded = relance_text_fold_words (typed);
  guint left = is_a_zone (folded) ? 0 : limit;

  for (Match wanted = MATCH_CITY; wanted < MATCH_NONE && left > 0; wanted++)
    add_matches (found, &left, country, TRUE, folded, wanted);
  for (Match wanted = MATCH_CITY; *folded != '\0' && wanted < MATCH_NONE && left > 0; wanted++)
    add_matches (found, &left, country, FALSE, folded, wanted);

  return g_strv_builder_end (found);
}
