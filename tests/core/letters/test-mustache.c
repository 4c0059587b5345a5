/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mustache-values.h"
#include "relance-mustache.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *template;
  const char *context; /* as GVariant text */
  const char *expected;
} RenderCase;

static const RenderCase text_cases[] = {
  { "no value is a template", "{{name}}, {{iban}}", "{'name': <'{{iban}}'>, 'iban': <'FR76'>}",
    "{{iban}}, FR76" },
  { "a value stays on its line", "Subject: {{name}}", "{'name': <'A\\r\\nBcc: b'>}",
    "Subject: A  Bcc: b" },
  { "raw values keep their lines", "{{{name}}}|{{&name}}", "{'name': <'A\\nB'>}", "A\nB|A\nB" },
  { "text is not HTML", "{{name}}", "{'name': <'R&D <b>'>}", "R&D <b>" },
  { "an empty text is false", "{{#a}}yes{{/a}}{{^a}}no{{/a}}", "{'a': <''>}", "no" },
  { "nought is a value", "{{#a}}{{.}}{{/a}}", "{'a': <0>}", "0" },
  { "a list of lists", "{{#a}}{{#.}}{{.}},{{/.}};{{/a}}", "{'a': <[[1, 2], [3]]>}", "1,2,;3,;" },
  { "outer names are seen inside", "{{#l}}{{n}}{{o}} {{/l}}",
    "{'o': <'!'>, 'l': <[{'n': <'a'>}, {'n': <'b'>}]>}", "a! b! " },
  { "lines of a section leave no trace", "a\n  {{#l}}\n- {{.}}\n  {{/l}}\nb", "{'l': <['x', 'y']>}",
    "a\n- x\n- y\nb" },
  { "a comment may hold anything", "a{{! {{#b} }}c", "{'x': <1>}", "ac" },
  { "a part", "{{>greeting}},", "{'name': <'Ada'>}", "Dear Ada," },
  { "a part within a line ends with the line", "{{>file}},", "{'name': <'Ada'>}", "Dear Ada," },
  { "a part alone on its line keeps its own", "{{>file}}\nHello", "{'name': <'Ada'>}",
    "Dear Ada\nHello" },
  { "a part is indented", "a\n  {{>rows}}\nb", "{'l': <['x', 'y']>}", "a\n  - x\n  - y\nb" },
  { "parts are indented together, values are not", "  {{>nested}}", "{'lines': <'1\n2'>}",
    "  a\n    1\n2\n    b\n" },
  { "a part is for each turn", "{{#l}}{{>greeting}};{{/l}}",
    "{'l': <[{'name': <'a'>}, {'name': <'b'>}]>}", "Dear a;Dear b;" },
  { "accents and emoji", "{{é}} 🙂", "{'é': <'œ'>}", "œ 🙂" },
};

typedef struct
{
  const char *template;
  RelanceLettersError code;
  const char *start; /* of the message */
} ErrorCase;

static const ErrorCase error_cases[] = {
  { "a\nb {{name\nc", RELANCE_LETTERS_ERROR_SYNTAX, "line 2:" },
  { "{{{name}} b", RELANCE_LETTERS_ERROR_SYNTAX, "line 1:" },
  { "\n\n{{#a}}\n", RELANCE_LETTERS_ERROR_SYNTAX, "line 3:" },
  { "a\n{{/a}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 2:" },
  { "{{#a}}\n{{#b}}\n{{/a}}{{/b}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 3:" },
  { "{{}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 1:" },
  { "{{a b}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 1:" },
  { "{{a..b}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 1:" },
  { "\n{{> absent}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 2: there is no such part" },
  { "\n{{> ../absent}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 2: there is no name" },
  { "{{>broken}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 2 of the part “broken”: " },
  { "{{#a}}{{>closes}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 1 of the part “closes”: " },
  { "{{>itself}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 1 of the part “itself”: " },
  { "{{>one}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 1 of the part “other”: " },
  { "{{=<% %>=}}", RELANCE_LETTERS_ERROR_SYNTAX, "line 1:" },
  { "{{! never closed", RELANCE_LETTERS_ERROR_SYNTAX, "line 1:" },
};

static const struct
{
  const char *name;
  const char *text;
} parts[] = {
  { "greeting", "Dear {{name}}" },
  { "file", "Dear {{name}}\n" },
  { "rows", "{{#l}}\n- {{.}}\n{{/l}}\n" },
  { "nested", "a\n  {{>raw}}\n" },
  { "raw", "{{{lines}}}\nb\n" },
  { "broken", "\n{{#a}}\n" },
  { "closes", "{{/a}}" },
  { "itself", "{{>itself}}" },
  { "one", "{{>other}}" },
  { "other", "{{>one}}" },
};

/* "chain-N" asks for the next one, "fan-N" twice. */
static char *
find_part (const char *name, gpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].name, name) == 0)
      return g_strdup (parts[i].text);

  if (g_str_has_prefix (name, "chain-"))
    return g_strdup_printf ("{{>chain-%d}}", atoi (name + 6) + 1);

  if (g_str_has_prefix (name, "fan-"))
    {
      g_autofree char *tag = g_strdup_printf ("{{>fan-%d}}", atoi (name + 4) + 1);
      GString *fan = g_string_new (NULL);

      for (int i = 0; i < 100; i++)
        g_string_append (fan, tag);
      return g_string_free_and_steal (fan);
    }

  return NULL;
}

