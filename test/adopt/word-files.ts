import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  type IParagraphOptions,
  type ISectionOptions,
  LeaderType,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  SimpleMailMergeField,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx'

/** Pictures of one point each. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOoqKgAAALUAWneSzH7AAAAAElFTkSuQmCC',
  'base64',
)

const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgjlkLAAGKARUB8qvYAAAAAElFTkSuQmCC',
  'base64',
)

const picture = (data: Buffer) =>
  new ImageRun({ type: 'png', data, transformation: { width: 40, height: 40 } })

function level(
  level: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) {
  return { level, format, text, alignment: AlignmentType.LEFT }
}

const numbering = {
  config: [
    {
      reference: 'clauses',
      levels: [
        level(0, LevelFormat.DECIMAL, '%1.'),
        level(1, LevelFormat.DECIMAL, '%1.%2'),
        level(2, LevelFormat.LOWER_LETTER, '(%3)'),
        level(3, LevelFormat.LOWER_ROMAN, '(%4)'),
      ],
    },
    {
      reference: 'steps',
      levels: [level(0, LevelFormat.DECIMAL, '%1)'), level(1, LevelFormat.LOWER_LETTER, '%2)')],
    },
  ],
}

/** Makes a Word file of blocks. */
function wordFile(
  children: ISectionOptions['children'],
  more: Partial<ConstructorParameters<typeof Document>[0]> & Omit<ISectionOptions, 'children'> = {},
): Promise<Uint8Array> {
  const { headers, footers, ...document } = more
  const section = { children, ...(headers && { headers }), ...(footers && { footers }) }
  return Packer.toBuffer(new Document({ numbering, ...document, sections: [section] }))
}

const text = (words: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [new TextRun(words)] })

const bold = (words: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [new TextRun({ text: words, bold: true })] })

/** Parts with a tab between each. */
const tabbed = (...parts: readonly string[]): Paragraph =>
  new Paragraph({
    children: [
      new TextRun({
        children: parts.flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part])),
      }),
    ],
  })

const clause = (words: string, depth: number): Paragraph =>
  text(words, { numbering: { reference: 'clauses', level: depth } })

const step = (words: string, depth: number): Paragraph =>
  text(words, { numbering: { reference: 'steps', level: depth } })

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const borderless = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

type Cell = string | Paragraph | (Paragraph | Table)[]

function table(
  rows: readonly (readonly Cell[])[],
  options: { borderless?: boolean; header?: boolean } = {},
): Table {
  return new Table({
    layout: TableLayoutType.AUTOFIT,
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(options.borderless && { borders: borderless }),
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: options.header === true && index === 0,
          children: cells.map(
            (cell) =>
              new TableCell({
                children:
                  typeof cell === 'string' ? [text(cell)] : Array.isArray(cell) ? cell : [cell],
              }),
          ),
        }),
    ),
  })
}

