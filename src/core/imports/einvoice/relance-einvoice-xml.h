/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* What no e-invoice comes near, and what keeps a hostile one cheap. */
#define RELANCE_EINVOICE_MAX_BYTES (20 * 1024 * 1024)
#define RELANCE_EINVOICE_MAX_DEPTH 256

/**
 * RelanceEinvoiceXml:
 *
 * The header of an e-invoice and its first lines, as a tree. What no reader
 * asks for (further lines, attached files, signatures) is not kept.
 */
typedef struct
{
  xmlDoc       *document;
  GStringChunk *texts;
} RelanceEinvoiceXml;

RelanceEinvoiceXml *relance_einvoice_xml_parse         (GBytes              *bytes,
                                                        GCancellable        *cancellable,
                                                        GError             **error);
void                relance_einvoice_xml_free          (RelanceEinvoiceXml  *self);

const char         *relance_einvoice_xml_get_namespace (xmlNode             *node);
xmlNode            *relance_einvoice_xml_find          (xmlNode             *parent,
                                                        const char          *name);
xmlNode            *relance_einvoice_xml_find_next     (xmlNode             *node);
const char         *relance_einvoice_xml_get           (RelanceEinvoiceXml  *self,
                                                        xmlNode             *node,
                                                        const char          *path);
const char         *relance_einvoice_xml_get_attribute (RelanceEinvoiceXml  *self,
                                                        xmlNode             *node,
                                                        const char          *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceEinvoiceXml, relance_einvoice_xml_free)

G_END_DECLS
