/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-application.h"
#include "relance-wording.h"

int
main (int argc, char *argv[])
{
  g_autoptr (RelanceApplication) application = NULL;

  relance_wording_start ();
  application = relance_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
