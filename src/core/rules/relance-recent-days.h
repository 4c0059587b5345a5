/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many are remembered: enough to know somebody by, and few enough to be put in order each time. */
#define RELANCE_RECENT_MOST 100

/**
 * RelanceRecentDays:
 *
 * The last numbers of days of one client.
 */
typedef struct _RelanceRecentDays RelanceRecentDays;

RelanceRecentDays *relance_recent_days_new        (void);
void               relance_recent_days_free       (RelanceRecentDays       *self);
void               relance_recent_days_add        (RelanceRecentDays       *self,
                                                   int                      days);
const int         *relance_recent_days_get_sorted (const RelanceRecentDays *self,
                                                   guint                   *n);
guint              relance_recent_days_copy_last  (const RelanceRecentDays *self,
                                                   guint                    most,
                                                   int                     *sorted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceRecentDays, relance_recent_days_free)

G_END_DECLS
