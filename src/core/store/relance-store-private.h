/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-clock.h"
#include "relance-invoice-query.h"
#include "relance-kept-figures.h"
#include "relance-statement.h"
#include "relance-store.h"

G_BEGIN_DECLS

/* 'RLNC': what the header of every book says it is. */
#define RELANCE_STORE_APPLICATION_ID 0x524C4E43

#define RELANCE_STORE_RESOURCE_ROOT "/org/example/Relance/store/sql"

/* What the header of a file says, read without SQLite. */
typedef enum
{
  RELANCE_STORE_HEADER_ABSENT = 1,
  RELANCE_STORE_HEADER_EMPTY,
  RELANCE_STORE_HEADER_FOREIGN,
  RELANCE_STORE_HEADER_BOOK,
} RelanceStoreHeader;

struct _RelanceStore
{
  GObject       parent_instance;

  char         *path;
  sqlite3      *db;
  GHashTable   *statements; /* name → RelanceStatement, each prepared once */
  GCancellable *cancellable;
  gboolean      damaged; /* hence read-only */

  /* See relance-store-listing.h. */
  struct
  {
    gint64 change;   /* the last one it knows of, or -1 while there is none */
    gint64 words_to; /* the last row that is found by its words; G_MAXINT64 when all are */
    int    n_steps;  /* that were taken to make it fast */
    gint64 n_rows;   /* when all was listed: about as many as there are */
    RelanceDate day;  /* as of which debts are added up, or RELANCE_DATE_NONE while they are not */
    gboolean indexed; /* whether rows are found by whatever narrows a query, words apart */
  } listing;

  RelanceKeptFigures *figures; /* what relance_store_list_figures() answered last; nullable */
};

void                relance_store_set_error          (sqlite3      *db,
                                                      int           code,
                                                      GError      **error);
gboolean            relance_store_exec_resource      (sqlite3      *db,
                                                      GResource    *resource,
                                                      const char   *path,
                                                      GError      **error);
RelanceStoreHeader  relance_store_read_header        (const char   *path,
                                                      int          *version,
                                                      GError      **error);
gboolean            relance_store_create_file        (const char   *path,
                                                      GError      **error);
gboolean            relance_store_read_pragma        (sqlite3      *db,
                                                      const char   *name,
                                                      gint64       *value,
                                                      GError      **error);
int                 relance_store_last_migration     (GResource    *resource,
                                                      const char   *folder);
gboolean            relance_store_migrate            (sqlite3      *db,
                                                      const char   *path,
                                                      RelanceClock *clock,
                                                      GResource    *resource,
                                                      const char   *folder,
                                                      GError      **error);
void                relance_store_mark_damaged       (RelanceStore  *self);
void                relance_store_bind_invoice_query (RelanceStatement *statement,
                                                      const RelanceInvoiceQuery *query,
                                                      RelanceDate   today);
GHashTable         *relance_statement_new_cache      (void);

G_END_DECLS
