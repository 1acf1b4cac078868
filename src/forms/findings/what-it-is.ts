const LOOKED_AT = 1024
/** Says in HR's words what a file is that is no PDF, and what to do. */
export function whatItIs(bytes: Uint8Array): string {
  const beginning = String.fromCharCode(...bytes.subarray(0, LOOKED_AT))
  return (
    kinds.find(([mark]) => mark.test(beginning))?.[1] ??
    'The file is not a PDF; ask for the form as a PDF file'
  )
}

/** How files begin that people take for a form, or keep under its name. */
const kinds: readonly (readonly [mark: RegExp, says: string])[] = [
  [
    /^PK\p{Cc}{2}.*word\//su,
    'The file is a Word document, not a PDF; ask for the form as a PDF file',
  ],
  [/^PK\p{Cc}{2}/u, 'The file is a ZIP archive, not a PDF; unpack it and import the PDF from it'],
  [
    /^\s*JVBERi0/,
    'The file is a PDF in the writing of e-mail; save the attachment from the e-mail once more',
  ],
  [
    /^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n/,
    'The file is an e-mail, not a PDF; save the form that is attached to it and import that',
  ],
  [
    /^(?:\xff\xd8\xff|\x89PNG|GIF8|II\*\0|MM\0\*|.{4}ftyp(?:hei|mif|avif))/s,
    'The file is a picture, not a PDF; ask for the form itself, filled in as a PDF file',
  ],
  [
    /^\s*<(?:!doctype html|html|head|body)/i,
    'The file is a web page, not a PDF, as when a sign-in page was saved instead of the form; download the form again',
  ],
  [
    /^(?:\{\\rtf|\xd0\xcf\p{Cc}\xe0)/u,
    'The file is a document of a word processor, not a PDF; ask for the form as a PDF file',
  ],
]
