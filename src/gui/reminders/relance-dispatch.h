/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_DISPATCH (relance_dispatch_get_type ())
G_DECLARE_FINAL_TYPE (RelanceDispatch, relance_dispatch, RELANCE, DISPATCH, GObject)

/**
 * RelanceDispatch:
 *
 * Send and its Undo: approves a draft into the outbox, says when it leaves, and takes
 * it back while it can. Emits "answered" when the outbox has answered, then "approved" with
 * the client’s id; and "taken-back" with the client’s id.
 */
RelanceDispatch *relance_dispatch_new     (RelanceDesk        *desk,
                                           AdwToastOverlay    *overlay);
gboolean         relance_dispatch_is_busy (RelanceDispatch    *self);
void             relance_dispatch_send    (RelanceDispatch    *self,
                                           const RelanceDraft *draft);

G_END_DECLS
