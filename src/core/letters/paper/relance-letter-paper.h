/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "relance-business.h"
#include "relance-client.h"

G_BEGIN_DECLS

/* A4, in points. */
#define RELANCE_LETTER_PAPER_WIDTH 595.276
#define RELANCE_LETTER_PAPER_HEIGHT 841.89

/**
 * RelanceLetterSheet:
 * @subject: one line
 * @text: the text of the letter, maybe edited
 * @signature: (nullable): the name that its last paragraph begins with
 * @amount: what it asks for in all, in minor units of @currency; 0 when that is no single sum
 * @references: (array zero-terminated=1) (nullable): the numbers of the invoices it asks for
 *
 * What goes onto paper. Borrowed.
 */
typedef struct
{
  const char            *subject;
  const char            *text;
  RelanceLanguage        language;
  RelanceDate            date;
  const RelanceBusiness *business;
  RelanceClient         *client;
  const char            *signature;
  gint64                 amount;
  const char            *currency;
  const char *const     *references;
} RelanceLetterSheet;

/**
 * RelanceLetterPaper:
 *
 * A letter laid out on pages of A4.
 */
typedef struct _RelanceLetterPaper RelanceLetterPaper;

RelanceLetterPaper *relance_letter_paper_new         (const RelanceLetterSheet  *sheet);
void                relance_letter_paper_free        (RelanceLetterPaper        *self);
guint               relance_letter_paper_count_pages (const RelanceLetterPaper  *self);
void                relance_letter_paper_draw_page   (const RelanceLetterPaper  *self,
                                                      cairo_t                   *cr,
                                                      guint                      page);
GBytes             *relance_letter_paper_to_pdf      (const RelanceLetterPaper  *self,
                                                      GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLetterPaper, relance_letter_paper_free)

G_END_DECLS
