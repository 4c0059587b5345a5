/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "page-fixture.h"
#include "printing/relance-printing.h"
#include "relance-wording.h"
#include "today/relance-outlook-group.h"
#include "today/relance-today-page.h"

#include <glib/gi18n.h>
#include <string.h>

/* A page of A4, where RELANCE_PAPER_WIDTH is its width. */
#define PAGE_HEIGHT 735
#define BEYOND 40
#define IMAGE_WIDTH (RELANCE_PAPER_WIDTH + 2 * BEYOND)
#define SCALE 2

static RelanceFigureTable *
make_table (int n_rows)
{
  RelanceFigureTable *table = relance_figure_table_new ();

  relance_figure_table_add_column (table, "Client", NULL);
  relance_figure_table_add_column (table, "Invoices", NULL);
  relance_figure_table_add_column (table, "Owed", "EUR");
  for (int i = 0; i < n_rows; i++)
    {
      relance_figure_table_add_text (table, "Sample Studio");
      relance_figure_table_add_count (table, i);
      relance_figure_table_add_amount (table, 12345678900 + i, "EUR");
    }
  return table;
}

/* A page as pixels, with white around it where nothing may be. */
static cairo_surface_t *
draw_page (RelancePaper *paper, int page)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, IMAGE_WIDTH * SCALE,
                                                       (PAGE_HEIGHT + 2 * BEYOND) * SCALE);
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  cairo_translate (cr, BEYOND, BEYOND);
  relance_paper_draw_page (paper, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static gboolean
has_ink (cairo_surface_t *image, int x, int y, int width, int height)
{
  const unsigned char *data = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);

  for (int row = y * SCALE; row < (y + height) * SCALE; row++)
    for (int column = x * SCALE; column < (x + width) * SCALE; column++)
      if ((((const guint32 *) (gconstpointer) (data + row * stride))[column] & 0xffffff) !=
          0xffffff)
        return TRUE;
  return FALSE;
}

/* How far down there is something, the footer apart. */
static int
find_bottom (cairo_surface_t *image)
{
  int y = BEYOND + PAGE_HEIGHT - 30;

  while (y > BEYOND && !has_ink (image, BEYOND, y - 1, RELANCE_PAPER_WIDTH, 1))
    y--;
  return y - BEYOND;
}

static void
save_page (cairo_surface_t *image, const char *name, int page)
{
  const char *folder = g_getenv ("RELANCE_PICTURES");
  g_autofree char *file = g_strdup_printf ("printed-%s-%s-%d.png", name, _ ("Today"), page + 1);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;

  if (path != NULL)
    cairo_surface_write_to_png (image, path);
}

/* Every page holds something, and nothing hangs over its edges. */
static void
assert_pages (RelancePaper *paper, const char *name, int n_pages)
{
  for (int page = 0; page < n_pages; page++)
    {
      cairo_surface_t *image = draw_page (paper, page);
      int height = PAGE_HEIGHT + 2 * BEYOND;

      save_page (image, name, page);
      g_assert_true (has_ink (image, BEYOND, BEYOND, RELANCE_PAPER_WIDTH, 100));
      g_assert_true (has_ink (image, BEYOND, BEYOND + PAGE_HEIGHT - 30, RELANCE_PAPER_WIDTH, 30));
      g_assert_false (has_ink (image, 0, 0, BEYOND - 1, height));
      g_assert_false (has_ink (image, IMAGE_WIDTH - BEYOND + 1, 0, BEYOND - 1, height));
      g_assert_false (has_ink (image, 0, 0, IMAGE_WIDTH, BEYOND - 2));
      g_assert_false (has_ink (image, 0, height - BEYOND + 2, IMAGE_WIDTH, BEYOND - 2));
      cairo_surface_destroy (image);
    }
}

static void
test_long_table (void)
{
  g_autoptr (RelancePaper) paper = relance_paper_new ("Long", "November 24, 2026");
  g_autoptr (RelanceFigureTable) table = make_table (150);
  int n_pages;

  relance_paper_add_table (paper, table);
  n_pages = relance_paper_paginate (paper, PAGE_HEIGHT);
  g_assert_cmpint (n_pages, ==, 4);
  assert_pages (paper, "long", n_pages);
}

static gboolean
begin_alike (cairo_surface_t *a, cairo_surface_t *b, int height)
{
  gsize offset = (gsize) (cairo_image_surface_get_stride (a) * BEYOND * SCALE);
  gsize size = (gsize) (cairo_image_surface_get_stride (a) * height * SCALE);

  return memcmp (cairo_image_surface_get_data (a) + offset,
                 cairo_image_surface_get_data (b) + offset, size) == 0;
}

