/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-application.h"

struct _RelanceApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings; /* NULL when the schema is not installed */
};

G_DEFINE_FINAL_TYPE (RelanceApplication, relance_application, ADW_TYPE_APPLICATION)

static void
relance_application_finalize (GObject *object)
{
  RelanceApplication *self = RELANCE_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (relance_application_parent_class)->finalize (object);
}

static void
relance_application_class_init (RelanceApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_application_finalize;
}

static void
relance_application_init (RelanceApplication *self)
{
}

RelanceApplication *
relance_application_new (void)
{
  return g_object_new (RELANCE_TYPE_APPLICATION, "application-id", APP_ID, NULL);
}

GSettings *
relance_application_get_settings (RelanceApplication *self)
{
  g_return_val_if_fail (RELANCE_IS_APPLICATION (self), NULL);

  return self->settings;
}
