/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-error.h"
#include "relance-pdf.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define CII "<rsm:CrossIndustryInvoice/>"
#define CATALOG "%PDF-1.7\n1 0 obj<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>endobj\n"
#define NAMES "2 0 obj<</Names[(a) 3 0 R]>>endobj\n"
#define SPECIFICATION "3 0 obj<</Type/Filespec/F(factur-x.xml)/EF<</F 4 0 R>>>>endobj\n"
#define TRAILER "trailer<</Root 1 0 R>>\n%%EOF\n"
#define STREAM(number, xml) #number " 0 obj<<>>stream\n" xml "\nendstream\nendobj\n"

static GBytes *
deflate (const char *data, gsize size)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr (GInputStream) through = g_converter_input_stream_new (in, G_CONVERTER (zlib));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (out, through, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
pack_megabyte (GZlibCompressor *zlib, const char *chunk, GByteArray *packed)
{
  gsize size = 1024 * 1024;

  while (size > 0)
    {
      guint8 buffer[8192];
      gsize eaten, made;
      g_autoptr (GError) error = NULL;

      g_converter_convert (G_CONVERTER (zlib), chunk, size, buffer, sizeof buffer,
                           G_CONVERTER_FLUSH, &eaten, &made, &error);
      g_assert_no_error (error);
      g_byte_array_append (packed, buffer, made);
      chunk += eaten;
      size -= eaten;
    }
}

/* @head, then @megabytes of @fill, packed twice into some kilobytes. After the first
 * megabyte every one is packed into the same bytes, which are simply repeated. */
static GBytes *
make_bomb (const char *head, char fill, guint megabytes)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GByteArray) packed = g_byte_array_new (), again = g_byte_array_new ();
  g_autofree char *chunk = g_strnfill (1024 * 1024, fill);

  memcpy (chunk, head, strlen (head));
  pack_megabyte (zlib, chunk, packed);
  memset (chunk, fill, strlen (head));
  pack_megabyte (zlib, chunk, packed);
  pack_megabyte (zlib, chunk, again);
  for (guint i = 2; i < megabytes; i++)
    g_byte_array_append (packed, again->data, again->len);

  return deflate ((const char *) packed->data, packed->len);
}

static void
add_stream (GString *pdf, int number, const char *keys, GBytes *data)
{
  gsize size;
  const char *bytes = g_bytes_get_data (data, &size);

  g_string_append_printf (pdf, "%d 0 obj\n<<%s/Length %" G_GSIZE_FORMAT ">>\nstream\n", number,
                          keys, size);
  g_string_append_len (pdf, bytes, size);
  g_string_append (pdf, "\nendstream\nendobj\n");
}

static GBytes *
end_pdf (GString *pdf)
{
  g_string_append (pdf, TRAILER);
  return g_string_free_to_bytes (pdf);
}

/* A PDF whose factur-x.xml is the given stream. */
static GBytes *
make_pdf (const char *keys, GBytes *data)
{
  GString *pdf = g_string_new (CATALOG NAMES SPECIFICATION);

  add_stream (pdf, 4, keys, data);

  return end_pdf (pdf);
}

static void
assert_invoice (GBytes *pdf, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = NULL;
  gboolean read = relance_pdf_find_invoice (pdf, &xml, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (read);
  if (xml != NULL)
    text = g_strchomp (g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml)));
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_refused (GBytes *pdf, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = NULL;

  g_assert_false (relance_pdf_find_invoice (pdf, &xml, &error));
  g_assert_error (error, RELANCE_IMPORT_ERROR, code);
  g_assert_null (xml);
}

