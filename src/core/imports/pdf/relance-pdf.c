/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-pdf.h"

#include "relance-import-error.h"
#include "relance-pdf-file.h"
#include "relance-text.h"

#include <string.h>

#define MAX_FILE (G_GINT64_CONSTANT (512) * 1024 * 1024)
#define MAX_ATTACHMENTS 32
#define MAX_CANDIDATES 1024
#define MAX_ATTACHMENT (20 * 1024 * 1024)
#define MAX_DEPTH 64

/* What tells that an attachment is an XML, and what its root is. */
#define START 64
#define HEAD (64 * 1024)

typedef struct
{
  RelancePdfFile *file;
  GHashTable *seen;    /* objects that were walked */
  GQueue *waiting;     /* RelancePdfObject, to be walked */
  GHashTable *streams; /* RelancePdfObject, of @found */
  GPtrArray *found;    /* Candidate */
} Search;

typedef struct
{
  RelancePdfSpan specification;
  const RelancePdfObject *stream;
} Candidate;

static void
free_attachment (gpointer data)
{
  RelancePdfAttachment *attachment = data;

  g_free (attachment->name);
  g_bytes_unref (attachment->content);
  g_free (attachment);
}

static void
add_waiting (Search *search, const RelancePdfObject *object)
{
  if (object != NULL && g_hash_table_add (search->seen, (gpointer) object))
    g_queue_push_tail (search->waiting, (gpointer) object);
}

/* A file specification names the stream under one of several keys, the same
 * stream under each that is there. */
static const RelancePdfObject *
find_stream (Search *search, RelancePdfSpan specification)
{
  static const char *const keys[] = { "F", "UF", "DOS", "Mac", "Unix" };
  RelancePdfSpan embedded, value;
  gint64 number;

  if (!relance_pdf_get (specification, "EF", &embedded))
    return NULL;
  embedded = relance_pdf_file_resolve (search->file, embedded);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const RelancePdfObject *object = NULL;

      if (relance_pdf_get (embedded, keys[i], &value) && relance_pdf_to_reference (value, &number))
        object = relance_pdf_file_look_up (search->file, number);
      if (object != NULL && object->stream.at != NULL)
        return object;
    }

  return NULL;
}

static void
add_candidate (Search *search, RelancePdfSpan specification)
{
  const RelancePdfObject *stream = find_stream (search, specification);
  Candidate *candidate;

  if (stream == NULL || search->found->len == MAX_CANDIDATES ||
      !g_hash_table_add (search->streams, (gpointer) stream))
    return;
  candidate = g_new (Candidate, 1);
  candidate->specification = specification;
  candidate->stream = stream;
  g_ptr_array_add (search->found, candidate);
}

/* Follows every reference of an object, and takes every dictionary with an /EF
 * in it: the names of the catalog, /AF and the notes of a page all lead to one. */
static void
walk_object (Search *search, RelancePdfSpan rest)
{
  const char *starts[MAX_DEPTH];
  gboolean embeds[MAX_DEPTH];
  RelancePdfToken kind;
  RelancePdfSpan token;
  gint64 number;
  gsize depth = 0;

  while ((kind = relance_pdf_next (&rest, &token)) != RELANCE_PDF_END)
    {
      if (kind == RELANCE_PDF_OPEN_DICTIONARY && depth++ < MAX_DEPTH)
        {
          starts[depth - 1] = token.at;
          embeds[depth - 1] = FALSE;
        }
      else if (kind == RELANCE_PDF_CLOSE_DICTIONARY && depth > 0 && depth-- <= MAX_DEPTH &&
               embeds[depth])
        add_candidate (search, (RelancePdfSpan) { starts[depth], token.end });
      else if (kind == RELANCE_PDF_NAME && depth > 0 && depth <= MAX_DEPTH)
        embeds[depth - 1] |= relance_pdf_is_name (token, "EF");
      else if (kind == RELANCE_PDF_REFERENCE && relance_pdf_to_reference (token, &number))
        add_waiting (search, relance_pdf_file_look_up (search->file, number));
    }
}

