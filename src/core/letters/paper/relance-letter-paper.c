/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-paper.h"

#include "relance-letter-body.h"
#include "relance-letter-pdf.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

#define MM (72 / 25.4)
#define MARGIN (25 * MM)
#define TOP (20 * MM)
#define BOTTOM (22 * MM)
#define TEXT_WIDTH (RELANCE_LETTER_PAPER_WIDTH - 2 * MARGIN)
#define TEXT_HEIGHT (RELANCE_LETTER_PAPER_HEIGHT - TOP - BOTTOM)
#define FOOT (RELANCE_LETTER_PAPER_HEIGHT - 16 * MM)

/* From the top of the paper, for the window of an envelope: 85 × 33 mm, 55 mm from the top and 110
 * mm from the left in France, which the left window of DIN 5008 (85 × 45 mm, 45 mm from the top)
 * holds as well when it starts at the left margin. */
#define WINDOW_TOP (55 * MM)
#define WINDOW_BOTTOM (88 * MM)
#define WINDOW_WIDTH (75 * MM)

#define HEAD_GAP (5 * MM)
#define SUBJECT_GAP (6 * MM)
#define GREETING_GAP (3 * MM)

/* Of a name that is too long for an address. */
#define MAX_HEAD_LINES 2

/* Sizes to try where a page may be saved, and up to how many pages that is worth while. */
static const double scales[] = { 0.96, 0.92 };
#define MAX_PAGES_TO_SAVE 4

struct _RelanceLetterPaper
{
  RelanceLetterSetting setting;
  GPtrArray *strips; /* RelanceLetterStrip */
  GArray *pages;     /* guint: the first strip of each */
  char *title;
  char *author;
  char *language;
  RelanceDate date;
};

static PangoContext *
make_context (RelanceLanguage language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (
    context, pango_language_from_string (language == RELANCE_LANGUAGE_FR ? "fr" : "en-GB"));
  return context;
}

/* Returns: where they end */
static double
add_head_lines (RelanceLetterStrip *strip,
                const RelanceLetterSetting *setting,
                char **lines,
                double x,
                double y,
                double size)
{
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (PangoLayout)
        layout = relance_letter_setting_lay_out (setting, lines[i], size, WINDOW_WIDTH);

      pango_layout_set_height (layout, -MAX_HEAD_LINES);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      if (i == 0)
        relance_letter_layout_embolden (layout);
      y = relance_letter_strip_add (strip, layout, x, y, RELANCE_LETTER_START);
    }
  return y;
}

/* Who writes, to whom, and when: the same place on every letter. */
static RelanceLetterStrip *
make_head (const RelanceLetterSetting *setting, const RelanceLetterHead *head)
{
  RelanceLetterStrip *strip = relance_letter_strip_new (setting->width, 0);
  double left = 0, right = RELANCE_LETTER_RIGHT_COLUMN;
  double sender = head->recipient_at_right ? left : right;
  double recipient = head->recipient_at_right ? right : left;
  double y, end;
  g_autoptr (PangoLayout) layout =
    relance_letter_setting_lay_out (setting, head->date, RELANCE_LETTER_SIZE, WINDOW_WIDTH);

  y = add_head_lines (strip, setting, head->sender, sender, 0, RELANCE_LETTER_SMALL_SIZE);
  end = add_head_lines (strip, setting, head->recipient, recipient, WINDOW_TOP - TOP,
                        RELANCE_LETTER_SIZE);
  end = MAX (MAX (y, end), WINDOW_BOTTOM - TOP) + HEAD_GAP;
  relance_letter_strip_add (strip, layout, recipient, end, RELANCE_LETTER_START);
  strip->keeps_next = TRUE;
  return strip;
}

static RelanceLetterStrip *
make_subject (const RelanceLetterSetting *setting, const RelanceLetterHead *head)
{
  RelanceLetterStrip *strip = relance_letter_strip_new (setting->width, SUBJECT_GAP);
  g_autoptr (PangoLayout) layout =
    relance_letter_setting_lay_out (setting, head->subject, RELANCE_LETTER_SIZE, setting->width);

  relance_letter_layout_embolden (layout);
  relance_letter_strip_add (strip, layout, 0, 0, RELANCE_LETTER_START);
  strip->height += GREETING_GAP;
  strip->keeps_next = TRUE;
  return strip;
}

static void
add_strips (RelanceLetterPaper *self,
            const RelanceLetterHead *head,
            const RelanceLetterSheet *sheet,
            double scale)
{
  const RelanceLetterSetting scaled = {
    .context = self->setting.context,
    .width = self->setting.width,
    .scale = scale,
  };

  g_ptr_array_set_size (self->strips, 0);
  g_ptr_array_add (self->strips, make_head (&self->setting, head));
  g_ptr_array_add (self->strips, make_subject (&self->setting, head));
  relance_letter_body_add (self->strips, &scaled, head, sheet);
}

static const RelanceLetterStrip *
get_strip (const RelanceLetterPaper *self, guint index)
{
  return g_ptr_array_index (self->strips, index);
}

/* Of what must be on one page: a strip, and what follows as long as each keeps the next. */
static double
measure_together (const RelanceLetterPaper *self, guint first)
{
  double height = 0;

  for (guint i = first; i < self->strips->len; i++)
    {
      height += get_strip (self, i)->before + get_strip (self, i)->height;
      if (!get_strip (self, i)->keeps_next)
        break;
    }
  return height;
}

