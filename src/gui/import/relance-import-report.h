/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import-group.h"
#include "relance-import-work.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_IMPORT_REPORT (relance_import_report_get_type ())
G_DECLARE_FINAL_TYPE (RelanceImportReport, relance_import_report, RELANCE, IMPORT_REPORT, GObject)

/**
 * RelanceImportReport:
 *
 * A preview as groups of rows, of which some are chosen. Emits "choice-changed".
 */
RelanceImportReport *relance_import_report_new              (RelanceImportPreview *preview);
GListModel          *relance_import_report_get_groups       (RelanceImportReport  *self);
gboolean             relance_import_report_has_rows         (RelanceImportReport  *self);
gboolean             relance_import_report_has_work         (RelanceImportReport  *self);
guint                relance_import_report_count_invoices   (RelanceImportReport  *self);
void                 relance_import_report_set_chosen       (RelanceImportReport  *self,
                                                             RelanceImportItem    *item,
                                                             gboolean              chosen);
void                 relance_import_report_set_group_chosen (RelanceImportReport  *self,
                                                             RelanceImportGroup   *group,
                                                             gboolean              chosen);
char                *relance_import_report_dup_refusals     (RelanceImportReport  *self);
char                *relance_import_report_dup_order        (RelanceImportReport  *self);
char                *relance_import_report_dup_summary      (RelanceImportReport  *self);
RelanceImport       *relance_import_report_get_import       (RelanceImportReport  *self);
RelanceImport       *relance_import_report_steal_import     (RelanceImportReport  *self);
GPtrArray           *relance_import_report_get_origins      (RelanceImportReport  *self);
GPtrArray           *relance_import_report_get_unopened     (RelanceImportReport  *self);
guint                relance_import_report_count_assumed    (RelanceImportReport  *self);
void                 relance_import_report_set_terms        (RelanceImportReport  *self,
                                                             const RelanceTerms   *terms);
void                 relance_import_report_refresh          (RelanceImportReport  *self,
                                                             RelanceImportItem    *item);

G_END_DECLS
