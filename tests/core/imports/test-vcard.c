/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-error.h"
#include "relance-vcard.h"

#include <string.h>

static GBytes *
load (const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests/fixtures/vcard", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static void
describe_text (GString *text, const char *name, const char *value)
{
  g_auto (GStrv) lines = value != NULL ? g_strsplit (value, "\n", -1) : NULL;
  g_autofree char *joined = lines != NULL ? g_strjoinv (" / ", lines) : NULL;

  if (joined != NULL)
    g_string_append_printf (text, "  %s: %s\n", name, joined);
}

static void
describe_entries (GString *text, const char *name, const GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const RelanceCardEntry *entry = &g_array_index (entries, RelanceCardEntry, i);

      g_string_append_printf (text, "  %s: %s (%s)\n", name, entry->value, entry->type);
    }
}

static void
describe_card (GString *text, const RelanceCard *card)
{
  static const char *const kinds[] = { "", "person", "organisation", "group", "other" };

  g_string_append_printf (text, "%d %s\n", card->line,
                          card->reason != NULL ? card->reason : kinds[card->kind]);
  describe_text (text, "name", card->name);
  describe_text (text, "organisation", card->organisation);
  describe_text (text, "title", card->title);
  describe_text (text, "first", card->first_name);
  describe_text (text, "last", card->last_name);
  describe_text (text, "honorific", card->honorific);
  describe_entries (text, "email", card->emails);
  describe_text (text, "refused", card->refused_email);
  describe_entries (text, "phone", card->phones);
  describe_text (text, "street", card->street);
  describe_text (text, "postcode", card->postcode);
  describe_text (text, "city", card->city);
  describe_text (text, "region", card->region);
  describe_text (text, "country", card->country);
  describe_text (text, "url", card->url);
  describe_text (text, "language", card->language);
  describe_text (text, "note", card->note);
}

static char *
describe (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = relance_vcard_read (bytes, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < cards->len; i++)
    describe_card (text, cards->pdata[i]);

  return g_string_free_and_steal (text);
}

