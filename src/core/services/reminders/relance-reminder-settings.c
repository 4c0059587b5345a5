/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminder-settings.h"

#include "relance-store-settings.h"

#include <glib/gi18n-lib.h>

#define DAYS_BETWEEN "reminders.days_between"
#define MONTH_CAP "reminders.month_cap"
#define THRESHOLD "reminders.threshold"

/* What was never set, or is no such number, is left as it is. */
static gboolean
load_number (RelanceBook *book,
             const char *key,
             gint64 least,
             gint64 most,
             gint64 *number,
             GError **error)
{
  g_autofree char *value = NULL;
  gint64 found;

  if (!relance_store_get_setting (relance_book_get_store (book), key, &value, error))
    return FALSE;
  if (value != NULL && g_ascii_string_to_signed (value, 10, least, most, &found, NULL))
    *number = found;

  return TRUE;
}

static gboolean
save_number (RelanceBook *book, const char *key, gint64 number, GError **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return relance_store_set_setting (relance_book_get_store (book), key, value, error);
}

/**
 * relance_reminder_settings_load:
 * @settings: (out): what the user decided, else the defaults
 * @error: one of the store
 */
gboolean
relance_reminder_settings_load (RelanceBook *book,
                                RelanceReminderSettings *settings,
                                GError **error)
{
  gint64 days = RELANCE_CONTACT_DAYS_BETWEEN, cap = RELANCE_CONTACT_MONTH_CAP, threshold = 0;

  if (!load_number (book, DAYS_BETWEEN, days, RELANCE_DAYS_BETWEEN_MAX, &days, error) ||
      !load_number (book, MONTH_CAP, 1, cap, &cap, error) ||
      !load_number (book, THRESHOLD, 0, RELANCE_THRESHOLD_MAX, &threshold, error))
    return FALSE;

  settings->limits = (RelanceContactLimits) { (int) days, (guint) cap };
  settings->threshold = threshold;

  return TRUE;
}

static gboolean
read_number (const char *value,
             int least,
             int most,
             const char *why,
             gint64 *number,
             GError **error)
{
  if (g_ascii_string_to_signed (value, 10, least, most, number, NULL))
    return TRUE;

  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, why, least, most);
  return FALSE;
}

/**
 * relance_reminder_settings_set:
 * @key: days_between, month_cap or threshold
 * @value: as it was typed
 * @error: %RELANCE_SERVICE_ERROR_INVALID when there is no such key, or when the value would let
 *   clients hear from us more often than by default: for nobody it may be made faster
 */
gboolean
relance_reminder_settings_set (RelanceReminderSettings *settings,
                               const char *key,
                               const char *value,
                               GError **error)
{
  gint64 number;

  if (g_str_equal (key, "days_between"))
    {
      if (!read_number (value, RELANCE_CONTACT_DAYS_BETWEEN, RELANCE_DAYS_BETWEEN_MAX,
                        /* Translators: two numbers of days. */
                        _ ("From one message to the next it is %d to %d days."), &number, error))
        return FALSE;
      settings->limits.days_between = (int) number;
    }
  else if (g_str_equal (key, "month_cap"))
    {
      if (!read_number (value, 1, RELANCE_CONTACT_MONTH_CAP,
                        /* Translators: two small numbers. */
                        _ ("It is %d to %d messages in thirty days."), &number, error))
        return FALSE;
      settings->limits.month_cap = (guint) number;
    }
  else if (g_str_equal (key, "threshold"))
    {
      if (!read_number (value, 0, RELANCE_THRESHOLD_MAX,
                        /* Translators: two amounts without a currency. */
                        _ ("It is a whole amount from %d to %d, without a currency."), &number,
                        error))
        return FALSE;
      settings->threshold = number;
    }
  else
    {
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                   /* Translators: %s is an English word that was typed. */
                   _ ("Reminders have no “%s”."), key);
      return FALSE;
    }

  return TRUE;
}

/**
 * relance_reminder_settings_save:
 * @error: one of the store
 */
gboolean
relance_reminder_settings_save (RelanceBook *book,
                                const RelanceReminderSettings *settings,
                                GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  return relance_store_begin (store, error) &&
         relance_store_end (
           store,
           save_number (book, DAYS_BETWEEN, settings->limits.days_between, error) &&
             save_number (book, MONTH_CAP, settings->limits.month_cap, error) &&
             save_number (book, THRESHOLD, settings->threshold, error),
           error);
}
