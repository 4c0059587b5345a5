/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

gboolean    relance_fec_amount_read (const char *text,
                                     int         digits,
                                     gint64     *minor);
gboolean    relance_fec_date_read   (const char  *text,
                                     RelanceDate *date);

G_END_DECLS
