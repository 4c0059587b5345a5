/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-fec-ledger.h"

G_BEGIN_DECLS

void relance_fec_judge (RelanceFecLine *line);

G_END_DECLS
