/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-einvoice-encoding.h"

#include "relance-import-error.h"

#include <string.h>

#define PROLOG_BYTES 256

typedef struct
{
  const guchar *data;
  gsize size;
  const char *charset; /* NULL: in bytes that hold ASCII as it is */
} Encoded;

/* What the first bytes show by themselves (XML 1.0, appendix F). */
static Encoded
skip_mark (GBytes *bytes)
{
  Encoded encoded = { 0 };

  encoded.data = g_bytes_get_data (bytes, &encoded.size);
  if (encoded.size >= 3 && memcmp (encoded.data, "\xEF\xBB\xBF", 3) == 0)
    return (Encoded) { encoded.data + 3, encoded.size - 3, NULL };
  if (encoded.size >= 2 && memcmp (encoded.data, "\xFF\xFE", 2) == 0)
    return (Encoded) { encoded.data + 2, encoded.size - 2, "UTF-16LE" };
  if (encoded.size >= 2 && memcmp (encoded.data, "\xFE\xFF", 2) == 0)
    return (Encoded) { encoded.data + 2, encoded.size - 2, "UTF-16BE" };
  if (encoded.size >= 4 && memcmp (encoded.data, "<\0", 2) == 0 && encoded.data[2] != 0)
    encoded.charset = "UTF-16LE";
  else if (encoded.size >= 4 && memcmp (encoded.data, "\0<", 2) == 0)
    encoded.charset = "UTF-16BE";

  return encoded;
}

/* Some programs leave line breaks before the declaration. */
static void
skip_blanks (Encoded *encoded)
{
  while (encoded->size > 0 && g_ascii_isspace (*encoded->data))
    encoded->data++, encoded->size--;
}

/* The encoding that the declaration names, when it is one of a byte per letter. */
static char *
find_declared (const Encoded *encoded)
{
  static const char *const families[] = { "ISO-8859-", "WINDOWS-125", "CP125", "LATIN", NULL };
  g_autofree char *prolog =
    g_strndup ((const char *) encoded->data, MIN (encoded->size, PROLOG_BYTES));
  char *name = g_str_has_prefix (prolog, "<?xml") ? strstr (prolog, "encoding") : NULL;
  g_autofree char *upper = NULL;

  if (name == NULL)
    return NULL;
  name += strcspn (name, "\"'?");
  if (*name != '"' && *name != '\'')
    return NULL;
  name++;
  name[strcspn (name, "\"'?")] = '\0';

  upper = g_ascii_strup (name, -1);
  for (int i = 0; families[i] != NULL; i++)
    if (g_str_has_prefix (upper, families[i]))
      return g_steal_pointer (&upper);

  return NULL;
}

static char *
convert (const Encoded *encoded, const char *charset)
{
  gsize written = 0;
  g_autofree char *text =
    g_convert ((const char *) encoded->data, encoded->size, "UTF-8", charset, NULL, &written, NULL);

  return text != NULL && strlen (text) == written ? g_steal_pointer (&text) : NULL;
}

/**
 * relance_einvoice_encoding_is_xml:
 * @bytes: a file
 *
 * Returns: whether it begins as XML does, whatever its encoding
 */
gboolean
relance_einvoice_encoding_is_xml (GBytes *bytes)
{
  Encoded encoded = skip_mark (bytes);
  guchar next;

  if (encoded.charset != NULL)
    {
      gsize low = g_str_equal (encoded.charset, "UTF-16LE") ? 0 : 1;

      return encoded.size >= 4 && encoded.data[low] == '<' && encoded.data[1 - low] == 0;
    }
  skip_blanks (&encoded);
  if (encoded.size < 2 || encoded.data[0] != '<')
    return FALSE;
  next = encoded.data[1];

  return next == '?' || next == '!' || next == '_' || next >= 0x80 || g_ascii_isalpha (next);
}

/**
 * relance_einvoice_encoding_decode:
 * @bytes: XML
 * @error: %RELANCE_IMPORT_ERROR_BROKEN
 *
 * Bytes that are valid UTF-8 are read so whatever the declaration says: programs
 * that keep texts in UTF-16 write that name over UTF-8. Others must be what the
 * declaration says, and that is refused where a byte is not a letter, because
 * it could then hide what is looked for in the text.
 *
 * Returns: (transfer full): the document in UTF-8, without its mark
 */
char *
relance_einvoice_encoding_decode (GBytes *bytes, GError **error)
{
  Encoded encoded = skip_mark (bytes);
  g_autofree char *text = NULL;
  g_autofree char *declared = NULL;

  if (encoded.charset == NULL)
    skip_blanks (&encoded);

  if (encoded.charset != NULL)
    text = convert (&encoded, encoded.charset);
  else if (g_utf8_validate_len ((const char *) encoded.data, encoded.size, NULL))
    text = g_strndup ((const char *) encoded.data, encoded.size);
  else if ((declared = find_declared (&encoded)) != NULL)
    text = convert (&encoded, declared);

  if (text == NULL)
    g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_BROKEN, "encoding");

  return g_steal_pointer (&text);
}
