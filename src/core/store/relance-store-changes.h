/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceChange:
 * @detail: what it was about: a file, a name, a number; for a payment that was removed its id
 * @undone_by: the change that took it back, or 0
 *
 * One thing the user did to the book.
 */
typedef struct
{
  gint64             id;
  gint64             at;
  RelanceChangeKind  kind;
  char              *detail;
  gint64             client_id;
  gint64             invoice_id;
  gint64             undone_by;
} RelanceChange;

/* Why a change cannot be taken back. */
typedef enum
{
  RELANCE_OBSTACLE_NONE,
  RELANCE_OBSTACLE_EDITED_SINCE, /* what it corrected was corrected again */
  RELANCE_OBSTACLE_NUMBER_TAKEN, /* the client has another document of that number now */
  RELANCE_OBSTACLE_NAME_TAKEN, /* another reminder plan has that name now */
  RELANCE_OBSTACLE_NEEDED_SINCE, /* an invoice or a payment would be left without its client */
  RELANCE_OBSTACLE_PLAN_NEEDED, /* a client would be left with a reminder plan that is gone */
  RELANCE_OBSTACLE_PAID_SINCE,   /* an instalment would have received more than it asks for */
  RELANCE_OBSTACLE_ALLOCATED_SINCE, /* a payment counts towards an instalment that would go */
} RelanceObstacle;

gboolean       relance_store_add_change        (RelanceStore       *self,
                                                gint64              at,
                                                RelanceChangeKind   kind,
                                                const char         *detail,
                                                gint64              client_id,
                                                gint64              invoice_id,
                                                gint64             *change,
                                                GError            **error);
gboolean       relance_store_get_change        (RelanceStore       *self,
                                                gint64              id,
                                                RelanceChange     **change,
                                                GError            **error);
gboolean       relance_store_get_standing_change (RelanceStore       *self,
                                                RelanceChange     **change,
                                                GError            **error);
gboolean       relance_store_revise_client     (RelanceStore       *self,
                                                gint64              change,
                                                gint64              client_id,
                                                GError            **error);
gboolean       relance_store_revise_contact    (RelanceStore       *self,
                                                gint64              change,
                                                gint64              contact_id,
                                                GError            **error);
gboolean       relance_store_revise_plan       (RelanceStore       *self,
                                                gint64              change,
                                                gint64              plan_id,
                                                GError            **error);
gboolean       relance_store_revise_invoice    (RelanceStore       *self,
                                                gint64              change,
                                                gint64              invoice_id,
                                                GError            **error);
gboolean       relance_store_undo_change       (RelanceStore       *self,
                                                gint64              at,
                                                const RelanceChange *change,
                                                RelanceObstacle    *obstacle,
                                                GError            **error);
void           relance_change_free             (RelanceChange      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceChange, relance_change_free)

G_END_DECLS
