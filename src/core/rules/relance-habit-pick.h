/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-habit.h"

G_BEGIN_DECLS

/* Who was not billed for so many days is no longer a client to think of: two years. */
#define RELANCE_HABIT_DAYS_OF_INTEREST 730

/**
 * RelanceHabitPick:
 * @slowest: (element-type RelanceHabit): slowest first
 * @reliable: (element-type RelanceHabit): most reliable first; nobody of @slowest
 * @known: of how many clients enough is known
 * @too_few: of how many too little
 */
typedef struct
{
  GArray *slowest;
  GArray *reliable;
  int     known;
  int     too_few;
} RelanceHabitPick;

void relance_habit_pick       (RelanceHabitPick *self,
                               GArray           *habits,
                               RelanceDate       day,
                               guint             most);
void relance_habit_pick_clear (RelanceHabitPick *self);

G_END_DECLS
