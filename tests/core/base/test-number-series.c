/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-number-series.h"

#define MOST 4

static const struct
{
  const char *newest[MOST + 1];
  const char *next;
} series[] = {
  { { "F-2026-009" }, "F-2026-010" },
  { { "F-2026-099", "F-2026-098" }, "F-2026-100" },
  { { "999" }, "1000" },
  { { "F09" }, "F10" },
  { { "F99" }, "F100" },
  { { "2026/7", "2026/12", "2026/8" }, "2026/13" },
  /* The newest says which series goes on. */
  { { "A-2", "B-90", "A-3" }, "A-4" },
  { { "2026-001", "2025-314" }, "2026-002" },
  { { "F-3", "F-", "F", "F-2b" }, "F-4" },
  /* Zeros in front do not make a number greater. */
  { { "F-010", "F-0009" }, "F-011" },
  { { "99999999999999999999999999" }, "100000000000000000000000000" },
  { { "Avril" }, NULL },
  { { "F-12b" }, NULL },
  { { "" }, NULL },
  { { NULL }, NULL },
};

static void
test_continue (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autofree char *next = relance_number_series_continue (series[i].newest);

      g_assert_cmpstr (next, ==, series[i].next);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-series/continue", test_continue);
  return g_test_run ();
}
