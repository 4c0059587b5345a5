/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-quotes.h"

#include "widgets/relance-announcing.h"

#include <glib/gi18n.h>

#define TAG "quote"

/* Room above and below the words that are gone to. */
#define ROOM 48

struct _RelanceQuotes
{
  GObject parent_instance;

  GtkTextView *subject; /* borrowed: what holds this holds them */
  GtkTextView *text;
  GPtrArray *marked;
};

/* Words in one of the two, and where they stood when they were read. */
typedef struct
{
  GtkTextView *view;
  RelanceGuardPlace place;
  int at;
  GtkTextMark *start;
  GtkTextMark *end;
} Quote;

G_DEFINE_FINAL_TYPE (RelanceQuotes, relance_quotes, G_TYPE_OBJECT)

static void
free_quote (Quote *quote)
{
  GtkTextBuffer *buffer = gtk_text_mark_get_buffer (quote->start);

  gtk_text_buffer_delete_mark (buffer, quote->start);
  gtk_text_buffer_delete_mark (buffer, quote->end);
  g_free (quote);
}

static void
get_range (const Quote *quote, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (quote->view);

  gtk_text_buffer_get_iter_at_mark (buffer, start, quote->start);
  gtk_text_buffer_get_iter_at_mark (buffer, end, quote->end);
}

static void
underline (const Quote *quote)
{
  GtkTextIter start, end;

  get_range (quote, &start, &end);
  gtk_text_buffer_apply_tag_by_name (gtk_text_view_get_buffer (quote->view), TAG, &start, &end);
}

static void
mark_note (RelanceQuotes *self, const RelanceGuardNote *note)
{
  GtkTextView *view = note->place == RELANCE_GUARD_IN_SUBJECT ? self->subject : self->text;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  Quote *quote = g_new0 (Quote, 1);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, note->at);
  gtk_text_buffer_get_iter_at_offset (buffer, &end,
                                      note->at + (int) g_utf8_strlen (note->quote, -1));
  quote->view = view;
  quote->place = note->place;
  quote->at = note->at;
  quote->start = gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE);
  quote->end = gtk_text_buffer_create_mark (buffer, NULL, &end, TRUE);
  g_ptr_array_add (self->marked, quote);
  underline (quote);
}

static void
mark_notes (RelanceQuotes *self, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    if (((RelanceGuardNote *) notes->pdata[i])->place != RELANCE_GUARD_NOWHERE)
      mark_note (self, notes->pdata[i]);
}

static void
forget_quotes (RelanceQuotes *self, GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, TAG, &start, &end);
}

/* NULL when the user has written over them since. */
static const Quote *
find_quote (RelanceQuotes *self, const RelanceGuardNote *note)
{
  for (guint i = 0; i < self->marked->len; i++)
    {
      const Quote *quote = self->marked->pdata[i];
      g_autofree char *words = NULL;
      GtkTextIter start, end;

      if (quote->place != note->place || quote->at != note->at)
        continue;
      get_range (quote, &start, &end);
      words = gtk_text_buffer_get_text (gtk_text_view_get_buffer (quote->view), &start, &end, TRUE);
      if (g_str_equal (words, note->quote))
        return quote;
    }

  return NULL;
}

/* A letter is as high as it is long, and scrolls with what is around it. */
static void
scroll_to (GtkTextView *view, const GtkTextIter *iter)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = NULL;
  GdkRectangle place;
  graphene_point_t top = GRAPHENE_POINT_INIT_ZERO;
  int y = 0;

  if (scroller == NULL)
    return;

  gtk_text_view_get_iter_location (view, iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, NULL, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (view), scroller, &GRAPHENE_POINT_INIT (0, (float) y),
                                 &top))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  y = (int) (top.y + gtk_adjustment_get_value (adjustment));
  gtk_adjustment_clamp_page (adjustment, y - ROOM, y + place.height + ROOM);
}

static void
go_to (GtkTextView *view, const GtkTextIter *start, const GtkTextIter *end)
{
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (view), end, start);
  scroll_to (view, start);
}

