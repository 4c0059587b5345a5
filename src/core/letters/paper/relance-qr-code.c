/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-qr-code.h"

#include <qrencode.h>
#include <string.h>

/* What the standard (ISO/IEC 18004) leaves blank on each side, in modules. */
#define QUIET_ZONE 4

struct _RelanceQrCode
{
  QRcode *code;
};

/**
 * relance_qr_code_new:
 * @content: read byte by byte: the reader must know that it is UTF-8
 * @max_version: how large it may be, from 1 to 40
 *
 * Returns: (transfer full) (nullable): the code, which is read even when 15 % of it are lost; %NULL
 *   where @content is too long
 */
RelanceQrCode *
relance_qr_code_new (const char *content, guint max_version)
{
  QRcode *code =
    QRcode_encodeData ((int) strlen (content), (const guchar *) content, 0, QR_ECLEVEL_M);
  RelanceQrCode *self;

  if (code == NULL)
    return NULL;

  if ((guint) code->version > max_version)
    {
      QRcode_free (code);
      return NULL;
    }
  self = g_new0 (RelanceQrCode, 1);
  self->code = code;
  return self;
}

void
relance_qr_code_free (RelanceQrCode *self)
{
  QRcode_free (self->code);
  g_free (self);
}

/* A run of dark modules in a row of the code. */
static int
add_run (const RelanceQrCode *self, cairo_t *cr, int row, int column)
{
  const guchar *modules = self->code->data + (gsize) row * (gsize) self->code->width;
  int end = column;

  while (end < self->code->width && (modules[end] & 1) != 0)
    end++;
  if (end > column)
    cairo_rectangle (cr, column + QUIET_ZONE, row + QUIET_ZONE, end - column, 1);
  return MAX (end, column + 1);
}

/**
 * relance_qr_code_draw:
 * @size: with the blank around it
 *
 * Draws it in the current colour, in one piece, so that no gap shows between its modules.
 */
void
relance_qr_code_draw (const RelanceQrCode *self, cairo_t *cr, double x, double y, double size)
{
  double scale = size / (self->code->width + 2 * QUIET_ZONE);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  for (int row = 0; row < self->code->width; row++)
    for (int column = 0; column < self->code->width;)
      column = add_run (self, cr, row, column);
  cairo_fill (cr);
  cairo_restore (cr);
}
