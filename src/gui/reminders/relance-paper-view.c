/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-paper-view.h"

#include <math.h>

/* In which it can still be read. */
#define MIN_WIDTH 280
#define NATURAL_WIDTH 560

struct _RelancePaperView
{
  GtkWidget parent_instance;

  RelanceLetterPaper *paper;
};

G_DEFINE_FINAL_TYPE (RelancePaperView, relance_paper_view, GTK_TYPE_WIDGET)

static int
get_height (int width)
{
  return (int) ceil (width * RELANCE_LETTER_PAPER_HEIGHT / RELANCE_LETTER_PAPER_WIDTH);
}

static GtkSizeRequestMode
relance_paper_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
relance_paper_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  *minimum = *natural = get_height (for_size > 0 ? for_size : NATURAL_WIDTH);
}

/* Paper is white and what is printed on it black, whatever the colours of the desktop. */
static void
relance_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RelancePaperView *self = RELANCE_PAPER_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  double scale = width / RELANCE_LETTER_PAPER_WIDTH;
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) get_height (width)));

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, scale, scale);
  if (self->paper != NULL)
    relance_letter_paper_draw_page (self->paper, cr, 0);
  cairo_destroy (cr);
}

static void
relance_paper_view_finalize (GObject *object)
{
  g_clear_pointer (&RELANCE_PAPER_VIEW (object)->paper, relance_letter_paper_free);

  G_OBJECT_CLASS (relance_paper_view_parent_class)->finalize (object);
}

static void
relance_paper_view_class_init (RelancePaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = relance_paper_view_finalize;
  widget_class->get_request_mode = relance_paper_view_get_request_mode;
  widget_class->measure = relance_paper_view_measure;
  widget_class->snapshot = relance_paper_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
relance_paper_view_init (RelancePaperView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* @paper: (transfer full) */
void
relance_paper_view_show (RelancePaperView *self, RelanceLetterPaper *paper)
{
  g_clear_pointer (&self->paper, relance_letter_paper_free);
  self->paper = paper;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
