/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_FIRST_RUN (relance_first_run_get_type ())
G_DECLARE_FINAL_TYPE (RelanceFirstRun, relance_first_run, RELANCE, FIRST_RUN, AdwBin)

/* What an empty book shows: three doors, each an action of the window or the application. */

G_END_DECLS
