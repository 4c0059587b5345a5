/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec-record.h"

#include "relance-fec-written.h"

#include <string.h>

#define MAX_RAW (RELANCE_FEC_MAX_COLUMNS * 2)

/* Where a label may hold a separator. */
static const RelanceFecField texts[] = {
  RELANCE_FEC_JOURNAL_LIB,
  RELANCE_FEC_COMPTE_LIB,
  RELANCE_FEC_COMP_AUX_LIB,
  RELANCE_FEC_ECRITURE_LIB,
};

static const RelanceFecField dates[] = {
  RELANCE_FEC_ECRITURE_DATE,
  RELANCE_FEC_PIECE_DATE,
};

static const RelanceFecField amounts[] = {
  RELANCE_FEC_DEBIT,
  RELANCE_FEC_CREDIT,
  RELANCE_FEC_MONTANT,
};

static gboolean
is_line_end (char character)
{
  return character == '\n' || character == '\r';
}

/* Past a mark that opens at @at: where the one stands that closes it before the field ends,
 * else @at, for then the mark is part of the text. */
static char *
skip_quoted (const RelanceFecRecord *self, char *at)
{
  for (char *c = at + 1; c < self->end && !is_line_end (*c); c++)
    {
      if (*c != '"')
        continue;
      if (c[1] == '"')
        c++;
      else if (c + 1 == self->end || c[1] == self->columns->separator || is_line_end (c[1]))
        return c + 1;
    }

  return at;
}

static void
pass_line_end (RelanceFecRecord *self)
{
  if (self->cursor < self->end && *self->cursor == '\r')
    self->cursor++;
  else if (self->cursor < self->end)
    {
      self->cursor++;
      self->next_line++;
      return;
    }
  if (self->cursor < self->end && *self->cursor == '\n')
    self->cursor++;
  self->next_line++;
}

/* Adds the fields up to the line's end, where the cursor is left. Beyond MAX_RAW they are not
 * told apart: nobody could place them. */
static void
split_line (RelanceFecRecord *self)
{
  const char separator = self->columns->separator;
  char *at = self->cursor;
  gboolean fresh = TRUE;

  for (; at < self->end && !is_line_end (*at); at++)
    {
      if (fresh && self->columns->quoted && *at == '"')
        {
          at = skip_quoted (self, at);
          if (at == self->end || is_line_end (*at))
            break;
        }
      fresh = *at == separator;
      if (fresh && self->n_raw < MAX_RAW)
        self->starts[self->n_raw++] = at + 1;
    }
  self->cursor = at;
}

static int
count_fields (const RelanceFecRecord *self, const char *at)
{
  int n = 1;

  for (; at < self->end && !is_line_end (*at) && n <= MAX_RAW; at++)
    n += *at == self->columns->separator;

  return n;
}

/* A line break in a label makes two lines that only together have all columns. */
static void
join_broken_line (RelanceFecRecord *self)
{
  RelanceFecRecord ahead;

  if (self->n_raw < 2 || self->n_raw >= self->columns->n_columns || self->cursor == self->end)
    return;

  ahead = (RelanceFecRecord) { .cursor = self->cursor, .end = self->end };
  pass_line_end (&ahead);
  if (self->n_raw + count_fields (self, ahead.cursor) - 1 != self->columns->n_columns)
    return;

  memset (self->cursor, ' ', ahead.cursor - self->cursor);
  self->cursor = ahead.cursor;
  self->next_line++;
  split_line (self);
}

static gboolean
is_padding (char character)
{
  return character == ' ' || character == '\t';
}

static gboolean
is_no_break_space (const char *at)
{
  return at[0] == '\xC2' && at[1] == '\xA0';
}

static void
trim (char **from, char **to)
{
  for (;;)
    if (*from < *to && is_padding (**from))
      (*from)++;
    else if (*to - *from >= 2 && is_no_break_space (*from))
      *from += 2;
    else
      break;
  for (;;)
    if (*from < *to && is_padding ((*to)[-1]))
      (*to)--;
    else if (*to - *from >= 2 && is_no_break_space (*to - 2))
      *to -= 2;
    else
      break;
}

/* `"Studio ""A"""` is `Studio "A"`. */
static char *
unquote (char *from, char *to)
{
  char *out = from;

  for (char *in = from; in < to; in++)
    {
      if (*in == '"' && in + 1 < to && in[1] == '"')
        in++;
      *out++ = *in;
    }

  return out;
}

/* Ends the raw fields where they end, and trims them. @starts[n_raw] is one past the last. */
static void
cut_fields (RelanceFecRecord *self, char *line_end)
{
  self->starts[self->n_raw] = line_end + 1;
  for (int i = 0; i < self->n_raw; i++)
    {
      char *from = self->starts[i], *to = self->starts[i + 1] - 1;

      trim (&from, &to);
      if (to - from >= 2 && *from == '"' && to[-1] == '"')
        {
          from++;
          to = unquote (from, to - 1);
          trim (&from, &to);
        }
      self->starts[i] = from;
      *to = '\0';
    }
}

static gboolean
is_empty_from (const RelanceFecRecord *self, int first)
{
  for (int i = first; i < self->n_raw; i++)
    if (*self->starts[i] != '\0')
      return FALSE;

  return TRUE;
}

/* The raw field of a column when the text in column @split holds @extra separators. */
static const char *
get_raw (const RelanceFecRecord *self, int column, int split, int extra)
{
  int raw = column > split ? column + extra : column;

  return column >= 0 && raw < self->n_raw ? self->starts[raw] : "";
}

