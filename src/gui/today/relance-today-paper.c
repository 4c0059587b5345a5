/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-today-paper.h"

#include "charts/relance-chart-card.h"
#include "today/relance-figure.h"
#include "today/relance-payers-card.h"
#include "today/relance-todo-group.h"

#include <glib/gi18n.h>

static void
add_figure (RelancePaper *paper, RelanceFigure *figure)
{
  RelanceFigureText text;

  relance_figure_get (figure, &text);
  relance_paper_add_figure (paper, text.value, text.name, text.caption);
}

static void
add_lines (RelancePaper *paper, const char *title, char **lines)
{
  relance_paper_add_heading (paper, title);
  for (guint i = 0; lines[i] != NULL; i++)
    relance_paper_add_line (paper, lines[i]);
}

static void
add_todo (RelancePaper *paper, RelanceTodoGroup *group)
{
  g_auto (GStrv) lines = relance_todo_group_dup_lines (group);

  add_lines (paper, adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), lines);
}

static void
add_payers (RelancePaper *paper, RelancePayersCard *card)
{
  g_auto (GStrv) lines = relance_payers_card_dup_lines (card);
  g_autofree char *title = NULL;

  g_object_get (card, "title", &title, NULL);
  add_lines (paper, title, lines);
}

static void
add_chart (RelancePaper *paper, RelanceChartCard *card)
{
  RelanceChartPicture picture = relance_chart_card_get_picture (card);
  RelanceFigureTable *table = relance_chart_card_get_table (card);

  if (table == NULL)
    return;
  relance_paper_add_heading (paper, picture.title);
  if (picture.draw != NULL)
    relance_paper_add_picture (paper, &picture);
  relance_paper_add_table (paper, table);
}

static void
add_shown (RelancePaper *paper, GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (RELANCE_IS_FIGURE (widget))
    add_figure (paper, RELANCE_FIGURE (widget));
  else if (RELANCE_IS_TODO_GROUP (widget))
    add_todo (paper, RELANCE_TODO_GROUP (widget));
  else if (RELANCE_IS_PAYERS_CARD (widget))
    add_payers (paper, RELANCE_PAYERS_CARD (widget));
  else if (RELANCE_IS_CHART_CARD (widget))
    add_chart (paper, RELANCE_CHART_CARD (widget));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      add_shown (paper, child);
}

/**
 * relance_today_paper_new:
 * @content: holds figures, what there is to do, charts, and who pays how
 * @subtitle: the day, and the currency where there are several
 *
 * Returns: (transfer full): what is shown of them now
 */
RelancePaper *
relance_today_paper_new (GtkWidget *content, const char *subtitle)
{
  RelancePaper *paper = relance_paper_new (_ ("Today"), subtitle);

  add_shown (paper, content);
  return paper;
}
