/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceStatement:
 *
 * A prepared statement of sql/queries/NAME.sql, kept by its store and prepared
 * once. Bind, step, read, and let go: going out of scope resets it and clears
 * its values. Columns and parameters count from 0 and from 1, as SQLite's do.
 */
typedef struct _RelanceStatement RelanceStatement;

RelanceStatement *relance_store_prepare          (RelanceStore      *self,
                                                  const char        *name,
                                                  GError           **error);
RelanceStatement *relance_store_prepare_sorted   (RelanceStore      *self,
                                                  const char        *name,
                                                  const char        *among,
                                                  const char        *column,
                                                  gboolean           descending,
                                                  gboolean           looking,
                                                  GError           **error);
int               relance_statement_count_values (RelanceStatement  *self);
void              relance_statement_bind_int     (RelanceStatement  *self,
                                                  int                index,
                                                  gint64             value);
void              relance_statement_bind_text    (RelanceStatement  *self,
                                                  int                index,
                                                  const char        *text);
void              relance_statement_bind_static  (RelanceStatement  *self,
                                                  int                index,
                                                  const char        *text);
void              relance_statement_bind_date    (RelanceStatement  *self,
                                                  int                index,
                                                  RelanceDate        date);
void              relance_statement_bind_bytes   (RelanceStatement  *self,
                                                  int                index,
                                                  GBytes            *bytes);
void              relance_statement_bind_null    (RelanceStatement  *self,
                                                  int                index);
gboolean          relance_statement_step         (RelanceStatement  *self,
                                                  gboolean          *row,
                                                  GError           **error);
gboolean          relance_statement_run          (RelanceStatement  *self,
                                                  gint64            *last_id,
                                                  GError           **error);
int               relance_statement_get_changes  (RelanceStatement  *self);
gint64            relance_statement_get_int      (RelanceStatement  *self,
                                                  int                column);
const char       *relance_statement_get_text     (RelanceStatement  *self,
                                                  int                column);
RelanceDate       relance_statement_get_date     (RelanceStatement  *self,
                                                  int                column);
GBytes           *relance_statement_dup_bytes    (RelanceStatement  *self,
                                                  int                column);
gboolean          relance_statement_is_null      (RelanceStatement  *self,
                                                  int                column);
GArray           *relance_statement_list_ids     (RelanceStatement  *self,
                                                  GError           **error);
void              relance_statement_release      (RelanceStatement  *self);

/* The values of relance_store_run(), as in RELANCE_VALUES (id, change). */
#define RELANCE_VALUES(...) \
  (const gint64[]){ __VA_ARGS__ }, sizeof ((const gint64[]){ __VA_ARGS__ }) / sizeof (gint64)

gboolean          relance_store_run              (RelanceStore      *self,
                                                  const char        *name,
                                                  const gint64      *values,
                                                  gsize              n_values,
                                                  GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceStatement, relance_statement_release)

G_END_DECLS
