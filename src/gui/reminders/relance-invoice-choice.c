/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoice-choice.h"

struct _RelanceInvoiceChoice
{
  GObject parent_instance;

  RelanceInvoice *invoice;

  gboolean included;
  gboolean is_free;
};

G_DEFINE_FINAL_TYPE (RelanceInvoiceChoice, relance_invoice_choice, G_TYPE_OBJECT)

typedef enum
{
  PROP_INCLUDED = 1,
  PROP_FREE,
} RelanceInvoiceChoiceProperty;

static GParamSpec *properties[PROP_FREE + 1];

static void
set_free (RelanceInvoiceChoice *self, gboolean is_free)
{
  if (self->is_free == is_free)
    return;

  self->is_free = is_free;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FREE]);
}

static void
relance_invoice_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RelanceInvoiceChoice *self = RELANCE_INVOICE_CHOICE (object);

  switch ((RelanceInvoiceChoiceProperty) id)
    {
    case PROP_INCLUDED:
      g_value_set_boolean (value, self->included);
      break;
    case PROP_FREE:
      g_value_set_boolean (value, self->is_free);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
relance_invoice_choice_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  RelanceInvoiceChoice *self = RELANCE_INVOICE_CHOICE (object);

  if (id == PROP_INCLUDED)
    relance_invoice_choice_include (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
relance_invoice_choice_finalize (GObject *object)
{
  g_object_unref (RELANCE_INVOICE_CHOICE (object)->invoice);

  G_OBJECT_CLASS (relance_invoice_choice_parent_class)->finalize (object);
}

static void
relance_invoice_choice_class_init (RelanceInvoiceChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = relance_invoice_choice_get_property;
  object_class->set_property = relance_invoice_choice_set_property;
  object_class->finalize = relance_invoice_choice_finalize;

  properties[PROP_INCLUDED] =
    g_param_spec_boolean ("included", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_FREE] = g_param_spec_boolean ("free", NULL, NULL, TRUE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
relance_invoice_choice_init (RelanceInvoiceChoice *self)
{
  self->is_free = TRUE;
}

RelanceInvoiceChoice *
relance_invoice_choice_new (RelanceInvoice *invoice, gboolean included)
{
  RelanceInvoiceChoice *self = g_object_new (RELANCE_TYPE_INVOICE_CHOICE, NULL);

  self->invoice = g_object_ref (invoice);
  self->included = included;
  return self;
}

RelanceInvoice *
relance_invoice_choice_get_invoice (RelanceInvoiceChoice *self)
{
  return self->invoice;
}

gboolean
relance_invoice_choice_is_included (RelanceInvoiceChoice *self)
{
  return self->included;
}

void
relance_invoice_choice_include (RelanceInvoiceChoice *self, gboolean included)
{
  if (self->included == included)
    return;

  self->included = included;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDED]);
}

/* Returns: how many of @choices the letter speaks of */
guint
relance_invoice_choices_count (GListModel *choices)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (RelanceInvoiceChoice) choice = g_list_model_get_item (choices, i);

      count += choice->included;
    }
  return count;
}

/* The last one that is included stays so. */
void
relance_invoice_choices_hold_last (GListModel *choices)
{
  guint count = relance_invoice_choices_count (choices);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (RelanceInvoiceChoice) choice = g_list_model_get_item (choices, i);

      set_free (choice, count > 1 || !choice->included);
    }
}
