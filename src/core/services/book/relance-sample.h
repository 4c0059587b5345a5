/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

RelanceBook *relance_sample_open    (RelanceClock  *clock,
                                     GError       **error);
RelanceBook *relance_sample_open_at (const char    *path,
                                     RelanceClock  *clock,
                                     GError       **error);

G_END_DECLS