static gboolean
is_blank (gunichar letter)
{
  return letter != '\n' && g_unichar_isspace (letter);
}

/* With the space before the words, where another or nothing follows. */
static void
take_space_along (GtkTextIter *start, const GtkTextIter *end)
{
  gunichar after = gtk_text_iter_get_char (end);
  GtkTextIter before = *start;

  if ((after == 0 || g_unichar_isspace (after) || g_unichar_ispunct (after)) &&
      gtk_text_iter_backward_char (&before) && is_blank (gtk_text_iter_get_char (&before)))
    *start = before;
}

static void
announce (GtkTextView *view, const RelanceGuardNote *note)
{
  g_autofree char *text = NULL;

  if (note->mend == RELANCE_GUARD_LEAVE_OUT)
    /* Translators: %s are words that were left out of a letter. */
    text = g_strdup_printf (_ ("“%s” was left out"), note->quote);
  else
    /* Translators: %s are the words that took the place of others in a letter. */
    text = g_strdup_printf (_ ("The letter now says “%s”"), note->suggestion);

  relance_announce (GTK_WIDGET (view), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* One step for Undo. */
static void
replace (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, const char *words)
{
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, start, end);
  gtk_text_buffer_insert (buffer, start, words, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
relance_quotes_finalize (GObject *object)
{
  g_ptr_array_unref (RELANCE_QUOTES (object)->marked);

  G_OBJECT_CLASS (relance_quotes_parent_class)->finalize (object);
}

static void
relance_quotes_class_init (RelanceQuotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_quotes_finalize;
}

static void
relance_quotes_init (RelanceQuotes *self)
{
  self->marked = g_ptr_array_new_with_free_func ((GDestroyNotify) free_quote);
}

static void
add_tag (GtkTextView *view)
{
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (view), TAG, "underline",
                              PANGO_UNDERLINE_SINGLE, NULL);
}

RelanceQuotes *
relance_quotes_new (GtkTextView *subject, GtkTextView *text)
{
  RelanceQuotes *self = g_object_new (RELANCE_TYPE_QUOTES, NULL);

  self->subject = subject;
  self->text = text;
  add_tag (subject);
  add_tag (text);
  return self;
}

/**
 * relance_quotes_mark:
 * @draft: the letter that is written in both, as the guard read it
 */
void
relance_quotes_mark (RelanceQuotes *self, const RelanceDraft *draft)
{
  g_ptr_array_set_size (self->marked, 0);
  forget_quotes (self, self->subject);
  forget_quotes (self, self->text);
  mark_notes (self, draft->stops);
  mark_notes (self, draft->warnings);
}

/**
 * relance_quotes_select:
 *
 * Returns: whether the words of @note still stand there; they are selected
 */
gboolean
relance_quotes_select (RelanceQuotes *self, const RelanceGuardNote *note)
{
  const Quote *quote = find_quote (self, note);
  GtkTextIter start, end;

  if (quote == NULL)
    return FALSE;

  get_range (quote, &start, &end);
  go_to (quote->view, &start, &end);
  return TRUE;
}

/**
 * relance_quotes_mend:
 *
 * Puts the suggestion of @note in the place of the words it quotes, or takes them out. One
 * goes on writing after it.
 *
 * Returns: whether the words still stood there
 */
gboolean
relance_quotes_mend (RelanceQuotes *self, const RelanceGuardNote *note)
{
  const Quote *quote = find_quote (self, note);
  GtkTextView *view = quote != NULL ? quote->view : NULL;
  GtkTextIter start, end;

  if (quote == NULL)
    return FALSE;

  get_range (quote, &start, &end);
  if (note->mend == RELANCE_GUARD_LEAVE_OUT)
    take_space_along (&start, &end);
  replace (gtk_text_view_get_buffer (view), &start, &end,
           note->mend == RELANCE_GUARD_LEAVE_OUT ? "" : note->suggestion);
  go_to (view, &start, &start);
  announce (view, note);
  return TRUE;
}
