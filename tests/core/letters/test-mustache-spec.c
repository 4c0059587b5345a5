/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases of Mustache's public specification, where a copy of them is at hand. */

#include "config.h"

#include "mustache-values.h"
#include "relance-mustache.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The specification leaves out a part that does not exist. */
static char *
find_part (const char *name, gpointer data)
{
  JsonObject *parts = json_object_has_member (data, "partials")
                        ? json_object_get_object_member (data, "partials")
                        : NULL;

  return g_strdup (parts != NULL ? json_object_get_string_member_with_default (parts, name, "")
                                 : "");
}

static void
test_case (gconstpointer data)
{
  JsonObject *test = (JsonObject *) data;
  const char *template = json_object_get_string_member (test, "template");
  const char *expected = json_object_get_string_member (test, "expected");
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) context = NULL;
  g_autoptr (RelanceLetterValue) values = NULL;
  g_autoptr (RelanceMustache) mustache = NULL;
  g_autofree char *text = NULL;

  context = g_variant_ref_sink (
    json_gvariant_deserialize (json_object_get_member (test, "data"), NULL, &error));
  g_assert_no_error (error);
  values = mustache_values_from_variant (context);
  mustache = relance_mustache_parse (template, find_part, test, &error);
  g_assert_no_error (error);
  text = relance_mustache_render (mustache, values, RELANCE_ESCAPE_HTML, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

/* A part is read with its template here: one that asks for itself is refused. */
static gboolean
is_left_out (JsonObject *test)
{
  return strcmp (json_object_get_string_member (test, "name"), "Recursion") == 0;
}

static void
add_file (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *tests;

  /* A copy may be without the file of partials. */
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  tests =
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "tests");
  g_assert_cmpuint (json_array_get_length (tests), >, 0);
  for (guint i = 0; i < json_array_get_length (tests); i++)
    {
      JsonObject *test = json_array_get_object_element (tests, i);
      g_autofree char *test_path = g_strdup_printf ("/mustache-spec/%s/%s", name,
                                                    json_object_get_string_member (test, "name"));

      if (is_left_out (test))
        continue;
      g_test_add_data_func_full (test_path, json_object_ref (test), test_case,
                                 (GDestroyNotify) json_object_unref);
    }
}

static void
test_absent (void)
{
  g_test_skip ("RELANCE_CORPUS does not lead to the specification's cases");
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "interpolation", "sections", "inverted", "comments",
                                       "partials" };
  const char *corpus = g_getenv ("RELANCE_CORPUS");
  g_autofree char *folder = g_build_filename (corpus != NULL ? corpus : "", "mustache-spec", NULL);
  gboolean present = corpus != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR);

  g_test_init (&argc, &argv, NULL);

  if (!present)
    g_test_add_func ("/mustache-spec/absent", test_absent);

  for (gsize i = 0; present && i < G_N_ELEMENTS (names); i++)
    add_file (folder, names[i]);

  return g_test_run ();
}
