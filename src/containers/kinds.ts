import { asciiBytes, indexOf, latin1 } from '../pdf/bytes.ts'
import { signedContent } from './cms.ts'
import { gzipFile } from './gzip.ts'
import type { List } from './inner.ts'
import { mailAttachments, mailboxMessages } from './mail.ts'
import { attachedInside } from './outlook.ts'
import { tarFiles } from './tar.ts'
import { tnefAttachments } from './tnef.ts'
import { writtenInBase64 } from './written-out.ts'
import { zipEntries } from './zip.ts'

/** So many bytes tell what a file is. */
export const BEGINNING = 4096

/** A kind of file that people send in place of a form, or keep under its name. */
export interface Kind {
  /** What it is, with its article. */
  readonly is: string
  /** What to do with one that holds no form. */
  readonly advice?: string
  /** How people take a file out of one. */
  readonly take?: (what: string) => string
  /** Lists what is inside; absent where nothing is, or where it cannot be seen from here. */
  readonly list?: List
  /** Whether what lies inside belongs to one document, so that nobody knows it by its names. */
  readonly isOneDocument?: true
  /** Whether a mail program shows it as a part of the e-mail that it lies in. */
  readonly isOfMail?: true
}

/** The kind of a file that begins like this; undefined for a PDF and for what is not known. */
export function kindOf(beginning: Uint8Array): Kind | undefined {
  const text = latin1(beginning.subarray(0, BEGINNING))
  return known.find(([begins]) => begins(text, beginning))?.[1]
}

/** Some kinds tell only by what is inside which program made them. */
export function refined(kind: Kind, names: readonly string[]): Kind {
  const found = refinements.find(
    ([outer, mark]) => outer.includes(kind) && names.some((name) => mark.test(name)),
  )
  return found?.[2] ?? kind
}

const unpack = (what: string): string => `unpack it and take out ${what}`

const zip: Kind = {
  is: 'a ZIP archive',
  list: zipEntries,
  take: unpack,
  advice: 'where a form is in it, unpack it and ask for the form as a PDF file',
}
const compound: Kind = {
  is: 'a document of a word processor or the like',
  list: attachedInside,
  take: (what) => `open it in the program that it comes from and save ${what}`,
  isOneDocument: true,
}
const email: Kind = {
  is: 'an e-mail',
  isOfMail: true,
  list: mailAttachments,
  take: (what) => `open it in your mail program and save ${what}`,
}
const outlook: Kind = {
  is: 'an e-mail of Outlook',
  list: attachedInside,
  take: (what) => `open it in Outlook and save ${what}`,
}
const archive = (name: string): Kind => ({
  is: `${name} archive`,
  advice: 'unpack it and import the PDF from it',
})
const office = (is: string, program: string): Kind => ({
  is,
  isOneDocument: true,
  take: (what) => `open it in ${program}, double-click ${what} in it, and save what opens as a PDF`,
})
const picture: Kind = {
  is: 'a picture',
  advice:
    'where it shows a form on paper, scan or photograph that again, nearer, flat and sharp, with the codes in its corners, as PDF, JPEG or PNG; otherwise ask for the form itself, filled in as a PDF file',
}
const pictureIn = (format: string, advice = ''): Kind => ({
  is: `a picture in ${format}`,
  advice: `open it, export it as PDF, with all of its pages, or as JPEG and import that${advice}`,
})
const data = (is: string): Kind => ({
  is,
  advice:
    'it has answers at most and no form; ask for the completed PDF, or type them into the form',
})
const film: Kind = { is: 'film or sound' }
const plainText: Kind = {
  is: 'a plain text',
  advice: 'ask for the form, filled in as a PDF file',
}
const shortcut: Kind = {
  is: 'a link to a file, without the file',
  advice: 'open the place that it leads to, download the form from there and import that',
}
const encrypted: Kind = {
  is: 'an encrypted message',
  advice:
    'ask the person to whom it was sent to open it in the mail program and to save the form from it',
}

type Begins = (text: string, bytes: Uint8Array) => boolean

