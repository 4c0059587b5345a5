/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-habit.h"

G_BEGIN_DECLS

gboolean  relance_client_habit_load     (RelanceBook         *book,
                                         gint64               client_id,
                                         RelanceHabit        *habit,
                                         GError             **error);
char     *relance_client_habit_describe (const RelanceHabit  *habit);

G_END_DECLS
