/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *relance_locale_get_icu (const char *locale);

G_END_DECLS
