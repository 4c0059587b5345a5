/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-window.h"

G_BEGIN_DECLS

/* Puts what a snapshot or a copy holds in the place of the window's book, once the user agreed. */
void  relance_restoring_ask        (RelanceWindow *window,
                                    const char    *file);
void  relance_restoring_ask_newest (RelanceWindow *window);
char *relance_restoring_dup_offer  (RelanceWindow *window);

G_END_DECLS
