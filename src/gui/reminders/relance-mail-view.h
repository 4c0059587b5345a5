/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_MAIL_VIEW (relance_mail_view_get_type ())
G_DECLARE_FINAL_TYPE (RelanceMailView, relance_mail_view, RELANCE, MAIL_VIEW, GtkBox)

/* A letter as its reader sees it: the paragraphs and the tables of the page that the mail holds. */
void relance_mail_view_show (RelanceMailView    *self,
                             const RelanceDraft *draft);

G_END_DECLS
