/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-letter-paper.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

/**
 * RelanceDraftSheet:
 *
 * What the book knows for a draft on paper. It is loaded where the book is, and laid out where the
 * pages are drawn: pages belong to the thread that made them.
 */
typedef struct _RelanceDraftSheet RelanceDraftSheet;

RelanceDraftSheet  *relance_draft_sheet_load    (RelanceBook              *book,
                                                 const RelanceDraft       *draft,
                                                 GError                  **error);
RelanceLetterPaper *relance_draft_sheet_lay_out (const RelanceDraftSheet  *self);
void                relance_draft_sheet_free    (RelanceDraftSheet        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceDraftSheet, relance_draft_sheet_free)

G_END_DECLS
