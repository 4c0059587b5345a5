/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

/* What the user changed in a letter: what went is struck through, what came is underlined. */
gboolean relance_changes_are_known (const RelanceDraft *draft);
void     relance_changes_show      (GtkLabel           *label,
                                    const RelanceDraft *draft);

G_END_DECLS
