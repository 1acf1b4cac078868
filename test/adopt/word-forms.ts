import { p, r, relations, wordOf } from './word-xml.ts'

const tc = (inside: string, pr = '') =>
  `<w:tc>${pr && `<w:tcPr>${pr}</w:tcPr>`}${inside || '<w:p/>'}</w:tc>`
const tr = (...c: string[]) => `<w:tr>${c.join('')}</w:tr>`
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`
const sdt = (pr: string, shown: string) =>
  `<w:sdt><w:sdtPr>${pr}</w:sdtPr><w:sdtContent>${shown}</w:sdtContent></w:sdt>`
const cb = (on = false) =>
  sdt(`<w14:checkbox><w14:checked w14:val="${on ? 1 : 0}"/></w14:checkbox>`, r(on ? '☒' : '☐'))
const B = '<w:b/>'
const span = (n: number) => `<w:gridSpan w:val="${n}"/>`
const vm = (restart = false) => `<w:vMerge${restart ? ' w:val="restart"' : ''}/>`
const ff = (kind: string, data: string, shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> ${kind} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const lvl = (i: number, fmt: string, text: string, extra = '') =>
  `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${fmt}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${lvl(0, 'decimal', '%1.')}${lvl(1, 'decimal', '%1.%2')}${lvl(2, 'lowerLetter', '(%3)')}${lvl(3, 'lowerRoman', '(%4)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${lvl(0, 'bullet', '')}${lvl(1, 'bullet', 'o')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${lvl(0, 'lowerLetter', '(%1)')}</w:abstractNum><w:abstractNum w:abstractNumId="3">${lvl(0, 'upperLetter', 'Schedule %1:')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num></w:numbering>`
const n = (id: number, l: number) =>
  `<w:numPr><w:ilvl w:val="${l}"/><w:numId w:val="${id}"/></w:numPr>`
const parts = {
  'word/numbering.xml': numbering,
  'word/_rels/document.xml.rels': relations({ r9: ['numbering', 'numbering.xml'] }),
}

/** Forms and texts as people lay them out in Word, each a file. */
export const wordForms: Readonly<Record<string, () => Uint8Array>> = {
  'an intake form with merged cells and a table inside': () =>
    wordOf(
      [
        p(r('New starter intake form', `${B}<w:sz w:val="36"/>`)),
        tbl(
          tr(tc(p(r('Section A: Personal details', B)), span(4))),
          tr(tc(p(r('First name'))), tc(''), tc(p(r('Surname'))), tc('')),
          tr(tc(p(r('Address'))), tc('', span(3))),
          tr(tc(p(r('Postcode'))), tc(''), tc(p(r('Date of birth'))), tc(p(r('DD/MM/YYYY')))),
          tr(tc(p(r('Section B: Role', B)), span(4))),
          tr(
            tc(p(r('Contract type'))),
            tc(
              p(`${cb()}${r(' Permanent ')}${cb()}${r(' Fixed term ')}${cb()}${r(' Casual')}`),
              span(3),
            ),
          ),
          tr(
            tc(p(r('Working pattern'))),
            tc(
              `${tbl(
                tr(
                  tc(p(r('Mon'))),
                  tc(p(r('Tue'))),
                  tc(p(r('Wed'))),
                  tc(p(r('Thu'))),
                  tc(p(r('Fri'))),
                ),
                tr(tc(''), tc(''), tc(''), tc(''), tc('')),
              )}<w:p/>`,
              span(3),
            ),
          ),
          tr(
            tc(p(r('Do you have the right to work in the UK?'))),
            tc(p(`${cb()}${r(' Yes')}`)),
            tc(p(`${cb()}${r(' No')}`), span(2)),
          ),
          tr(tc(p(r('Any adjustments that you need')) + p('') + p('') + p(''), span(4))),
          tr(tc(p(r('Emergency contact')), vm(true)), tc(p(r('Name'))), tc('', span(2))),
          tr(tc('', vm()), tc(p(r('Phone'))), tc('', span(2))),
          tr(tc('', vm()), tc(p(r('Relationship'))), tc('', span(2))),
        ),
        p(r('Declaration', B)),
        p(r('I confirm that the information above is correct.')),
        tbl(
          tr(tc(p(r('Signed'))), tc(''), tc(p(r('Date'))), tc('')),
          tr(tc(p(r('Print name'))), tc('', span(3))),
        ),
        p(r('For office use only', B)),
        tbl(
          tr(tc(p(r('Received by'))), tc(p(r('Date received'))), tc(p(r('Entered on system')))),
          tr(tc(''), tc(''), tc(p(cb()))),
        ),
      ].join(''),
    ),
  'a report of an accident, with rows that are no labels': () =>
    wordOf(
      [
        p(r('Accident report form', `${B}<w:sz w:val="36"/>`)),
        tbl(
          tr(tc(p(r('1. Who reports it', B)), span(4))),
          tr(tc(p(r('Name'))), tc(''), tc(p(r('Job title'))), tc('')),
          tr(tc(p(r('2. The accident', B)), span(4))),
          tr(tc(p(r('Date'))), tc(''), tc(p(r('Time'))), tc(p(r('  :   am/pm')))),
          tr(tc(p(r('Was anybody hurt?'))), tc(p(r('Yes ☐ No ☐ If yes, tell us how')), span(3))),
          tr(tc(`${p(r('What happened?'))}<w:p/><w:p/><w:p/>`, span(4))),
          tr(
            tc(p(r('Reports go to the office')), span(2)),
            tc(p(r('within a day, or at once by telephone')), span(2)),
          ),
          tr(tc(p(r('3. For the office', B)), span(4))),
          tr(tc(p(r('Risk'))), tc(p(r('Low / Medium / High'))), tc(p(r('Reference no.'))), tc('')),
        ),
        p(r('I have said what I know.')),
        tbl(
          tr(tc('<w:p/><w:p/>'), tc('<w:p/><w:p/>')),
          tr(tc(p(r('Signature of who reports it'))), tc(p(r('Date')))),
        ),
        p(r('□ Send me a copy')),
        p(r('□ Call me')),
      ].join(''),
    ),
  'content controls of every kind': () =>
    wordOf(
      [
        p(r('Flexible working application')),
        tbl(
          tr(
            tc(p(r('Employee'))),
            `<w:tc>${sdt('<w:alias w:val="Employee"/><w:showingPlcHdr/><w:text/>', p(r('Click or tap here to enter text.')))}</w:tc>`,
          ),
          tr(
            tc(p(r('Department'))),
            tc(
              p(
                sdt(
                  '<w:showingPlcHdr/><w:comboBox><w:listItem w:value="Choose an item."/><w:listItem w:displayText="Finance" w:value="f"/><w:listItem w:displayText="Care" w:value="c"/></w:comboBox>',
                  r('Choose an item.'),
                ),
              ),
            ),
          ),
          tr(
            tc(p(r('Start'))),
            tc(
              p(
                sdt(
                  '<w:showingPlcHdr/><w:date><w:dateFormat w:val="dd/MM/yyyy"/></w:date>',
                  r('Click or tap to enter a date.'),
                ),
              ),
            ),
          ),
        ),
        sdt(
          '<w:alias w:val="Reasons"/><w:showingPlcHdr/>',
          p(r('Click or tap here to enter text.')),
        ),
        p(r('Change requested:')),
        sdt(
          '<w:showingPlcHdr/><w:text w:multiLine="1"/>',
          p(r('Describe the pattern you would like')),
        ),
        p(
          `${cb()}${r(' Hours')}<w:r><w:tab/></w:r>${cb()}${r(' Times')}<w:r><w:tab/></w:r>${cb()}${r(' Place of work')}`,
        ),
        p(
          `${r('Have you applied before?')}<w:r><w:tab/></w:r>${cb()}${r(' Yes')}<w:r><w:tab/></w:r>${cb(true)}${r(' No')}`,
        ),
        p(
          `${r('I, ')}${sdt('<w:showingPlcHdr/><w:text/>', r('your name'))}${r(', ask for this from ')}${sdt('<w:showingPlcHdr/><w:date/>', r('date'))}${r('.')}`,
        ),
        sdt(
          '<w15:repeatingSection/>',
          sdt(
            '<w15:repeatingSectionItem/>',
            p(`${r('Item: ')}${sdt('<w:showingPlcHdr/><w:text/>', r('Click here'))}`),
          ),
        ),
        p(`${r('Picture of badge ')}${sdt('<w:picture/>', r(''))}`),
        p(
          `${r('Manager decision: ')}${sdt('<w:dropDownList><w:listItem w:displayText="Agreed" w:value="1"/><w:listItem w:displayText="Declined" w:value="2"/></w:dropDownList>', r('Agreed'))}`,
        ),
      ].join(''),
    ),
  'an old form with fields and tabs': () =>
    wordOf(
      [
        p(r('Expenses claim form')),
        p(
          `${r('Name: ')}${ff('FORMTEXT', '<w:name w:val="Text1"/><w:textInput/>', r('     '))}<w:r><w:tab/></w:r>${r('Payroll no: ')}${ff('FORMTEXT', '<w:textInput><w:type w:val="number"/><w:maxLength w:val="6"/></w:textInput>', r('     '))}`,
        ),
        p(
          `${r('Claim date: ')}${ff('FORMTEXT', '<w:textInput><w:type w:val="date"/><w:format w:val="dd/MM/yyyy"/></w:textInput>', r('     '))}`,
        ),
        p(
          `${r('Paid by: ')}${ff('FORMDROPDOWN', '<w:ddList><w:listEntry w:val="Bank transfer"/><w:listEntry w:val="Payroll"/></w:ddList>', '')}`,
        ),
        p(
          `${r('Receipts attached: ')}${ff('FORMCHECKBOX', '<w:checkBox><w:default w:val="0"/></w:checkBox>', '')}${r(' Yes  ')}${ff('FORMCHECKBOX', '<w:checkBox/>', '')}${r(' No')}`,
        ),
        tbl(
          tr(
            tc(p(r('Date', B))),
            tc(p(r('Details', B))),
            tc(p(r('Miles', B))),
            tc(p(r('Amount £', B))),
          ),
          ...[1, 2, 3, 4].map(() =>
            tr(...[1, 2, 3, 4].map(() => tc(p(ff('FORMTEXT', '<w:textInput/>', r('     ')))))),
          ),
          tr(tc(p(r('Total')), span(3)), tc('')),
        ),
        p(
          r('I claim the sum of £') +
            ff('FORMTEXT', '<w:textInput/>', r('     ')) +
            r(' for the journeys above.'),
        ),
        p(
          `${r('Signature')}<w:r><w:tab/></w:r><w:r><w:tab/></w:r>${r('Date')}<w:r><w:tab/></w:r>`,
          '<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="5000"/><w:tab w:val="left" w:pos="5400"/><w:tab w:val="right" w:leader="underscore" w:pos="9000"/></w:tabs>',
        ),
        p(
          `${r('Authorised by')}<w:r><w:tab/></w:r>`,
          '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>',
        ),
      ].join(''),
    ),
  'clauses that begin anew, and a schedule': () =>
    wordOf(
      [
        p(r('Mentoring agreement', `${B}<w:sz w:val="40"/>`)),
        p(r('Definitions', B), n(1, 0)),
        p(r('In this agreement the mentor is the person named below.'), n(1, 1)),
        p(r('The mentee may:'), n(1, 1)),
        p(r('ask for another mentor;'), n(1, 2)),
        p(r('end the agreement:'), n(1, 2)),
        p(r('at once, or'), n(1, 3)),
        p(r('with notice.'), n(1, 3)),
        p(r('Meetings', B), n(1, 0)),
        p(r('They meet every month.'), n(1, 1)),
        p(r('The mentor agrees:')),
        p(r('to listen;'), n(3, 0)),
        p(r('to keep confidences.'), n(3, 0)),
        p(r('The mentee agrees:')),
        p(r('to prepare;'), n(4, 0)),
        p(r('to be on time.'), n(4, 0)),
        p(r('Bring:')),
        p(r('notes'), n(2, 0)),
        p(r('of the last meeting'), n(2, 1)),
        p(r('a pen'), n(2, 0)),
        p(r('What to bring'), n(5, 0)),
        p(r('Nothing in this schedule binds.')),
        p(r('Signed by the mentor ______________________ Date ___________')),
        p(r('Signed by the mentee ______________________ Date ___________')),
      ].join(''),
      parts,
    ),
  'moves, formulas, another script and a table of versions': () =>
    wordOf(
      [
        p(r('Grievance policy', `${B}<w:sz w:val="40"/>`)),
        p(r('Purpose', `${B}<w:sz w:val="28"/>`)),
        `<w:p><w:moveFromRangeStart w:id="1" w:name="m1"/><w:moveFrom w:id="2" w:author="A">${r('This sentence was moved.')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${r('We hear every grievance.')}</w:p>`,
        `<w:p>${r('Stays here. ')}<w:moveTo w:id="3" w:author="A">${r('This sentence was moved.')}</w:moveTo><w:ins w:id="4" w:author="B">${r(' Inserted.')}</w:ins><w:del w:id="5" w:author="B"><w:r><w:delText>Deleted</w:delText></w:r></w:del></w:p>`,
        p(
          r('The rate is ') +
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>' +
            r(' of pay.'),
        ),
        p(r('الموظف يقدم الشكوى', '<w:rtl/>'), '<w:bidi/>'),
        p(`${r('Line one')}<w:r><w:br/></w:r>${r('Line two after a break')}`),
        p(`<w:r><w:br w:type="page"/></w:r>${r('Steps', `${B}<w:sz w:val="28"/>`)}`),
        p(`${r('1.')}<w:r><w:tab/></w:r>${r('Tell your manager.')}`),
        p(`${r('2.')}<w:r><w:tab/></w:r>${r('Write to HR.')}`),
        p(`${r('a)')}<w:r><w:tab/></w:r>${r('by post')}`),
        p(`${r('b)')}<w:r><w:tab/></w:r>${r('by e-mail')}`),
        p(`${r('3.')}<w:r><w:tab/></w:r>${r('Wait for five days.')}`),
        p(
          r('H') +
            r('2', '<w:vertAlign w:val="subscript"/>') +
            r('O and m') +
            r('2', '<w:vertAlign w:val="superscript"/>'),
        ),
        p(r('RESTRICTED', '<w:caps/>')),
        `<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr>${r('Left column text.')}</w:p>`,
        p(r('Version history', B)),
        tbl(
          tr(
            tc(p(r('Version', B))),
            tc(p(r('Date', B))),
            tc(p(r('Author', B))),
            tc(p(r('Summary of changes', B))),
          ),
          tr(
            tc(p(r('0.1'))),
            tc(p(r('3 March 2024'))),
            tc(p(r('J Smith'))),
            tc(p(r('First draft'))),
          ),
          tr(
            tc(p(r('1.0'))),
            tc(p(r('12/06/2024'))),
            tc(p(r('J Smith'))),
            tc(p(r('Approved by board'))),
          ),
          tr(
            tc(p(r('1.1'))),
            tc(p(r('Jan 2025'))),
            tc(p(r('P Jones'))),
            tc(p(r('New appeal stage'))),
          ),
        ),
      ].join(''),
    ),
}
