/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_DUE_QUEUE (relance_due_queue_get_type ())
G_DECLARE_FINAL_TYPE (RelanceDueQueue, relance_due_queue, RELANCE, DUE_QUEUE, AdwBin)

/**
 * RelanceDueQueue:
 *
 * One row per client: those who can be written to, then those who come later.
 * Emits "chosen" with a #RelanceDue when another client is, and "activated" when
 * one is asked for.
 */
void        relance_due_queue_fill       (RelanceDueQueue *self,
                                          GPtrArray       *due);
RelanceDue *relance_due_queue_find       (RelanceDueQueue *self,
                                          gint64           client_id);
RelanceDue *relance_due_queue_find_first (RelanceDueQueue *self);
RelanceDue *relance_due_queue_find_next  (RelanceDueQueue *self,
                                          gint64           client_id);
void        relance_due_queue_choose     (RelanceDueQueue *self,
                                          RelanceDue      *due);
gboolean    relance_due_queue_step       (RelanceDueQueue *self,
                                          int              by);
void        relance_due_queue_remove     (RelanceDueQueue *self,
                                          gint64           client_id);
int         relance_due_queue_get_turn   (RelanceDueQueue *self,
                                          RelanceDue      *due);
int         relance_due_queue_get_n_ready (RelanceDueQueue *self);

G_END_DECLS
