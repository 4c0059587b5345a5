/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers of days beyond this, either way, count as this. */
#define RELANCE_MOST_DAYS 4095

/**
 * RelanceTallyOfDays:
 *
 * Many numbers of days, of which one asks how many are at most so many, and what these come to;
 * adding one and asking take a dozen steps however many there are.
 */
typedef struct _RelanceTallyOfDays RelanceTallyOfDays;

RelanceTallyOfDays *relance_tally_of_days_new        (void);
void                relance_tally_of_days_free       (RelanceTallyOfDays *self);
void                relance_tally_of_days_add        (RelanceTallyOfDays *self,
                                                      int                 days);
int                 relance_tally_of_days_get_n      (RelanceTallyOfDays *self);
int                 relance_tally_of_days_count      (RelanceTallyOfDays *self,
                                                      int                 most);
gint64              relance_tally_of_days_sum        (RelanceTallyOfDays *self,
                                                      int                 most);
int                 relance_tally_of_days_find       (RelanceTallyOfDays *self,
                                                      const int          *others,
                                                      guint               n_others,
                                                      double              weight,
                                                      double              least);
double              relance_tally_of_days_get_median (RelanceTallyOfDays *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceTallyOfDays, relance_tally_of_days_free)

G_END_DECLS
