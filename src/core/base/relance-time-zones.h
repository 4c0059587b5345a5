/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **relance_time_zones_suggest (const char *country,
                                   const char *typed,
                                   guint       limit);

G_END_DECLS
