/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_DUE_FACTS (relance_due_facts_get_type ())
G_DECLARE_FINAL_TYPE (RelanceDueFacts, relance_due_facts, RELANCE, DUE_FACTS, GtkBox)

/**
 * RelanceDueFacts:
 *
 * What one should know before writing: the invoices, why now, what the debts are, and the last
 * contact. Where there
 * are several invoices, each can be left out of the letter; emits "changed" when one was.
 */
void    relance_due_facts_show        (RelanceDueFacts    *self,
                                       RelanceDue         *due);
void    relance_due_facts_follow      (RelanceDueFacts    *self,
                                       const RelanceDraft *draft);
GArray *relance_due_facts_dup_without (RelanceDueFacts    *self);

G_END_DECLS
