/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"

G_BEGIN_DECLS

typedef enum
{
  RELANCE_CLIENT_SORT_NAME = 1,
  RELANCE_CLIENT_SORT_KIND,
  RELANCE_CLIENT_SORT_CITY,
  RELANCE_CLIENT_SORT_EMAIL,
  RELANCE_CLIENT_SORT_OWED,
  RELANCE_CLIENT_SORT_OVERDUE,
  RELANCE_CLIENT_SORT_LAST_PAYMENT,
  RELANCE_CLIENT_SORT_REMINDERS, /* those that get some, then by how long they are left out */
} RelanceClientSort;

typedef enum
{
  RELANCE_CLIENTS_ALL = 1,
  RELANCE_CLIENTS_OWING,
  RELANCE_CLIENTS_OVERDUE,
  RELANCE_CLIENTS_SETTLED, /* that owe nothing */
} RelanceClientFilter;

/* What keeps reminders from a client. */
typedef enum
{
  RELANCE_CLIENTS_ANY_REACH = 0,
  RELANCE_CLIENTS_LEFT_OUT,   /* today */
  RELANCE_CLIENTS_NO_ADDRESS, /* of mail to send them to */
} RelanceClientReach;

/**
 * RelanceClientQuery:
 * @search: (nullable): words, each looked for in name, people, addresses, city and numbers
 * @kind: only clients of this kind, or 0 for all
 * @archived: only archived clients; else they are found by words alone
 * @currency: only clients that owe in it, "" for all; amounts are then those of that currency
 *
 * Which clients, in what order.
 */
typedef struct
{
  RelanceClientFilter  filter;
  RelanceKind          kind;
  RelanceClientReach   reach;
  gboolean             archived;
  char                *search;
  char                 currency[4];
  RelanceClientSort    sort;
  gboolean             descending;
} RelanceClientQuery;

RelanceClientQuery *relance_client_query_new  (void);
RelanceClientQuery *relance_client_query_copy (const RelanceClientQuery *self);
void                relance_client_query_free (RelanceClientQuery       *self);
gboolean            relance_client_query_is_narrow (const RelanceClientQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceClientQuery, relance_client_query_free)

G_END_DECLS
