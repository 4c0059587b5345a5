/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_TOASTER (relance_toaster_get_type ())
G_DECLARE_FINAL_TYPE (RelanceToaster, relance_toaster, RELANCE, TOASTER, GObject)

/**
 * RelanceToaster:
 *
 * What is said in passing over whatever page is shown, and the Undo that some of it
 * offers. Remembers the last change; emits "undo-changed" when there is one to take
 * back, or none any more.
 */
RelanceToaster *relance_toaster_new             (AdwToastOverlay *overlay);
void            relance_toaster_set_desk        (RelanceToaster  *self,
                                                 RelanceDesk     *desk);
void            relance_toaster_add             (RelanceToaster  *self,
                                                 AdwToast        *toast);
void            relance_toaster_tell            (RelanceToaster  *self,
                                                 const char      *text);
void            relance_toaster_tell_until_read (RelanceToaster  *self,
                                                 const char      *text);
void            relance_toaster_tell_error      (RelanceToaster  *self,
                                                 const GError    *error);
void            relance_toaster_tell_undo       (RelanceToaster  *self,
                                                 const char      *text,
                                                 gint64           change);
void            relance_toaster_undo            (RelanceToaster  *self,
                                                 gint64           change);
void            relance_toaster_undo_last       (RelanceToaster  *self);
gboolean        relance_toaster_can_undo        (RelanceToaster  *self);

G_END_DECLS
