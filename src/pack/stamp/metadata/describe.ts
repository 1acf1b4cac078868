import { type PDFDict, type PDFDocument, PDFHeader, PDFHexString, PDFString } from 'pdf-lib'
import { directionOf } from '../../../language/direction.ts'
import { name, text } from '../objects.ts'
import { srgbProfile } from './srgb-profile.ts'
import { type Description, xmpPacket } from './xmp.ts'

/**
 * Gives the file its metadata: XMP with what it conforms to, the same in the information dictionary, the file identifier,
 * and the colour space where it is to be kept.
 *
 * @param identity 32 hex digits that stand for the content
 */
export function describe(file: PDFDocument, description: Description, identity: string): void {
  const { context, catalog } = file
  const packet = context.stream(Buffer.from(xmpPacket(description)), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  catalog.set(name('Metadata'), context.register(packet))
  catalog.set(name('Lang'), text(description.language))
  const isRightToLeft = directionOf(description.language) === 'rtl'
  catalog.set(
    name('ViewerPreferences'),
    context.obj({ DisplayDocTitle: true, ...(isRightToLeft && { Direction: 'R2L' }) }),
  )
  if (description.standard === 'UA-1 and A-3a')
    catalog.set(name('OutputIntents'), context.obj([outputIntent(file)]))
  if (description.standard === 'UA-2') {
    context.header = PDFHeader.forVersion(2, 0)
    catalog.delete(name('Version'))
  }
  context.trailerInfo.Info = context.register(information(file, description))
  const id = PDFHexString.of(identity)
  context.trailerInfo.ID = context.obj([id, id])
}

function information({ context }: PDFDocument, description: Description): PDFDict {
  const date = PDFString.fromDate(description.date)
  return context.obj({
    Title: text(description.title),
    Author: text(description.creator),
    ...(description.summary !== undefined && { Subject: text(description.summary) }),
    Creator: text(description.tool),
    Producer: text(description.tool),
    CreationDate: date,
    ModDate: date,
  })
}

/** All colours of the file are sRGB (ISO 19005-3, 6.2.3). */
function outputIntent({ context }: PDFDocument): PDFDict {
  return context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: text('sRGB'),
    Info: text('sRGB IEC 61966-2-1'),
    DestOutputProfile: context.register(context.stream(srgbProfile(), { N: 3 })),
  })
}
