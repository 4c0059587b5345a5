/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-template-variables.h"

#include "widgets/relance-plain-row.h"

#include <glib/gi18n.h>

struct _RelanceTemplateVariables
{
  GtkPopover parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RelanceTemplateVariables, relance_template_variables, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  const char *text; /* what is written; NULL for a heading */
  const char *words;
} Variable;

/* The ones people need; data/letters/README.md explains all. */
static const Variable variables[] = {
  { NULL, N_ ("The Client") },
  { "{{client.name}}", N_ ("Name of the client") },
  { "{{client.first_name}}", N_ ("First name of the person") },
  { "{{client.last_name}}", N_ ("Last name of the person") },
  { NULL, N_ ("One Invoice") },
  { "{{#one}}|{{/one}}", N_ ("Only when the letter is about one invoice") },
  { "{{number}}", N_ ("Number of the invoice") },
  { "{{label}}", N_ ("What the invoice was for") },
  { "{{balance}}", N_ ("Amount that remains due") },
  { "{{amount}}", N_ ("Amount before what was paid") },
  { "{{issued}}", N_ ("Date of the invoice") },
  { "{{due}}", N_ ("Date it was due") },
  { "{{days_late}}", N_ ("Days late, as a number") },
  { "{{#part_paid}}|{{/part_paid}}", N_ ("Only when a part of it was paid") },
  { NULL, N_ ("Several Invoices") },
  { "{{#several}}|{{/several}}", N_ ("Only when the letter is about several invoices") },
  { "{{>invoices}}", N_ ("Table of the invoices, when there are several") },
  { "{{several.count}}", N_ ("How many invoices") },
  { "{{several.sum}}", N_ ("Their total") },
  { "{{>numbers}}", N_ ("“Invoice” and the number, or the numbers") },
  { NULL, N_ ("Dates") },
  { "{{today}}", N_ ("Date of the letter") },
  { "{{deadline}}", N_ ("Until when a firm letter asks to be paid") },
  { "{{#previous}}|{{previous}}{{/previous}}", N_ ("Date of the last message, when there is one") },
  { NULL, N_ ("Payment") },
  { "{{>payment}}", N_ ("How to pay: the bank details") },
  { "{{business.iban}}", N_ ("IBAN of your business") },
  { "{{#fees}}|{{fees.total}}{{/fees}}", N_ ("Late fees, when there are any") },
  { "{{#promise}}|{{promise.date}}{{/promise}}", N_ ("Date that was promised, when there is one") },
  { "{{#attached}}|{{/attached}}", N_ ("Only when every invoice is attached") },
  { "{{#part_attached}}|{{/part_attached}}", N_ ("Only when some invoices are attached, not all") },
  { "{{>attached-numbers}}", N_ ("Numbers of these invoices") },
  { NULL, N_ ("Greeting and Signature") },
  { "{{>greeting-formal}}", N_ ("Formal greeting") },
  { "{{>greeting-friendly}}", N_ ("Friendly greeting") },
  { "{{>signature}}", N_ ("Your signature") },
  { "{{business.name}}", N_ ("Name of your business") },
  { "{{business.phone}}", N_ ("Phone of your business") },
  { "{{#personal}}|{{/personal}}", N_ ("Only when a person writes: “I”") },
  { "{{#neutral}}|{{/neutral}}", N_ ("Only when the mailbox writes: “we”") },
  { "{{personal_line}}", N_ ("Your personal line") },
};

/* As it is written, without the mark of the cursor. */
static char *
dup_shown (const char *text)
{
  GString *shown = g_string_new (text);

  g_string_replace (shown, "|", "", 0);
  return g_string_free_and_steal (shown);
}

static GtkWidget *
make_heading (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "variables-heading");
  return label;
}

static void
set_heading_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *heading = g_object_get_data (G_OBJECT (row), "heading");

  if (heading != NULL && gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, make_heading (heading));
}

static void
row_activated_cb (RelanceTemplateVariables *self, GtkListBoxRow *row)
{
  const char *text = g_object_get_data (G_OBJECT (row), "text");

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, text);
}

static void
add_rows (RelanceTemplateVariables *self)
{
  const char *heading = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      g_autofree char *shown = NULL;
      GtkWidget *row;

      if (variables[i].text == NULL)
        {
          heading = _ (variables[i].words);
          continue;
        }
      shown = dup_shown (variables[i].text);
      row = GTK_WIDGET (relance_plain_row_new (_ (variables[i].words), shown));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "text", (gpointer) variables[i].text);
      g_object_set_data (G_OBJECT (row), "heading", (gpointer) heading);
      heading = NULL;
      gtk_list_box_append (self->list, row);
    }
}

static void
relance_template_variables_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_TEMPLATE_VARIABLES);

  G_OBJECT_CLASS (relance_template_variables_parent_class)->dispose (object);
}

static void
relance_template_variables_class_init (RelanceTemplateVariablesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_template_variables_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", RELANCE_TYPE_TEMPLATE_VARIABLES,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/Relance/relance-template-variables.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplateVariables, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
relance_template_variables_init (RelanceTemplateVariables *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, set_heading_cb, NULL, NULL);
  add_rows (self);
}
