/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lists/relance-cell-text.h"

static RelanceCellText *
make_cell (const char *text)
{
  RelanceCellText *cell =
    RELANCE_CELL_TEXT (g_object_ref_sink (relance_cell_text_new (12, FALSE, FALSE)));

  relance_cell_text_set_text (cell, text);
  return cell;
}

static void
test_size (void)
{
  g_autoptr (RelanceCellText) cell = make_cell (NULL);
  GtkRequisition empty, full;

  gtk_widget_get_preferred_size (GTK_WIDGET (cell), NULL, &empty);
  relance_cell_text_set_text (cell, "Une raison sociale bien plus longue que la colonne");
  gtk_widget_get_preferred_size (GTK_WIDGET (cell), NULL, &full);
  g_assert_cmpint (empty.width, >, 0);
  g_assert_cmpint (empty.height, >, 0);
  g_assert_cmpint (full.width, ==, empty.width);
  g_assert_cmpint (full.height, ==, empty.height);
}

static void
assert_at (RelanceCellText *cell,
           guint offset,
           GtkAccessibleTextGranularity granularity,
           const char *part)
{
  guint start, end;
  g_autoptr (GBytes) bytes = GTK_ACCESSIBLE_TEXT_GET_IFACE (cell)->get_contents_at (
    GTK_ACCESSIBLE_TEXT (cell), offset, granularity, &start, &end);

  g_assert_cmpstr (g_bytes_get_data (bytes, NULL), ==, part);
  g_assert_cmpuint (end - start, ==, g_utf8_strlen (part, -1));
}

/* What a reader of the screen asks for. */
static void
test_accessible (void)
{
  g_autoptr (RelanceCellText) cell = make_cell ("Échéance dépassée");
  g_autoptr (GBytes)
    part = GTK_ACCESSIBLE_TEXT_GET_IFACE (cell)->get_contents (GTK_ACCESSIBLE_TEXT (cell), 1, 4);

  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Échéance dépassée");
  g_assert_cmpstr (g_bytes_get_data (part, NULL), ==, "ché");
  assert_at (cell, 2, GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER, "h");
  assert_at (cell, 2, GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD, "Échéance ");
  assert_at (cell, 16, GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD, "dépassée");
  assert_at (cell, 5, GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE, "Échéance dépassée");
  assert_at (cell, 99, GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER, "");

  relance_cell_text_set_text (cell, NULL);
  assert_at (cell, 0, GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  g_test_add_func ("/cell-text/size", test_size);
  g_test_add_func ("/cell-text/accessible", test_accessible);
  return g_test_run ();
}
