/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-first-run.h"

struct _RelanceFirstRun
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (RelanceFirstRun, relance_first_run, ADW_TYPE_BIN)

static void
relance_first_run_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_FIRST_RUN);

  G_OBJECT_CLASS (relance_first_run_parent_class)->dispose (object);
}

static void
relance_first_run_class_init (RelanceFirstRunClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_first_run_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/example/Relance/relance-first-run.ui");
}

static void
relance_first_run_init (RelanceFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