/** Situations as people have them, each a file of its own. */
export const wordFiles: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'headings by style': () =>
    wordFile([
      text('Grievance policy', { heading: HeadingLevel.TITLE }),
      new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-3' }),
      text('Purpose', { heading: HeadingLevel.HEADING_1 }),
      text('This policy says how [Company Name] hears grievances.'),
      text('Who it is for', { heading: HeadingLevel.HEADING_2 }),
      text('All employees.', { bullet: { level: 0 } }),
      text('Workers and volunteers.', { bullet: { level: 0 } }),
      text('Those on the bank.', { bullet: { level: 1 } }),
      text('Steps', { heading: HeadingLevel.HEADING_1 }),
      text('Talk.', { numbering: { reference: 'steps', level: 0 } }),
      text('Write.', { numbering: { reference: 'steps', level: 0 } }),
      text('by hand,', { numbering: { reference: 'steps', level: 1 } }),
      text('by e-mail.', { numbering: { reference: 'steps', level: 1 } }),
      text('In between stands a sentence.'),
      text('Appeal.', { numbering: { reference: 'steps', level: 0 } }),
      text('Other steps begin anew.'),
      text('Listen.', { numbering: { reference: 'steps', level: 0, instance: 2 } }),
      text('Answer.', { numbering: { reference: 'steps', level: 0, instance: 2 } }),
    ]),
  'a whole policy': () =>
    wordFile(
      [
        text('Grievance policy', { heading: HeadingLevel.TITLE }),
        table([
          ['Policy owner', 'Head of People'],
          ['Version', '2.1'],
          ['Effective date', '1 March 2026'],
          ['Review', 'Every 12 months'],
        ]),
        new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
        text('Purpose', { heading: HeadingLevel.HEADING_1 }),
        new Paragraph({
          children: [
            new TextRun('This policy says how {{organisation name}} hears grievances'),
            new DeletedTextRun({
              text: ' of staff',
              id: 1,
              author: 'Ada',
              date: '2026-01-01T00:00:00Z',
            }),
            new InsertedTextRun({
              text: ' of all who work here',
              id: 2,
              author: 'Ada',
              date: '2026-01-01T00:00:00Z',
            }),
            new TextRun('.'),
          ],
        }),
        bold('Who hears a grievance'),
        new Paragraph({
          children: [
            new CommentRangeStart(0),
            new TextRun('First the manager, then (insert name of the appeal body).'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
          ],
        }),
        text('Steps', { heading: HeadingLevel.HEADING_1 }),
        text('Talk to your manager.', { numbering: { reference: 'steps', level: 0 } }),
        text('Write to HR:', { numbering: { reference: 'steps', level: 0 } }),
        text('what happened,', { numbering: { reference: 'steps', level: 1 } }),
        text('what you want.', { numbering: { reference: 'steps', level: 1 } }),
        text('Times', { heading: HeadingLevel.HEADING_1 }),
        table(
          [
            ['Step', 'Answer within', 'By'],
            ['Grievance', '10 working days', 'the manager'],
            ['Appeal', '20 working days', 'the panel'],
          ],
          { header: true },
        ),
      ],
      {
        comments: {
          children: [
            {
              id: 0,
              author: 'Bram',
              date: new Date(0),
              children: [text('Do we still have this panel?')],
            },
          ],
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({ children: [picture(LOGO), new TextRun('Fernhill Clinic')] }),
            ],
          }),
        },
      },
    ),
  'headings by bold and size': () =>
    wordFile([
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: 'Lone working policy', bold: true, size: 36 })],
      }),
      new Paragraph({ children: [new TextRun({ text: '1. Introduction', bold: true })] }),
      text('We want nobody to come to harm who works alone, at home or on the road.'),
      new Paragraph({ children: [new TextRun({ text: '1.1 Scope', bold: true })] }),
      text('The policy applies to <Company Name> and to all its sites.'),
      bold('2. Duties'),
      text('a) Managers assess the risk.'),
      text('b) Staff say where they are.'),
      bold('Please note that this sentence is bold, and ends as a sentence does.'),
    ]),
  'all typed by hand': () =>
    wordFile([
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: 'PEER SUPPORT POLICY FOR HR AND CARS', bold: true, size: 36 }),
        ],
      }),
      tabbed('Document owner:', '[Job title]'),
      tabbed('Approved by:', 'The Board'),
      tabbed('Date approved:', '[DD/MM/YYYY]'),
      tabbed('Review date:', '12 months after approval'),
      bold('CONTENTS'),
      tabbed('1.', 'Purpose', '2'),
      tabbed('2.', 'Who it is for', '2'),
      tabbed('Appendix A', 'Leave', '5'),
      bold('1. Purpose'),
      text('Peer supporters listen, and keep to themselves what they hear.'),
      bold('2. Who it is for'),
      tabbed('•', 'employees'),
      tabbed('•', 'workers of agencies:'),
      tabbed('o', 'after a month'),
      tabbed('o', 'in the shops'),
      tabbed('•', 'volunteers'),
      bold('Appendix A – Leave'),
      tabbed('In the first year', '20'),
      tabbed('In the second year', '25'),
      tabbed('Later', '30'),
      tabbed('Name:', '', '', 'Date'),
      tabbed('Manager:', '', '', '(in capitals)'),
    ]),
  'contents without numbers, and room in a table': () =>
    wordFile([
      text('Mentoring agreement', { heading: HeadingLevel.TITLE }),
      bold('In this agreement'),
      text('It has three parts.'),
      bold('Contents'),
      text('1. Goals'),
      text('2. Rating'),
      bold('1. Goals'),
      table([
        [
          new Paragraph({
            children: [
              new TextRun('What we want to reach (go on overleaf)'),
              new TextRun({ break: 3 }),
            ],
          }),
        ],
      ]),
      bold('2. Rating'),
      table([
        ['How content are you with …', '1', '2', '3'],
        ['the pairing', '', '', ''],
        ['the meetings', '', '', ''],
      ]),
    ]),
  'an agreement to sign': () =>
    wordFile([
      text('Coaching agreement', { heading: HeadingLevel.TITLE }),
      text('What we want to reach:'),
      tabbed('1.', ''),
      tabbed('2.', ''),
      text('Who is told of it:'),
      text('', { numbering: { reference: 'steps', level: 0 } }),
      text('', { numbering: { reference: 'steps', level: 0 } }),
      text('And the rest.'),
      text('', { numbering: { reference: 'steps', level: 0 } }),
      tabbed('Signed:', '', '', 'Signed:'),
      tabbed('Date:', '', '', 'Date:'),
      table([
        ['For the organisation', 'For the coachee'],
        ['Signature:', 'Signature:'],
        ['Date:', 'Date:'],
      ]),
      text('Coach'),
      table([
        ['Name:', 'Telephone:'],
        ['E-mail:', 'Date:'],
      ]),
      tabbed('..............................', '..............................'),
      tabbed('Signature of witness', 'Date'),
    ]),
  'a list with letters inside': () =>
    wordFile([
      text('Coaching policy', { heading: HeadingLevel.TITLE }),
      text('Who may ask', { heading: HeadingLevel.HEADING_1 }),
      step('Any employee', 0),
      step('Any volunteer, provided that', 0),
      step('they have been here for a month;', 1),
      step('their manager agrees.', 1),
      step('Nobody else', 0),
      text('The answer comes within a week.'),
    ]),
  'clauses as the pack has them': () =>
    wordFile([
      text('Mentoring agreement', { heading: HeadingLevel.TITLE }),
      clause('Purpose', 0),
      clause('This agreement says what both sides expect.', 1),
      clause('It is no contract of employment.', 1),
      clause('Meetings', 0),
      clause('The mentor and the mentee meet every month.', 1),
      text('at work, or', { bullet: { level: 0 } }),
      text('by telephone.', { bullet: { level: 0 } }),
      clause('Notes are the mentee’s own.', 1),
    ]),
  'clauses with letters': () =>
    wordFile([
      text('Data policy', { heading: HeadingLevel.TITLE }),
      clause('Definitions', 0),
      clause('In this policy:', 1),
      clause('“data” means what tells who somebody is;', 2),
      clause('“we” means «Organisation».', 2),
      clause('that is, all of us, and', 3),
      clause('our partners.', 3),
      clause('Terms in the plural mean the same.', 1),
      clause('Duties', 0),
      clause('We keep data safe.', 1),
    ]),
  'tracked changes and comments': () =>
    wordFile(
      [
        text('Leave policy', { heading: HeadingLevel.TITLE }),
        new Paragraph({
          children: [
            new TextRun('Staff have '),
            new DeletedTextRun({ text: '25', id: 1, author: 'Ada', date: '2026-01-01T00:00:00Z' }),
            new InsertedTextRun({ text: '28', id: 2, author: 'Ada', date: '2026-01-01T00:00:00Z' }),
            new TextRun(' days of leave.'),
          ],
        }),
        new Paragraph({
          children: [
            new CommentRangeStart(0),
            new TextRun('They ask their manager.'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
          ],
        }),
      ],
      {
        comments: {
          children: [{ id: 0, author: 'Bram', date: new Date(0), children: [text('Or HR?')] }],
        },
      },
    ),
  'headers, footers, footnotes and pictures': () =>
    wordFile(
      [
        text('Safeguarding policy', { heading: HeadingLevel.TITLE }),
        new Paragraph({
          children: [new TextRun('We keep children safe.'), new FootnoteReferenceRun(1)],
        }),
        new Paragraph({ children: [picture(PNG)] }),
        new Paragraph({
          children: [
            new TextRun('Read '),
            new ExternalHyperlink({
              link: 'https://example.org/law',
              children: [new TextRun('the law')],
            }),
            new TextRun('.'),
          ],
        }),
      ],
      {
        footnotes: { 1: { children: [text('A child is under 18.')] } },
        headers: {
          default: new Header({
            children: [
              new Paragraph({ children: [picture(LOGO), new TextRun('Fernhill Clinic')] }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [new TextRun({ children: ['Version 2.1, page ', PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
      },
    ),
  'document control and tables': () =>
    wordFile([
      text('Expenses policy', { heading: HeadingLevel.TITLE }),
      table([
        ['Policy owner', 'Head of Finance'],
        ['Approved by', 'The Board'],
        ['Version', 'v2.1'],
        ['Effective date', '1 March 2026'],
        ['Next review', 'Annually'],
        ['Policy number', 'FIN-07'],
      ]),
      text('Rates', { heading: HeadingLevel.HEADING_1 }),
      table(
        [
          ['Journey', 'Rate', 'Limit'],
          ['Car', '45p', '10,000 miles'],
          ['Bicycle', '20p', 'none'],
        ],
        { header: true },
      ),
      text('Contacts', { heading: HeadingLevel.HEADING_1 }),
      table([
        [bold('Questions'), 'Finance team'],
        [bold('Complaints'), [text('Your manager,'), text('or HR')]],
      ]),
      table([['Keep all receipts. We pay nothing without them.']]),
    ]),
  'a form of tables': () =>
    wordFile([
      bold('Mentoring application form', { alignment: AlignmentType.CENTER }),
      table([
        ['Name', ''],
        ['Job title', ''],
        ['Date of birth', ''],
      ]),
      text('Why do you want a mentor?'),
      text('____________________________________________'),
      text('____________________________________________'),
      new Paragraph({
        children: [
          new TextRun('How did you hear of us? '),
          new CheckBox({ alias: 'poster' }),
          new TextRun(' Poster '),
          new CheckBox({ alias: 'web' }),
          new TextRun(' Web'),
        ],
      }),
      bold('Goals'),
      table([
        ['Goal', 'By when', 'Done'],
        ['', '', ''],
        ['', '', ''],
        ['', '', ''],
      ]),
      table([['Signature', '', 'Date', '']], { borderless: true }),
      table(
        [
          ['Signature of mentor', ''],
          ['Date', ''],
        ],
        { borderless: true },
      ),
    ]),
  'lines to write on': () =>
    wordFile([
      bold('Visitor record', { alignment: AlignmentType.CENTER }),
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: 9000, leader: LeaderType.UNDERSCORE }],
        children: [new TextRun('Name of visitor: '), new TextRun({ children: [new Tab()] })],
      }),
      new Paragraph({
        children: [
          new TextRun('Company: '),
          new TextRun({ text: '                    ', underline: { type: UnderlineType.SINGLE } }),
        ],
      }),
      new Paragraph({
        children: [
          new TextRun({
            children: ['Telephone:', new Tab(), new Tab(), new Tab(), 'E-mail:', new Tab()],
          }),
        ],
      }),
      new Paragraph({
        children: [
          new TextRun('Dear '),
          new SimpleMailMergeField('First_Name'),
          new TextRun(', welcome.'),
        ],
      }),
    ]),
}
