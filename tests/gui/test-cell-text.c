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

typedef struct
{
  const char *name;
  GtkTextDirection direction;
  gboolean at_end;
  const char *text;
  gboolean right; /* where the text is */
} Side;

static const Side sides[] = {
  { "a name", GTK_TEXT_DIR_LTR, FALSE, "Atelier", FALSE },
  { "an amount", GTK_TEXT_DIR_LTR, TRUE, "1,50", TRUE },
  { "a name, mirrored", GTK_TEXT_DIR_RTL, FALSE, "Atelier", TRUE },
  { "an amount, mirrored", GTK_TEXT_DIR_RTL, TRUE, "1,50", FALSE },
  { "a Hebrew name", GTK_TEXT_DIR_LTR, FALSE, "שלום", FALSE },
  { "a Hebrew name, mirrored", GTK_TEXT_DIR_RTL, FALSE, "שלום", TRUE },
};

/* Whatever the letters, all cells of a column keep to one side. */
static void
test_side (gconstpointer data)
{
  const Side *side = data;
  g_autoptr (GtkWidget) cell = g_object_ref_sink (relance_cell_text_new (12, FALSE, side->at_end));
  graphene_rect_t line;
  guint length = (guint) g_utf8_strlen (side->text, -1), offset;
  GtkRequisition size;

  gtk_widget_set_direction (cell, side->direction);
  relance_cell_text_set_text (RELANCE_CELL_TEXT (cell), side->text);
  gtk_widget_get_preferred_size (cell, NULL, &size);
  gtk_widget_allocate (cell, 400, size.height, -1, NULL);

  g_assert_true (GTK_ACCESSIBLE_TEXT_GET_IFACE (cell)->get_extents (GTK_ACCESSIBLE_TEXT (cell), 0,
                                                                    length, &line));
  g_assert_cmpfloat (line.size.width, >, 10);
  g_assert_cmpfloat_with_epsilon (side->right ? line.origin.x + line.size.width : line.origin.x,
                                  side->right ? 400 : 0, 1);
  g_assert_true (GTK_ACCESSIBLE_TEXT_GET_IFACE (cell)->get_offset (
    GTK_ACCESSIBLE_TEXT (cell), &GRAPHENE_POINT_INIT (line.origin.x + 1, line.origin.y + 2),
    &offset));
  g_assert_cmpuint (offset, ==, g_str_has_prefix (side->text, "ש") ? length - 1 : 0);
}

static void
add_sides (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *path = g_strconcat ("/cell-text/side/", sides[i].name, NULL);

      g_test_add_data_func (path, &sides[i], test_side);
    }
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
  add_sides ();
  return g_test_run ();
}
