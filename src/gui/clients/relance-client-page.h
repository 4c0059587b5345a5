/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_PAGE (relance_client_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientPage, relance_client_page, RELANCE, CLIENT_PAGE, AdwNavigationPage)

/**
 * RelanceClientPage:
 *
 * One client over the list of all. Follows the book, and goes when the client does.
 */
AdwNavigationPage *relance_client_page_new (RelanceDesk *desk,
                                            gint64       client_id);

G_END_DECLS
