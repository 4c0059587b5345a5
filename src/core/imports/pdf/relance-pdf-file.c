/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-pdf-file.h"

#include "relance-import-error.h"
#include "relance-pdf-filter.h"

#include <string.h>

/* What no invoice comes near, and what keeps a hostile file cheap: all that is
 * ever unpacked from one file, and of one stream of objects. */
#define MAX_UNPACKED (G_GINT64_CONSTANT (128) * 1024 * 1024)
#define MAX_OBJECT_STREAM (32 * 1024 * 1024)
#define MAX_OBJECTS 1000000
#define MAX_FILTERS 4
#define MAX_REFERENCES 8

/* An object that is an integer takes no more bytes than these. */
#define MAX_INTEGER 80

struct _RelancePdfFile
{
  GBytes *bytes;
  RelancePdfSpan all;
  GArray *objects;      /* RelancePdfObject */
  GHashTable *numbers;  /* number → index in @objects, plus one */
  GHashTable *integers; /* number → the integer that the object is, plus one */
  GPtrArray *unpacked;  /* GBytes that some objects stand in */
  RelancePdfSpan trailer;
  gint64 left; /* of MAX_UNPACKED */
};

static gboolean
refuse (GError **error, RelanceImportError code)
{
  g_set_error_literal (error, RELANCE_IMPORT_ERROR, code, "");
  return FALSE;
}

/* An empty GBytes has no data at all. */
static RelancePdfSpan
span_bytes (gconstpointer data, gsize size)
{
  const char *at = size > 0 ? data : "";

  return (RelancePdfSpan) { at, at + size };
}

static gboolean
add_object (RelancePdfFile *self, gint64 number, RelancePdfObject object, GError **error)
{
  if (self->objects->len == MAX_OBJECTS)
    return refuse (error, RELANCE_IMPORT_ERROR_PACKED);
  g_array_append_val (self->objects, object);
  g_hash_table_insert (self->numbers, GINT_TO_POINTER ((int) number),
                       GUINT_TO_POINTER (self->objects->len));

  return TRUE;
}

/* Back over what @belongs says, at most a line of it. */
static const char *
go_back (const char *from, const char *start, gboolean (*belongs) (char c))
{
  const char *at = from;

  while (at > start && from - at < 80 && belongs (at[-1]))
    at--;

  return at;
}

static gboolean
is_digit (char c)
{
  return g_ascii_isdigit (c);
}

/* The number of the object whose "obj" stands at @word: `12 0 obj`. */
static gboolean
read_header (const char *start, const char *word, gint64 *number)
{
  const char *generation_end = go_back (word, start, relance_pdf_is_space);
  const char *generation = go_back (generation_end, start, is_digit);
  const char *number_end = go_back (generation, start, relance_pdf_is_space);
  RelancePdfSpan digits = { go_back (number_end, start, is_digit), number_end };

  return generation < generation_end && number_end < generation &&
         relance_pdf_to_integer (digits, number);
}

/* Moves @rest past the next "obj" or "trailer". */
static const char *
find_landmark (RelancePdfSpan *rest)
{
  for (; rest->end - rest->at >= 3; rest->at++)
    {
      if (*rest->at == 'o' && memcmp (rest->at, "obj", 3) == 0)
        {
          rest->at += 3;
          return rest->at - 3;
        }
      if (*rest->at == 't' && rest->end - rest->at >= 7 && memcmp (rest->at, "trailer", 7) == 0)
        {
          rest->at += 7;
          return rest->at - 7;
        }
    }

  return NULL;
}

/* The length of a stream may be an object of its own that only comes later. */
static void
find_integers (RelancePdfFile *self)
{
  RelancePdfSpan rest = self->all, token;
  const char *landmark;
  gint64 number, integer;

  while ((landmark = find_landmark (&rest)) != NULL &&
         g_hash_table_size (self->integers) < MAX_OBJECTS)
    {
      RelancePdfSpan ahead = { rest.at, rest.at + MIN (rest.end - rest.at, MAX_INTEGER) };

      if (*landmark == 'o' && read_header (self->all.at, landmark, &number) &&
          relance_pdf_next (&ahead, &token) == RELANCE_PDF_NUMBER &&
          relance_pdf_to_integer (token, &integer) && integer < G_MAXINT32 &&
          relance_pdf_take_word (&ahead, "endobj"))
        g_hash_table_insert (self->integers, GINT_TO_POINTER ((int) number),
                             GINT_TO_POINTER ((int) integer + 1));
    }
}

