/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "relance-qr-code.h"

G_BEGIN_DECLS

/* Of the text, in points, and from line to line. */
#define RELANCE_LETTER_SIZE 10.5
#define RELANCE_LETTER_SMALL_SIZE 9
#define RELANCE_LETTER_LEADING 14.6

/* Of a code with the blank around it: 30 mm, so that the modules of the largest are 0.4 mm wide. */
#define RELANCE_LETTER_CODE_SIZE 85

/* Of the right half of a page, from the left margin: 110 mm from the edge of the paper. */
#define RELANCE_LETTER_RIGHT_COLUMN 240.9

typedef enum
{
  RELANCE_LETTER_START,
  RELANCE_LETTER_END,
} RelanceLetterAlign;

/**
 * RelanceLetterStrip:
 * @before: the room above it, but not at the top of a page
 * @keeps_next: whether what follows must be on the same page
 * @framed: whether there is a frame around it
 * @ruled: whether there is a line below it
 * @code: (nullable): a QR code at its right end
 *
 * What cannot be parted between two pages: a line, a row of a table, a block.
 */
typedef struct
{
  double         before;
  double         height;
  double         width;
  gboolean       keeps_next;
  gboolean       framed;
  gboolean       ruled;
  GArray        *pieces;
  RelanceQrCode *code;
} RelanceLetterStrip;

/* What texts are laid out with. */
typedef struct
{
  PangoContext *context;
  double        width; /* of the text on a page */
  double        scale; /* of its letters: 1, or a little less where that saves a page */
} RelanceLetterSetting;

RelanceLetterStrip *relance_letter_strip_new       (double                      width,
                                                    double                      before);
void                relance_letter_strip_free      (RelanceLetterStrip         *self);
double              relance_letter_strip_add       (RelanceLetterStrip         *self,
                                                    PangoLayout                *layout,
                                                    double                      x,
                                                    double                      y,
                                                    RelanceLetterAlign          align);
void                relance_letter_strip_add_line  (RelanceLetterStrip         *self,
                                                    PangoLayout                *layout,
                                                    int                         line,
                                                    double                      x);
void                relance_letter_strip_draw      (const RelanceLetterStrip   *self,
                                                    cairo_t                    *cr);

PangoLayout        *relance_letter_setting_lay_out (const RelanceLetterSetting *self,
                                                    const char                 *text,
                                                    double                      size,
                                                    double                      width);
void                relance_letter_layout_embolden (PangoLayout                *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLetterStrip, relance_letter_strip_free)

G_END_DECLS
