/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-template-preview.h"

#include "relance-client.h"
#include "relance-template-work.h"

#include <glib/gi18n.h>
#include <string.h>

struct _RelanceTemplatePreview
{
  GtkBox parent_instance;

  /* Template */
  GtkDropDown *client;
  GtkWidget *sample;
  GtkLabel *subject;
  GtkLabel *text;
  GtkWidget *sms_line;
  GtkLabel *sms_size;
  GtkLabel *sms;

  /* Owned */
  RelanceDesk *desk;
  GPtrArray *clients; /* RelanceClient; NULL until they are known */
  GCancellable *trying;
  char *name;
  char *words;

  /* State */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelanceTemplatePreview, relance_template_preview, GTK_TYPE_BOX)

enum
{
  SIGNAL_TRIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_sms (RelanceTemplatePreview *self, const RelanceLetterTrial *trial)
{
  gboolean has_sms = trial->sms != NULL;
  /* Translators: how long a text message is: characters used, of how many. */
  g_autofree char *size =
    g_strdup_printf (_ ("SMS, %1$u of %2$u characters"), trial->sms_units, trial->sms_room);

  gtk_widget_set_visible (self->sms_line, has_sms);
  gtk_widget_set_visible (GTK_WIDGET (self->sms_size), has_sms);
  gtk_widget_set_visible (GTK_WIDGET (self->sms), has_sms);
  gtk_label_set_label (self->sms_size, size);
  gtk_label_set_label (self->sms, has_sms ? trial->sms : "");
  if (trial->sms_parts > 1)
    gtk_widget_add_css_class (GTK_WIDGET (self->sms_size), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sms_size), "warning");
}

static void
set_dimmed (RelanceTemplatePreview *self, gboolean dimmed)
{
  GtkWidget *labels[] = { GTK_WIDGET (self->subject), GTK_WIDGET (self->text),
                          GTK_WIDGET (self->sms) };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (dimmed)
      gtk_widget_add_css_class (labels[i], "dimmed");
    else
      gtk_widget_remove_css_class (labels[i], "dimmed");
}

/* A letter that is wrong leaves the one before it to be seen. */
static void
show_trial (RelanceTemplatePreview *self, const RelanceLetterTrial *trial)
{
  guint selected = gtk_drop_down_get_selected (self->client);

  set_dimmed (self, trial->text == NULL);
  if (trial->text == NULL)
    return;

  gtk_widget_set_visible (self->sample, trial->is_sample && self->clients != NULL &&
                                          selected < self->clients->len);
  gtk_label_set_label (self->subject, trial->subject);
  gtk_label_set_label (self->text, trial->text);
  show_sms (self, trial);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RelanceTemplatePreview *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceLetterTrial)
    trial = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  /* Cancelled: something else is tried, or nobody looks. */
  if (trial == NULL)
    return;

  show_trial (self, trial);
  g_signal_emit (self, signals[SIGNAL_TRIED], 0, trial);
}

static RelanceLetterTrialRequest *
make_request (RelanceTemplatePreview *self)
{
  RelanceLetterTrialRequest *request = relance_letter_trial_request_new (self->name, self->words);
  guint selected = gtk_drop_down_get_selected (self->client);

  if (selected < self->clients->len)
    request->client_id = ((RelanceClient *) g_ptr_array_index (self->clients, selected))->id;
  request->several = selected == self->clients->len + 1;
  return request;
}

static void
try_words (RelanceTemplatePreview *self)
{
  if (self->clients == NULL || self->name == NULL || self->filling)
    return;

  g_cancellable_cancel (self->trying);
  g_clear_object (&self->trying);
  self->trying = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_template_try, make_request (self),
                          (GDestroyNotify) relance_letter_trial_request_free,
                          (GDestroyNotify) relance_letter_trial_free, self->trying, tried_cb, self);
}

static void
client_changed_cb (RelanceTemplatePreview *self)
{
  try_words (self);
}

static void
fill_clients (RelanceTemplatePreview *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->clients->len; i++)
    gtk_string_list_append (names, ((RelanceClient *) g_ptr_array_index (self->clients, i))->name);
  gtk_string_list_append (names, _ ("A sample client"));
  gtk_string_list_append (names, _ ("A sample client with several invoices"));

  self->filling = TRUE;
  gtk_drop_down_set_model (self->client, G_LIST_MODEL (names));
  self->filling = FALSE;
}

/* A long name leaves its end out rather than widen the page. */
static void
set_up_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
clients_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceTemplatePreview) self = data;
  GPtrArray *clients = relance_desk_run_finish (RELANCE_DESK (source), result, NULL);

  /* Without the clients, samples can be looked at. */
  self->clients = clients != NULL ? clients : g_ptr_array_new ();
  if (self->desk == NULL)
    return;

  fill_clients (self);
  try_words (self);
}

static void
relance_template_preview_dispose (GObject *object)
{
  RelanceTemplatePreview *self = RELANCE_TEMPLATE_PREVIEW (object);

  self->filling = TRUE;
  g_cancellable_cancel (self->trying);
  g_clear_object (&self->trying);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_TEMPLATE_PREVIEW);

  G_OBJECT_CLASS (relance_template_preview_parent_class)->dispose (object);
}

static void
relance_template_preview_finalize (GObject *object)
{
  RelanceTemplatePreview *self = RELANCE_TEMPLATE_PREVIEW (object);

  g_clear_pointer (&self->clients, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->words);

  G_OBJECT_CLASS (relance_template_preview_parent_class)->finalize (object);
}

static void
relance_template_preview_class_init (RelanceTemplatePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_template_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_template_preview_finalize;

  signals[SIGNAL_TRIED] = g_signal_new ("tried", RELANCE_TYPE_TEMPLATE_PREVIEW, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-template-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplatePreview, client);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplatePreview, sample);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplatePreview, subject);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplatePreview, text);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplatePreview, sms_line);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplatePreview, sms_size);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplatePreview, sms);
  gtk_widget_class_bind_template_callback (widget_class, client_changed_cb);
}

static void
relance_template_preview_init (RelanceTemplatePreview *self)
{
  g_autoptr (GtkListItemFactory) names = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (names, "setup", G_CALLBACK (set_up_name_cb), NULL);
  g_signal_connect (names, "bind", G_CALLBACK (bind_name_cb), NULL);
  gtk_drop_down_set_factory (self->client, names);
  gtk_drop_down_set_expression (
    self->client, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
}

/* Once, before anything is shown. */
void
relance_template_preview_set_desk (RelanceTemplatePreview *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_TEMPLATE_PREVIEW (self));

  self->desk = g_object_ref (desk);
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_template_clients, NULL, NULL,
                          (GDestroyNotify) g_ptr_array_unref, NULL, clients_loaded_cb,
                          g_object_ref (self));
}

/**
 * relance_template_preview_show:
 * @name: the letter that the words are for
 * @text: the words, with their variables
 */
void
relance_template_preview_show (RelanceTemplatePreview *self, const char *name, const char *text)
{
  g_return_if_fail (RELANCE_IS_TEMPLATE_PREVIEW (self));

  g_set_str (&self->name, name);
  g_set_str (&self->words, text);
  try_words (self);
}
