/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-pdf-filter.h"

#include <gio/gio.h>
#include <string.h>

#define CHUNK (64 * 1024)

/* Predictors from this on are those of PNG, which each row names itself. */
#define PNG_PREDICTOR 10
#define MAX_COLUMNS (1024 * 1024)

typedef void (*Run) (const char *data, gsize size, gsize limit, GByteArray *out);

/* What comes before an error is kept: a stream that was cut short still says
 * what it says, and who reads it judges. */
static void
inflate (const char *data, gsize size, gsize limit, GByteArray *out)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result == G_CONVERTER_CONVERTED && out->len < limit)
    {
      gsize before = out->len, room = MIN (CHUNK, limit - before), eaten = 0, made = 0;

      g_byte_array_set_size (out, before + room);
      result = g_converter_convert (G_CONVERTER (zlib), data, size, out->data + before, room,
                                    G_CONVERTER_INPUT_AT_END, &eaten, &made, NULL);
      if (result == G_CONVERTER_ERROR)
        eaten = made = 0;
      g_byte_array_set_size (out, before + made);
      data += eaten;
      size -= eaten;
    }
}

static void
append_byte (GByteArray *out, guint value)
{
  guint8 byte = (guint8) value;

  g_byte_array_append (out, &byte, 1);
}

static void
read_hexadecimal (const char *data, gsize size, gsize limit, GByteArray *out)
{
  int high = -1;

  for (gsize i = 0; i < size && data[i] != '>' && out->len < limit; i++)
    {
      int digit = g_ascii_xdigit_value (data[i]);

      if (digit < 0)
        continue;
      if (high >= 0)
        append_byte (out, high * 16 + digit);
      high = high >= 0 ? -1 : digit;
    }
  if (high >= 0 && out->len < limit)
    append_byte (out, high * 16);
}

static void
append_base85 (GByteArray *out, guint32 value, int n_bytes)
{
  for (int i = 0; i < n_bytes; i++)
    append_byte (out, value >> (24 - 8 * i) & 0xFF);
}

/* Five characters make four bytes; n of the last group make n - 1. */
static void
read_base85 (const char *data, gsize size, gsize limit, GByteArray *out)
{
  guint32 value = 0;
  int n = 0;

  for (gsize i = 0; i < size && data[i] != '~' && out->len < limit; i++)
    {
      if (data[i] == 'z' && n == 0)
        append_base85 (out, 0, 4);
      else if (data[i] >= '!' && data[i] <= 'u')
        {
          value = value * 85 + (data[i] - '!');
          if (++n == 5)
            {
              append_base85 (out, value, 4);
              value = n = 0;
            }
        }
    }
  if (n > 1 && out->len < limit)
    {
      for (int i = n; i < 5; i++)
        value = value * 85 + 84;
      append_base85 (out, value, n - 1);
    }
}

/* A length below 128 copies that many bytes and one more; above, it repeats the next. */
static void
read_runs (const char *data, gsize size, gsize limit, GByteArray *out)
{
  gsize i = 0;

  while (i + 1 < size && (guchar) data[i] != 128 && out->len < limit)
    {
      guint length = (guchar) data[i++];

      if (length < 128)
        {
          gsize n = MIN (length + 1, size - i);

          g_byte_array_append (out, (const guint8 *) data + i, n);
          i += n;
        }
      else
        {
          for (guint n = 257 - length; n > 0; n--)
            append_byte (out, (guchar) data[i]);
          i++;
        }
    }
}

static gint64
get_parameter (RelancePdfSpan parameters, const char *key, gint64 otherwise)
{
  RelancePdfSpan value;
  gint64 number;

  return relance_pdf_get (parameters, key, &value) && relance_pdf_to_integer (value, &number)
           ? number
           : otherwise;
}

/* Of the bytes to the left, above, and above that one, the nearest to what they promise. */
static int
choose_paeth (int left, int above, int corner)
{
  int promise = left + above - corner;
  int to_left = ABS (promise - left), to_above = ABS (promise - above);
  int to_corner = ABS (promise - corner);

  if (to_left <= to_above && to_left <= to_corner)
    return left;

  return to_above <= to_corner ? above : corner;
}

/* What is added to byte @i of a row, by the way that the row says (PNG, 9.2). */
static int
predict (const guint8 *row, const guint8 *before, gsize i, gsize step, int way)
{
  int left = i >= step ? row[i - step] : 0;
  int above = before != NULL ? before[i] : 0;
  int corner = before != NULL && i >= step ? before[i - step] : 0;

  switch (way)
    {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) / 2;
    case 4:
      return choose_paeth (left, above, corner);
    default:
      return 0;
    }
}

static Run
find_filter (RelancePdfSpan name)
{
  static const struct
  {
    const char *name;
    const char *abbreviation;
    Run run;
  } filters[] = {
    { "FlateDecode", "Fl", inflate },
    { "ASCIIHexDecode", "AHx", read_hexadecimal },
    { "ASCII85Decode", "A85", read_base85 },
    { "RunLengthDecode", "RL", read_runs },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    if (relance_pdf_is_name (name, filters[i].name) ||
        relance_pdf_is_name (name, filters[i].abbreviation))
      return filters[i].run;

  return NULL;
}

/**
 * relance_pdf_filter_run:
 * @filter: a name of ISO 32000-1, 7.4
 * @limit: how many bytes are wanted; never more than that is unpacked
 *
 * Those that e-invoices use: PDF/A forbids LZW, and the others are for pictures.
 *
 * Returns: (transfer full) (nullable): up to @limit bytes; %NULL when the filter is not known
 */
GByteArray *
relance_pdf_filter_run (RelancePdfSpan filter, RelancePdfSpan data, gsize limit)
{
  Run run = find_filter (filter);
  GByteArray *out;

  if (run == NULL)
    return NULL;
  out = g_byte_array_new ();
  run (data.at, data.end - data.at, limit, out);
  if (out->len > limit)
    g_byte_array_set_size (out, limit);

  return out;
}

/**
 * relance_pdf_filter_unpredict:
 * @data: (inout): what a filter made of a stream
 * @parameters: the parameters of the filter, a dictionary
 *
 * Takes back what a producer did so that rows of figures pack better (ISO 32000-1, 7.4.4.4): some
 * do it to everything, streams of objects too.
 */
void
relance_pdf_filter_unpredict (GByteArray *data, RelancePdfSpan parameters)
{
  gint64 columns = get_parameter (parameters, "Columns", 1);
  gint64 colors = get_parameter (parameters, "Colors", 1);
  gint64 bits = get_parameter (parameters, "BitsPerComponent", 8);
  gsize width, step, made = 0;

  if (get_parameter (parameters, "Predictor", 1) < PNG_PREDICTOR || columns < 1 ||
      columns > MAX_COLUMNS || colors < 1 || colors > 32 || bits < 1 || bits > 16)
    return;
  width = (gsize) (columns * colors * bits + 7) / 8;
  step = (gsize) MAX (colors * bits / 8, 1);

  for (gsize from = 0; from + 1 < data->len; from += width + 1)
    {
      gsize length = MIN (width, data->len - from - 1);
      const guint8 *before = made > 0 ? data->data + made - width : NULL;
      guint8 *row = data->data + made;
      int way = data->data[from];

      memmove (row, data->data + from + 1, length);
      for (gsize i = 0; i < length; i++)
        row[i] = (guint8) (row[i] + predict (row, before, i, step, way));
      made += length;
    }
  g_byte_array_set_size (data, made);
}