static void
test_render (gconstpointer data)
{
  const RenderCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant)
    context = g_variant_parse (G_VARIANT_TYPE_VARDICT, test->context, NULL, NULL, &error);
  g_autoptr (RelanceMustache)
    mustache = relance_mustache_parse (test->template, find_part, NULL, NULL);
  g_autoptr (RelanceLetterValue) values = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (mustache);
  values = mustache_values_from_variant (context);
  text = relance_mustache_render (mustache, values, RELANCE_ESCAPE_TEXT, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, test->expected);
}

static void
test_errors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (error_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RelanceMustache)
        mustache = relance_mustache_parse (error_cases[i].template, find_part, NULL, &error);

      g_assert_null (mustache);
      g_assert_error (error, RELANCE_LETTERS_ERROR, (int) error_cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, error_cases[i].start));
    }
}

static char *
repeat (const char *text, int count)
{
  GString *string = g_string_new (NULL);

  for (int i = 0; i < count; i++)
    g_string_append (string, text);

  return g_string_free_and_steal (string);
}

static void
test_depth (void)
{
  g_autofree char *open = repeat ("{{#a}}", 1000);
  g_autofree char *close = repeat ("{{/a}}", 1000);
  g_autofree char *template = g_strconcat (open, close, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (relance_mustache_parse (template, find_part, NULL, &error));
  g_assert_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_TOO_LARGE);
}

static void
test_template_size (void)
{
  g_autofree char *template = repeat ("0123456789abcdef", 20000);
  g_autoptr (GError) error = NULL;

  g_assert_null (relance_mustache_parse (template, find_part, NULL, &error));
  g_assert_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_TOO_LARGE);
}

/* Eight lists within each other: a hundred million turns if nobody counted. */
static void
test_explosion (gconstpointer data)
{
  const char *inside = data;
  g_autofree char *open = repeat ("{{#a}}", 8);
  g_autofree char *close = repeat ("{{/a}}", 8);
  g_autofree char *template = g_strconcat (open, inside, close, NULL);
  g_autoptr (RelanceMustache) mustache = relance_mustache_parse (template, find_part, NULL, NULL);
  g_autoptr (GVariant)
    context = g_variant_parse (NULL, "{'a': <[1,2,3,4,5,6,7,8,9,10]>}", NULL, NULL, NULL);
  g_autoptr (RelanceLetterValue) values = mustache_values_from_variant (context);
  g_autoptr (GError) error = NULL;

  g_assert_null (relance_mustache_render (mustache, values, RELANCE_ESCAPE_TEXT, &error));
  g_assert_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_TOO_LARGE);
}

static void
test_parts_depth (gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (relance_mustache_parse (data, find_part, NULL, &error));
  g_assert_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_TOO_LARGE);
}

/* The white space before a part would be written before each of its lines. */
static void
test_parts_indentation (void)
{
  g_autofree char *spaces = g_strnfill (200 * 1024, ' ');
  g_autofree char *template = g_strconcat (spaces, "{{>rows}}", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (relance_mustache_parse (template, find_part, NULL, &error));
  g_assert_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_TOO_LARGE);
}

static void
note_name (const char *name, const char *part, guint line, gpointer data)
{
  g_string_append_printf (data, "%s %s %u\n", name, part != NULL ? part : "-", line);
}

static void
test_names (void)
{
  g_autoptr (RelanceMustache) mustache =
    relance_mustache_parse ("{{a}}\n{{^b}}\n{{>rows}}\n{{/b}}\nc{{{d.e}}}", find_part, NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  relance_mustache_foreach_name (mustache, note_name, names);
  g_assert_cmpstr (names->str, ==, "a - 1\nb - 2\nl rows 1\n. rows 2\nd.e - 5\n");
}

static void
test_html (void)
{
  g_autoptr (RelanceMustache)
    mustache = relance_mustache_parse ("{{a}} {{{a}}}", find_part, NULL, NULL);
  g_autoptr (RelanceLetterValue) values = relance_letter_value_new_dictionary ();
  g_autofree char *text = NULL;

  relance_letter_values_add_text (values, "a", "<b>&\"");
  text = relance_mustache_render (mustache, values, RELANCE_ESCAPE_HTML, NULL);

  g_assert_cmpstr (text, ==, "&lt;b&gt;&amp;&quot; <b>&\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/mustache/", text_cases[i].name, NULL);

      g_test_add_data_func (path, &text_cases[i], test_render);
    }

  g_test_add_func ("/mustache/errors", test_errors);
  g_test_add_func ("/mustache/depth", test_depth);
  g_test_add_func ("/mustache/template-size", test_template_size);
  g_test_add_data_func ("/mustache/explosion/silent", "", test_explosion);
  g_test_add_data_func ("/mustache/explosion/loud", "0123456789", test_explosion);
  g_test_add_data_func ("/mustache/parts/chain", "{{>chain-1}}", test_parts_depth);
  g_test_add_data_func ("/mustache/parts/fan", "{{>fan-1}}", test_parts_depth);
  g_test_add_func ("/mustache/parts/indentation", test_parts_indentation);
  g_test_add_func ("/mustache/names", test_names);
  g_test_add_func ("/mustache/html", test_html);

  return g_test_run ();
}
