/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#define FOLDER "/org/example/Relance/"

/* The class a .ui file is the template of, or NULL when it is none. */
static char *
find_class (const char *path)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("<template class=\"(\\w+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_nonnull (bytes);
  g_regex_match (regex, g_bytes_get_data (bytes, NULL), 0, &match);
  return g_match_info_fetch (match, 1);
}

static void
test_template (gconstpointer data)
{
  g_autofree char *name = find_class (data);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  GType type = gtk_builder_get_type_from_name (builder, name);
  GtkWidget *widget;

  g_assert_cmpuint (type, !=, G_TYPE_INVALID);
  if (G_TYPE_IS_ABSTRACT (type))
    {
      g_test_skip ("its kinds are made instead");
      return;
    }
  widget = g_object_ref_sink (g_object_new (type, NULL));

  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  g_object_unref (widget);
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) names = NULL;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();

  names = g_resources_enumerate_children (FOLDER, 0, NULL);
  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autofree char *class_name = NULL;
      g_autofree char *test = NULL;

      if (!g_str_has_suffix (path, ".ui"))
        continue;

      class_name = find_class (path);
      if (!class_name || !*class_name)
        continue;

      test = g_strdup_printf ("/templates/%s", class_name);
      g_test_add_data_func_full (test, g_steal_pointer (&path), test_template, g_free);
    }

  return g_test_run ();
}
