/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_PREFERENCES_DIALOG (relance_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelancePreferencesDialog,
                      relance_preferences_dialog,
                      RELANCE,
                      PREFERENCES_DIALOG,
                      AdwDialog)

AdwDialog *relance_preferences_dialog_new       (RelanceDesk *desk);

/* What its pages may say, and the words of what went wrong. */
void       relance_preferences_dialog_add_toast (GtkWidget   *page,
                                                 AdwToast    *toast);
void       relance_preferences_dialog_tell      (GtkWidget   *page,
                                                 const char  *text);
void       relance_preferences_dialog_tell_error (GtkWidget    *page,
                                                  const GError *error);

G_END_DECLS
