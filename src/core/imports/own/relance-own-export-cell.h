/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-record.h"

G_BEGIN_DECLS

const char *relance_own_export_strip_apostrophe (const char          *text);
gboolean    relance_own_export_read_text        (const RelanceColumn *column,
                                                 const char          *text,
                                                 RelanceCell         *cell);
gboolean    relance_own_export_read_number      (const RelanceColumn *column,
                                                 gint64               number,
                                                 RelanceCell         *cell);
gboolean    relance_own_export_read_amount      (const char          *text,
                                                 const char          *currency,
                                                 RelanceCell         *cell);

G_END_DECLS
