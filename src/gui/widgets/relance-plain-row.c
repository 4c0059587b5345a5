/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "widgets/relance-plain-row.h"

/**
 * relance_plain_row_new:
 * @title: (nullable): when it is known by now
 * @subtitle: (nullable): a second line
 *
 * Returns: (transfer floating): the row
 */
AdwActionRow *
relance_plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  if (title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return ADW_ACTION_ROW (row);
}
