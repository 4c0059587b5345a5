/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-letter.h"

/* What goes with a letter: nothing, all its invoices, the first of two, or two of three. */
typedef enum
{
  LETTER_ATTACHED_NONE,
  LETTER_ATTACHED_ALL,
  LETTER_ATTACHED_ONE,
  LETTER_ATTACHED_SOME,
} LetterAttached;

/**
 * LetterCell:
 * @letter: as the catalogue lists it
 * @bare: nothing is known but the invoice: no IBAN, label, title or name of a person
 *
 * One letter in one situation.
 */
typedef struct
{
  const char         *letter;
  RelanceLetterStyle  style;
  gboolean            several;
  gboolean            neutral;
  gboolean            bare;
  LetterAttached      attached;
} LetterCell;

/* The facts of a cell, owned; the same people and invoices every time. */
typedef struct
{
  RelanceLetterFacts  facts;
  RelanceBusiness    *business;
} LetterFixture;

typedef void (* LetterCellFunc) (const LetterCell *cell,
                                 gpointer          data);

void  letter_cells_foreach   (LetterCellFunc    func,
                              gpointer          data);
void  letter_cells_foreach_attached (LetterCellFunc func,
                              gpointer          data);
void  letter_fixture_set_up  (LetterFixture    *fixture,
                              const LetterCell *cell);
void  letter_fixture_clear   (LetterFixture    *fixture);
void  letter_fixture_add_debt (LetterFixture   *fixture,
                              const char       *number,
                              const char       *label,
                              const char       *currency,
                              gint64            balance,
                              RelanceDate       due);
char *letter_cell_write      (const LetterCell *cell);
char *letter_fixture_write   (LetterFixture    *fixture,
                              const LetterCell *cell);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LetterFixture, letter_fixture_clear)
