/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-self-check.h"

#define TODAY 20000

/* All is well, but for what a row says. */
static const struct
{
  const char *what;
  const char *kinds;
  int days; /* since the last entry; -1 for never */
  gboolean no_address;
  RelanceMessageState last;
  gboolean moved;
  guint credits;
  guint unseen;
} cases[] = {
  { "all is well", "", 0 },
  { "a week ago is fresh", "", 7 },
  { "eight days ago is not", "payments", 8 },
  { "nothing was ever entered", "payments", -1 },
  { "money that counts towards nothing", "credit", .credits = 2 },
  { "the last one left", "", .last = RELANCE_MESSAGE_ACCEPTED },
  { "the last one was refused", "last-message", .last = RELANCE_MESSAGE_REFUSED },
  { "the address was corrected since", "", .last = RELANCE_MESSAGE_REFUSED, .moved = TRUE },
  { "nobody knows of the last one", "last-message", .last = RELANCE_MESSAGE_UNKNOWN },
  { "nobody knows, wherever it went", "last-message", .last = RELANCE_MESSAGE_UNKNOWN,
    .moved = TRUE },
  { "nowhere to write to", "address", .no_address = TRUE },
  { "never sent", "document", .unseen = 1 },
  { "all at once", "credit payments address last-message document", 30, TRUE,
    RELANCE_MESSAGE_REFUSED, FALSE, 1, 3 },
};

static char *
join (GArray *kinds)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < kinds->len; i++)
    g_string_append_printf (
      words, "%s%s", i > 0 ? " " : "",
      relance_self_check_kind_word (g_array_index (kinds, RelanceSelfCheckKind, i)));

  return g_string_free_and_steal (words);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceSelfCheckFacts facts = {
        .today = TODAY,
        .last_entry = cases[i].days < 0 ? RELANCE_DATE_NONE : TODAY - cases[i].days,
        .has_address = !cases[i].no_address,
        .last_message = cases[i].last,
        .is_address_new = cases[i].moved,
        .n_credits = cases[i].credits,
        .n_unseen = cases[i].unseen,
      };
      g_autoptr (GArray) kinds = relance_self_check (&facts);
      g_autofree char *words = join (kinds);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (words, ==, cases[i].kinds);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/self-check/cases", test_cases);
  return g_test_run ();
}