static void
set_fields (RelanceFecRecord *self, int split, int extra)
{
  for (int i = 0; i < RELANCE_FEC_N_FIELDS; i++)
    self->fields[i] = get_raw (self, self->columns->columns[i], split, extra);
}

static gboolean
are_dates (const RelanceFecRecord *self, int split, int extra)
{
  gboolean said = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const char *text = get_raw (self, self->columns->columns[dates[i]], split, extra);
      RelanceDate date;

      if (!relance_fec_date_read (text, &date))
        return FALSE;
      said |= date != RELANCE_DATE_NONE;
    }

  return said;
}

/* No line is on both sides. */
static gboolean
are_amounts (const RelanceFecRecord *self, int split, int extra)
{
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      const char *text = get_raw (self, self->columns->columns[amounts[i]], split, extra);
      gint64 amount;

      if (!relance_fec_amount_read (text, 2, &amount))
        return FALSE;
      n += amount != 0;
    }

  return n <= 1;
}

/* Whether what stands in the columns that are no text is what they are for. */
static gboolean
makes_sense (const RelanceFecRecord *self, int split, int extra)
{
  int column = self->columns->columns[RELANCE_FEC_COMPTE_NUM];
  const char *account = get_raw (self, column, split, extra);

  return g_ascii_isdigit (account[0]) && g_ascii_isdigit (account[1]) &&
         are_dates (self, split, extra) && are_amounts (self, split, extra);
}

/* Makes one text of the fields that its separators made. Where a field was trimmed its end stands
 * before the separator, else in its place. */
static void
mend (RelanceFecRecord *self, int split, int extra)
{
  for (int i = split; i < split + extra; i++)
    {
      char *end = self->starts[i] + strlen (self->starts[i]);
      gsize gap = self->starts[i + 1] - end - 1;

      *end = memchr (end + 1, self->columns->separator, gap) != NULL ? ' '
                                                                     : self->columns->separator;
    }
}

/* The texts that may hold @extra separators; the first of them is left in @found. */
static int
find_splits (const RelanceFecRecord *self, int extra, int *found)
{
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      int column = self->columns->columns[texts[i]];

      if (column >= 0 && makes_sense (self, column, extra) && n++ == 0)
        *found = column;
    }

  return n;
}

/* Empty fields at the end are no columns, as long as the line makes sense without them. */
static void
place_extra_fields (RelanceFecRecord *self)
{
  const int n_columns = self->columns->n_columns;
  int found = 0, n_found = 0;

  self->fit = RELANCE_FEC_UNFIT;
  set_fields (self, G_MAXINT, 0);
  if (self->n_raw >= MAX_RAW)
    return;
  if (is_empty_from (self, n_columns) && makes_sense (self, G_MAXINT, 0))
    {
      self->fit = RELANCE_FEC_FITS;
      return;
    }

  for (int extra = 1; extra <= self->n_raw - n_columns; extra++)
    {
      if (!is_empty_from (self, n_columns + extra))
        continue;
      n_found = find_splits (self, extra, &found);
      if (n_found == 0)
        continue;
      self->fit = n_found == 1 ? RELANCE_FEC_FITS : RELANCE_FEC_DOUBTFUL;
      if (n_found == 1)
        mend (self, found, extra);
      set_fields (self, found, extra);
      return;
    }
}

/* The last column without which a line says nothing. */
static int
get_last_needed (const RelanceFecColumns *columns)
{
  int last = columns->columns[RELANCE_FEC_COMPTE_NUM];

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    last = MAX (last, columns->columns[amounts[i]]);

  return MAX (last, columns->columns[RELANCE_FEC_SENS]);
}

static gboolean
has_extra_fields (const RelanceFecRecord *self)
{
  int extra = self->n_raw - self->columns->n_columns;

  return extra > 0 &&
         !(extra == 1 && self->columns->trailing && *self->starts[self->n_raw - 1] == '\0');
}

static void
place_fields (RelanceFecRecord *self)
{
  if (has_extra_fields (self))
    {
      place_extra_fields (self);
      return;
    }
  set_fields (self, G_MAXINT, 0);
  self->fit = self->n_raw > get_last_needed (self->columns) ? RELANCE_FEC_FITS : RELANCE_FEC_UNFIT;
}

/**
 * relance_fec_record_init:
 * @text: UTF-8 from the line that names the columns on, changed while it is read; `text[length]`
 *   is its end of string
 */
void
relance_fec_record_init (RelanceFecRecord *self,
                         char *text,
                         gsize length,
                         const RelanceFecColumns *columns)
{
  memset (self, 0, sizeof *self);
  self->columns = columns;
  self->cursor = text;
  self->end = text + length;
  self->next_line = 1;
}

/**
 * relance_fec_record_next:
 *
 * The article ends lines with a line feed, a carriage return or both; some files mix them.
 * Lines without a word are passed over.
 *
 * Returns: whether there was one more line
 */
gboolean
relance_fec_record_next (RelanceFecRecord *self)
{
  while (self->cursor < self->end)
    {
      char *line_end;

      self->line = self->next_line;
      self->starts[0] = self->cursor;
      self->n_raw = 1;
      split_line (self);
      join_broken_line (self);
      line_end = self->cursor;
      pass_line_end (self);
      cut_fields (self, line_end);
      if (is_empty_from (self, 0))
        continue;
      place_fields (self);
      return TRUE;
    }

  return FALSE;
}
