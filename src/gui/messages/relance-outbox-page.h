/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_OUTBOX_PAGE (relance_outbox_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceOutboxPage, relance_outbox_page, RELANCE, OUTBOX_PAGE, AdwNavigationPage)

/* The messages that have not left: what each waits for, and what can be done. */
RelanceOutboxPage *relance_outbox_page_new (RelanceDesk *desk);

G_END_DECLS
