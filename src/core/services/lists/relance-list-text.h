/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

/* Rows of a list as a table of text: titles first, tabs between the cells, as a spreadsheet takes them. */
char *relance_invoices_dup_text (RelanceBook  *book,
                                 GArray       *ids,
                                 GError      **error);
char *relance_clients_dup_text  (RelanceBook  *book,
                                 GArray       *ids,
                                 GError      **error);

G_END_DECLS
