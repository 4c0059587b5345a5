/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-banners.h"

#include <adwaita.h>

struct _RelanceBanners
{
  GtkBox parent_instance;

  /* Template */
  AdwBanner *damaged;
  AdwBanner *sample;
  AdwBanner *account;
};

G_DEFINE_FINAL_TYPE (RelanceBanners, relance_banners, GTK_TYPE_BOX)

static void
relance_banners_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_BANNERS);

  G_OBJECT_CLASS (relance_banners_parent_class)->dispose (object);
}

static void
relance_banners_class_init (RelanceBannersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_banners_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-banners.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceBanners, damaged);
  gtk_widget_class_bind_template_child (widget_class, RelanceBanners, sample);
  gtk_widget_class_bind_template_child (widget_class, RelanceBanners, account);
}

static void
relance_banners_init (RelanceBanners *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_banners_show:
 * @sample: whether the book is the sample
 * @damaged: whether the book is only read, for it is damaged
 * @attention: (nullable): what is wrong with a mail account, for people
 */
void
relance_banners_show (RelanceBanners *self,
                      gboolean sample,
                      gboolean damaged,
                      const char *attention)
{
  adw_banner_set_revealed (self->damaged, damaged);
  adw_banner_set_revealed (self->sample, sample);
  adw_banner_set_title (self->account, attention ? attention : "");
  adw_banner_set_revealed (self->account, attention != NULL);
}
