/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_QUOTES (relance_quotes_get_type ())
G_DECLARE_FINAL_TYPE (RelanceQuotes, relance_quotes, RELANCE, QUOTES, GObject)

/**
 * RelanceQuotes:
 *
 * The words of a letter that the guard quotes, where they stand while it is written on: they
 * are underlined, can be gone to, and be replaced with kinder ones.
 */
RelanceQuotes *relance_quotes_new    (GtkTextView            *subject,
                                      GtkTextView            *text);
void           relance_quotes_mark   (RelanceQuotes          *self,
                                      const RelanceDraft     *draft);
gboolean       relance_quotes_select (RelanceQuotes          *self,
                                      const RelanceGuardNote *note);
gboolean       relance_quotes_mend   (RelanceQuotes          *self,
                                      const RelanceGuardNote *note);

G_END_DECLS