static gboolean
get_length (RelancePdfFile *self, RelancePdfSpan dictionary, gint64 *length)
{
  RelancePdfSpan value;
  gint64 number;
  gpointer found;

  if (!relance_pdf_get (dictionary, "Length", &value))
    return FALSE;
  if (!relance_pdf_to_reference (value, &number))
    return relance_pdf_to_integer (value, length);
  found = g_hash_table_lookup (self->integers, GINT_TO_POINTER ((int) number));
  *length = GPOINTER_TO_INT (found) - 1;

  return found != NULL;
}

static void
skip_line_end (RelancePdfSpan *rest)
{
  if (rest->at < rest->end && *rest->at == '\r')
    rest->at++;
  if (rest->at < rest->end && *rest->at == '\n')
    rest->at++;
}

/* Moves @rest past the stream. Its length is believed when "endstream" stands
 * there: the bytes themselves may well hold that word. */
static void
take_stream (RelancePdfFile *self, RelancePdfSpan *rest, RelancePdfObject *object)
{
  RelancePdfSpan after;
  gint64 length;
  const char *end;

  skip_line_end (rest);
  object->stream.at = rest->at;
  if (get_length (self, object->value, &length) && length <= rest->end - rest->at)
    {
      after = (RelancePdfSpan) { rest->at + length, rest->end };
      object->stream.end = after.at;
      if (relance_pdf_take_word (&after, "endstream"))
        {
          *rest = after;
          return;
        }
    }
  end = memmem (rest->at, rest->end - rest->at, "endstream", 9);
  object->stream.end = rest->at = end != NULL ? end : rest->end;
}

/* The last one counts, as files grow at their end. */
static void
consider_trailer (RelancePdfFile *self, RelancePdfSpan dictionary)
{
  RelancePdfSpan root;

  if (relance_pdf_get (dictionary, "Root", &root))
    self->trailer = dictionary;
}

static gboolean
has_type (RelancePdfSpan dictionary, const char *name)
{
  RelancePdfSpan type;

  return relance_pdf_get (dictionary, "Type", &type) && relance_pdf_is_name (type, name);
}

static gboolean
add_packed_object (RelancePdfFile *self, gint64 number, RelancePdfSpan span, GError **error)
{
  RelancePdfObject object = { 0 };

  return relance_pdf_take (&span, &object.value) == RELANCE_PDF_END ||
         add_object (self, number, object, error);
}

/* The header is pairs of a number and an offset, the offsets ever greater: so
 * no two objects share bytes. */
static gboolean
add_packed_objects (RelancePdfFile *self, RelancePdfSpan header, const char *first, GError **error)
{
  const char *end = header.end;
  RelancePdfSpan token, span = { NULL, NULL };
  gint64 number, offset, previous = -1;

  header.end = first;
  while (relance_pdf_next (&header, &token) == RELANCE_PDF_NUMBER &&
         relance_pdf_to_integer (token, &number) &&
         relance_pdf_next (&header, &token) == RELANCE_PDF_NUMBER &&
         relance_pdf_to_integer (token, &offset))
    {
      if (offset >= end - first || (previous >= 0 && first + offset <= span.at))
        continue;
      span.end = first + offset;
      if (previous >= 0 && !add_packed_object (self, previous, span, error))
        return FALSE;
      previous = number;
      span.at = first + offset;
    }
  span.end = end;

  return previous < 0 || add_packed_object (self, previous, span, error);
}

static gboolean
unpack_objects (RelancePdfFile *self, const RelancePdfObject *object, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  RelancePdfSpan value, header;
  gint64 first;
  gsize size;

  if (!relance_pdf_get (object->value, "First", &value) ||
      !relance_pdf_to_integer (relance_pdf_file_resolve (self, value), &first))
    return TRUE;
  if (!relance_pdf_file_unpack (self, object, MAX_OBJECT_STREAM + 1, &bytes, error))
    return FALSE;
  if (bytes == NULL)
    return TRUE;

  size = g_bytes_get_size (bytes);
  header = span_bytes (g_bytes_get_data (bytes, NULL), size);
  if (size > MAX_OBJECT_STREAM)
    return refuse (error, RELANCE_IMPORT_ERROR_PACKED);
  if (first >= (gint64) size)
    return TRUE;
  g_ptr_array_add (self->unpacked, g_bytes_ref (bytes));

  return add_packed_objects (self, header, header.at + first, error);
}

