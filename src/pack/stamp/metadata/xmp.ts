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
  readonly standard: Standard
}

/**
 * What a file conforms to: PDF/UA for readers of all abilities, and PDF/A where it is to be kept as it is. Programs open a file that
 * says the latter for reading only, so that a form to fill in does not. PDF/A-3 is of PDF 1.7, and PDF/UA-2 of PDF 2.0.
 */
type Standard = 'UA-1' | 'UA-1 and A-3a' | 'UA-2'

/** The XMP packet of a file that says what it conforms to (ISO 16684-1, ISO 14289-1 and -2, 5, ISO 19005-3, 6.6). */
export function xmpPacket(description: Description): string {
  const { title, language, creator, summary, date, tool, claims, standard } = description
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
${identifications[standard]}${claims ? writeClaims(claims) : ''}</rdf:Description>
${standard === 'UA-1 and A-3a' ? extensionSchemas(claims) : ''}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
}

const UA_1 = '<pdfuaid:part>1</pdfuaid:part>\n'

/** How each standard is named, UA-2 with the declarations of Well-Tagged PDF for accessibility and reuse. */
const identifications: Readonly<Record<Standard, string>> = {
  'UA-1': UA_1,
  'UA-1 and A-3a': `${UA_1}<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n`,
  'UA-2': `<pdfuaid:part>2</pdfuaid:part>
<pdfuaid:rev>2024</pdfuaid:rev>
<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag>
${['accessibility1.0', 'reuse1.0'].map(declaration).join('\n')}
</rdf:Bag></pdfd:declarations>
`,
}

function declaration(level: string): string {
  return `<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#${level}</pdfd:conformsTo></rdf:li>`
}

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