/* Rows of ten bytes, each packed in another way of PNG. */
static GBytes *
predict (const char *text)
{
  g_autofree char *padded = g_strdup_printf ("%-50s", text);
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  guint8 before[10] = { 0 };

  g_assert_cmpuint (strlen (padded), ==, 50);
  for (guint8 way = 0; way < 5; way++)
    {
      const guint8 *row = (const guint8 *) padded + way * 10;
      guint8 packed[10];

      for (int i = 0; i < 10; i++)
        {
          int left = i > 0 ? row[i - 1] : 0, corner = i > 0 ? before[i - 1] : 0;
          int above = before[i], promise = left + above - corner;
          int paeth = ABS (promise - left) <= ABS (promise - above) &&
                          ABS (promise - left) <= ABS (promise - corner)
                        ? left
                      : ABS (promise - above) <= ABS (promise - corner) ? above
                                                                        : corner;
          const int added[] = { 0, left, above, (left + above) / 2, paeth };

          packed[i] = (guint8) (row[i] - added[way]);
        }
      g_byte_array_append (rows, &way, 1);
      g_byte_array_append (rows, packed, 10);
      memcpy (before, row, 10);
    }

  return deflate ((const char *) rows->data, rows->len);
}

static void
test_predictors (void)
{
  static const struct
  {
    const char *keys;
    gboolean read;
  } cases[] = {
    { "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 10>>", TRUE },
    { "/Filter[/FlateDecode]/DecodeParms[<</Predictor 15/Columns 10>>]", TRUE },
    { "/Filter[/FlateDecode]/DecodeParms[null]", FALSE },
    { "/Filter/FlateDecode/DecodeParms<</Predictor 1/Columns 10>>", FALSE },
    { "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 999999999>>", FALSE },
    { "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 0>>", FALSE },
  };
  g_autoptr (GBytes) packed = predict (CII);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = make_pdf (cases[i].keys, packed);

      g_test_message ("%s", cases[i].keys);
      assert_invoice (pdf, cases[i].read ? CII : NULL);
    }
}

static void
test_is_pdf (void)
{
  static const struct
  {
    const char *text;
    gboolean pdf;
  } cases[] = {
    { "%PDF-1.4\n", TRUE },  { "\xEF\xBB\xBF\r\n%PDF-1.7\n", TRUE },
    { "PDF-1.4", FALSE },    { "", FALSE },
    { "<Invoice/>", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));

      g_assert_cmpint (relance_pdf_is_pdf (bytes), ==, cases[i].pdf);
    }
}

