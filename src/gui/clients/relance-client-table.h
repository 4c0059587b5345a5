/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lists/relance-table.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_TABLE (relance_client_table_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientTable, relance_client_table, RELANCE, CLIENT_TABLE, RelanceTable)

/**
 * RelanceClientTable:
 *
 * A table of clients: of #RelanceClient.
 */

G_END_DECLS