/* What the catalog leads to, or, when the file lost it, whatever stands in the file:
 * what an older state of the file had attached is not what it has now. */
static gboolean
search_file (Search *search, GCancellable *cancellable, GError **error)
{
  const RelancePdfObject *catalog = relance_pdf_file_get_catalog (search->file), *object;

  if (catalog != NULL && relance_pdf_is_dictionary (catalog->value))
    add_waiting (search, catalog);
  else
    for (guint i = 0; i < relance_pdf_file_get_n (search->file); i++)
      add_waiting (search, relance_pdf_file_get (search->file, i));

  while ((object = g_queue_pop_head (search->waiting)) != NULL)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      walk_object (search, object->value);
    }

  return TRUE;
}

static char *
dup_name (Search *search, RelancePdfSpan specification)
{
  static const char *const keys[] = { "UF", "F", "Unix", "DOS", "Mac" };
  RelancePdfSpan value;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (relance_pdf_get (specification, keys[i], &value))
      {
        char *name = relance_pdf_dup_string (relance_pdf_file_resolve (search->file, value));

        if (name != NULL)
          return name;
      }

  return g_strdup ("");
}

/* In any encoding: after a mark and blanks, whose UTF-16 has zeros in it, comes "<". */
static gboolean
may_be_xml (GBytes *start)
{
  static const char before[] = "\xEF\xBB\xBF\xFE\xFF \t\r\n";
  gsize size;
  const char *data = g_bytes_get_data (start, &size);

  for (gsize i = 0; i < size; i++)
    if (data[i] != '\0' && strchr (before, data[i]) == NULL)
      return data[i] == '<';

  return FALSE;
}

static gboolean
is_called_xml (const char *name)
{
  gsize length = strlen (name);

  return length > 4 && g_ascii_strcasecmp (name + length - 4, ".xml") == 0;
}

/* What is called an XML is unpacked even when it does not begin like one: should it grow beyond all
 * bounds, the file was made to harm, and is refused rather than said to hold no invoice. */
static gboolean
take_attachment (Search *search, const Candidate *candidate, GPtrArray *attachments, GError **error)
{
  g_autoptr (GBytes) start = NULL, content = NULL;
  g_autofree char *name = dup_name (search, candidate->specification);
  RelancePdfAttachment *attachment;

  if (!relance_pdf_file_unpack (search->file, candidate->stream, START, &start, error))
    return FALSE;
  if (start == NULL || (!may_be_xml (start) && !is_called_xml (name)))
    return TRUE;
  if (!relance_pdf_file_unpack (search->file, candidate->stream, MAX_ATTACHMENT + 1, &content,
                                error))
    return FALSE;
  if (g_bytes_get_size (content) > MAX_ATTACHMENT)
    {
      g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_PACKED, "");
      return FALSE;
    }
  if (!may_be_xml (start))
    return TRUE;

  attachment = g_new (RelancePdfAttachment, 1);
  attachment->name = g_steal_pointer (&name);
  attachment->content = g_steal_pointer (&content);
  g_ptr_array_add (attachments, attachment);

  return TRUE;
}

static GPtrArray *
take_attachments (Search *search, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) attachments = g_ptr_array_new_with_free_func (free_attachment);

  if (!search_file (search, cancellable, error))
    return NULL;
  for (guint i = 0; i < search->found->len && attachments->len < MAX_ATTACHMENTS; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !take_attachment (search, search->found->pdata[i], attachments, error))
      return NULL;

  return g_steal_pointer (&attachments);
}

/* Past the declaration, comments and a document type, to the first element. */
static const char *
find_root (const char *text)
{
  const char *at = strchr (text, '<');

  while (at != NULL && (at[1] == '?' || at[1] == '!'))
    {
      gboolean comment = g_str_has_prefix (at, "<!--");
      const char *end = strstr (at, comment ? "-->" : ">");

      at = end != NULL ? strchr (end, '<') : NULL;
    }

  return at != NULL ? at + 1 : NULL;
}