/* Every place and every way in which a PDF keeps a file. */
static void
test_places (void)
{
  static const struct
  {
    const char *name;
    const char *pdf;
    const char *xml; /* NULL: the PDF holds no invoice */
  } cases[] = {
    { "names", CATALOG NAMES SPECIFICATION STREAM (4, CII) TRAILER, CII },
    { "any name",
      CATALOG NAMES "3 0 obj<</F(piece.bin)/EF<</F 4 0 R>>>>endobj\n" STREAM (4, CII) TRAILER,
      CII },
    { "no name", CATALOG NAMES "3 0 obj<</EF<</F 4 0 R>>>>endobj\n" STREAM (4, CII) TRAILER, CII },
    { "only UF",
      CATALOG NAMES "3 0 obj<</UF(a.xml)/EF<</UF 4 0 R>>>>endobj\n" STREAM (4, CII) TRAILER, CII },
    { "a tree of names",
      CATALOG "2 0 obj<</Kids[6 0 R]>>endobj\n"
              "6 0 obj<</Limits[(a)(b)]/Names[(a)3 0 R]>>endobj\n" SPECIFICATION STREAM (4, CII)
                TRAILER,
      CII },
    { "a specification in its place",
      CATALOG "2 0 obj<</Names[(a)<</F(b.xml)/EF<</F 4 0 R>>>>]>>endobj\n" STREAM (4, CII) TRAILER,
      CII },
    { "EF elsewhere",
      CATALOG NAMES "3 0 obj<</F(b.xml)/EF 7 0 R>>endobj\n"
                    "7 0 obj<</F 4 0 R>>endobj\n" STREAM (4, CII) TRAILER,
      CII },
    { "AF of the catalog",
      "%PDF-1.7\n1 0 obj<</Type/Catalog/AF[3 0 R]>>endobj\n" SPECIFICATION STREAM (4, CII) TRAILER,
      CII },
    { "AF of a page",
      "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 5 0 R>>endobj\n"
      "5 0 obj<</Type/Pages/Kids[6 0 R]/Count 1>>endobj\n"
      "6 0 obj<</Type/Page/Parent 5 0 R/AF 7 0 R>>endobj\n7 0 obj[3 0 R]endobj\n" SPECIFICATION
        STREAM (4, CII) TRAILER,
      CII },
    { "note on a page",
      "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 5 0 R>>endobj\n"
      "5 0 obj<</Type/Pages/Kids[6 0 R]/Count 1>>endobj\n"
      "6 0 obj<</Type/Page/Parent 5 0 R/Annots[7 0 R]>>endobj\n"
      "7 0 obj<</Subtype/FileAttachment/FS 3 0 R>>endobj\n" SPECIFICATION STREAM (4, CII) TRAILER,
      CII },
    { "names with escapes",
      "%PDF-1.7\n1 0 obj<</AF[3 0 R]>>endobj\n3 0 obj<</F(a)/#45F<</#46 4 0 R>>>>endobj\n" STREAM (
        4, CII) TRAILER,
      CII },
    { "comments and strings that look like objects",
      CATALOG NAMES
      "3 0 obj<</Desc(4 0 obj \\) ((>>)))/F <61>%>>\n/EF<</F 4 0 R>>>>endobj\n" STREAM (4, CII)
        TRAILER,
      CII },
    { "carriage returns",
      "%PDF-1.7\r1 0 obj\r<</AF 3 0 R>>\rendobj\r3 0 obj\r<</EF<</F 4 0 R>>>>\rendobj\r"
      "4 0 obj\r<</Length 27>>\rstream\r\n" CII "\rendstream\rendobj\rtrailer\r<</Root 1 0 R>>\r",
      CII },
    { "length elsewhere",
      CATALOG NAMES SPECIFICATION "4 0 obj<</Length 9 0 R>>stream\n" CII
                                  "endstream endobj\n9 0 obj 27 endobj\n" TRAILER,
      CII },
    { "length that is wrong",
      CATALOG NAMES SPECIFICATION "4 0 obj<</Length 5>>stream\n" CII "\nendstream endobj\n" TRAILER,
      CII },
    { "length beyond the end",
      CATALOG NAMES SPECIFICATION "4 0 obj<</Length 2000000000>>stream\n" CII
                                  "\nendstream endobj\n" TRAILER,
      CII },
    { "no trailer", CATALOG NAMES SPECIFICATION STREAM (4, CII), CII },
    { "cut short", CATALOG NAMES SPECIFICATION "4 0 obj<</Length 27>>stream\n" CII, CII },
    { "hexadecimal",
      CATALOG NAMES SPECIFICATION
      "4 0 obj<</Filter/AHx>>stream\n3C496E76 6F6963652F3E>\nendstream endobj\n" TRAILER,
      "<Invoice/>" },
    { "base 85",
      CATALOG NAMES SPECIFICATION
      "4 0 obj<</Filter[/ASCII85Decode]>>stream\n4@sF6DeW]m00T~>\nendstream endobj\n" TRAILER,
      "<Invoice/>" },
    { "runs",
      CATALOG NAMES SPECIFICATION
      "4 0 obj<</Filter/RL>>stream\n\x09<Invoice/>\x80\nendstream endobj\n" TRAILER,
      "<Invoice/>" },
    { "a filter for pictures",
      CATALOG NAMES SPECIFICATION "4 0 obj<</Filter/DCTDecode>>stream\n" CII
                                  "\nendstream endobj\n" TRAILER,
      NULL },
    { "replaced by a later state of the object",
      CATALOG NAMES SPECIFICATION STREAM (4, CII) TRAILER STREAM (4, "<Invoice/>") TRAILER,
      "<Invoice/>" },
    { "replaced by another object",
      CATALOG NAMES SPECIFICATION STREAM (4, CII) TRAILER STREAM (
        5, "<Invoice/>") "3 0 obj<</F(factur-x.xml)/EF<</F 5 0 R>>>>endobj\n" TRAILER,
      "<Invoice/>" },
    { "taken out again",
      CATALOG NAMES SPECIFICATION STREAM (4, CII) TRAILER
      "1 0 obj<</Type/Catalog>>endobj\n" TRAILER,
      NULL },
    { "a loop",
      "%PDF-1.7\n1 0 obj<</Names 2 0 R>>endobj\n2 0 obj<</Kids[1 0 R 2 0 R]>>endobj\n"
      "3 0 obj 3 0 R endobj\n" TRAILER,
      NULL },
    { "no attachment", "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n" TRAILER, NULL },
    { "nothing behind", CATALOG NAMES SPECIFICATION TRAILER, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = g_bytes_new_static (cases[i].pdf, strlen (cases[i].pdf));

      g_test_message ("%s", cases[i].name);
      assert_invoice (pdf, cases[i].xml);
    }
}

/* What an attachment is, is what its root says. */
static void
test_roots (void)
{
  static const struct
  {
    const char *xml;
    gboolean invoice;
  } cases[] = {
    { CII, TRUE },
    { "\xEF\xBB\xBF<?xml version='1.0'?>\r\n<!-- <Order> --><a:CrossIndustryDocument x='>'/>",
      TRUE },
    { "<!DOCTYPE Invoice [<!ENTITY e 'f'>]><Invoice/>", TRUE },
    { "<ubl:CreditNote\nxmlns:ubl='x'>", TRUE },
    { "<?xml version='1.0'?><rsm:SCRDMCCBDACIOMessageStructure/>", FALSE },
    { "<Invoices/>", FALSE },
    { "<!-- <Invoice>", FALSE },
    { "<", FALSE },
    { "<html>", FALSE },
    { "Invoice", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) packed = deflate (cases[i].xml, strlen (cases[i].xml));
      g_autoptr (GBytes) pdf = make_pdf ("/Filter/FlateDecode", packed);

      g_test_message ("%s", cases[i].xml);
      assert_invoice (pdf, cases[i].invoice ? cases[i].xml : NULL);
    }
}

static void
test_encodings (void)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE", "UTF-16", "ISO-8859-1" };
  g_autofree char *filler = g_strnfill (70000, 'x');
  g_autofree char *xml = g_strdup_printf ("<?xml version='1.0'?><Invoice>%sééé</Invoice>", filler);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize size;
      g_autofree char *encoded =
        g_convert (xml, strlen (xml), encodings[i], "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) packed = deflate (encoded, size);
      g_autoptr (GBytes) pdf = make_pdf ("/Filter[/FlateDecode]", packed);
      g_autoptr (GBytes) found = NULL;

      g_assert_true (relance_pdf_find_invoice (pdf, &found, NULL));
      g_assert_nonnull (found);
      g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found), encoded, size);
    }
}

