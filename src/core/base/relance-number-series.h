/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *relance_number_series_continue (const char *const *newest);

G_END_DECLS
