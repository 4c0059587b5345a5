/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-body.h"

#include "relance-identifiers.h"
#include "relance-letter-lines.h"
#include "relance-letter-table.h"
#include "relance-letter-values.h"
#include "relance-money.h"
#include "relance-transfer-code.h"

#include <string.h>

#define PARAGRAPH_GAP 8
#define SMALL_GAP 4
#define FRAME_GAP 13
#define PADDING 10

/* Where a hand signs. */
#define SIGNATURE_GAP 38

/* A paragraph of so many lines is not parted. */
#define SHORT_PARAGRAPH 3

/* How far what is below a bullet stands from it. */
#define INDENT 10

/* What stays together at the end: a signature is not alone on a page. */
#define END_STRIPS 3

/* The largest that EPC069-12 allows. */
#define MAX_CODE_VERSION 13

typedef struct
{
  GPtrArray *strips;
  const RelanceLetterSetting *setting;
  const RelanceLetterSheet *sheet;
  gboolean at_right; /* the signature, where the recipient is */
  double gap;        /* above what comes next */
} Body;

static RelanceLetterStrip *
get_strip (const Body *body, guint index)
{
  return g_ptr_array_index (body->strips, index);
}

/* Two lines stay together at each end of a paragraph. */
static gboolean
keeps_next_line (int line, int n_lines)
{
  return line + 1 < n_lines && (n_lines <= SHORT_PARAGRAPH || line == 0 || line + 2 == n_lines);
}

/* A greeting, or what announces a list. */
static gboolean
announces (const char *text)
{
  return g_str_has_suffix (text, ":") ||
         (g_str_has_suffix (text, ",") && strchr (text, '\n') == NULL);
}

static void
add_text (Body *body, const char *text, double indent)
{
  g_autoptr (PangoLayout) layout = relance_letter_setting_lay_out (
    body->setting, text, RELANCE_LETTER_SIZE, body->setting->width - indent);
  int n_lines = pango_layout_get_line_count (layout);

  for (int i = 0; i < n_lines; i++)
    {
      RelanceLetterStrip *strip =
        relance_letter_strip_new (body->setting->width, i == 0 ? body->gap : 0);

      relance_letter_strip_add_line (strip, layout, i, indent);
      strip->keeps_next = keeps_next_line (i, n_lines) || (i + 1 == n_lines && announces (text));
      g_ptr_array_add (body->strips, strip);
    }
}

static void
add_paragraph (Body *body, const char *text)
{
  add_text (body, text, 0);
  body->gap = PARAGRAPH_GAP;
}

/* Rows that make no table, as the mail writes them. */
static void
add_bullet (Body *body, const char *row)
{
  g_autoptr (PangoLayout)
    bullet = relance_letter_setting_lay_out (body->setting, "•", RELANCE_LETTER_SIZE, INDENT);
  guint first = body->strips->len;

  add_text (body, relance_letter_line_skip_bullet (row), INDENT);
  relance_letter_strip_add_line (get_strip (body, first), bullet, 0, 0);
  body->gap = SMALL_GAP;
}

/* Returns: (transfer full) (nullable): of what the letter asks for, if it says that very sum */
static RelanceQrCode *
make_code (const RelanceLetterSheet *sheet, const char *sum)
{
  const RelanceBusiness *business = sheet->business;
  const char *name = relance_business_get (business, RELANCE_BUSINESS_LEGAL_NAME);
  RelanceTransfer transfer = {
    .name = *name != '\0' ? name : relance_business_get (business, RELANCE_BUSINESS_NAME),
    .iban = relance_business_get (business, RELANCE_BUSINESS_IBAN),
    .bic = relance_business_get (business, RELANCE_BUSINESS_BIC),
    .amount = sheet->amount,
    .currency = sheet->currency,
    .references = sheet->references,
  };
  g_autofree char *content = relance_transfer_code_write (&transfer);

  if (content == NULL || strstr (sheet->text, sum) == NULL)
    return NULL;

  return relance_qr_code_new (content, MAX_CODE_VERSION);
}

/* Returns: where it ends */
static double
add_caption (RelanceLetterStrip *strip, const Body *body, const char *sum, double y, double width)
{
  g_autofree char *text =
    g_strdup_printf (body->sheet->language == RELANCE_LANGUAGE_FR
                       ? "Code à lire par une application bancaire : virement de %s."
                       : "Code for banking apps: a transfer of %s.",
                     sum);
  g_autoptr (PangoLayout)
    layout = relance_letter_setting_lay_out (body->setting, text, RELANCE_LETTER_SMALL_SIZE, width);

  return relance_letter_strip_add (strip, layout, PADDING, y + SMALL_GAP, RELANCE_LETTER_START);
}