/* A character of several bytes where the look at the start of a long text ends. */
static void
test_cut_character (void)
{
  for (int shift = 0; shift < 4; shift++)
    {
      g_autoptr (GString) xml = g_string_new ("<Invoice>");
      g_autoptr (GBytes) packed = NULL, pdf = NULL;

      for (int i = 0; i < shift; i++)
        g_string_append_c (xml, ' ');
      for (int i = 0; i < 40000; i++)
        g_string_append (xml, "Á€");
      packed = deflate (xml->str, xml->len);
      pdf = make_pdf ("/Filter/Fl", packed);
      assert_invoice (pdf, xml->str);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *written;
    const char *name;
  } cases[] = {
    { "/F(factur-x.xml)", "factur-x.xml" },
    { "/F(a)/UF(b)", "b" },
    { "/UF<FEFF00E9002E0078006D006C>", "é.xml" },
    { "/UF(\\376\\377\\000\\351)", "é" },
    { "/UF(\\357\\273\\277\\303\\251)", "é" },
    { "/UF(r\351sum\351)", "résumé" },
    { "/UF(a\\(b\\)(c)\\\nd\\101)", "a(b)(c)dA" },
    { "/UF 8 0 R", "elsewhere" },
    { "/UF/Name", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (
        CATALOG NAMES "3 0 obj<<", cases[i].written,
        "/EF<</F 4 0 R>>>>endobj\n8 0 obj(elsewhere)endobj\n" STREAM (4, "<a/>") TRAILER, NULL);
      g_autoptr (GBytes) pdf = g_bytes_new_static (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) attachments = relance_pdf_read_attachments (pdf, NULL, &error);
      const RelancePdfAttachment *attachment;

      g_assert_no_error (error);
      g_assert_cmpuint (attachments->len, ==, 1);
      attachment = attachments->pdata[0];
      g_assert_cmpstr (attachment->name, ==, cases[i].name);
    }
}

/* A name of the standards comes before any other, an invoice before what is none. */
static void
test_choice (void)
{
  static const char *const names[] = { "factur-x.xml", "ZUGFeRD-invoice.xml", "XRECHNUNG.XML" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text =
        g_strconcat (CATALOG "2 0 obj<</Names[(a)3 0 R(b)5 0 R(c)6 0 R]>>endobj\n"
                             "3 0 obj<</F(extra.xml)/EF<</F 4 0 R>>>>endobj\n5 0 obj<</F(",
                     names[i],
                     ")/EF<</F 7 0 R>>>>endobj\n"
                     "6 0 obj<</F(factur-x.xml)/EF<</F 8 0 R>>>>endobj\n" STREAM (4, "<Invoice/>")
                       STREAM (7, CII) STREAM (8, "<Order/>") TRAILER,
                     NULL);
      g_autoptr (GBytes) pdf = g_bytes_new_static (text, strlen (text));

      assert_invoice (pdf, CII);
    }
}

/* A PDF within the PDF, not packed: its objects are not those of the outer one. */
static void
test_inner_pdf (void)
{
  static const char inner[] = CATALOG NAMES SPECIFICATION STREAM (4, "<Invoice/>") TRAILER;
  g_autoptr (GBytes) data = g_bytes_new_static (inner, strlen (inner));
  const gboolean elsewhere[] = { FALSE, TRUE };

  for (gsize i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    {
      GString *pdf =
        g_string_new (CATALOG "2 0 obj<</Names[(a)3 0 R(b)5 0 R]>>endobj\n" SPECIFICATION STREAM (
          4, CII) "5 0 obj<</F(note.pdf)/EF<</F 6 0 R>>>>endobj\n");
      g_autoptr (GBytes) bytes = NULL;

      if (elsewhere[i])
        g_string_append_printf (pdf,
                                "6 0 obj<</Length 9 0 R>>stream\n%s\nendstream endobj\n"
                                "9 0 obj %" G_GSIZE_FORMAT " endobj\n",
                                inner, strlen (inner));
      else
        add_stream (pdf, 6, "", data);
      bytes = end_pdf (pdf);
      assert_invoice (bytes, CII);
    }
}

/* PDF 1.5 packs its objects in streams, and its trailer in another. */
static void
test_object_streams (void)
{
  static const char *const bodies[] = { "<</Names<</EmbeddedFiles 2 0 R>>>>",
                                        "<</Names[(a)3 0 R]>>", "<</F(a.xml)/EF<</F 4 0 R>>>>" };
  g_autoptr (GString) header = g_string_new (NULL), values = g_string_new (NULL);
  GString *pdf = g_string_new ("%PDF-1.5\n" STREAM (4, CII));
  g_autofree char *keys = NULL, *all = NULL;
  g_autoptr (GBytes) packed = NULL, trailer = g_bytes_new_static ("", 0), bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_string_append_printf (header, "%u %" G_GSIZE_FORMAT " ", i + 1, values->len);
      g_string_append_printf (values, "%s\n", bodies[i]);
    }
  all = g_strconcat (header->str, values->str, NULL);
  packed = deflate (all, strlen (all));
  keys =
    g_strdup_printf ("/Type/ObjStm/N 3/First %" G_GSIZE_FORMAT "/Filter/FlateDecode", header->len);
  add_stream (pdf, 5, keys, packed);
  add_stream (pdf, 6, "/Type/XRef/Root 1 0 R/W[1 2 1]/Size 7", trailer);
  bytes = g_string_free_to_bytes (pdf);

  assert_invoice (bytes, CII);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *pdf;
    int code;
  } cases[] = {
    { "%PDF-1.7\n", RELANCE_IMPORT_ERROR_BROKEN },
    { "%PDF-1.7\nobj 1 obj 1 0 obj", RELANCE_IMPORT_ERROR_BROKEN },
    { CATALOG NAMES SPECIFICATION STREAM (4, CII) "trailer<</Root 1 0 R/Encrypt 9 0 R>>",
      RELANCE_IMPORT_ERROR_PROTECTED },
  };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = g_bytes_new_static (cases[i].pdf, strlen (cases[i].pdf));

      assert_refused (pdf, cases[i].code);
      g_assert_null (relance_pdf_read_attachments (pdf, cancellable, NULL));
    }

  g_cancellable_cancel (cancellable);
  {
    g_autoptr (GBytes) pdf = g_bytes_new_static (CATALOG, strlen (CATALOG));

    g_assert_null (relance_pdf_read_attachments (pdf, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
}

/* Some kilobytes that would unpack to five gigabytes. */
static void
test_bombs (void)
{
  const guint five_gb = 5000;
  g_autoptr (GBytes) xml = make_bomb ("<Invoice>", ' ', five_gb);
  g_autoptr (GBytes) zeros = make_bomb ("", '\0', five_gb);
  g_autoptr (GBytes) objects = make_bomb ("1 0 2 4 (", 'a', five_gb);
  g_autoptr (GBytes) numbers = make_bomb ("", '1', five_gb);
  const struct
  {
    const char *keys;
    GBytes *data;
    int code; /* -1: it is read, and holds no invoice */
  } cases[] = {
    { "/Filter[/FlateDecode/FlateDecode]", xml, RELANCE_IMPORT_ERROR_PACKED },
    { "/Filter[/FlateDecode/FlateDecode]", zeros, RELANCE_IMPORT_ERROR_PACKED },
    { "/Filter[/Fl/Fl/Fl]", zeros, RELANCE_IMPORT_ERROR_PACKED },
    { "/Filter[/Fl/Fl/Fl/Fl/Fl/Fl]", zeros, -1 },
    { "/Type/ObjStm/N 2/First 8/Filter[/Fl/Fl]", objects, RELANCE_IMPORT_ERROR_PACKED },
    { "/Type/ObjStm/N 2/First 2000000000/Filter[/Fl/Fl]", numbers, RELANCE_IMPORT_ERROR_PACKED },
    { "/Type/XRef/Size 2000000000/W[8 8 8]/Filter[/Fl/Fl]", zeros, RELANCE_IMPORT_ERROR_PACKED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = make_pdf (cases[i].keys, cases[i].data);

      g_test_message ("%s", cases[i].keys);
      g_assert_cmpuint (g_bytes_get_size (pdf), <, 100000);
      if (cases[i].code < 0)
        assert_invoice (pdf, NULL);
      else
        assert_refused (pdf, cases[i].code);
    }
}

/* Many streams, each below its own bound, that come to too much together. */
static void
test_many_bombs (void)
{
  g_autoptr (GBytes) bomb = make_bomb ("", ' ', 19);
  GString *pdf = g_string_new ("%PDF-1.7\n1 0 obj<</AF[");
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 40; i++)
    g_string_append_printf (pdf, "<</EF<</F %d 0 R>>>>", i + 2);
  g_string_append (pdf, "]>>endobj\n");
  for (int i = 0; i < 40; i++)
    add_stream (pdf, i + 2, "/Filter[/Fl/Fl/Fl]", bomb);
  for (int i = 0; i < 40; i++)
    add_stream (pdf, i + 50, "/Type/ObjStm/N 1/First 4/Filter[/Fl/Fl]", bomb);
  bytes = end_pdf (pdf);

  assert_refused (bytes, RELANCE_IMPORT_ERROR_PACKED);
}

/* Shapes that would cost the square of their size, were anything read twice. */
static void
test_repetitions (void)
{
  static const char *const pieces[] = {
    "1 0 obj(",
    "1 0 obj<",
    "1 0 obj<<",
    "[",
    "<<",
    "1 0 obj%",
    "1 0 obj<<>>%",
    "1 0 obj<<>>stream%",
    "1 0 obj<</Length 0>>stream%",
    "1 0 R ",
    "obj",
    "trailer<<",
    "9 0 obj[9 0 R]",
    "1 ",
    "1 0 obj<</EF<</F 1 0 R>>>>stream endstream ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GString *pdf = g_string_new ("%PDF-1.7\n9 0 obj<</AF 1 0 R>>endobj ");
      g_autoptr (GBytes) bytes = NULL, xml = NULL;

      while (pdf->len < 1000 * 1000)
        g_string_append (pdf, pieces[i]);
      g_string_append (pdf, "\ntrailer<</Root 9 0 R>>");
      bytes = g_string_free_to_bytes (pdf);
      g_test_message ("%s", pieces[i]);
      relance_pdf_find_invoice (bytes, &xml, NULL);
      g_assert_null (xml);
    }
}

/* Whole files as programs write them, with tables of offsets, in which the tests above are sparing. */
static void
test_fixtures (void)
{
  static const struct
  {
    const char *name;
    const char *root; /* NULL: no invoice */
    int code;         /* -1: it is read */
  } cases[] = {
    { "names.pdf", "<rsm:CrossIndustryInvoice", -1 },
    { "note.pdf", "<rsm:CrossIndustryInvoice", -1 },
    { "object-streams.pdf", "<rsm:CrossIndustryInvoice", -1 },
    { "replaced.pdf", "<Invoice", -1 },
    { "plain.pdf", NULL, -1 },
    { "protected.pdf", NULL, RELANCE_IMPORT_ERROR_PROTECTED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"),
                                                "tests/fixtures/pdf", cases[i].name, NULL);
      g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
      g_autoptr (GBytes) pdf = g_mapped_file_get_bytes (file), xml = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].name);
      relance_pdf_find_invoice (pdf, &xml, &error);
      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, RELANCE_IMPORT_ERROR, cases[i].code);
      g_assert_true ((xml != NULL) == (cases[i].root != NULL));
      text = xml != NULL ? g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml)) : NULL;
      g_assert_true (text == NULL || strstr (text, cases[i].root) != NULL);
    }
}

