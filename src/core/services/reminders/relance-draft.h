/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-debt.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

/* How a RelanceDraft is put together, for relance-reminders.c. */
RelanceDraft *relance_draft_new      (void);
void          relance_draft_add_note (GPtrArray         *notes,
                                      const char        *kind,
                                      char              *text,
                                      const char        *quote);
void          relance_draft_add_finding (GPtrArray                 *notes,
                                         const RelanceGuardFinding *finding,
                                         char                      *text);
void          relance_draft_add_debt (RelanceDraft      *self,
                                      const RelanceDebt *debt);
gboolean      relance_draft_attach   (RelanceDraft      *self,
                                      RelanceBook       *book,
                                      GError           **error);

G_END_DECLS
