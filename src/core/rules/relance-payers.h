/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-claim.h"

G_BEGIN_DECLS

/**
 * RelanceWay:
 * @RELANCE_WAY_USUAL: around a middle, counted from the due date
 * @RELANCE_WAY_USUAL_FROM_ISSUE: the same from the issue
 * @RELANCE_WAY_SAME: mostly the same number of days, from the due date
 * @RELANCE_WAY_SAME_FROM_ISSUE: the same from the issue
 * @RELANCE_WAY_ALL_ALIKE: as everybody, from the due date
 * @RELANCE_WAY_LATELY: as the usual one, from what was settled last
 * @RELANCE_WAY_DAY_OF_MONTH: as the usual one, on the client's day of payment
 *
 * How people pay, which is how one may foretell when they will.
 */
typedef enum
{
  RELANCE_WAY_USUAL,
  RELANCE_WAY_USUAL_FROM_ISSUE,
  RELANCE_WAY_SAME,
  RELANCE_WAY_SAME_FROM_ISSUE,
  RELANCE_WAY_ALL_ALIKE,
  RELANCE_WAY_LATELY,
  RELANCE_WAY_DAY_OF_MONTH,
  RELANCE_N_WAYS,
} RelanceWay;

/**
 * RelancePayers:
 *
 * When each client settled what it owed, as far as it is known.
 */
typedef struct _RelancePayers RelancePayers;

RelancePayers *relance_payers_new                (void);
void           relance_payers_free               (RelancePayers      *self);
gboolean       relance_payers_is_empty           (RelancePayers      *self);
void           relance_payers_learn              (RelancePayers      *self,
                                                  const RelanceClaim *claim);
double         relance_payers_foretell           (RelancePayers      *self,
                                                  const RelanceClaim *claim,
                                                  RelanceWay          way);
void           relance_payers_foretell_all       (RelancePayers      *self,
                                                  const RelanceClaim *claim,
                                                  double             *dates);
double         relance_payers_foretell_by_median (RelancePayers      *self,
                                                  const RelanceClaim *claim);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelancePayers, relance_payers_free)

G_END_DECLS
