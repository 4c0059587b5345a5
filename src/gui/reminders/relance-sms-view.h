/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_SMS_VIEW (relance_sms_view_get_type ())
G_DECLARE_FINAL_TYPE (RelanceSmsView, relance_sms_view, RELANCE, SMS_VIEW, GtkBox)

/* The line of a letter that can be sent by phone, to be changed, and what it takes of an SMS. */
void  relance_sms_view_set_text (RelanceSmsView *self,
                                 const char     *text);
char *relance_sms_view_dup_text (RelanceSmsView *self);

G_END_DECLS
