/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-desk.h"
#include "relance-import.h"

G_BEGIN_DECLS

/* How far work on another thread has come; read and written from both sides. */
typedef struct _RelanceImportPace RelanceImportPace;

/**
 * RelanceImportSource:
 * @file: a file or a folder
 * @fields: (nullable): by column, what somebody said that it holds: a field of relance_import_map()
 *
 * One thing to read.
 */
typedef struct
{
  GFile  *file;
  char  **fields;
} RelanceImportSource;

/* What to read. */
typedef struct
{
  GPtrArray         *sources; /* RelanceImportSource */
  RelanceImportPace *pace;
} RelanceImportErrand;

/**
 * RelanceImportPreview:
 * @import: what was read, to be applied
 * @origins: (element-type GFile): by file of the import, where to read it again
 * @unopened: (element-type GFile): what could not even be opened
 * @refusals: (element-type utf8): a sentence for each of them
 * @items: by #RelanceImportFate, its rows (element-type RelanceImportItem)
 *
 * What the files hold, and what would become of it. Nothing is written yet.
 */
typedef struct
{
  RelanceImport *import;
  GPtrArray     *origins;
  GPtrArray     *unopened;
  GPtrArray     *refusals;
  GPtrArray     *items[RELANCE_IMPORT_KEPT + 1];
} RelanceImportPreview;

/* @cancellable is its own, so that a cancelled import still tells how it ended. */
typedef struct
{
  RelanceImport     *import;
  RelanceImportPace *pace;
  GCancellable      *cancellable;
} RelanceImportOrder;

typedef struct
{
  gint64  change;
  char   *summary;
  int     late;
  int     ready;   /* clients whose reminder can be reviewed */
} RelanceImportOutcome;

/* The columns of one file of an import that is read. */
typedef struct
{
  RelanceImport *import; /* borrowed; nobody else uses it meanwhile */
  guint          file_index;
} RelanceImportQuestion;

RelanceImportPace    *relance_import_pace_new         (void);
RelanceImportPace    *relance_import_pace_ref         (RelanceImportPace     *self);
void                  relance_import_pace_unref       (RelanceImportPace     *self);
gboolean              relance_import_pace_get         (RelanceImportPace     *self,
                                                       double                *fraction);

RelanceImportErrand  *relance_import_errand_new       (RelanceImportPace     *pace);
void                  relance_import_errand_add       (RelanceImportErrand   *self,
                                                       GFile                 *file,
                                                       const char *const     *fields);
void                  relance_import_errand_free      (RelanceImportErrand   *self);

gpointer              relance_import_work_read        (RelanceBook           *book,
                                                       gpointer               errand,
                                                       GCancellable          *cancellable,
                                                       GError               **error);
gpointer              relance_import_work_apply       (RelanceBook           *book,
                                                       gpointer               order,
                                                       GCancellable          *cancellable,
                                                       GError               **error);
gpointer              relance_import_work_columns     (RelanceBook           *book,
                                                       gpointer               question,
                                                       GCancellable          *cancellable,
                                                       GError               **error);
void                  relance_import_preview_free     (RelanceImportPreview  *self);
RelanceImportOrder   *relance_import_order_new        (RelanceImport         *import,
                                                       RelanceImportPace     *pace,
                                                       GCancellable          *cancellable);
void                  relance_import_order_free       (RelanceImportOrder    *self);
void                  relance_import_outcome_free     (RelanceImportOutcome  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceImportPace, relance_import_pace_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceImportErrand, relance_import_errand_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceImportPreview, relance_import_preview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceImportOutcome, relance_import_outcome_free)

G_END_DECLS
