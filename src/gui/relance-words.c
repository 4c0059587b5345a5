/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-words.h"

#include "relance-clock.h"
#include "relance-invoice.h"
#include "relance-money.h"

#include <glib/gi18n.h>

typedef struct
{
  char currency[4];
  gint64 amount;
} Sum;

static void
add_amount (GArray *sums, const char *currency, gint64 amount)
{
  Sum sum = { .amount = amount };

  if (amount == 0)
    return;

  for (guint i = 0; i < sums->len; i++)
    {
      Sum *known = &g_array_index (sums, Sum, i);

      if (g_str_equal (known->currency, currency))
        {
          known->amount += amount;
          return;
        }
    }

  g_strlcpy (sum.currency, currency, sizeof sum.currency);
  g_array_append_val (sums, sum);
}

/* Currencies stand side by side: they are never added up. */
static char *
join_sums (GArray *sums)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);

      g_strv_builder_take (parts, relance_words_amount_short (sum->amount, sum->currency));
    }

  strings = g_strv_builder_end (parts);
  return g_strjoinv (" + ", strings);
}

char *
relance_words_days_late (int days)
{
  /* Translators: %d is how many days have passed since the due date. */
  return g_strdup_printf (ngettext ("%d day late", "%d days late", days), days);
}

char *
relance_words_amount (gint64 minor, const char *currency)
{
  return relance_money_format (minor, currency, NULL);
}

/* Without decimals where there are none to show: for chips and figures, not for columns. */
char *
relance_words_amount_short (gint64 minor, const char *currency)
{
  gint64 unit = 1;

  for (int i = 0; i < relance_money_get_digits (currency); i++)
    unit *= 10;

  return minor % unit == 0 ? relance_money_format_short (minor, currency, NULL)
                           : relance_money_format (minor, currency, NULL);
}

char *
relance_words_balances (GPtrArray *invoices)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (Sum));

  for (guint i = 0; i < invoices->len; i++)
    {
      RelanceInvoice *invoice = invoices->pdata[i];

      add_amount (sums, invoice->currency, invoice->balance);
    }

  return join_sums (sums);
}

char *
relance_words_owed (RelanceClient *client)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (Sum));

  for (guint i = 0; i < client->totals->len; i++)
    {
      const RelanceClientTotal *total = &g_array_index (client->totals, RelanceClientTotal, i);

      add_amount (sums, total->currency, total->owed);
    }

  return join_sums (sums);
}

char *
relance_words_overdue (RelanceClient *client)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (Sum));

  for (guint i = 0; i < client->totals->len; i++)
    {
      const RelanceClientTotal *total = &g_array_index (client->totals, RelanceClientTotal, i);

      add_amount (sums, total->currency, total->overdue);
    }

  return join_sums (sums);
}

char *
relance_words_credit (RelanceClient *client)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (Sum));

  for (guint i = 0; i < client->totals->len; i++)
    {
      const RelanceClientTotal *total = &g_array_index (client->totals, RelanceClientTotal, i);

      add_amount (sums, total->currency, total->credit);
    }

  return join_sums (sums);
}

char *
relance_words_date (RelanceDate date)
{
  return relance_date_format (date, NULL);
}

char *
relance_words_day (gint64 utc)
{
  return relance_words_date (relance_clock_to_date (utc, NULL));
}

char *
relance_words_moment (gint64 utc, RelanceDate today)
{
  int minutes = 0;
  RelanceDate date = relance_clock_to_date (utc, &minutes);
  g_autofree char *time = g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
  g_autofree char *day = NULL;

  if (date == today)
    {
      /* Translators: %s is a time of day, such as 9:00. */
      return g_strdup_printf (_ ("today at %s"), time);
    }
  if (date == today + 1)
    {
      /* Translators: %s is a time of day, such as 9:00. */
      return g_strdup_printf (_ ("tomorrow at %s"), time);
    }
  if (date == today - 1)
    {
      /* Translators: %s is a time of day, such as 9:00. */
      return g_strdup_printf (_ ("yesterday at %s"), time);
    }

  day = relance_words_date (date);
  /* Translators: the first %s is a date, the second a time of day, such as 9:00. */
  return g_strdup_printf (_ ("%1$s at %2$s"), day, time);
}

/* The same at the start of a line. */
char *
relance_words_moment_alone (gint64 utc, RelanceDate today)
{
  g_autofree char *moment = relance_words_moment (utc, today);
  const char *rest = g_utf8_next_char (moment);
  g_autofree char *first = g_utf8_strup (moment, rest - moment);

  return g_strconcat (first, rest, NULL);
}
