/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *relance_provider_display_name (const char *provider);

G_END_DECLS