/* Cut between characters: after a byte that is a whole one, or half of an even number of bytes. */
static GBytes *
cut_head (GBytes *content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);

  if (size > HEAD)
    for (size = HEAD; size > 2 && data[size - 1] >= 0x80;)
      size -= 2;

  return g_bytes_new_from_bytes (content, 0, size);
}

/* Whether the root is that of an invoice: of CII, of ZUGFeRD 1, or of UBL. */
static gboolean
is_invoice (GBytes *content)
{
  static const char *const roots[] = { "CrossIndustryInvoice", "CrossIndustryDocument", "Invoice",
                                       "CreditNote" };
  g_autoptr (GBytes) head = cut_head (content);
  g_autofree char *text = relance_text_decode (head, NULL, NULL);
  const char *root = text != NULL ? find_root (text) : NULL;
  g_autofree char *name = NULL;
  const char *local;

  if (root == NULL)
    return FALSE;
  name = g_strndup (root, strcspn (root, " \t\r\n/>"));
  local = strchr (name, ':') != NULL ? strchr (name, ':') + 1 : name;
  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_str_equal (local, roots[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_usual_name (const RelancePdfAttachment *attachment)
{
  static const char *const names[] = { "factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (attachment->name, names[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * relance_pdf_is_pdf:
 *
 * Returns: whether the file says that it is a PDF, within its first 1024 bytes as readers allow
 */
gboolean
relance_pdf_is_pdf (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 && memmem (data, MIN (size, 1024), "%PDF-", 5) != NULL;
}

/**
 * relance_pdf_read_attachments:
 * @bytes: a PDF
 * @error: %RELANCE_IMPORT_ERROR_TOO_LARGE, %RELANCE_IMPORT_ERROR_BROKEN,
 *   %RELANCE_IMPORT_ERROR_PROTECTED, %RELANCE_IMPORT_ERROR_PACKED when it unpacks to more than
 *   is read, or that it was cancelled
 *
 * The attachments whose content begins like an XML, whatever they are called and wherever the
 * PDF keeps them: among its names, as an associated file (/AF), or as a note on a page. At most
 * 32, each of up to 20 MB. Memory and time are bounded by the size of the file and 128 MB that
 * are unpacked from it.
 *
 * Returns: (transfer full) (element-type RelancePdfAttachment) (nullable): perhaps none
 */
GPtrArray *
relance_pdf_read_attachments (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelancePdfFile) file = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) streams = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GQueue) waiting = g_queue_new ();
  Search search = { NULL, seen, waiting, streams, found };

  if (g_bytes_get_size (bytes) > MAX_FILE)
    {
      g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_TOO_LARGE, "");
      return NULL;
    }
  file = search.file = relance_pdf_file_new (bytes, cancellable, error);

  return file != NULL ? take_attachments (&search, cancellable, error) : NULL;
}

/**
 * relance_pdf_find_invoice:
 * @bytes: a PDF
 * @xml: (out) (transfer full) (nullable): the e-invoice in it; %NULL when it holds none
 * @error: as of relance_pdf_read_attachments()
 *
 * An attachment is an invoice by its root element, never by its name alone; of several, one with
 * a name that the standards use comes first.
 *
 * Returns: whether the PDF could be read
 */
gboolean
relance_pdf_find_invoice (GBytes *bytes, GBytes **xml, GError **error)
{
  g_autoptr (GPtrArray) attachments = relance_pdf_read_attachments (bytes, NULL, error);
  const RelancePdfAttachment *best = NULL;

  *xml = NULL;
  if (attachments == NULL)
    return FALSE;
  for (guint i = 0; i < attachments->len; i++)
    {
      const RelancePdfAttachment *attachment = attachments->pdata[i];

      if (is_invoice (attachment->content) &&
          (best == NULL || (!has_usual_name (best) && has_usual_name (attachment))))
        best = attachment;
    }
  if (best != NULL)
    *xml = g_bytes_ref (best->content);

  return TRUE;
}