static GBytes *
from_text (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* Each fixture has what is read of it beside it, as FIXTURE.cards. */
static void
test_fixtures (void)
{
  static const char *const fixtures[] = {
    "google-3.vcf", "apple-3.vcf",     "outlook-2.1.vcf",   "android-2.1.vcf", "gnome-3.vcf",
    "odd.vcf",      "nextcloud-4.vcf", "thunderbird-4.vcf", "control.vcf",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *name = g_strconcat (fixtures[i], ".cards", NULL);
      g_autoptr (GBytes) bytes = load (fixtures[i]);
      g_autoptr (GBytes) expected = load (name);
      g_autofree char *wanted =
        g_strndup (g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
      g_autofree char *found = describe (bytes);

      g_test_message ("%s", fixtures[i]);
      g_assert_true (relance_vcard_is_vcard (bytes));
      g_assert_cmpstr (found, ==, wanted);
    }
}

/* The same cards say the same in every encoding and with every line end. */
static void
test_encodings (void)
{
  static const char *const encodings[] = { "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE",
                                           "WINDOWS-1252" };
  static const char *const line_ends[] = { "\n", "\r\n", "\r" };
  g_autoptr (GBytes) bytes = load ("google-3.vcf");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *wanted = describe (bytes);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (line_ends); j++)
      {
        gsize size;
        g_autofree char *joined = g_strjoinv (line_ends[j], lines);
        char *encoded = g_convert (joined, -1, encodings[i], "UTF-8", NULL, &size, NULL);
        g_autoptr (GBytes) other = g_bytes_new_take (encoded, size);
        g_autofree char *found = describe (other);

        g_test_message ("%s %" G_GSIZE_FORMAT, encodings[i], j);
        g_assert_true (relance_vcard_is_vcard (other));
        g_assert_cmpstr (found, ==, wanted);
      }
}

static void
test_values (void)
{
  static const struct
  {
    const char *properties;
    const char *expected;
  } cases[] = {
    { "FN:a\n", "  name: a\n" },
    { "FN: a  b \n", "  name: a b\n" },
    { "FN:a\\,b\\;c\\\\d\\:e\\nf\\Ng\\x\n", "  name: a,b;c\\d:e, f, g\\x\n" },
    { "FN:ends\\\n", "  name: ends\\\n" },
    { "FN:a\n b\n\tc\n", "  name: abc\n" },
    { "VERSION:2.1\nFN:a\n b\n", "  name: a b\n" },
    { "FN:caf\xC3\n \xA9\n", "  name: café\n" },
    { "FN;X=\"a:b;c\":d\n", "  name: d\n" },
    { "FN;ENCODING=b:w6l0w6k=\n", "  name: été\n" },
    { "FN;BASE64:w6l0w6k=\n", "  name: été\n" },
    { "FN;CHARSET=ISO-8859-15;ENCODING=QUOTED-PRINTABLE:10=A4\n", "  name: 10€\n" },
    { "FN;CHARSET=NO-SUCH;ENCODING=QUOTED-PRINTABLE:=E9=\n=E9==\n\nN:x\n",
      "  name: éé=\n  last: x\n" },
    { "FN:\nFN:b\nFN:c\n", "  name: b\n" },
    { "FN:b\nFN;TYPE=pref:c\n", "  name: c\n" },
    { "N:Family;Given\n", "  name: Given Family\n  first: Given\n  last: Family\n" },
    { "FN:a\nEMAIL:A@b.example\nEMAIL;PREF=1:a@B.example\n",
      "  name: a\n  email: A@b.example ()\n" },
    { "FN:a\nEMAIL:\nEMAIL:x\nEMAIL:y\n", "  name: a\n  refused: x\n" },
    { "FN:a\nEMAIL;VALUE=uri:mailto:a%FF@b.example\n", "  name: a\n  email: a%FF@b.example ()\n" },
    { "FN:a\nTEL;TYPE=WORK,FAX:1\nTEL;HOME;PREF:2\n",
      "  name: a\n  phone: 2 (home)\n  phone: 1 (fax)\n" },
    { "FN:a\nROLE:r\n", "  name: a\n  title: r\n" },
    { "FN:a\nROLE:r\nTITLE:t\n", "  name: a\n  title: t\n" },
    { "FN:a\nNOTE:x\nNOTE:y\n", "  name: a\n  note: x / y\n" },
    { "FN:a\nADR:;;1 rue, cour\n", "  name: a\n  street: 1 rue, cour\n" },
    { "FN:a\nKIND:GROUP\n", "  name: a\n" },
    { "X-FN:no\nFN:a\n", "  name: a\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strconcat ("BEGIN:VCARD\n", cases[i].properties, "END:VCARD\n", NULL);
      g_autoptr (GBytes) bytes = from_text (text);
      g_autofree char *found = describe (bytes);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (strchr (found, '\n') + 1, ==, cases[i].expected);
    }
}

/* What is too long refuses its card; a picture as long is nobody's concern. */
static void
test_long (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autofree char *text = g_strconcat ("BEGIN:VCARD\nFN:a\nPHOTO:", long_text, "\n ", long_text,
                                       "\nEND:VCARD\n", "BEGIN:VCARD\nFN:b\nNOTE:", long_text,
                                       "\nEND:VCARD\n", "BEGIN:VCARD\nFN:", long_text + 99000,
                                       "\nEND:VCARD\n", "BEGIN:VCARD\nFN:c\nEND:VCARD\n", NULL);
  g_autoptr (GBytes) bytes = from_text (text);
  g_autofree char *found = describe (bytes);

  g_assert_cmpstr (found, ==,
                   "1 person\n  name: a\n6 too-long\n  name: b\n10 too-long\n13 person\n"
                   "  name: c\n");
}

/* Shapes that would cost the square of their size, were anything read again. */
static void
test_repetitions (void)
{
  static const char *const pieces[] = { "NOTE:a\n",
                                        "FN:a\n",
                                        "EMAIL:a@b.example\n",
                                        "FN;A;A",
                                        "BEGIN:VCARD\n",
                                        "AGENT:\nBEGIN:VCARD\n",
                                        "N:a\n ",
                                        ";",
                                        "FN;QUOTED-PRINTABLE:=\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("BEGIN:VCARD\n");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) cards = NULL;

      while (text->len < 1000 * 1000)
        g_string_append (text, pieces[i]);
      bytes = from_text (text->str);
      cards = relance_vcard_read (bytes, NULL, NULL);
      g_assert_nonnull (cards);
      g_assert_cmpstr (((RelanceCard *) cards->pdata[cards->len - 1])->reason, ==, "cut");
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", RELANCE_IMPORT_ERROR_EMPTY },
    { "\n\n", RELANCE_IMPORT_ERROR_BROKEN },
    { "FN:nobody\n", RELANCE_IMPORT_ERROR_BROKEN },
    { "BEGIN:VCALENDAR\nEND:VCALENDAR\n", RELANCE_IMPORT_ERROR_BROKEN },
  };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) good = from_text ("BEGIN:VCARD\nFN:a\nEND:VCARD\n");
  g_autoptr (GError) cancelled = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = from_text (cases[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_false (relance_vcard_is_vcard (bytes));
      g_assert_null (relance_vcard_read (bytes, NULL, &error));
      g_assert_error (error, RELANCE_IMPORT_ERROR, cases[i].code);
    }

  g_cancellable_cancel (cancellable);
  g_assert_null (relance_vcard_read (good, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/imports/vcard/fixtures", test_fixtures);
  g_test_add_func ("/imports/vcard/encodings", test_encodings);
  g_test_add_func ("/imports/vcard/values", test_values);
  g_test_add_func ("/imports/vcard/long", test_long);
  g_test_add_func ("/imports/vcard/repetitions", test_repetitions);
  g_test_add_func ("/imports/vcard/refused", test_refused);

  return g_test_run ();
}
