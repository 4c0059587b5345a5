/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-import.h"

G_BEGIN_DECLS

/* The parts of a preview, in the order in which they are shown. */
typedef enum
{
  RELANCE_IMPORT_GROUP_REFUSED_FILES = 1,
  RELANCE_IMPORT_GROUP_FILES,
  RELANCE_IMPORT_GROUP_REJECTED,
  RELANCE_IMPORT_GROUP_CHANGED,
  RELANCE_IMPORT_GROUP_NEW,
  RELANCE_IMPORT_GROUP_KEPT,
  RELANCE_IMPORT_GROUP_UNCHANGED,
} RelanceImportGroupKind;

#define RELANCE_TYPE_IMPORT_GROUP (relance_import_group_get_type ())
G_DECLARE_FINAL_TYPE (RelanceImportGroup, relance_import_group, RELANCE, IMPORT_GROUP, GObject)

/**
 * RelanceImportGroup:
 *
 * One part of a preview: its rows are either #RelanceImportItem or #RelanceImportFileLine.
 */
RelanceImportGroup     *relance_import_group_new          (RelanceImportGroupKind  kind,
                                                           GPtrArray              *rows);
RelanceImportGroupKind  relance_import_group_get_kind     (RelanceImportGroup     *self);
GListModel             *relance_import_group_get_rows     (RelanceImportGroup     *self);
gboolean                relance_import_group_can_choose   (RelanceImportGroup     *self);
gboolean                relance_import_group_has_choice   (const RelanceImportItem *item);
guint                   relance_import_group_count_chosen (RelanceImportGroup     *self);
guint                   relance_import_group_count        (RelanceImportGroup     *self,
                                                           RelanceImportWhat       what);
char                   *relance_import_group_dup_title    (RelanceImportGroup     *self);
char                   *relance_import_group_dup_choice   (RelanceImportGroup     *self);
char                   *relance_import_group_dup_totals   (RelanceImportGroup     *self);

G_END_DECLS
