/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RELANCE_CLIENT_SORT_NAME = 1,
  RELANCE_CLIENT_SORT_CITY,
  RELANCE_CLIENT_SORT_OWED,
  RELANCE_CLIENT_SORT_OVERDUE,
  RELANCE_CLIENT_SORT_LAST_PAYMENT,
} RelanceClientSort;

typedef enum
{
  RELANCE_CLIENTS_ALL = 1,
  RELANCE_CLIENTS_OWING,
  RELANCE_CLIENTS_OVERDUE,
  RELANCE_CLIENTS_ARCHIVED, /* with the others */
} RelanceClientFilter;

/**
 * RelanceClientQuery:
 * @search: (nullable): words, each looked for in name, people, addresses, city and numbers
 * @currency: only clients that owe in it, "" for all; amounts are then those of that currency
 *
 * Which clients, in what order. Archived ones are found by words, or when they are asked for.
 */
typedef struct
{
  RelanceClientFilter  filter;
  char                *search;
  char                 currency[4];
  RelanceClientSort    sort;
  gboolean             descending;
} RelanceClientQuery;

RelanceClientQuery *relance_client_query_new  (void);
RelanceClientQuery *relance_client_query_copy (const RelanceClientQuery *self);
void                relance_client_query_free (RelanceClientQuery       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceClientQuery, relance_client_query_free)

G_END_DECLS