static void
check_corpus_file (const char *path, const char *expected)
{
  g_autofree char *full = g_build_filename (g_getenv ("RELANCE_CORPUS"), path, NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (full, FALSE, NULL);
  g_autoptr (GBytes) pdf = NULL, xml = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", path);
  g_assert_nonnull (file);
  pdf = g_mapped_file_get_bytes (file);
  g_assert_true (relance_pdf_is_pdf (pdf));
  relance_pdf_find_invoice (pdf, &xml, &error);
  g_assert_no_error (error);
  sum = xml != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, xml) : NULL;
  g_assert_cmpstr (sum, ==, expected);
}

/* The sums of expected.json were worked out by two other programs. */
static void
test_corpus (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests/fixtures/pdf/expected.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObjectIter iter;
  JsonNode *node;
  const char *name;

  if (g_getenv ("RELANCE_CORPUS") == NULL)
    {
      g_test_skip ("RELANCE_CORPUS is not set");
      return;
    }
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  json_object_iter_init (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next (&iter, &name, &node))
    check_corpus_file (name,
                       JSON_NODE_HOLDS_OBJECT (node)
                         ? json_object_get_string_member (json_node_get_object (node), "sha256")
                         : NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/imports/pdf/is-pdf", test_is_pdf);
  g_test_add_func ("/imports/pdf/predictors", test_predictors);
  g_test_add_func ("/imports/pdf/places", test_places);
  g_test_add_func ("/imports/pdf/roots", test_roots);
  g_test_add_func ("/imports/pdf/encodings", test_encodings);
  g_test_add_func ("/imports/pdf/cut-character", test_cut_character);
  g_test_add_func ("/imports/pdf/names", test_names);
  g_test_add_func ("/imports/pdf/choice", test_choice);
  g_test_add_func ("/imports/pdf/inner-pdf", test_inner_pdf);
  g_test_add_func ("/imports/pdf/object-streams", test_object_streams);
  g_test_add_func ("/imports/pdf/refused", test_refused);
  g_test_add_func ("/imports/pdf/bombs", test_bombs);
  g_test_add_func ("/imports/pdf/many-bombs", test_many_bombs);
  g_test_add_func ("/imports/pdf/repetitions", test_repetitions);
  g_test_add_func ("/imports/pdf/fixtures", test_fixtures);
  g_test_add_func ("/imports/pdf/corpus", test_corpus);

  return g_test_run ();
}
