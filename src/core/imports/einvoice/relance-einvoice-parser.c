/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-einvoice-parser.h"

#include "relance-einvoice-xml.h"
#include "relance-import-error.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

/* The parser's own bounds refuse an invoice with a scan of 10 MB in it. Ours are
 * stricter where it matters: no entities, depth, elements, bytes. */
#define OPTIONS                                                                                    \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |                 \
   XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC | XML_PARSE_HUGE)

#define MAX_ATTRIBUTES 512
#define MAX_NAMESPACES 512
#define MAX_KEPT_ELEMENTS 50000
#define KEPT_LINES 8
#define ELEMENTS_BETWEEN_CHECKS 4096

/* What decides, element by element, whether the tree grows. */
typedef struct
{
  GCancellable *cancellable;
  GError *error;

  guint depth;
  guint skipped_from; /* the depth of the element that is left out, or 0 */
  guint n_elements;
  guint n_kept;
  guint n_lines;
  guint n_namespaces; /* those in scope */
  guint16 namespaces[RELANCE_EINVOICE_MAX_DEPTH + 1];
} Filter;

static void
stop (xmlParserCtxt *parser, int code, const char *message)
{
  Filter *filter = parser->_private;

  if (filter->error == NULL)
    filter->error = g_error_new_literal (RELANCE_IMPORT_ERROR, code, message);
  xmlStopParser (parser);
}

static gboolean
is_line (const char *name)
{
  return g_str_equal (name, "IncludedSupplyChainTradeLineItem") ||
         g_str_equal (name, "InvoiceLine") || g_str_equal (name, "CreditNoteLine");
}

/* Attached files and signatures: large, and nobody here reads them. */
static gboolean
is_ballast (const char *name)
{
  return g_str_equal (name, "AttachmentBinaryObject") ||
         g_str_equal (name, "EmbeddedDocumentBinaryObject") ||
         g_str_equal (name, "UBLExtensions") || g_str_equal (name, "Signature");
}

static gboolean
is_wanted (Filter *filter, const char *name)
{
  if (is_line (name))
    return ++filter->n_lines <= KEPT_LINES;

  return !is_ballast (name);
}

/* Names are compared with every one in scope: many of them on many elements is
 * how a small file takes hours. */
static gboolean
enter (xmlParserCtxt *parser, Filter *filter, int n_namespaces)
{
  if (filter->depth >= RELANCE_EINVOICE_MAX_DEPTH)
    {
      stop (parser, RELANCE_IMPORT_ERROR_OVERSIZED, "depth");
      return FALSE;
    }
  filter->namespaces[++filter->depth] = n_namespaces;
  filter->n_namespaces += n_namespaces;
  if (filter->n_namespaces > MAX_NAMESPACES)
    {
      stop (parser, RELANCE_IMPORT_ERROR_OVERSIZED, "namespaces");
      return FALSE;
    }
  if (++filter->n_elements % ELEMENTS_BETWEEN_CHECKS == 0 &&
      g_cancellable_set_error_if_cancelled (filter->cancellable, &filter->error))
    {
      xmlStopParser (parser);
      return FALSE;
    }

  return TRUE;
}

static void
start_element_cb (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *parser = data;
  Filter *filter = parser->_private;

  if (!enter (parser, filter, n_namespaces) || filter->skipped_from > 0)
    return;
  if (!is_wanted (filter, (const char *) name))
    {
      filter->skipped_from = filter->depth;
      return;
    }
  if (++filter->n_kept > MAX_KEPT_ELEMENTS)
    {
      stop (parser, RELANCE_IMPORT_ERROR_OVERSIZED, "elements");
      return;
    }

  xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  xmlParserCtxt *parser = data;
  Filter *filter = parser->_private;
  guint depth = filter->depth;

  if (depth == 0 || filter->error != NULL)
    return;
  filter->n_namespaces -= filter->namespaces[depth];
  filter->depth--;

  if (filter->skipped_from == 0)
    xmlSAX2EndElementNs (data, name, prefix, uri);
  else if (filter->skipped_from == depth)
    filter->skipped_from = 0;
}

static void
characters_cb (void *data, const xmlChar *text, int length)
{
  xmlParserCtxt *parser = data;
  const Filter *filter = parser->_private;

  if (filter->skipped_from == 0 && filter->error == NULL)
    xmlSAX2Characters (data, text, length);
}

/* No e-invoice declares a document type; entities need one. */
static void
doctype_cb (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  stop (data, RELANCE_IMPORT_ERROR_DOCTYPE, (const char *) name);
}

/* Counts what looks like the attributes of one tag: the parser compares each with
 * each before it says anything of the element. */
static gboolean
has_too_many_attributes (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '<')
        n = 0;
      else if (*c == '=')
        {
          const char *value = c + 1;

          while (g_ascii_isspace (*value))
            value++;
          if ((*value == '"' || *value == '\'') && ++n > MAX_ATTRIBUTES)
            return TRUE;
          c = value - 1;
        }
    }

  return FALSE;
}

/* Out of the context's own handlers, so that no other parser is changed. */
static void
install (xmlParserCtxt *parser, Filter *filter)
{
  parser->_private = filter;
  parser->sax->startElementNs = start_element_cb;
  parser->sax->endElementNs = end_element_cb;
  parser->sax->characters = characters_cb;
  parser->sax->ignorableWhitespace = characters_cb;
  parser->sax->internalSubset = doctype_cb;
  parser->sax->comment = NULL;
  parser->sax->processingInstruction = NULL;
}

/**
 * relance_einvoice_parser_run:
 * @text: XML in UTF-8
 * @error: %RELANCE_IMPORT_ERROR_BROKEN, OVERSIZED or DOCTYPE, or that it was cancelled
 *
 * Reads untrusted XML: nothing is fetched, no entity is expanded, nothing is
 * printed, and time and memory are bounded by the size of @text.
 *
 * Returns: (transfer full): the document; further lines and attached files are not in it
 */
xmlDoc *
relance_einvoice_parser_run (const char *text, GCancellable *cancellable, GError **error)
{
  Filter filter = { .cancellable = cancellable };
  xmlParserCtxt *parser;
  xmlDoc *document;

  if (has_too_many_attributes (text))
    {
      g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_OVERSIZED,
                           "attributes");
      return NULL;
    }

  parser = xmlNewParserCtxt ();
  install (parser, &filter);
  document = xmlCtxtReadMemory (parser, text, strlen (text), NULL, "UTF-8", OPTIONS);
  xmlFreeParserCtxt (parser);

  if (document != NULL && filter.error == NULL && xmlDocGetRootElement (document) != NULL)
    return document;

  xmlFreeDoc (document);
  if (filter.error != NULL)
    g_propagate_error (error, filter.error);
  else
    g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_BROKEN, "XML");

  return NULL;
}
