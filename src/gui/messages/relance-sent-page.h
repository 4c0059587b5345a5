/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_SENT_PAGE (relance_sent_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceSentPage, relance_sent_page, RELANCE, SENT_PAGE, AdwNavigationPage)

/* The messages that left, and those that were withdrawn before. */
RelanceSentPage *relance_sent_page_new (RelanceDesk *desk);

G_END_DECLS
