/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "relance-clock.h"

G_BEGIN_DECLS

#define RELANCE_STORE_ERROR (relance_store_error_quark ())

/**
 * RelanceStoreError:
 * @RELANCE_STORE_ERROR_MISSING: there is no such file
 * @RELANCE_STORE_ERROR_FOREIGN: the file is not a book of Relance
 * @RELANCE_STORE_ERROR_NEWER: a newer Relance wrote the book
 * @RELANCE_STORE_ERROR_DAMAGED: SQLite finds the file damaged
 * @RELANCE_STORE_ERROR_LOCKED: another program keeps the book locked
 * @RELANCE_STORE_ERROR_FULL: no room left on the disk
 * @RELANCE_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @RELANCE_STORE_ERROR_CONSTRAINT: the change would break a rule of the book
 * @RELANCE_STORE_ERROR_INTERRUPTED: cancelled
 * @RELANCE_STORE_ERROR_FAILED: anything else that SQLite reports
 */
typedef enum
{
  RELANCE_STORE_ERROR_MISSING,
  RELANCE_STORE_ERROR_FOREIGN,
  RELANCE_STORE_ERROR_NEWER,
  RELANCE_STORE_ERROR_DAMAGED,
  RELANCE_STORE_ERROR_LOCKED,
  RELANCE_STORE_ERROR_FULL,
  RELANCE_STORE_ERROR_READ_ONLY,
  RELANCE_STORE_ERROR_CONSTRAINT,
  RELANCE_STORE_ERROR_INTERRUPTED,
  RELANCE_STORE_ERROR_FAILED,
} RelanceStoreError;

GQuark relance_store_error_quark (void);

#define RELANCE_TYPE_STORE (relance_store_get_type ())
G_DECLARE_FINAL_TYPE (RelanceStore, relance_store, RELANCE, STORE, GObject)

RelanceStore *relance_store_open             (const char     *path,
                                              gboolean        create,
                                              GError        **error);
RelanceStore *relance_store_open_dated       (const char     *path,
                                              gboolean        create,
                                              RelanceClock   *clock,
                                              GError        **error);
RelanceStore *relance_store_open_growing     (const char     *path,
                                              RelanceClock   *clock,
                                              GError        **error);
gboolean      relance_store_settle           (RelanceStore   *self,
                                              GError        **error);
gboolean      relance_store_is_damaged       (RelanceStore   *self);
const char   *relance_store_get_path         (RelanceStore   *self);
void          relance_store_release_memory   (RelanceStore   *self);
gboolean      relance_store_begin            (RelanceStore   *self,
                                              GError        **error);
gboolean      relance_store_commit           (RelanceStore   *self,
                                              GError        **error);
gboolean      relance_store_end              (RelanceStore   *self,
                                              gboolean        done,
                                              GError        **error);
void          relance_store_rollback         (RelanceStore   *self);
gint64        relance_store_get_data_version (RelanceStore   *self);
void          relance_store_interrupt        (RelanceStore   *self);
void          relance_store_set_cancellable  (RelanceStore   *self,
                                              GCancellable   *cancellable);
gboolean      relance_store_check_file       (RelanceStore   *self,
                                              GPtrArray      *findings,
                                              GError        **error);
char         *relance_store_dup_engine       (void);

G_END_DECLS