static void
add_payment (Body *body, const char *text)
{
  const RelanceLetterSheet *sheet = body->sheet;
  RelanceLetterStrip *strip = relance_letter_strip_new (body->setting->width, FRAME_GAP);
  g_autofree char *sum = sheet->amount > 0
                           ? relance_money_format (sheet->amount, sheet->currency,
                                                   relance_letter_get_locale (sheet->language))
                           : NULL;
  g_autoptr (RelanceQrCode) code = sum != NULL ? make_code (sheet, sum) : NULL;
  double width = strip->width - 2 * PADDING - (code != NULL ? RELANCE_LETTER_CODE_SIZE : 0);
  g_autoptr (PangoLayout)
    layout = relance_letter_setting_lay_out (body->setting, text, RELANCE_LETTER_SIZE, width);
  double end = relance_letter_strip_add (strip, layout, PADDING, PADDING, RELANCE_LETTER_START);

  if (code != NULL)
    end = add_caption (strip, body, sum, end, width);
  strip->height = MAX (end + PADDING, code != NULL ? RELANCE_LETTER_CODE_SIZE : 0);
  strip->code = g_steal_pointer (&code);
  strip->framed = TRUE;
  g_ptr_array_add (body->strips, strip);
  body->gap = FRAME_GAP;
}

static void
add_signature (Body *body, const char *text)
{
  double width = body->setting->width;
  double x = body->at_right ? RELANCE_LETTER_RIGHT_COLUMN : 0;
  RelanceLetterStrip *strip = relance_letter_strip_new (width, SIGNATURE_GAP);
  g_autoptr (PangoLayout)
    layout = relance_letter_setting_lay_out (body->setting, text, RELANCE_LETTER_SIZE, width - x);

  relance_letter_strip_add (strip, layout, x, 0, RELANCE_LETTER_START);
  g_ptr_array_add (body->strips, strip);
}

static gboolean
is_payment (const Body *body, const char *text)
{
  const char *iban = relance_business_get (body->sheet->business, RELANCE_BUSINESS_IBAN);
  g_autofree char *grouped = *iban != '\0' ? relance_iban_format (iban) : NULL;

  return grouped != NULL && strstr (text, grouped) != NULL;
}

static gboolean
is_signature (const Body *body, const char *text, char **rest)
{
  const char *name = body->sheet->signature;

  return *rest == NULL && name != NULL && *name != '\0' && g_str_has_prefix (text, name);
}

/* @line: (inout): where it starts; then where it ends
 * @rows: whether to take lines that are rows, or those that are none
 *
 * Returns: (transfer full): the lines that belong together */
static char **
take (char ***line, gboolean rows)
{
  g_autoptr (GStrvBuilder) taken = g_strv_builder_new ();

  while (**line != NULL && ***line != '\0' && relance_letter_line_is_row (**line) == rows)
    g_strv_builder_add (taken, *(*line)++);
  return g_strv_builder_end (taken);
}

static void
add_rows (Body *body, char ***line)
{
  g_auto (GStrv) rows = take (line, TRUE);

  if (!relance_letter_table_add (body->strips, body->setting, rows, body->gap))
    for (char **row = rows; *row != NULL; row++)
      add_bullet (body, *row);

  body->gap = PARAGRAPH_GAP;
  if (**line == NULL || ***line == '\0')
    return;
  body->gap = SMALL_GAP;
  get_strip (body, body->strips->len - 1)->keeps_next = TRUE;
}

static void
add_lines (Body *body, char ***line)
{
  g_auto (GStrv) lines = take (line, FALSE);
  g_autofree char *text = g_strjoinv ("\n", lines);

  while (**line != NULL && ***line == '\0')
    (*line)++;
  if (is_payment (body, text))
    add_payment (body, text);
  else if (is_signature (body, text, *line))
    add_signature (body, text);
  else
    add_paragraph (body, text);
}

static void
keep_end (const Body *body)
{
  guint first = body->strips->len > END_STRIPS ? body->strips->len - END_STRIPS : 0;

  for (guint i = first; i + 1 < body->strips->len; i++)
    get_strip (body, i)->keeps_next = TRUE;
}

/**
 * relance_letter_body_add:
 * @strips: (element-type RelanceLetterStrip): gets all that the letter says
 */
void
relance_letter_body_add (GPtrArray *strips,
                         const RelanceLetterSetting *setting,
                         const RelanceLetterHead *head,
                         const RelanceLetterSheet *sheet)
{
  Body body = {
    .strips = strips,
    .setting = setting,
    .sheet = sheet,
    .at_right = head->recipient_at_right,
    .gap = PARAGRAPH_GAP,
  };
  char **line = head->lines;

  while (*line != NULL)
    if (**line == '\0')
      line++;
    else if (relance_letter_line_is_row (*line))
      add_rows (&body, &line);
    else
      add_lines (&body, &line);

  keep_end (&body);
}
