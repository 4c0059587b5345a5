/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

/* The page that search shows: the sidebar does not list it. */
#define RELANCE_PAGES_SEARCH "search"

/**
 * RelancePages:
 *
 * The pages of a book by their names, each made when it is first asked for and
 * kept as it was left.
 */
typedef struct _RelancePages RelancePages;

RelancePages      *relance_pages_new   (RelanceDesk  *desk);
void               relance_pages_free  (RelancePages *self);
AdwNavigationPage *relance_pages_get   (RelancePages *self,
                                        const char   *name);
void               relance_pages_clear (RelancePages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelancePages, relance_pages_free)

G_END_DECLS