/* Whether a page may end before that strip; what would not fit on any page is parted anywhere. */
static gboolean
ends_before (const RelanceLetterPaper *self, guint index, double left)
{
  const RelanceLetterStrip *strip = get_strip (self, index);
  double together;

  if (strip->before + strip->height > left)
    return TRUE;
  if (get_strip (self, index - 1)->keeps_next)
    return FALSE;

  together = measure_together (self, index);
  return together > left && together <= TEXT_HEIGHT;
}

/* Where the page that starts with @first ends; it holds one strip at least. */
static guint
fill_page (const RelanceLetterPaper *self, guint first)
{
  double left = TEXT_HEIGHT - get_strip (self, first)->height;
  guint i = first + 1;

  while (i < self->strips->len && !ends_before (self, i, left))
    {
      left -= get_strip (self, i)->before + get_strip (self, i)->height;
      i++;
    }
  return i;
}

static void
paginate (RelanceLetterPaper *self)
{
  g_array_set_size (self->pages, 0);
  for (guint first = 0; first < self->strips->len; first = fill_page (self, first))
    g_array_append_val (self->pages, first);
}

/* A page more for a signature is none the reader wants: then the text is a little smaller. */
static void
lay_out (RelanceLetterPaper *self, const RelanceLetterHead *head, const RelanceLetterSheet *sheet)
{
  guint n_pages;

  add_strips (self, head, sheet, 1);
  paginate (self);
  n_pages = self->pages->len;
  if (n_pages == 1 || n_pages > MAX_PAGES_TO_SAVE)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (scales) && self->pages->len == n_pages; i++)
    {
      add_strips (self, head, sheet, scales[i]);
      paginate (self);
    }
  if (self->pages->len < n_pages)
    return;

  add_strips (self, head, sheet, 1);
  paginate (self);
}

/**
 * relance_letter_paper_new:
 *
 * Lays a letter out: who writes and to whom, where an envelope with a window shows it; the very
 * words of the text; beside the words that say how to pay, a code for banking apps, where there
 * can be one.
 *
 * Returns: (transfer full): the pages
 */
RelanceLetterPaper *
relance_letter_paper_new (const RelanceLetterSheet *sheet)
{
  RelanceLetterPaper *self = g_new0 (RelanceLetterPaper, 1);
  g_autoptr (RelanceLetterHead) head = relance_letter_head_new (sheet);

  self->setting.context = make_context (sheet->language);
  self->setting.width = TEXT_WIDTH;
  self->setting.scale = 1;
  self->title = g_strdup (sheet->subject);
  self->author = g_strdup (relance_business_get (sheet->business, RELANCE_BUSINESS_NAME));
  self->language = g_strdup (relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, sheet->language));
  self->date = sheet->date;
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->strips = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_letter_strip_free);
  lay_out (self, head, sheet);
  return self;
}

void
relance_letter_paper_free (RelanceLetterPaper *self)
{
  g_ptr_array_unref (self->strips);
  g_array_unref (self->pages);
  g_object_unref (self->setting.context);
  g_free (self->title);
  g_free (self->author);
  g_free (self->language);
  g_free (self);
}

guint
relance_letter_paper_count_pages (const RelanceLetterPaper *self)
{
  return self->pages->len;
}

/* Of several, each says which one it is. */
static void
draw_foot (const RelanceLetterPaper *self, cairo_t *cr, guint page)
{
  g_autofree char *text = g_strdup_printf ("%u/%u", page + 1, self->pages->len);
  g_autoptr (PangoLayout) layout =
    relance_letter_setting_lay_out (&self->setting, text, RELANCE_LETTER_SMALL_SIZE, TEXT_WIDTH);
  g_autoptr (RelanceLetterStrip) strip = relance_letter_strip_new (TEXT_WIDTH, 0);

  relance_letter_strip_add (strip, layout, TEXT_WIDTH, 0, RELANCE_LETTER_END);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, FOOT);
  relance_letter_strip_draw (strip, cr);
  cairo_restore (cr);
}

/**
 * relance_letter_paper_draw_page:
 * @cr: its origin at the top left corner of the paper, its unit a point
 * @page: from 0 on
 */
void
relance_letter_paper_draw_page (const RelanceLetterPaper *self, cairo_t *cr, guint page)
{
  guint first = g_array_index (self->pages, guint, page);
  guint end = fill_page (self, first);

  cairo_save (cr);
  cairo_translate (cr, MARGIN, TOP);
  for (guint i = first; i < end; i++)
    {
      const RelanceLetterStrip *strip = get_strip (self, i);

      cairo_translate (cr, 0, i > first ? strip->before : 0);
      relance_letter_strip_draw (strip, cr);
      cairo_translate (cr, 0, strip->height);
    }
  cairo_restore (cr);
  if (self->pages->len > 1)
    draw_foot (self, cr, page);
}

static cairo_status_t
write_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The day of the letter is that of the file, so that the same letter is the same file. */
static void
describe (const RelanceLetterPaper *self, cairo_surface_t *surface)
{
  char date[RELANCE_DATE_ISO_SIZE];

  relance_date_write_iso (self->date, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Relance");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/**
 * relance_letter_paper_to_pdf:
 * @error: one of Gio
 *
 * Returns: (transfer full): a PDF file: text that can be searched and copied, fonts within; the
 *   same bytes for the same letter
 */
GBytes *
relance_letter_paper_to_pdf (const RelanceLetterPaper *self, GError **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
    write_cb, pdf, RELANCE_LETTER_PAPER_WIDTH, RELANCE_LETTER_PAPER_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  describe (self, surface);
  for (guint i = 0; i < self->pages->len; i++)
    {
      relance_letter_paper_draw_page (self, cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }
  relance_letter_pdf_set_language (pdf, self->language);
  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
}
