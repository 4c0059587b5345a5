/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-einvoice-xml.h"

#include "relance-einvoice-encoding.h"
#include "relance-einvoice-parser.h"
#include "relance-import-error.h"

#include <string.h>

#define CHUNK_BYTES 4096
#define MAX_TEXT_BYTES (16 * 1024)

/* Where the standards keep their elements: CII and UBL, all versions. An element
 * of the same name anywhere else is an extension that means something else. */
static const char *const namespaces[] = {
  "urn:un:unece:uncefact:data:",
  "urn:ferd:CrossIndustryDocument:",
  "urn:oasis:names:specification:ubl:schema:xsd:",
  NULL,
};

static gboolean
is_of_standard (xmlNode *node)
{
  const char *uri = relance_einvoice_xml_get_namespace (node);

  for (int i = 0; namespaces[i] != NULL; i++)
    if (g_str_has_prefix (uri, namespaces[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_named (xmlNode *node, const char *name, gsize length)
{
  const char *own = (const char *) node->name;

  return node->type == XML_ELEMENT_NODE && strncmp (own, name, length) == 0 &&
         own[length] == '\0' && is_of_standard (node);
}

static xmlNode *
find_from (xmlNode *node, const char *name, gsize length)
{
  for (; node != NULL; node = node->next)
    if (is_named (node, name, length))
      return node;

  return NULL;
}

/* Without the blanks at both ends and within bounds; NULL when nothing is left. */
static const char *
keep (RelanceEinvoiceXml *self, const char *text)
{
  gsize length;

  while (g_ascii_isspace (*text))
    text++;
  length = strlen (text);
  if (length > MAX_TEXT_BYTES)
    length = g_utf8_find_prev_char (text, text + MAX_TEXT_BYTES) - text;
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;

  return length == 0 ? NULL : g_string_chunk_insert_len (self->texts, text, length);
}

static const char *
get_text (RelanceEinvoiceXml *self, xmlNode *node)
{
  xmlChar *content;
  const char *text;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return NULL;

  content = xmlNodeGetContent (node);
  text = content != NULL ? keep (self, (const char *) content) : NULL;
  xmlFree (content);

  return text;
}

/**
 * relance_einvoice_xml_parse:
 * @bytes: a file that anybody may have made
 * @error: %RELANCE_IMPORT_ERROR_EMPTY, BROKEN, OVERSIZED or DOCTYPE, or that it was cancelled
 *
 * Returns: (transfer full): the tree of an XML document
 */
RelanceEinvoiceXml *
relance_einvoice_xml_parse (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = NULL;
  RelanceEinvoiceXml *self;
  xmlDoc *document;

  if (g_bytes_get_size (bytes) > RELANCE_EINVOICE_MAX_BYTES)
    {
      g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_OVERSIZED, "bytes");
      return NULL;
    }
  text = relance_einvoice_encoding_decode (bytes, error);
  if (text == NULL)
    return NULL;
  if (*text == '\0')
    {
      g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_EMPTY, "");
      return NULL;
    }

  document = relance_einvoice_parser_run (text, cancellable, error);
  if (document == NULL)
    return NULL;

  self = g_new0 (RelanceEinvoiceXml, 1);
  self->document = document;
  self->texts = g_string_chunk_new (CHUNK_BYTES);

  return self;
}

void
relance_einvoice_xml_free (RelanceEinvoiceXml *self)
{
  xmlFreeDoc (self->document);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * relance_einvoice_xml_get_namespace:
 *
 * Returns: the address of the element's namespace, "" for none
 */
const char *
relance_einvoice_xml_get_namespace (xmlNode *node)
{
  return node->ns != NULL && node->ns->href != NULL ? (const char *) node->ns->href : "";
}

/**
 * relance_einvoice_xml_find:
 * @parent: (nullable): an element
 * @name: a local name, in a namespace of the standards whatever its prefix
 *
 * Returns: (nullable): the first such child
 */
xmlNode *
relance_einvoice_xml_find (xmlNode *parent, const char *name)
{
  return parent == NULL ? NULL : find_from (parent->children, name, strlen (name));
}

/**
 * relance_einvoice_xml_find_next:
 *
 * Returns: (nullable): the next element beside @node that has its name
 */
xmlNode *
relance_einvoice_xml_find_next (xmlNode *node)
{
  const char *name = (const char *) node->name;

  return find_from (node->next, name, strlen (name));
}

/**
 * relance_einvoice_xml_get:
 * @node: (nullable): where to start
 * @path: local names from @node down, such as `Party/PartyName/Name`; "" for @node
 *
 * Returns: (nullable): the first text there that is not blank, as long as the tree lives
 */
const char *
relance_einvoice_xml_get (RelanceEinvoiceXml *self, xmlNode *node, const char *path)
{
  gsize length = strcspn (path, "/");
  const char *rest = path[length] == '/' ? path + length + 1 : "";

  if (node == NULL)
    return NULL;
  if (*path == '\0')
    return get_text (self, node);

  for (xmlNode *child = find_from (node->children, path, length); child != NULL;
       child = find_from (child->next, path, length))
    {
      const char *text = relance_einvoice_xml_get (self, child, rest);

      if (text != NULL)
        return text;
    }

  return NULL;
}

/**
 * relance_einvoice_xml_get_attribute:
 * @node: (nullable): an element
 * @name: an attribute without a namespace
 *
 * Returns: (nullable): its value, when it is not blank
 */
const char *
relance_einvoice_xml_get_attribute (RelanceEinvoiceXml *self, xmlNode *node, const char *name)
{
  xmlChar *value = node == NULL ? NULL : xmlGetNoNsProp (node, (const xmlChar *) name);
  const char *text = value != NULL ? keep (self, (const char *) value) : NULL;

  xmlFree (value);

  return text;
}
