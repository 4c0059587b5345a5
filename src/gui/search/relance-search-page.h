/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_SEARCH_PAGE (relance_search_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceSearchPage, relance_search_page, RELANCE, SEARCH_PAGE, AdwNavigationPage)

/**
 * RelanceSearchPage:
 *
 * What words find in the whole book, clients and invoices, as they are typed; Enter opens the first.
 * Emits "left" when the reader wants to go back to where they were.
 */
AdwNavigationPage *relance_search_page_new   (RelanceDesk       *desk);
void               relance_search_page_start (RelanceSearchPage *self);

G_END_DECLS
