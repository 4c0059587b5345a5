/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-date.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_OUTLOOK_GROUP (relance_outlook_group_get_type ())
G_DECLARE_FINAL_TYPE (RelanceOutlookGroup, relance_outlook_group, RELANCE, OUTLOOK_GROUP, GtkBox)

/**
 * RelanceOutlookGroup:
 *
 * What Today says of the weeks to come: the expected cash, and who pays slowly or reliably. It
 * reads the whole book, so it is filled after the rest of the page. Emits "loaded" when it is.
 */
void relance_outlook_group_load         (RelanceOutlookGroup *self,
                                         RelanceDesk         *desk,
                                         RelanceDate          as_of);
void relance_outlook_group_set_currency (RelanceOutlookGroup *self,
                                         const char          *currency);
gboolean relance_outlook_group_is_loaded (RelanceOutlookGroup *self);

G_END_DECLS
