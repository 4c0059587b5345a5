/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-csv.h"

#include "relance-import-error.h"

#include <string.h>

static gboolean
refuse (GError **error, RelanceImportError code, int line)
{
  g_set_error (error, RELANCE_IMPORT_ERROR, code, "%d", line);
  return FALSE;
}

static void
add_field (RelanceCsv *self, const char *field)
{
  if (self->n_fields == self->allocated)
    {
      self->allocated = MAX (16, self->allocated * 2);
      self->fields = g_renew (const char *, self->fields, self->allocated);
    }
  self->fields[self->n_fields++] = field;
}

/* From @from to the field's end, which it leaves in @to. */
static gboolean
find_end (RelanceCsv *self, char *from, char **to, GError **error)
{
  char *limit = self->end - from > RELANCE_CSV_MAX_FIELD ? from + RELANCE_CSV_MAX_FIELD : self->end;
  char *at = from;

  while (at < limit && !self->ends_field[(guchar) *at])
    at++;
  if (at != self->end && !self->ends_field[(guchar) *at])
    return refuse (error, RELANCE_IMPORT_ERROR_TOO_LONG, self->line);

  *to = at;

  return TRUE;
}

/* A line end in quotes still counts, so that later lines are named right. */
static void
count_line (RelanceCsv *self, const char *at)
{
  if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
    self->next_line++;
}

/* @from stands after the opening mark; the field is unquoted where it stands.
 * What follows the closing mark is kept: people write `"Studio" Exemple`. */
static gboolean
read_quoted (RelanceCsv *self, char *from, char **cut, GError **error)
{
  char *in = from, *out = from, *tail;

  for (;; in++)
    {
      if (in == self->end)
        return refuse (error, RELANCE_IMPORT_ERROR_QUOTE, self->line);
      if (in - from > RELANCE_CSV_MAX_FIELD)
        return refuse (error, RELANCE_IMPORT_ERROR_TOO_LONG, self->line);
      if (*in == '"' && in[1] != '"')
        break;
      if (*in == '"')
        in++;
      count_line (self, in);
      *out++ = *in;
    }

  tail = in + 1;
  if (!find_end (self, tail, &self->cursor, error))
    return FALSE;
  memmove (out, tail, self->cursor - tail);
  *cut = out + (self->cursor - tail);

  return TRUE;
}

static gboolean
read_field (RelanceCsv *self, GError **error)
{
  char *from = self->cursor, *first = from, *cut;

  while (*first == ' ' && self->separator != ' ')
    first++;
  if (first < self->end && *first == '"')
    {
      from = first + 1;
      if (!read_quoted (self, from, &cut, error))
        return FALSE;
    }
  else
    {
      if (!find_end (self, from, &self->cursor, error))
        return FALSE;
      cut = self->cursor;
    }

  add_field (self, from);
  if (cut != self->cursor)
    *cut = '\0';

  return TRUE;
}

/* Cuts the field that the cursor ends; says whether the record goes on. */
static gboolean
pass_separator (RelanceCsv *self)
{
  char ending = self->cursor < self->end ? *self->cursor : '\n';

  if (self->cursor < self->end)
    *self->cursor++ = '\0';
  if (ending == self->separator)
    return TRUE;

  if (ending == '\r' && self->cursor < self->end && *self->cursor == '\n')
    self->cursor++;
  self->next_line++;

  return FALSE;
}

static gboolean
read_record (RelanceCsv *self, GError **error)
{
  const char *start = self->cursor;
  gboolean more = TRUE;

  self->n_fields = 0;
  self->line = self->next_line;

  while (more)
    {
      if (!read_field (self, error))
        return FALSE;
      if (self->n_fields > RELANCE_CSV_MAX_COLUMNS || self->cursor - start > RELANCE_CSV_MAX_RECORD)
        return refuse (error, RELANCE_IMPORT_ERROR_TOO_LONG, self->line);
      more = pass_separator (self);
    }

  return TRUE;
}

/**
 * relance_csv_init:
 * @text: UTF-8, changed while it is read; `text[length]` is its end of string
 * @separator: one of `;`, `,`, `|` and the tab
 */
void
relance_csv_init (RelanceCsv *self, char *text, gsize length, char separator)
{
  *self = (RelanceCsv) {
    .cursor = text,
    .end = text + length,
    .separator = separator,
    .next_line = 1,
  };
  self->ends_field['\n'] = self->ends_field['\r'] = self->ends_field[(guchar) separator] = TRUE;
}

/**
 * relance_csv_next:
 * @record: (out): whether there was one more record; lines without a character are passed over
 * @error: %RELANCE_IMPORT_ERROR_TOO_LONG or %RELANCE_IMPORT_ERROR_QUOTE
 *
 * Returns: %FALSE when the text cannot be read any further
 */
gboolean
relance_csv_next (RelanceCsv *self, gboolean *record, GError **error)
{
  *record = FALSE;

  while (self->cursor < self->end && !*record)
    {
      if (!read_record (self, error))
        return FALSE;
      *record = self->n_fields > 1 || self->fields[0][0] != '\0';
    }

  return TRUE;
}

void
relance_csv_clear (RelanceCsv *self)
{
  g_clear_pointer (&self->fields, g_free);
}
