/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "relance-date.h"

G_BEGIN_DECLS

/**
 * RelanceFigureTable:
 *
 * The figures of a chart as a table. A cell holds two things: what people read ("€1,234.50") and
 * what a program reads ("1234.50"). Counted by references, and not changed once it is shown.
 *
 *   table = relance_figure_table_new ();
 *   relance_figure_table_add_column (table, "Month", NULL);
 *   relance_figure_table_add_column (table, "On Time", "EUR");
 *
 *   relance_figure_table_add_month (table, month);
 *   relance_figure_table_add_amount (table, minor, "EUR");
 *
 * Cells fill row after row, from the start of each.
 */
typedef struct _RelanceFigureTable RelanceFigureTable;

#define RELANCE_TYPE_FIGURE_TABLE (relance_figure_table_get_type ())
GType               relance_figure_table_get_type    (void);

RelanceFigureTable *relance_figure_table_new         (void);
RelanceFigureTable *relance_figure_table_ref         (RelanceFigureTable *self);
void                relance_figure_table_unref       (RelanceFigureTable *self);

void                relance_figure_table_add_column  (RelanceFigureTable *self,
                                                      const char         *title,
                                                      const char         *unit);
void                relance_figure_table_add_text    (RelanceFigureTable *self,
                                                      const char         *text);
void                relance_figure_table_add_month   (RelanceFigureTable *self,
                                                      RelanceDate         month);
void                relance_figure_table_add_date    (RelanceFigureTable *self,
                                                      RelanceDate         date);
void                relance_figure_table_add_count   (RelanceFigureTable *self,
                                                      gint64              count);
void                relance_figure_table_add_amount  (RelanceFigureTable *self,
                                                      gint64              minor,
                                                      const char         *currency);
void                relance_figure_table_add_share   (RelanceFigureTable *self,
                                                      gint64              part,
                                                      gint64              whole);
void                relance_figure_table_add_missing (RelanceFigureTable *self,
                                                      const char         *reason);

guint               relance_figure_table_count_columns (RelanceFigureTable *self);
guint               relance_figure_table_count_rows  (RelanceFigureTable *self);
const char         *relance_figure_table_get_title   (RelanceFigureTable *self,
                                                      guint               column);
const char         *relance_figure_table_get_text    (RelanceFigureTable *self,
                                                      guint               row,
                                                      guint               column);
gboolean            relance_figure_table_is_number   (RelanceFigureTable *self,
                                                      guint               column);

char               *relance_figure_table_to_text     (RelanceFigureTable *self);
char               *relance_figure_table_to_csv      (RelanceFigureTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceFigureTable, relance_figure_table_unref)

G_END_DECLS
