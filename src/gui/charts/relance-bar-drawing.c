/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-bar-drawing.h"

#include "relance-wording.h"

#include <math.h>

#define GAP 6
#define STRIP_HEIGHT 36
#define DOT_RADIUS 2.5
#define THIN 0.25
#define THICK 1.25
#define BAR_SHARE 0.6
#define WIDEST 36
#define THINNEST_PART 2
#define LABEL_LINES 2
#define SIZE RELANCE_DRAWING_SIZE
#define LINE RELANCE_DRAWING_LINE

typedef struct
{
  const RelanceDrawing *drawing;
  const GArray *bars;

  /* Where the bars are */
  double left;
  double top;
  double width;
  double height;

  double strip; /* the top of the rates */
} Plot;

static const RelanceInk inks[RELANCE_BAR_N_PARTS] = { RELANCE_INK_BLUE, RELANCE_INK_HATCHED,
                                                      RELANCE_INK_OUTLINED };

static const RelanceBarData *
get_bar (const Plot *plot, guint index)
{
  return &g_array_index (plot->bars, RelanceBarData, index);
}

static double
get_center (const Plot *plot, guint index)
{
  return plot->left + plot->width * (index + 0.5) / plot->bars->len;
}

static double
get_rate_y (const Plot *plot, guint index)
{
  return plot->strip + STRIP_HEIGHT * (1 - get_bar (plot, index)->rate);
}

static void
draw_tick (const Plot *plot, double y, const char *text)
{
  relance_drawing_add_text (plot->drawing, text, plot->left - GAP, y - LINE / 2.0, 1, SIZE);
  relance_drawing_add_line (plot->drawing, plot->left, y, plot->left + plot->width, y, THIN);
}

static void
draw_axis (const Plot *plot, const RelanceAxis *axis, GPtrArray *ticks)
{
  for (int i = 0; i <= axis->n_steps; i++)
    draw_tick (plot, plot->top + plot->height * (1 - (double) i / axis->n_steps), ticks->pdata[i]);
}

/* A part that is there is seen, however small beside the others. */
static void
draw_bar (const Plot *plot, guint index, double top)
{
  const RelanceBarData *bar = get_bar (plot, index);
  double width = fmin (plot->width / plot->bars->len * BAR_SHARE, WIDEST);
  double y = plot->top + plot->height;

  for (int i = 0; i < RELANCE_BAR_N_PARTS; i++)
    {
      double height = bar->parts[i] > 0 ? fmax (THINNEST_PART, plot->height * bar->parts[i] / top)
                                        : 0;

      y -= height;
      relance_drawing_add_area (plot->drawing, inks[i], get_center (plot, index) - width / 2, y,
                                width, height);
    }
}

static double
measure_widest (const Plot *plot)
{
  double widest = 1;

  for (guint i = 0; i < plot->bars->len; i++)
    widest = fmax (widest, relance_drawing_measure (plot->drawing, get_bar (plot, i)->label, SIZE));
  return widest;
}

/* Labels that would touch are thinned out. */
static void
draw_labels (const Plot *plot)
{
  int every = (int) ceil ((measure_widest (plot) + GAP) * plot->bars->len / plot->width);
  int anchor = relance_bars_find_anchor (plot->bars);

  for (guint i = 0; i < plot->bars->len; i++)
    if (((int) i - anchor) % MAX (every, 1) == 0)
      relance_drawing_add_text (plot->drawing, get_bar (plot, i)->label, get_center (plot, i),
                                plot->top + plot->height + GAP, 0.5, SIZE);
}