/* @rest stands after "obj". */
static gboolean
read_object (RelancePdfFile *self, RelancePdfSpan *rest, gint64 number, GError **error)
{
  RelancePdfObject object = { 0 };

  if (relance_pdf_take (rest, &object.value) == RELANCE_PDF_END)
    return TRUE;
  if (relance_pdf_is_dictionary (object.value) && relance_pdf_take_word (rest, "stream"))
    take_stream (self, rest, &object);
  if (!add_object (self, number, object, error))
    return FALSE;
  if (object.stream.at == NULL)
    return TRUE;
  if (has_type (object.value, "XRef"))
    consider_trailer (self, object.value);

  return !has_type (object.value, "ObjStm") || unpack_objects (self, &object, error);
}

/* Every object in the order of the file, a later one in the place of an earlier:
 * the table of offsets would say the same, and is what is wrong in a broken file. */
static gboolean
read_objects (RelancePdfFile *self, GCancellable *cancellable, GError **error)
{
  RelancePdfSpan rest = self->all, dictionary;
  const char *landmark;
  gint64 number;

  while ((landmark = find_landmark (&rest)) != NULL)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (*landmark == 't')
        {
          if (relance_pdf_take (&rest, &dictionary) == RELANCE_PDF_OPEN_DICTIONARY)
            consider_trailer (self, dictionary);
        }
      else if (read_header (self->all.at, landmark, &number) &&
               !read_object (self, &rest, number, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_readable (RelancePdfFile *self, GError **error)
{
  RelancePdfSpan encryption;

  if (self->objects->len == 0)
    return refuse (error, RELANCE_IMPORT_ERROR_BROKEN);
  if (self->trailer.at != NULL && relance_pdf_get (self->trailer, "Encrypt", &encryption))
    return refuse (error, RELANCE_IMPORT_ERROR_PROTECTED);

  return TRUE;
}

/* The filters of a stream, the one to undo first first; -1 when there are too many. */
static int
list_filters (RelancePdfFile *self, RelancePdfSpan dictionary, RelancePdfSpan filters[MAX_FILTERS])
{
  RelancePdfSpan value, rest, name;
  int n = 0;

  if (!relance_pdf_get (dictionary, "Filter", &value))
    return 0;
  value = relance_pdf_file_resolve (self, value);
  rest = value;
  if (relance_pdf_next (&rest, &name) == RELANCE_PDF_NAME)
    {
      filters[0] = name;
      return 1;
    }
  while (relance_pdf_next (&rest, &name) == RELANCE_PDF_NAME)
    {
      if (n == MAX_FILTERS)
        return -1;
      filters[n++] = name;
    }

  return n;
}

/* Those of the filter at @index, where there are any. */
static RelancePdfSpan
find_parameters (RelancePdfFile *self, RelancePdfSpan dictionary, int index)
{
  RelancePdfSpan value, rest, one = { NULL, NULL };

  if (!relance_pdf_get (dictionary, "DecodeParms", &value))
    return one;
  value = relance_pdf_file_resolve (self, value);
  if (relance_pdf_is_dictionary (value))
    return index == 0 ? value : one;
  rest = value;
  if (relance_pdf_next (&rest, &one) != RELANCE_PDF_OPEN_ARRAY)
    return (RelancePdfSpan) { NULL, NULL };
  for (int i = 0; i <= index; i++)
    if (relance_pdf_take (&rest, &one) == RELANCE_PDF_END)
      return (RelancePdfSpan) { NULL, NULL };

  return relance_pdf_file_resolve (self, one);
}

/**
 * relance_pdf_file_new:
 * @bytes: kept and read where they stand
 * @error: %RELANCE_IMPORT_ERROR_BROKEN, %RELANCE_IMPORT_ERROR_PROTECTED,
 *   %RELANCE_IMPORT_ERROR_PACKED, or that it was cancelled
 *
 * Returns: (transfer full) (nullable): the objects that stand in the file
 */
RelancePdfFile *
relance_pdf_file_new (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelancePdfFile) self = g_new0 (RelancePdfFile, 1);

  self->bytes = g_bytes_ref (bytes);
  self->all = span_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  self->objects = g_array_new (FALSE, FALSE, sizeof (RelancePdfObject));
  self->numbers = g_hash_table_new (NULL, NULL);
  self->integers = g_hash_table_new (NULL, NULL);
  self->unpacked = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->left = MAX_UNPACKED;

  find_integers (self);
  if (!read_objects (self, cancellable, error) || !check_readable (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * relance_pdf_file_get_n:
 *
 * Returns: how many objects there are, those that a later one replaced too
 */
guint
relance_pdf_file_get_n (RelancePdfFile *self)
{
  return self->objects->len;
}

const RelancePdfObject *
relance_pdf_file_get (RelancePdfFile *self, guint index)
{
  return &g_array_index (self->objects, RelancePdfObject, index);
}

/**
 * relance_pdf_file_look_up:
 *
 * Returns: (nullable): the object of that number
 */
const RelancePdfObject *
relance_pdf_file_look_up (RelancePdfFile *self, gint64 number)
{
  guint place =
    GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, GINT_TO_POINTER ((int) number)));

  return place > 0 ? relance_pdf_file_get (self, place - 1) : NULL;
}

/**
 * relance_pdf_file_get_catalog:
 *
 * Returns: (nullable): the object that leads to all others; %NULL in a file without its end
 */
const RelancePdfObject *
relance_pdf_file_get_catalog (RelancePdfFile *self)
{
  RelancePdfSpan root;
  gint64 number;

  if (self->trailer.at == NULL || !relance_pdf_get (self->trailer, "Root", &root) ||
      !relance_pdf_to_reference (root, &number))
    return NULL;

  return relance_pdf_file_look_up (self, number);
}

/**
 * relance_pdf_file_resolve:
 *
 * Returns: @value, or what it refers to; nothing when that is not there
 */
RelancePdfSpan
relance_pdf_file_resolve (RelancePdfFile *self, RelancePdfSpan value)
{
  gint64 number;

  for (int i = 0; i < MAX_REFERENCES && relance_pdf_to_reference (value, &number); i++)
    {
      const RelancePdfObject *object = relance_pdf_file_look_up (self, number);

      value = object != NULL ? object->value : (RelancePdfSpan) { NULL, NULL };
    }

  return value;
}

/**
 * relance_pdf_file_unpack:
 * @limit: how many bytes are wanted
 * @bytes: (out) (transfer full) (nullable): up to @limit bytes of the stream;
 *   %NULL when it is packed in a way that is not known
 * @error: %RELANCE_IMPORT_ERROR_PACKED when more was unpacked from the file, over all, than it
 *   may be
 */
gboolean
relance_pdf_file_unpack (RelancePdfFile *self,
                         const RelancePdfObject *object,
                         gsize limit,
                         GBytes **bytes,
                         GError **error)
{
  RelancePdfSpan filters[MAX_FILTERS], data = object->stream;
  int n_filters = list_filters (self, object->value, filters);
  g_autoptr (GByteArray) out = NULL;

  *bytes = NULL;
  if (data.at == NULL || n_filters < 0)
    return TRUE;

  for (int i = 0; i < n_filters; i++)
    {
      gboolean last = i == n_filters - 1;
      gsize room = last ? MIN (limit, (gsize) self->left) : (gsize) self->left;
      RelancePdfSpan parameters = find_parameters (self, object->value, i);
      GByteArray *made = relance_pdf_filter_run (filters[i], data, room);

      g_clear_pointer (&out, g_byte_array_unref);
      out = made;
      if (out == NULL)
        return TRUE;
      self->left -= out->len;
      if (self->left <= 0)
        return refuse (error, RELANCE_IMPORT_ERROR_PACKED);
      if (relance_pdf_is_dictionary (parameters))
        relance_pdf_filter_unpredict (out, parameters);
      data = span_bytes (out->data, out->len);
    }
  *bytes = out != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&out))
                       : g_bytes_new (data.at, MIN (limit, (gsize) (data.end - data.at)));

  return TRUE;
}

void
relance_pdf_file_free (RelancePdfFile *self)
{
  g_array_unref (self->objects);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->integers);
  g_ptr_array_unref (self->unpacked);
  g_bytes_unref (self->bytes);
  g_free (self);
}
