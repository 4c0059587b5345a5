/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "relance-enums.h"

G_BEGIN_DECLS

double relance_queue_get_usefulness (gint64        amount,
                                     int           digits,
                                     RelanceStage  stage,
                                     int           days_late);

G_END_DECLS
