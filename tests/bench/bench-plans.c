/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What build-aux/bench measures of the plans: prints as JSON what it takes, in milliseconds of
 * processor time, to say what comes next for clients who owe 100,000 invoices in all, each of whom
 * got reminders, and for one client who owes as many alone. */

#include "config.h"

#include "relance-planner.h"

#include <time.h>

#define INVOICES 100000
#define TODAY 20000

typedef struct
{
  GPtrArray *debts;
  GPtrArray *past;
  GArray *contacts;
} Client;

/* Every second one heard of its first invoices twice. */
static Client
make_client (guint n_debts, guint number)
{
  Client client = { relance_debts_new (),
                    g_ptr_array_new_with_free_func ((GDestroyNotify) relance_past_reminder_free),
                    g_array_new (FALSE, FALSE, sizeof (RelanceDate)) };

  for (guint i = 0; i < n_debts; i++)
    {
      RelanceDebt *debt =
        relance_debt_new ("F-042", "EUR", 120000, TODAY - 1 - (RelanceDate) i % 300);

      debt->instalment_id = i + 1;
      g_ptr_array_add (client.debts, debt);
    }
  for (int time = 0; number % 2 == 1 && time < 2; time++)
    {
      RelanceDate date = TODAY - 40 + 10 * time;
      RelancePastReminder *reminder =
        relance_past_reminder_new (date, time == 0 ? RELANCE_STAGE_FIRST : RELANCE_STAGE_SECOND);

      for (gint64 id = 1; id < n_debts; id++)
        g_array_append_val (reminder->instalments, id);
      g_ptr_array_add (client.past, reminder);
      g_array_append_val (client.contacts, date);
    }

  return client;
}

static void
free_client (Client *client)
{
  g_ptr_array_unref (client->debts);
  g_ptr_array_unref (client->past);
  g_array_unref (client->contacts);
}

static double
measure (guint n_clients)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (Client));
  clock_t since;
  double spent;

  g_array_set_clear_func (clients, (GDestroyNotify) free_client);
  for (guint i = 0; i < n_clients; i++)
    {
      Client client = make_client (INVOICES / n_clients, i + 1);

      g_array_append_val (clients, client);
    }

  since = clock ();
  for (guint i = 0; i < n_clients; i++)
    {
      const Client *client = &g_array_index (clients, Client, i);

      relance_planner_judge (
        &(RelancePlannerFacts) {
          .plan = relance_rhythm_get_plan (RELANCE_RHYTHM_REGULAR),
          .debts = client->debts,
          .past = client->past,
          .contacts = client->contacts,
          .last_payment = RELANCE_DATE_NONE,
          .limits = relance_contact_limits_get_default (),
          .threshold = 15,
        },
        TODAY);
    }
  spent = (double) (clock () - since) * 1000 / CLOCKS_PER_SEC;

  return spent;
}

int
main (void)
{
  double many = measure (20000);
  double one = measure (1);

  g_print ("{\"20,000 clients\": %.1f, \"one client\": %.1f}\n", many, one);
  return 0;
}
