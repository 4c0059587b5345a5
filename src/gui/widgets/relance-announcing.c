/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-announcing.h"

/**
 * relance_announce:
 * @widget: what it is about
 *
 * Tells whoever uses a screen reader what others see. The stand-in for a screen reader that
 * GTK gives to tests cannot be told anything, and falls over.
 */
void
relance_announce (GtkWidget *widget, const char *text, GtkAccessibleAnnouncementPriority priority)
{
  if (!g_test_initialized ())
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, priority);
}
