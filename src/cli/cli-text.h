/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-clock.h"
#include "relance-date.h"

G_BEGIN_DECLS

/* Rows of cells, written as columns that line up on a terminal. */
typedef struct _CliTable CliTable;

CliTable *cli_table_new       (int           n_columns,
                               const char   *alignment);
void      cli_table_free      (CliTable     *self);
void      cli_table_add       (CliTable     *self,
                               const char   *cell);
void      cli_table_take      (CliTable     *self,
                               char         *cell);
void      cli_table_write     (CliTable     *self,
                               GString      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliTable, cli_table_free)

/* The words of a person's language, for the locale of the terminal. */
char     *cli_dup_money       (gint64        minor,
                               const char   *currency);
char     *cli_dup_date        (RelanceDate   date);
char     *cli_dup_month       (RelanceDate   month);
char     *cli_dup_instant     (gint64        utc);
char     *cli_dup_percent     (double        rate);
char     *cli_dup_clean       (const char   *text);
void      cli_fact            (CliTable     *table,
                               const char   *label,
                               const char   *value);

G_END_DECLS
