import {
  type Claims,
  claimNames,
  writeClaims,
  XMP_NAMESPACE,
  XMP_PREFIX,
} from '../../../contracts/claims.ts'
import { escapeXml } from '../../../pdf/xml-entities.ts'

/** What the metadata of a file say. */
export interface Description {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** The organisation. */
  readonly creator: string
  readonly summary?: string | undefined
  readonly date: Date
  /** Program that made the file. */
  readonly tool: string
  readonly claims?: Claims | undefined
  /**
   * Whether the file is one to be kept as it is, which PDF/A says. Programs open such a file for reading only, so that a form to
   * fill in is none.
   */
  readonly archival: boolean
}

/** The XMP packet of a file that is PDF/UA-1, and PDF/A-3a where it is archival (ISO 16684-1, ISO 14289-1, 5, ISO 19005-3, 6.6). */
export function xmpPacket(description: Description): string {
  const { title, language, creator, summary, date, tool, claims, archival } = description
  const time = date.toISOString().replace('.000Z', 'Z')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:${XMP_PREFIX}="${XMP_NAMESPACE}">
<dc:title>${alternative(title)}</dc:title>
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(creator)}</rdf:li></rdf:Seq></dc:creator>
${summary ? `<dc:description>${alternative(summary)}</dc:description>\n` : ''}<xmp:CreatorTool>${escapeXml(tool)}</xmp:CreatorTool>
<xmp:CreateDate>${time}</xmp:CreateDate>
<xmp:ModifyDate>${time}</xmp:ModifyDate>
<pdf:Producer>${escapeXml(tool)}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
${archival ? ARCHIVAL : ''}${claims ? writeClaims(claims) : ''}</rdf:Description>
${archival ? extensionSchemas(claims) : ''}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
}

const ARCHIVAL = '<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n'

interface Schema {
  readonly name: string
  readonly namespace: string
  readonly prefix: string
  readonly properties: readonly {
    readonly name: string
    type: 'Integer' | 'Text'
    readonly about: string
  }[]
}

const uaSchema: Schema = {
  name: 'PDF/UA identification schema',
  namespace: 'http://www.aiim.org/pdfua/ns/id/',
  prefix: 'pdfuaid',
  properties: [
    { name: 'part', type: 'Integer', about: 'Part of ISO 14289 that the file conforms to' },
  ],
}

const formSchema: Schema = {
  name: 'policypack form schema',
  namespace: XMP_NAMESPACE,
  prefix: XMP_PREFIX,
  properties: Object.entries(claimNames).map(([name, about]) => ({ name, type: 'Text', about })),
}

/** Describes the properties that XMP itself does not have (ISO 19005-3, 6.6.2.3.3). */
function extensionSchemas(claims: Claims | undefined): string {
  return `<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
${[uaSchema, ...(claims ? [formSchema] : [])].map(schemaOf).join('\n')}
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
}

function schemaOf({ name, namespace, prefix, properties }: Schema): string {
  return `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>${name}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
${properties.map(propertyOf).join('\n')}
</rdf:Seq></pdfaSchema:property>
</rdf:li>`
}

function propertyOf({ name, type, about }: Schema['properties'][number]): string {
  return `<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>${name}</pdfaProperty:name>
<pdfaProperty:valueType>${type}</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>${about}</pdfaProperty:description>
</rdf:li>`
}

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
}
