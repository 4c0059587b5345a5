/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-ageing.h"

static void
test_good (void)
{
  static const struct
  {
    RelanceBands bands;
    gboolean good;
  } cases[] = {
    { { { 30, 60, 90 } }, TRUE },  { { { 1, 2, 3 } }, TRUE },     { { { 1, 2, 3650 } }, TRUE },
    { { { 0, 60, 90 } }, FALSE },  { { { -5, 60, 90 } }, FALSE }, { { { 30, 60, 3651 } }, FALSE },
    { { { 30, 30, 90 } }, FALSE }, { { { 30, 90, 60 } }, FALSE }, { { { G_MAXINT, 1, 2 } }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (relance_bands_are_good (&cases[i].bands), ==, cases[i].good);
  g_assert_true (relance_bands_are_good (&relance_bands_default));
}

static void
test_find (void)
{
  static const struct
  {
    RelanceBands bands;
    int days_late;
    int band;
  } cases[] = {
    { { { 30, 60, 90 } }, -400, 0 }, { { { 30, 60, 90 } }, 0, 0 },
    { { { 30, 60, 90 } }, 1, 1 },    { { { 30, 60, 90 } }, 30, 1 },
    { { { 30, 60, 90 } }, 31, 2 },   { { { 30, 60, 90 } }, 60, 2 },
    { { { 30, 60, 90 } }, 61, 3 },   { { { 30, 60, 90 } }, 90, 3 },
    { { { 30, 60, 90 } }, 91, 4 },   { { { 30, 60, 90 } }, G_MAXINT, 4 },
    { { { 1, 2, 3650 } }, 1, 1 },    { { { 1, 2, 3650 } }, 2, 2 },
    { { { 1, 2, 3650 } }, 3, 3 },    { { { 1, 2, 3650 } }, 3650, 3 },
    { { { 1, 2, 3650 } }, 3651, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (relance_bands_find (&cases[i].bands, cases[i].days_late), ==, cases[i].band);
}

/* Each begins the day after the one before ends. */
static void
test_ends (void)
{
  const RelanceBands bands = { { 7, 30, 365 } };

  g_assert_cmpint (relance_bands_get_to (&bands, 0), ==, 0);
  for (int band = 1; band < RELANCE_N_BANDS; band++)
    g_assert_cmpint (relance_bands_get_from (&bands, band), ==,
                     relance_bands_get_to (&bands, band - 1) + 1);
  g_assert_cmpint (relance_bands_get_to (&bands, RELANCE_N_BANDS - 1), ==, G_MAXINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ageing/good", test_good);
  g_test_add_func ("/ageing/find", test_find);
  g_test_add_func ("/ageing/ends", test_ends);

  return g_test_run ();
}