/* Where a table goes on, its titles stand again. */
static void
test_titles_again (void)
{
  g_autoptr (RelancePaper) paper = relance_paper_new ("Long", "November 24, 2026");
  g_autoptr (RelanceFigureTable) table = make_table (150);
  cairo_surface_t *pages[3];

  relance_paper_add_table (paper, table);
  relance_paper_paginate (paper, PAGE_HEIGHT);
  for (int i = 0; i < 3; i++)
    pages[i] = draw_page (paper, i);
  g_assert_true (begin_alike (pages[1], pages[2], 14));
  g_assert_false (begin_alike (pages[1], pages[2], 30));
  g_assert_false (begin_alike (pages[0], pages[1], 14));
  for (int i = 0; i < 3; i++)
    cairo_surface_destroy (pages[i]);
}

/* Wherever a page ends, a heading goes with what it stands above. */
static void
test_headings_stay (void)
{
  for (int n_lines = 20; n_lines < 60; n_lines++)
    {
      g_autoptr (RelancePaper) paper = relance_paper_new ("Headings", "November 24, 2026");
      cairo_surface_t *last;
      int n_pages;

      for (int i = 0; i < n_lines; i++)
        relance_paper_add_line (paper, "Something to do");
      relance_paper_add_heading (paper, "How Old It Is");
      relance_paper_add_line (paper, "One more thing");
      n_pages = relance_paper_paginate (paper, PAGE_HEIGHT);
      last = draw_page (paper, n_pages - 1);
      g_assert_cmpint (find_bottom (last), >, 35);
      cairo_surface_destroy (last);
    }
}

static void
test_long_line (void)
{
  g_autoptr (RelancePaper) paper = relance_paper_new ("Lines", "November 24, 2026");
  g_autoptr (GString) words = g_string_new (NULL);

  for (int i = 0; i < 100; i++)
    g_string_append (words, "many words of a very long line ");
  relance_paper_add_line (paper, words->str);
  g_assert_cmpint (relance_paper_paginate (paper, PAGE_HEIGHT), ==, 1);
  assert_pages (paper, "line", 1);
}

/* What a page can never hold is on one of its own; there is an end. */
static void
test_tiny_page (void)
{
  g_autoptr (RelancePaper) paper = relance_paper_new ("Tiny", "November 24, 2026");

  relance_paper_add_line (paper, "One");
  relance_paper_add_line (paper, "Two");
  g_assert_cmpint (relance_paper_paginate (paper, 1), ==, 2);
}

/* Appends what a stream of a PDF file holds, if it is deflated; more than enough of it. */
static void
inflate (GString *out, const char *data, gsize size)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  const gsize enough = 1 << 20;
  g_autofree char *inflated = g_malloc (enough);
  gsize n_read, n_written;

  if (g_converter_convert (G_CONVERTER (inflater), data, size, inflated, enough,
                           G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                           NULL) == G_CONVERTER_FINISHED)
    g_string_append_len (out, inflated, (gssize) n_written);
}

