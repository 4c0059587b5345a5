/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-book.h"

G_BEGIN_DECLS

/* What the book proposes for an invoice that is typed: RelanceUseCase functions that answer a text,
 * or NULL when there is nothing to propose. */
gpointer relance_editor_work_get_currency    (RelanceBook   *book,
                                              gpointer       nothing,
                                              GCancellable  *cancellable,
                                              GError       **error);
gpointer relance_editor_work_get_terms       (RelanceBook   *book,
                                              gpointer       client_id,
                                              GCancellable  *cancellable,
                                              GError       **error);
gpointer relance_editor_work_get_next_number (RelanceBook   *book,
                                              gpointer       nothing,
                                              GCancellable  *cancellable,
                                              GError       **error);

G_END_DECLS
