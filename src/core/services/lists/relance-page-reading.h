/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-listing.h"

G_BEGIN_DECLS

/* So many rows are read at once. */
#define RELANCE_PAGE_SIZE 200

/* What to read: the first page of a query, or with @counting all its ids and the pages of @numbers
 * among them, or without it the pages of @numbers of ids that are known. */
typedef struct
{
  const RelanceListReader *reader;
  gpointer query;
  GArray *ids;     /* NULL when they are to be found out */
  GArray *numbers; /* guint */
  gboolean counting;
} RelancePageReading;

typedef struct
{
  GArray *ids;    /* NULL when they were not asked for */
  GArray *totals; /* NULL likewise */
  GArray *numbers;
  GPtrArray *pages; /* GPtrArray of GObject, one a number */
  RelanceDate today;
} RelancePageAnswer;

RelancePageReading *relance_page_reading_new  (const RelanceListReader *reader,
                                               gconstpointer            query);
void                relance_page_reading_free (RelancePageReading      *reading);
void                relance_page_answer_free  (RelancePageAnswer       *answer);

/* Each a RelanceUseCase; the first two of a RelancePageReading, and they answer a RelancePageAnswer. */
gpointer            relance_page_read_first   (RelanceBook             *book,
                                               gpointer                 request,
                                               GCancellable            *cancellable,
                                               GError                 **error);
gpointer            relance_page_read         (RelanceBook             *book,
                                               gpointer                 request,
                                               GCancellable            *cancellable,
                                               GError                 **error);
gpointer            relance_page_prepare      (RelanceBook             *book,
                                               gpointer                 request,
                                               GCancellable            *cancellable,
                                               GError                 **error);
gpointer            relance_page_complete     (RelanceBook             *book,
                                               gpointer                 request,
                                               GCancellable            *cancellable,
                                               GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelancePageAnswer, relance_page_answer_free)

G_END_DECLS
