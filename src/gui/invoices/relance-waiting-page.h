/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_WAITING_PAGE (relance_waiting_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceWaitingPage, relance_waiting_page, RELANCE, WAITING_PAGE, AdwNavigationPage)

/**
 * RelanceWaitingPage:
 *
 * The PDFs that are kept until somebody types their invoices. Follows the book.
 */
AdwNavigationPage *relance_waiting_page_new  (RelanceDesk *desk);
void               relance_waiting_page_type (GtkWidget   *widget,
                                              RelanceDesk *desk,
                                              const char  *name);

G_END_DECLS
