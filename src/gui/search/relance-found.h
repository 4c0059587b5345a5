/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-listing.h"
#include "window/relance-window.h"

G_BEGIN_DECLS

/**
 * RelanceFound:
 * @reader: of the rows
 * @make_query: asks it for what holds some words, what one most likely looks for first
 * @title: of a record; it borrows
 * @dup_details: of a record, what tells it from another one
 * @dup_amount: of a record, on a day: what is due of it, or ""
 * @dup_count: what so many of them are, the first of which is a record
 * @open: shows a record
 * @list: shows all that hold some words
 *
 * A kind of thing that words find.
 */
typedef struct
{
  const RelanceListReader *reader;
  gpointer     (* make_query)  (const char    *words);
  const char  *(* title)       (gpointer       record);
  char        *(* dup_details) (gpointer       record,
                                RelanceDate    today);
  char        *(* dup_amount)  (gpointer       record);
  char        *(* dup_count)   (guint          count,
                                gpointer       first);
  void         (* open)        (RelanceWindow *window,
                                gpointer       record);
  void         (* list)        (RelanceWindow *window,
                                const char    *words);
} RelanceFound;

extern const RelanceFound relance_found_clients;
extern const RelanceFound relance_found_invoices;

G_END_DECLS
