/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-head.h"

#include "relance-country.h"
#include "relance-identifiers.h"
#include "relance-letter-lines.h"
#include "relance-letter-values.h"

#include <string.h>

/* The paragraphs of a text that brings its own head: who writes, to whom, and when. */
enum
{
  OWN_SENDER,
  OWN_RECIPIENT,
  OWN_DATE,
  N_OWN,
};

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
add_line (GStrvBuilder *lines, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0')
      g_strv_builder_add (lines, *part);
}

static void
add_city (GStrvBuilder *lines, const char *postcode, const char *city)
{
  g_autofree char *line = NULL;

  if (is_empty (postcode) || is_empty (city))
    line = g_strdup (is_empty (city) ? postcode : city);
  else
    line = g_strdup_printf ("%s %s", postcode, city);
  add_line (lines, line);
}

/* Within one country an address names none. */
static void
add_country (GStrvBuilder *lines, const RelanceLetterSheet *sheet, const char *country)
{
  const char *own = relance_business_get (sheet->business, RELANCE_BUSINESS_COUNTRY);
  const char *theirs = sheet->client->country;
  g_autofree char *name = NULL;

  if (is_empty (own) || is_empty (theirs) || strcmp (own, theirs) == 0)
    return;
  name = relance_country_dup_name_in (country, relance_letter_get_locale (sheet->language));
  add_line (lines, name);
}

/* The number that French law wants on letters too (C. com. R123-237). */
static void
add_siren (GStrvBuilder *lines, const RelanceLetterSheet *sheet)
{
  const char *siren = relance_business_get (sheet->business, RELANCE_BUSINESS_SIREN);
  g_autofree char *grouped = *siren != '\0' ? relance_siren_format (siren) : NULL;
  g_autofree char *line = NULL;

  if (grouped == NULL)
    return;
  line =
    g_strconcat (sheet->language == RELANCE_LANGUAGE_FR ? "SIREN : " : "SIREN ", grouped, NULL);
  add_line (lines, line);
}

static char **
make_sender (const RelanceLetterSheet *sheet)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  const RelanceBusiness *business = sheet->business;
  const char *name = relance_business_get (business, RELANCE_BUSINESS_NAME);
  const char *legal_name = relance_business_get (business, RELANCE_BUSINESS_LEGAL_NAME);

  add_line (lines, name);
  if (strcmp (name, legal_name) != 0)
    add_line (lines, legal_name);
  add_line (lines, relance_business_get (business, RELANCE_BUSINESS_STREET));
  add_city (lines, relance_business_get (business, RELANCE_BUSINESS_POSTCODE),
            relance_business_get (business, RELANCE_BUSINESS_CITY));
  add_country (lines, sheet, relance_business_get (business, RELANCE_BUSINESS_COUNTRY));
  add_line (lines, relance_business_get (business, RELANCE_BUSINESS_PHONE));
  add_line (lines, relance_business_get (business, RELANCE_BUSINESS_EMAIL));
  add_siren (lines, sheet);
  return g_strv_builder_end (lines);
}

/* The person at a company whose name says nothing of it.
 *
 * Returns: (transfer full) (nullable) */
static char *
dup_attention (const RelanceLetterSheet *sheet)
{
  RelanceClient *client = sheet->client;
  gboolean french = sheet->language == RELANCE_LANGUAGE_FR;
  const char *title = "";
  g_autofree char *person = relance_client_dup_person_name (client);

  if (person == NULL || client->kind == RELANCE_KIND_CONSUMER || strcmp (person, client->name) == 0)
    return NULL;

  if (client->title == RELANCE_TITLE_MADAME)
    title = french ? "Madame " : "Ms ";
  else if (client->title == RELANCE_TITLE_MONSIEUR)
    title = french ? "Monsieur " : "Mr ";
  return g_strdup_printf (french ? "À l’attention de %s%s" : "For the attention of %s%s", title,
                          person);
}

static char **
make_recipient (const RelanceLetterSheet *sheet)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  RelanceClient *client = sheet->client;
  g_autofree char *attention = dup_attention (sheet);

  add_line (lines, client->name);
  add_line (lines, attention);
  add_line (lines, client->street);
  add_city (lines, client->postcode, client->city);
  add_country (lines, sheet, client->country);
  return g_strv_builder_end (lines);
}

