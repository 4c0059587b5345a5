/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-date.h"
#include "relance-message.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_MESSAGE_ROW (relance_message_row_get_type ())
G_DECLARE_FINAL_TYPE (RelanceMessageRow, relance_message_row, RELANCE, MESSAGE_ROW, GtkBox)

/* Adds what can be done about @message, which is %NULL while it is being read. */
typedef void (* RelanceMessageRowFunc) (RelanceMessageRow *row,
                                        RelanceMessage    *message);

/* A message, what became of it and why, and what can be done about it. */
GtkWidget      *relance_message_row_new         (RelanceMessageRowFunc complete);
void            relance_message_row_show        (RelanceMessageRow *self,
                                                 RelanceMessage    *message,
                                                 RelanceDate        today);
void            relance_message_row_add_button  (RelanceMessageRow *self,
                                                 const char        *label,
                                                 const char        *action,
                                                 GVariant          *target);
void            relance_message_row_remove_buttons (RelanceMessageRow *self);

char           *relance_message_row_dup_spoken  (RelanceMessage    *message,
                                                 RelanceDate        today);
const char     *relance_message_row_get_icon    (RelanceMessageState state);
char           *relance_message_row_dup_reason  (RelanceMessage    *message);
char           *relance_message_row_dup_moment  (RelanceMessage    *message,
                                                 gint64             moment,
                                                 RelanceDate        today);
char           *relance_message_row_dup_when    (RelanceMessage    *message,
                                                 RelanceDate        today);

G_END_DECLS
