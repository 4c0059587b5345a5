/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-application.h"
#include "relance-desk.h"
#include "relance-invoices.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_WINDOW (relance_window_get_type ())
G_DECLARE_FINAL_TYPE (RelanceWindow, relance_window, RELANCE, WINDOW, AdwApplicationWindow)

RelanceWindow *relance_window_new            (RelanceApplication        *application,
                                              RelanceDesk               *desk);
RelanceDesk   *relance_window_get_desk       (RelanceWindow             *self);

/* For the application: another book, and how its opening ended. */
void           relance_window_set_desk       (RelanceWindow             *self,
                                              RelanceDesk               *desk);
void           relance_window_show_book      (RelanceWindow             *self);
void           relance_window_show_trouble   (RelanceWindow             *self,
                                              const GError              *error);

/* Ways from one page to another. */
void           relance_window_show_page      (RelanceWindow             *self,
                                              const char                *name);
AdwNavigationPage *
               relance_window_open_page      (RelanceWindow             *self,
                                              const char                *name);
AdwNavigationPage *
               relance_window_get_page       (RelanceWindow             *self);
void           relance_window_show_search    (RelanceWindow             *self);
void           relance_window_show_invoices  (RelanceWindow             *self,
                                              const RelanceInvoiceQuery *query,
                                              const char                *title);
void           relance_window_show_invoice   (RelanceWindow             *self,
                                              gint64                     invoice_id);
void           relance_window_show_client    (RelanceWindow             *self,
                                              gint64                     client_id);
void           relance_window_search_clients (RelanceWindow             *self,
                                              const char                *words);
void           relance_window_search_invoices (RelanceWindow            *self,
                                               const char               *words);
void           relance_window_show_reminders (RelanceWindow             *self,
                                              gint64                     client_id);
void           relance_window_show_outbox    (RelanceWindow             *self);
void           relance_window_import         (RelanceWindow             *self,
                                              GListModel                *files);

/* What every page may say. A change of 0 has no Undo. */
void           relance_window_tell           (RelanceWindow             *self,
                                              const char                *text);
void           relance_window_tell_undo      (RelanceWindow             *self,
                                              const char                *text,
                                              gint64                     change);
void           relance_window_undo           (RelanceWindow             *self,
                                              gint64                     change);
void           relance_window_undo_last      (RelanceWindow             *self);
void           relance_window_tell_error     (RelanceWindow             *self,
                                              const GError              *error);

/* A toast of a page's own. */
void           relance_window_add_toast      (RelanceWindow             *self,
                                              AdwToast                  *toast);

/* The window a widget is in. */
RelanceWindow *relance_window_of             (GtkWidget                 *widget);

G_END_DECLS
