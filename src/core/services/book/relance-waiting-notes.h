/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-store.h"

G_BEGIN_DECLS

/*
 * A credit note that names an invoice which the book does not have yet waits as a credit of the
 * client. However that invoice comes, by a file or by hand, the note lowers it then.
 */

gboolean relance_waiting_note_net  (RelanceStore  *store,
                                    gint64         change,
                                    gint64         note_id,
                                    gint64         invoice_id,
                                    GError       **error);
gboolean relance_waiting_notes_net (RelanceStore  *store,
                                    gint64         change,
                                    gint64         client_id,
                                    const char    *number,
                                    gint64         invoice_id,
                                    GError       **error);

G_END_DECLS