static void
draw_rates (const Plot *plot)
{
  g_autofree char *all = relance_wording_share (1, 1);
  g_autofree char *none = relance_wording_share (0, 1);

  draw_tick (plot, plot->strip, all);
  draw_tick (plot, plot->strip + STRIP_HEIGHT, none);
  for (guint i = 0; i < plot->bars->len; i++)
    if (relance_bars_join (plot->bars, i))
      relance_drawing_add_line (plot->drawing, get_center (plot, i - 1), get_rate_y (plot, i - 1),
                                get_center (plot, i), get_rate_y (plot, i), THICK);
  for (guint i = 0; i < plot->bars->len; i++)
    if (get_bar (plot, i)->has_rate)
      relance_drawing_add_dot (plot->drawing, get_center (plot, i), get_rate_y (plot, i),
                               DOT_RADIUS, !get_bar (plot, i)->rate_is_weak);
}

static double
draw_dot_key (const RelanceDrawing *drawing, gboolean filled, const char *text, double x, double y)
{
  relance_drawing_add_dot (drawing, x + DOT_RADIUS, y + LINE / 2.0, DOT_RADIUS, filled);
  x += 2 * DOT_RADIUS + GAP;
  relance_drawing_add_text (drawing, text, x, y, 0, SIZE);
  return x + relance_drawing_measure (drawing, text, SIZE) + 2 * GAP;
}

static void
draw_keys (const Plot *plot,
           const char *const *keys,
           const char *rate_key,
           const char *weak_key,
           double y)
{
  double x;

  relance_drawing_add_keys (plot->drawing, inks, keys, RELANCE_BAR_N_PARTS, y);
  if (!relance_bars_have_rates (plot->bars))
    return;
  x = draw_dot_key (plot->drawing, TRUE, rate_key, 0, y + LINE);
  draw_dot_key (plot->drawing, FALSE, weak_key, x, y + LINE);
}

static GPtrArray *
write_ticks (const RelanceAxis *axis, RelanceAxisFormat format, gpointer data)
{
  GPtrArray *ticks = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i <= axis->n_steps; i++)
    g_ptr_array_add (ticks, format (axis->step * i, data));
  return ticks;
}

/* From the top: rates, bars, labels, keys. */
static Plot
make_plot (const RelanceDrawing *drawing, const GArray *bars, GPtrArray *ticks)
{
  gboolean has_rates = relance_bars_have_rates (bars);
  g_autofree char *all = relance_wording_share (1, 1);
  double gutter = has_rates ? relance_drawing_measure (drawing, all, SIZE) : 0;
  Plot plot = { .drawing = drawing, .bars = bars, .strip = LINE / 2.0 };

  for (guint i = 0; i < ticks->len; i++)
    gutter = fmax (gutter, relance_drawing_measure (drawing, ticks->pdata[i], SIZE));
  plot.left = gutter + GAP;
  plot.width = drawing->width - plot.left;
  plot.top = plot.strip + (has_rates ? STRIP_HEIGHT + LINE + GAP : 0);
  plot.height = drawing->height - plot.top - (LABEL_LINES + 2) * LINE - 2 * GAP;
  return plot;
}

/**
 * relance_bar_drawing_draw:
 * @bars: (element-type RelanceBarData): oldest first
 * @unit: the smallest step of the axis, above zero
 * @keys: what the parts of a bar stand for
 * @rate_key: what the rate is
 * @weak_key: what is said of those that are weak
 */
void
relance_bar_drawing_draw (const RelanceDrawing *drawing,
                          const GArray *bars,
                          double unit,
                          RelanceAxisFormat format,
                          gpointer data,
                          const char *const *keys,
                          const char *rate_key,
                          const char *weak_key)
{
  RelanceAxis axis = relance_bars_fit_axis (bars, unit);
  g_autoptr (GPtrArray) ticks = write_ticks (&axis, format, data);
  Plot plot = make_plot (drawing, bars, ticks);

  draw_axis (&plot, &axis, ticks);
  for (guint i = 0; i < bars->len; i++)
    draw_bar (&plot, i, relance_axis_get_top (&axis));
  if (bars->len > 0)
    draw_labels (&plot);
  if (relance_bars_have_rates (bars))
    draw_rates (&plot);
  draw_keys (&plot, keys, rate_key, weak_key, drawing->height - 2 * LINE);
}
