/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lists/relance-table.h"
#include "search/relance-found.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_LIST_PAGE (relance_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (RelanceListPage, relance_list_page, RELANCE, LIST_PAGE, AdwNavigationPage)

/**
 * RelanceListPageClass:
 * @found: the kind of its rows
 * @other: the kind that its search finds too
 * @columns_key: the setting that remembers which columns are shown
 * @get_query: what is asked now, of the reader's kind
 * @is_narrow: whether that leaves something out
 * @get_words: (nullable): those that it looks for
 * @set_words: (nullable words): looks for others
 * @set_sort: by the id of a column
 * @dup_totals: beneath the list: what its rows come to
 * @open_row: shows a record
 * @chosen: so many rows are selected now
 * @show_all: asks for everything again
 *
 * A page of a long list: search, filters, the table, its totals, and what is done with rows that are
 * selected. Its kinds say the rest, by these functions and by the properties of their templates.
 */
struct _RelanceListPageClass
{
  AdwNavigationPageClass parent_class;

  const RelanceFound *found;
  const RelanceFound *other;
  const char         *columns_key;

  gconstpointer (* get_query)  (RelanceListPage *self);
  gboolean      (* is_narrow)  (RelanceListPage *self);
  const char   *(* get_words)  (RelanceListPage *self);
  void          (* set_words)  (RelanceListPage *self,
                                const char      *words);
  void          (* set_sort)   (RelanceListPage *self,
                                const char      *column,
                                gboolean         descending);
  char         *(* dup_totals) (RelanceListPage *self,
                                GArray          *totals);
  void          (* open_row)   (RelanceListPage *self,
                                gpointer         record);
  void          (* chosen)     (RelanceListPage *self,
                                guint            count);
  void          (* show_all)   (RelanceListPage *self);
};

void          relance_list_page_set_desk     (RelanceListPage   *self,
                                              RelanceDesk       *desk);
RelanceDesk  *relance_list_page_get_desk     (RelanceListPage   *self);
AdwWrapBox   *relance_list_page_get_chips    (RelanceListPage   *self);
GArray       *relance_list_page_dup_selected (RelanceListPage   *self);
void          relance_list_page_note_currency (RelanceListPage  *self,
                                               const char       *currency);
GStrv         relance_list_page_dup_currencies (RelanceListPage *self);
void          relance_list_page_ask          (RelanceListPage   *self);
void          relance_list_page_show_query   (RelanceListPage   *self,
                                              const char        *column,
                                              gboolean           descending);
void          relance_list_page_show_list    (RelanceListPage   *self);
void          relance_list_page_push         (RelanceListPage   *self,
                                              AdwNavigationPage *page);
void          relance_list_page_search       (RelanceListPage   *self,
                                              const char        *words);

G_END_DECLS
