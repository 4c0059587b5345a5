/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-window.h"

G_BEGIN_DECLS

void relance_exporting_ask (RelanceWindow *window);

G_END_DECLS
