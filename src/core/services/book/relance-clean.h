/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

/* What typed values go through before they are in a book. For services only. */
gboolean relance_clean_refuse   (GError      **error,
                                 const char   *sentence);
gboolean relance_clean_text     (const char   *text,
                                 char        **clean,
                                 GError      **error);
gboolean relance_clean_amount   (gint64        amount,
                                 GError      **error);
gboolean relance_clean_currency (const char   *currency,
                                 GError      **error);
gboolean relance_clean_past_day (RelanceBook  *book,
                                 RelanceDate   date,
                                 GError      **error);

G_END_DECLS