/* The objects of a PDF file: those that are plain, and those in streams. */
static char *
read_pdf (const char *path)
{
  g_autofree char *content = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  gsize size;
  const char *at, *end;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  at = content;
  while ((at = memmem (at, size - (gsize) (at - content), "stream\n", 7)) != NULL)
    {
      end = memmem (at, size - (gsize) (at - content), "endstream", 9);
      g_assert_nonnull (end);
      inflate (out, at + 7, (gsize) (end - at - 7));
      at = end + 9;
    }
  g_string_append_len (out, content, (gssize) size);
  for (gsize i = 0; i < out->len; i++)
    if (out->str[i] == '\0')
      out->str[i] = ' ';
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static int
count_pages (const char *path)
{
  g_autofree char *objects = read_pdf (path);
  g_autoptr (GRegex) page = g_regex_new ("/Type /Page\\b(?!s)", G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int n_pages = 0;

  for (g_regex_match (page, objects, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    n_pages++;
  return n_pages;
}

/* Through the printing of the desktop, into a file. */
static void
test_pdf (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelancePaper) paper = relance_paper_new ("Long", "November 24, 2026");
  g_autoptr (RelanceFigureTable) table = make_table (150);
  g_autofree char *folder = g_dir_make_tmp ("relance-printing-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "today.pdf", NULL);

  relance_paper_add_table (paper, table);
  g_assert_true (relance_printing_export (paper, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_pages (path), ==, 4);
  g_unlink (path);
  g_rmdir (folder);
}

/* A printer gets the pages of the letter, on A4 whole. */
static void
test_letter (void)
{
  g_autoptr (RelanceBusiness) business = relance_business_new ();
  g_autoptr (RelanceClient) client = relance_client_new ("Atelier Durand");
  const RelanceLetterSheet sheet = {
    .subject = "F-042",
    .text = "Bonjour,\n\nMerci.",
    .language = RELANCE_LANGUAGE_FR,
    .date = relance_date_new (2026, 11, 24),
    .business = business,
    .client = client,
  };
  g_autoptr (RelanceLetterPaper) letter = relance_letter_paper_new (&sheet);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("relance-printing-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "letter.pdf", NULL);
  g_autofree char *pdf = NULL;
  g_autoptr (GRegex) a4 = g_regex_new ("/MediaBox \\[ 0 0 59[56]\\S* 84[12]", G_REGEX_RAW, 0, NULL);

  g_assert_true (relance_printing_export_letter (letter, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_pages (path), ==, 1);
  pdf = read_pdf (path);
  g_assert_true (g_regex_match (a4, pdf, 0, NULL));
  g_assert_nonnull (strstr (pdf, "Tj"));
  g_unlink (path);
  g_rmdir (folder);
}

typedef struct
{
  PageFixture page_fixture;
  GtkWidget *page;
} Fixture;

/* Two years of invoices: paid before, on and after their day, or not at all. */
static void
fill (RelanceBook *book)
{
  for (int i = 0; i < 48; i++)
    {
      RelanceDate due = relance_date_parse_iso ("2026-12-10") - 15 * i;
      g_autofree char *number = g_strdup_printf ("F-%03d", i);
      g_autofree char *due_text = relance_date_to_iso (due);
      g_autofree char *paid = relance_date_to_iso (due - 10 + 7 * (i % 5));
      gint64 id = page_fixture_add (book, "Atelier Durand", number, 100000 + 12345 * i, due_text);

      if (i > 6 && i % 9 != 0)
        page_fixture_pay (book, id, 100000 + 12345 * i, paid);
    }
}

static void
fill_nothing (RelanceBook *book)
{
}

static void
set_up (Fixture *fixture, gconstpointer filler)
{
  RelanceOutlookGroup *outlook;

  page_fixture_set_up (&fixture->page_fixture, filler);
  fixture->page = g_object_ref_sink (relance_today_page_new (fixture->page_fixture.desk));
  page_fixture_wait (fixture->page, "stack", "figures");
  outlook = page_fixture_get_part (fixture->page, "outlook");
  while (page_fixture_find (fixture->page, ADW_TYPE_ACTION_ROW, "title",
                            _ ("Looking at who is late…")) != NULL ||
         !relance_outlook_group_is_loaded (outlook))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->page);
  page_fixture_tear_down (&fixture->page_fixture);
}

static void
test_today (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelancePaper)
    paper = relance_today_page_dup_paper (RELANCE_TODAY_PAGE (fixture->page));
  int n_pages = relance_paper_paginate (paper, PAGE_HEIGHT);

  g_assert_cmpint (n_pages, >=, 3);
  assert_pages (paper, "today", n_pages);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelancePaper)
    paper = relance_today_page_dup_paper (RELANCE_TODAY_PAGE (fixture->page));

  g_assert_cmpint (relance_paper_paginate (paper, PAGE_HEIGHT), ==, 1);
  assert_pages (paper, "nothing", 1);
}

int
main (int argc, char *argv[])
{
  relance_wording_start ();
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();

  g_test_add_func ("/printing/long-table", test_long_table);
  g_test_add_func ("/printing/titles-again", test_titles_again);
  g_test_add_func ("/printing/headings-stay", test_headings_stay);
  g_test_add_func ("/printing/long-line", test_long_line);
  g_test_add_func ("/printing/tiny-page", test_tiny_page);
  g_test_add_func ("/printing/pdf", test_pdf);
  g_test_add_func ("/printing/letter", test_letter);
  g_test_add ("/printing/today", Fixture, fill, set_up, test_today, tear_down);
  g_test_add ("/printing/nothing", Fixture, fill_nothing, set_up, test_nothing, tear_down);

  return g_test_run ();
}
