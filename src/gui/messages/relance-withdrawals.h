/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_WITHDRAWALS (relance_withdrawals_get_type ())
G_DECLARE_FINAL_TYPE (RelanceWithdrawals, relance_withdrawals, RELANCE, WITHDRAWALS, GObject)

/**
 * RelanceWithdrawals:
 *
 * Watches what waits to leave. Emits "withdrawn" with a sentence when a message
 * was stopped because of what happened since its approval (it was paid, for
 * one), so that nothing fails to go out silently.
 */
RelanceWithdrawals *relance_withdrawals_new (RelanceDesk *desk);

G_END_DECLS