/** Whether a file begins with these bytes, each with two figures, at this place. */
function bytesAre(hex: string, at = 0): Begins {
  const wanted = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []
  return (_, bytes) => wanted.every((byte, index) => bytes[at + index] === byte)
}

function textIs(...marks: readonly RegExp[]): Begins {
  return (text) => marks.every((mark) => mark.test(text))
}

/** A message of cryptography (RFC 5652, 3) of the kind with this number. */
function cmsOf(...numbers: readonly number[]): Begins {
  return (_, bytes) => {
    const at = bytes[0] === 0x30 ? indexOf(bytes, cms, 0, 24) : -1
    return at !== -1 && numbers.includes(bytes[at + cms.length] ?? 0)
  }
}

const cms = asciiBytes('\u002a\u0086\u0048\u0086\u00f7\u000d\u0001\u0007')

/** By their beginnings; the first that fits counts. */
const known: readonly (readonly [Begins, Kind])[] = [
  [textIs(/^PK(?:\p{Cc}{2})/u), zip],
  [bytesAre('d0cf11e0a1b1'), compound],
  [bytesAre('1f8b08'), { is: 'a packed file (gzip)', list: gzipFile, take: unpack }],
  [bytesAre('7573746172', 257), { is: 'a tar archive', list: tarFiles, take: unpack }],
  [bytesAre('377abcaf271c'), archive('a 7-Zip')],
  [textIs(/^Rar!/), archive('a RAR')],
  [textIs(/^MSCF/), archive('a Cabinet')],
  [bytesAre('fd377a585a'), archive('an XZ')],
  [textIs(/^BZh[1-9]1AY/), archive('a bzip2')],
  [bytesAre('28b52ffd'), archive('a Zstandard')],
  [
    bytesAre('789f3e22'),
    {
      is: 'a winmail.dat of Outlook',
      list: tnefAttachments,
      take: (what) =>
        `open the e-mail that it came with in Outlook and save ${what}, or ask for it to be sent again as “plain text” or HTML, not “rich text”`,
    },
  ],
  [
    cmsOf(2),
    {
      is: 'a signed message (S/MIME or CMS)',
      isOfMail: true,
      list: signedContent,
      take: (what) =>
        `open it in your mail program, or in the program that checks such signatures, and save ${what}`,
      advice: 'ask for the file that was signed',
    },
  ],
  [cmsOf(3), encrypted],
  [textIs(/^-----BEGIN PGP/), encrypted],
  [textIs(/^-----BEGIN [A-Z ]*(?:CERTIFICATE|KEY)-/), { is: 'a certificate or key' }],
  [
    textIs(/^From [^\n]{1,200}\n[!-9;-~]{1,80}:/),
    {
      is: 'a mailbox',
      list: mailboxMessages,
      take: (what) => `open it in a mail program such as Thunderbird and find ${what}`,
    },
  ],
  [
    textIs(
      /^(?:\d{1,9}\s*\n)?[!-9;-~]{1,80}:[^\n]*\n/,
      /^(?:Snapshot-Content-Location|From: <Saved by)/im,
    ),
    {
      is: 'a web page in one file',
      list: mailAttachments,
      take: () => 'open it in the browser, download the form from there and import that',
    },
  ],
  [
    textIs(
      /^(?:\d{1,9}\s*\n)?[!-9;-~]{1,80}:[^\n]*\n/,
      /\n(?:Received:|Return-Path:|Delivered-To:|Message-ID:|MIME-Version:|From:|To:|Subject:|Date:|Content-Type: multipart)/i,
    ),
    email,
  ],
  [
    textIs(/^!BDN/),
    { is: 'an archive of Outlook', advice: 'open it in Outlook and save the form from its e-mail' },
  ],
  [
    textIs(/^\s*(?:-----BEGIN[^\n]{1,80}\s+)?(?:JVBERi0|UEsDB|0M8R4KGx|H4sI|MI[IAJ]|N3q8rycc)/),
    {
      is: 'a text in the writing of e-mail (base64)',
      list: writtenInBase64,
      take: (what) => `save ${what} from the e-mail once more`,
      advice: 'save the attachment from the e-mail once more',
    },
  ],
  [
    textIs(/^.{4}ftyp(?:hei|hev|mif)/su),
    pictureIn(
      'HEIC',
      '; “Most compatible” in the settings of the camera of a telephone makes JPEG',
    ),
  ],
  [
    textIs(/^(?:II[*+]\0|MM\0[*+])/),
    pictureIn('TIFF', '; in the settings of a scanner choose PDF'),
  ],
  [textIs(/^(?:\xff\xd8\xff|\x89PNG)/), picture],
  [
    textIs(/^(?:GIF8|BM.{4}\0{4}|RIFF.{4}WEBP|8BPS|AT&TFORM|.{4}ftypavif|\0{3}\p{Cc}jP {2})/su),
    pictureIn('a format that is not read'),
  ],
  [textIs(/^(?:.{4}ftyp|ID3|OggS|RIFF.{4}(?:WAVE|AVI )|\p{Cc}E\xdf\xa3)/su), film],
  [textIs(/^%FDF-/), data('a data file of a PDF form (FDF)')],
  [textIs(/<xfdf[\s>]/i), data('a data file of a PDF form (XFDF)')],
  [textIs(/<(?:xdp:xdp|xfa:data|xfa:datasets)[\s>]/i), data('a data file of a PDF form (XDP)')],
  [textIs(/^\s*(?:\xef\xbb\xbf)?[[{]\s*["{[\]}\d]/), data('a data file (JSON)')],
  [textIs(/^\[InternetShortcut\]|^version https:\/\/git-lfs/im), shortcut],
  [bytesAre('4c0000000114020000000000c000000000000046'), shortcut],
  [textIs(/^book\0\0\0\0mark/), shortcut],
  [textIs(/<plist[\s>]/, /<key>URL<\/key>/), shortcut],
  [textIs(/^bplist0/), { is: 'a web page in one file (web archive)' }],
  [
    textIs(/^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|!--)/i),
    {
      is: 'a web page',
      advice: 'as when a sign-in page was saved instead of the form; download the form again',
    },
  ],
  [textIs(/^\{\\rtf/), { is: 'a document of a word processor', isOneDocument: true }],
  [textIs(/^%!PS/), { is: 'a PostScript file', advice: 'ask for the form as a PDF file' }],
  [textIs(/^\s*(?:\xef\xbb\xbf)?<(?:\?xml|svg)/i), { is: 'an XML file' }],
  [textIs(/^(?:BEGIN:VCALENDAR|BEGIN:VCARD)/), { is: 'a calendar entry or address card' }],
  [
    textIs(/^(?:MZ|\x7fELF)/),
    { is: 'a program', advice: 'do not open it, and ask who sent it what it is' },
  ],
  [(text) => text !== '' && /^[\t\n\r -~\x80-\xff]*$/.test(text), plainText],
]

const refinements: readonly (readonly [readonly Kind[], RegExp, Kind])[] = [
  [[compound], /__properties_version1\.0$/, outlook],
  [[compound], /^EncryptedPackage$/, { is: 'a document with a password', isOneDocument: true }],
  [[zip, compound], /^(?:word\/|WordDocument$)/, office('a Word document', 'Word')],
  [[zip, compound], /^(?:xl\/|Workbook$|Book$)/, office('an Excel workbook', 'Excel')],
  [
    [zip, compound],
    /^(?:ppt\/|PowerPoint Document$)/,
    office('a PowerPoint presentation', 'PowerPoint'),
  ],
  [
    [zip],
    /^Index\/Document\.iwa$|^index\.apxl$/,
    office('a document of Apple', 'the program that it comes from'),
  ],
  [[zip], /\.fdseq$/, { is: 'an XPS document', isOneDocument: true }],
  [[zip], /^META-INF\/manifest\.xml$/, office('an OpenDocument file', 'LibreOffice')],
]
