/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-about.h"

#include <glib/gi18n.h>

/* What a report of a fault needs, and nothing that tells of the business or its clients. */
static char *
describe_program (RelanceDesk *desk)
{
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  g_autofree char *engine = relance_book_dup_engine ();

  return g_strdup_printf (
    "Relance %s\n"
    "GTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u, %s\n"
    "System: %s\n"
    "Flatpak: %s\n"
    "Language: %s\n"
    "Sample book: %s\n",
    PACKAGE_VERSION, gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
    adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
    glib_major_version, glib_minor_version, glib_micro_version, engine, system ? system : "unknown",
    g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "yes" : "no", g_get_language_names ()[0],
    desk && relance_desk_is_sample (desk) ? "yes" : "no");
}

/**
 * relance_about_new:
 * @desk: (nullable): the book that is open
 */
AdwDialog *
relance_about_new (RelanceDesk *desk)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  g_autofree char *debug = describe_program (desk);

  adw_about_dialog_set_application_name (about, "Relance");
  adw_about_dialog_set_application_icon (about, APP_ID);
  adw_about_dialog_set_version (about, PACKAGE_VERSION);
  adw_about_dialog_set_developer_name (about, _ ("The Relance contributors"));
  adw_about_dialog_set_comments (
    about, _ ("See who pays late, and remind them in the right tone. Everything stays on this "
              "computer."));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_debug_info (about, debug);
  adw_about_dialog_set_debug_info_filename (about, "relance.txt");
  /* Translators: your names, one per line */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  return dialog;
}
