/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoice-words.h"
#include "relance-written-date.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    RelanceDateOrder order;
    const char *expected; /* NULL: no date */
  } cases[] = {
    { "31/01/2026", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "31-01-2026", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "31.01.26", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "1/2/2026", RELANCE_DATE_ORDER_DMY, "2026-02-01" },
    { "1/2/2026", RELANCE_DATE_ORDER_MDY, "2026-01-02" },
    { "1/2/2026", RELANCE_DATE_ORDER_GUESS, "2026-02-01" },
    { "01/31/2026 4:05 PM", RELANCE_DATE_ORDER_MDY, "2026-01-31" },
    { "31/01/2026 10:30", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "2026-01-31", RELANCE_DATE_ORDER_MDY, "2026-01-31" },
    { "2026-01-31T10:00:00.000Z", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "2026-01-31 10:00:00 UTC", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "20260131", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "20260131.0", RELANCE_DATE_ORDER_MDY, "2026-01-31" },
    { "20260131.5", RELANCE_DATE_ORDER_DMY, NULL },
    { "46053", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "46053,5", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "46053.0", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "46053-1", RELANCE_DATE_ORDER_DMY, NULL },
    { "12345", RELANCE_DATE_ORDER_DMY, NULL },
    { "31012026", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "01312026", RELANCE_DATE_ORDER_MDY, "2026-01-31" },
    { "31012026", RELANCE_DATE_ORDER_MDY, NULL },
    { "2026. 01. 31.", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "Jan 28 2021", RELANCE_DATE_ORDER_DMY, "2021-01-28" },
    { "January 28, 2021", RELANCE_DATE_ORDER_DMY, "2021-01-28" },
    { "28-Jan-21", RELANCE_DATE_ORDER_DMY, "2021-01-28" },
    { "28 janv. 2021", RELANCE_DATE_ORDER_DMY, "2021-01-28" },
    { "1er mars 2021", RELANCE_DATE_ORDER_DMY, "2021-03-01" },
    { "mar. 2 févr. 2021", RELANCE_DATE_ORDER_DMY, "2021-02-02" },
    { "mardi 2 mars 2021", RELANCE_DATE_ORDER_DMY, "2021-03-02" },
    { "3 août 2021", RELANCE_DATE_ORDER_DMY, "2021-08-03" },
    { "5 juin 2021", RELANCE_DATE_ORDER_DMY, "2021-06-05" },
    { "5 juil. 2021", RELANCE_DATE_ORDER_DMY, "2021-07-05" },
    { "1. März 2021", RELANCE_DATE_ORDER_DMY, "2021-03-01" },
    { "3. Okt. 2021", RELANCE_DATE_ORDER_DMY, "2021-10-03" },
    { "3 de enero de 2021", RELANCE_DATE_ORDER_DMY, "2021-01-03" },
    { "12 agosto 2021", RELANCE_DATE_ORDER_DMY, "2021-08-12" },
    { "1 maggio 2021", RELANCE_DATE_ORDER_DMY, "2021-05-01" },
    { "30 set 2021", RELANCE_DATE_ORDER_DMY, "2021-09-30" },
    { "4 mrt 2021", RELANCE_DATE_ORDER_DMY, "2021-03-04" },
    { "4 mei 2021", RELANCE_DATE_ORDER_DMY, "2021-05-04" },
    { "29/02/2024", RELANCE_DATE_ORDER_DMY, "2024-02-29" },
    { "29/02/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "31/02/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "13/13/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "01/31/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "31/01/202", RELANCE_DATE_ORDER_DMY, NULL },
    { "0/1/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "31/01/2026 soon", RELANCE_DATE_ORDER_DMY, NULL },
    { "31/O1/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "tomorrow", RELANCE_DATE_ORDER_DMY, NULL },
    { "12", RELANCE_DATE_ORDER_DMY, NULL },
    { "99999999999999", RELANCE_DATE_ORDER_DMY, NULL },
    { "", RELANCE_DATE_ORDER_DMY, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceDate date = relance_written_date_parse (cases[i].text, cases[i].order);
      g_autofree char *iso = date != RELANCE_DATE_NONE ? relance_date_to_iso (date) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
}

static void
test_date_votes (void)
{
  g_assert_cmpint (relance_written_date_vote ("31/01/2026"), ==, RELANCE_DATE_ORDER_DMY);
  g_assert_cmpint (relance_written_date_vote ("01/31/2026"), ==, RELANCE_DATE_ORDER_MDY);
  g_assert_cmpint (relance_written_date_vote ("03/04/2026"), ==, RELANCE_DATE_ORDER_GUESS);
  g_assert_cmpint (relance_written_date_vote ("2026-01-31"), ==, RELANCE_DATE_ORDER_GUESS);
  g_assert_cmpint (relance_written_date_vote ("28 janv. 2026"), ==, RELANCE_DATE_ORDER_GUESS);
}

static void
test_statuses (void)
{
  g_assert_cmpint (relance_status_read ("Payée"), ==, RELANCE_SAYS_PAID);
  g_assert_cmpint (relance_status_read ("PAID"), ==, RELANCE_SAYS_PAID);
  g_assert_cmpint (relance_status_read ("Partiellement payée"), ==, RELANCE_SAYS_NOTHING);
  g_assert_cmpint (relance_status_read ("not paid"), ==, RELANCE_SAYS_NOTHING);
  g_assert_cmpint (relance_status_read ("Brouillon"), ==, RELANCE_SAYS_DRAFT);
  g_assert_cmpint (relance_status_read ("Annulée"), ==, RELANCE_SAYS_VOID);
  g_assert_cmpint (relance_status_read ("Devis"), ==, RELANCE_SAYS_QUOTE);
  g_assert_cmpint (relance_status_read ("Avoir"), ==, RELANCE_SAYS_CREDIT_NOTE);
  g_assert_cmpint (relance_status_read ("Overdue"), ==, RELANCE_SAYS_NOTHING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/imports/written/dates", test_dates);
  g_test_add_func ("/imports/written/date-votes", test_date_votes);
  g_test_add_func ("/imports/written/statuses", test_statuses);

  return g_test_run ();
}
