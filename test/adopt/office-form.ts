import { savedBy } from './open-document.ts'

const control = (name: string, width = '8cm'): string =>
  `<draw:control text:anchor-type="as-char" svg:width="${width}" svg:height="0.7cm" draw:control="${name}"/>`

const names = {
  text: 'TextField',
  textarea: 'TextField',
  date: 'DateField',
  checkbox: 'CheckBox',
  listbox: 'ListBox',
} as const

const field = (kind: keyof typeof names, id: string, more = '', inside = ''): string =>
  `<form:${kind} form:name="${id}" xml:id="${id}" form:id="${id}" form:control-implementation="ooo:com.sun.star.form.component.${names[kind]}" ${more}>${inside}</form:${kind}>`

const options = ['Morning', 'Afternoon', 'Evening']
  .map((label) => `<form:option form:label="${label}" form:value="${label}"/>`)
  .join('')

/** A form of LibreOffice Writer, which it exports as a PDF form. */
const source = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ooo="http://openoffice.org/2004/office" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:style style:name="Big" style:family="paragraph"><style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style></office:automatic-styles>
<office:body><office:text>
<office:forms form:automatic-focus="false" form:apply-design-mode="false"><form:form form:name="Form">
${field('text', 'Text Box 1')}${field('text', 'Text Box 2')}${field('text', 'Text Box 3')}
${field('textarea', 'Text Box 4')}
${field('checkbox', 'Check Box 1')}${field('checkbox', 'Check Box 2')}
${field('listbox', 'List Box 1', 'form:dropdown="true" form:size="3"', options)}
</form:form></office:forms>
<text:p text:style-name="Big">Volunteer application</text:p>
<text:p>Thank you for offering your time to us.</text:p>
<text:p>Full name: ${control('Text Box 1')}</text:p>
<text:p>Date of birth: ${control('Text Box 2')}</text:p>
<text:p>Hours a week: ${control('Text Box 3')}</text:p>
<text:p>What would you like to do?</text:p>
<text:p>${control('Text Box 4', '14cm')}</text:p>
<text:p>When are you free? ${control('List Box 1')}</text:p>
<text:p>${control('Check Box 1', '0.5cm')} I am over eighteen</text:p>
<text:p>${control('Check Box 2', '0.5cm')} I have a driving licence</text:p>
</office:text></office:body></office:document>
`

export function officeForm(): Uint8Array {
  return savedBy(new TextEncoder().encode(source), 'form.fodt', 'pdf')
}