static char *
make_date (const RelanceLetterSheet *sheet)
{
  const char *city = relance_business_get (sheet->business, RELANCE_BUSINESS_CITY);
  g_autofree char *date =
    relance_date_format (sheet->date, relance_letter_get_locale (sheet->language));

  if (sheet->language != RELANCE_LANGUAGE_FR)
    return g_steal_pointer (&date);

  return *city != '\0' ? g_strdup_printf ("%s, le %s", city, date)
                       : g_strdup_printf ("Le %s", date);
}

static char *
make_subject (const RelanceLetterSheet *sheet)
{
  return g_strconcat (sheet->language == RELANCE_LANGUAGE_FR ? "Objet : " : "", sheet->subject,
                      NULL);
}

/* The envelope is the sender's: its window is at the right in France and Belgium, at the left
 * where DIN 5008 and BS 4264 come from; of a sender without a country the language tells. */
static gboolean
is_at_right (const RelanceLetterSheet *sheet)
{
  const char *country = relance_business_get (sheet->business, RELANCE_BUSINESS_COUNTRY);

  if (*country == '\0')
    return sheet->language == RELANCE_LANGUAGE_FR;

  return strcmp (country, "FR") == 0 || strcmp (country, "MC") == 0 || strcmp (country, "BE") == 0;
}

/* @line: (inout): where a paragraph starts; then where the next one does
 *
 * Returns: (transfer full): its lines */
static char **
take_paragraph (char ***line)
{
  g_autoptr (GStrvBuilder) paragraph = g_strv_builder_new ();

  while (**line != NULL && ***line != '\0')
    g_strv_builder_add (paragraph, *(*line)++);
  while (**line != NULL && ***line == '\0')
    (*line)++;
  return g_strv_builder_end (paragraph);
}

static gboolean
ends_with_date (char **paragraph, const RelanceLetterSheet *sheet)
{
  g_autofree char *date =
    relance_date_format (sheet->date, relance_letter_get_locale (sheet->language));

  return g_strv_length (paragraph) == 1 && g_str_has_suffix (paragraph[0], date);
}

/* A line of its own between the date and the greeting. */
static void
take_own_subject (RelanceLetterHead *self, char ***line)
{
  char **start = *line;
  g_auto (GStrv) paragraph = take_paragraph (line);

  if (g_strv_length (paragraph) == 1 && !relance_letter_line_is_row (paragraph[0]) &&
      !g_str_has_suffix (paragraph[0], ","))
    g_set_str (&self->subject, paragraph[0]);
  else
    *line = start;
}

/* A formal notice is a letter whole: what stands at its head goes to the place it has on paper,
 * with what the user made of it, and is not said twice. */
static void
take_own_head (RelanceLetterHead *self, const RelanceLetterSheet *sheet)
{
  g_auto (GStrv) all = relance_letter_lines_split (sheet->text);
  GStrv own[N_OWN] = { NULL };
  char **line = all;

  while (*line != NULL && **line == '\0')
    line++;
  for (int i = 0; i < N_OWN; i++)
    own[i] = take_paragraph (&line);

  if (ends_with_date (own[OWN_DATE], sheet))
    {
      g_strfreev (self->sender);
      g_strfreev (self->recipient);
      self->sender = g_steal_pointer (&own[OWN_SENDER]);
      self->recipient = g_steal_pointer (&own[OWN_RECIPIENT]);
      g_set_str (&self->date, own[OWN_DATE][0]);
      take_own_subject (self, &line);
    }
  else
    line = all;

  self->lines = g_strdupv (line);
  for (int i = 0; i < N_OWN; i++)
    g_strfreev (own[i]);
}

/**
 * relance_letter_head_new:
 *
 * Returns: (transfer full): the head of a letter
 */
RelanceLetterHead *
relance_letter_head_new (const RelanceLetterSheet *sheet)
{
  RelanceLetterHead *self = g_new0 (RelanceLetterHead, 1);

  self->sender = make_sender (sheet);
  self->recipient = make_recipient (sheet);
  self->date = make_date (sheet);
  self->subject = make_subject (sheet);
  self->recipient_at_right = is_at_right (sheet);
  take_own_head (self, sheet);
  return self;
}

void
relance_letter_head_free (RelanceLetterHead *self)
{
  g_strfreev (self->sender);
  g_strfreev (self->recipient);
  g_free (self->date);
  g_free (self->subject);
  g_strfreev (self->lines);
  g_free (self);
}
