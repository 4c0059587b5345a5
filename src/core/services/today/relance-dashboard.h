/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-ageing.h"
#include "relance-book.h"
#include "relance-habit.h"
#include "relance-statistics.h"

G_BEGIN_DECLS

typedef struct
{
  int    count;
  gint64 amount;
} RelanceTally;

/* What is open of one instalment. */
typedef struct
{
  RelanceDate due;
  gint64      balance; /* minor units */
} RelanceOpenPart;

/* Under so many invoices a rate says nothing about how people pay. */
#define RELANCE_FEWEST_FOR_A_RATE 5

/* Instalments due in one month, by how they were settled. */
typedef struct
{
  RelanceDate  month; /* its first day */
  RelanceTally on_time;
  RelanceTally late;
  RelanceTally open_late;  /* what is still owed of them */
  gint64       due_amount; /* of them all, whatever was paid since */
} RelanceMonth;

typedef struct
{
  char          currency[4];
  RelanceTally  owed;
  RelanceTally  overdue;
  int           clients_overdue;
  RelanceTally  bands[RELANCE_N_BANDS]; /* of relance_bands_default */
  GArray       *open;          /* RelanceOpenPart, in no order */
  int           settled;       /* on time, over the months */
  int           late;
  int           open_overdue;
  double        rate;          /* 0..1, or -1 when nothing was due */
  gint64        settled_amount; /* of the invoices that were settled on time, over the months */
  gint64        due_amount;    /* of all that fell due, whatever was paid of it since */
  GArray       *months;        /* RelanceMonth, oldest first */
  RelanceStatistics statistics; /* of relance_dashboard_load_whole() */
} RelanceCurrencyFigures;

typedef struct
{
  RelanceDate  today;
  RelanceDate  as_of;          /* the day of the figures */
  GPtrArray   *currencies;     /* RelanceCurrencyFigures, most owed first */
  GHashTable  *client_names;   /* by id; NULL without statistics */
} RelanceDashboard;

RelanceDashboard *relance_dashboard_load (RelanceBook       *book,
                                          int                months,
                                          GError           **error);
RelanceDashboard *relance_dashboard_load_whole (RelanceBook *book,
                                          RelanceDate        as_of,
                                          int                months,
                                          GError           **error);
RelanceDashboard *relance_dashboard_load_day (RelanceBook   *book,
                                          RelanceDate        day,
                                          int                months,
                                          GError           **error);
const RelanceCurrencyFigures *
                  relance_dashboard_find  (RelanceDashboard  *self,
                                          const char        *currency);
void              relance_dashboard_count_bands (GArray       *open,
                                          RelanceDate        as_of,
                                          const RelanceBands *bands,
                                          RelanceTally       tallies[RELANCE_N_BANDS]);
const char       *relance_dashboard_get_client_name (RelanceDashboard *self,
                                          gint64             client_id);
void              relance_dashboard_free (RelanceDashboard  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceDashboard, relance_dashboard_free)

G_END_DECLS
