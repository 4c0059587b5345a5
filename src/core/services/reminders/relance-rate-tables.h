/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-rates.h"

G_BEGIN_DECLS

GPtrArray *relance_rate_tables_load (const char *country);

G_END_DECLS
