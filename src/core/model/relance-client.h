/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enum-types.h"
#include "relance-enums.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT (relance_client_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClient, relance_client, RELANCE, CLIENT, GObject)

/* What a client owes in one currency, in minor units. */
typedef struct
{
  char   currency[4];
  gint64 owed;
  gint64 overdue;
  gint64 credit; /* received and not allocated */
  int    n_open;
} RelanceClientTotal;

/**
 * RelanceClient:
 * @id: 0 while it is not in the book
 * @title: how a formal letter greets the person, with @first_name and @last_name
 * @email: where reminders go, or %NULL
 * @totals: (element-type RelanceClientTotal): by currency; empty when nothing is owed
 *
 * Who owes. A record: filled by whoever makes it, then only read.
 */
struct _RelanceClient
{
  GObject          parent_instance;

  gint64           id;
  char            *name;
  RelanceKind      kind;
  RelanceTone      tone;
  RelanceAddress   address;
  RelanceLanguage  language;
  RelanceTitle     title;
  char            *first_name;
  char            *last_name;
  char            *email;
  char            *phone;
  GArray          *totals;
};

RelanceClient *relance_client_new      (const char    *name);
RelanceClient *relance_client_copy     (RelanceClient *self);
char          *relance_client_dup_person_name (RelanceClient *self);

G_END_DECLS
