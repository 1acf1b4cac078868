import { OctetString } from 'asn1js'
import { gzipSync, strToU8, zipSync } from 'fflate'
import { ContentInfo, EncapsulatedContentInfo, SignedData } from 'pkijs'

/** A file that is wrapped in another one. */
export interface Wrapped {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What puts files into one. */
export type Wrap = (...files: readonly Wrapped[]) => Wrapped

/** An e-mail with attachments in base64, as mail programs keep it. */
export const eml: Wrap = (...files) => ({ name: 'mail.eml', bytes: strToU8(mailOf(files)) })

function mailOf(
  files: readonly Wrapped[],
  encodedName = (name: string) => `filename="${name}"`,
): string {
  const parts = files.map(
    ({ name, bytes }) =>
      `--x=_1\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n ${encodedName(name)}\r\n\r\n${lines(bytes)}\r\n`,
  )
  return `Return-Path: <zoe@example.org>\r\nReceived: from a by b;\r\n ${'x'.repeat(3000)}\r\nSubject: =?UTF-8?B?${base64(strToU8('Zoë’s form'))}?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary="x=_1"\r\n\r\n--x=_1\r\nContent-Type: text/plain\r\n\r\nDear HR\r\n${parts.join('')}--x=_1--\r\n`
}

/** The same with the name in an encoding and in pieces (RFC 2231). */
export const emlInPieces: Wrap = (...files) => ({
  name: 'mail.eml',
  bytes: strToU8(
    mailOf(files, (name) => {
      const encoded = encodeURIComponent(name)
      return `filename*0*=UTF-8''${encoded.slice(0, 9)};\r\n filename*1*=${encoded.slice(9)}`
    }),
  ),
})

/** An e-mail that was forwarded as an attachment. */
export const forwarded: Wrap = (mail) => ({
  name: 'forwarded.eml',
  bytes: strToU8(
    `From: hr@example.org\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n${latin1(mail!.bytes)}\n--b--\n`,
    true,
  ),
})

/** A mailbox of e-mails. */
export const mbox: Wrap = (...mails) => ({
  name: 'Inbox.mbox',
  bytes: strToU8(
    mails.map(({ bytes }) => `From zoe Mon Mar  2 09:00:00 2026\n${latin1(bytes)}\n`).join(''),
    true,
  ),
})

export const zip: Wrap = (...files) => ({
  name: 'forms.zip',
  bytes: zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))),
})

/** An archive that is not packed, in which a PDF can be made out. */
export const storedZip: Wrap = (...files) => ({
  name: 'forms.zip',
  bytes: zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0 }),
})

const ENTRY = 'PK\x01\x02'

/** An archive whose entries need a password, as far as its headers say. */
export const lockedZip: Wrap = (...files) => {
  const { name, bytes } = zip(...files)
  const text = latin1(bytes)
  for (let at = text.indexOf(ENTRY); at !== -1; at = text.indexOf(ENTRY, at + 1)) bytes[at + 8] = 1
  return { name, bytes }
}

export const word: Wrap = (...files) => ({
  name: 'letter.docx',
  bytes: zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8('<document/>'),
    ...Object.fromEntries(
      files.map((file, index) => [`word/embeddings/oleObject${index + 1}.bin`, object(file)]),
    ),
  }),
})

/** A document of LibreOffice with an object in it. */
export const openDocument: Wrap = (...files) => ({
  name: 'letter.odt',
  bytes: zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'META-INF/manifest.xml': strToU8('<manifest/>'),
    ...Object.fromEntries(files.map((file, index) => [`Object ${index + 1}`, object(file)])),
  }),
})

function object({ name, bytes }: Wrapped): Uint8Array {
  const label = strToU8(`${name}\0`)
  const rest = strToU8(`C:\\${name}\0`)
  const head = concat(
    new Uint8Array([2, 0]),
    label,
    rest,
    u32(0x30000),
    u32(rest.length),
    rest,
    u32(bytes.length),
    bytes,
  )
  return compound({ '\u0001Ole10Native': concat(u32(head.length), head) })
}

/** A message of Outlook. */
export const msg: Wrap = (...files) => ({
  name: 'mail.msg',
  bytes: compound({
    '__properties_version1.0': new Uint8Array(64),
    ...Object.assign(
      {},
      ...files.map(({ name, bytes }, index) => ({
        [`__attach_version1.0_#0000000${index}/__substg1.0_3704001F`]: utf16('FORM~1.PDF'),
        [`__attach_version1.0_#0000000${index}/__substg1.0_3707001F`]: utf16(name),
        [`__attach_version1.0_#0000000${index}/__substg1.0_37010102`]: bytes,
      })),
    ),
  }),
})

export const tnef: Wrap = (...files) => ({
  name: 'winmail.dat',
  bytes: concat(
    u32(0x223e9f78),
    new Uint8Array(2),
    ...files.flatMap(({ name, bytes }) => [
      attribute(0x9002, new Uint8Array(14)),
      attribute(0x8010, strToU8(`${name}\0`)),
      attribute(0x800f, bytes),
    ]),
  ),
})

function attribute(id: number, value: Uint8Array): Uint8Array {
  return concat(
    Uint8Array.of(2, id & 255, id >> 8, 6, 0),
    u32(value.length),
    value,
    new Uint8Array(2),
  )
}

export const tar: Wrap = (...files) => ({
  name: 'forms.tar',
  bytes: concat(
    ...files.flatMap(({ name, bytes }) => {
      const header = new Uint8Array(512)
      header.set(strToU8(name))
      header.set(strToU8(`${bytes.length.toString(8).padStart(11, '0')}\0`), 124)
      header.set(strToU8('0\0ustar\0'), 156)
      header.set(strToU8('ustar'), 257)
      return [header, bytes, new Uint8Array((512 - (bytes.length % 512)) % 512)]
    }),
    new Uint8Array(1024),
  ),
})

export const gzip: Wrap = (file) => ({
  name: `${file!.name}.gz`,
  bytes: gzipSync(file!.bytes, { filename: file!.name }),
})

/** A signed message with the file in it (CMS), as it is or in pieces as mail programs write it. */
export const p7m: Wrap = (file) => ({ name: `${file!.name}.p7m`, bytes: cms(file!.bytes, false) })
export const p7mInPieces: Wrap = (file) => ({ name: 'smime.p7m', bytes: cms(file!.bytes, true) })

function cms(bytes: Uint8Array, isInPieces: boolean): Uint8Array {
  const valueHex = new Uint8Array(bytes).buffer
  const eContent = isInPieces
    ? new OctetString({
        idBlock: { isConstructed: true },
        isConstructed: true,
        value: pieces(bytes).map(
          (piece) => new OctetString({ valueHex: new Uint8Array(piece).buffer }),
        ),
      })
    : new OctetString({ valueHex })
  const encapContentInfo = new EncapsulatedContentInfo({ eContentType: SignedData.ID_DATA })
  encapContentInfo.eContent = eContent
  const content = new SignedData({ version: 1, encapContentInfo }).toSchema(true)
  const info = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content })
  return new Uint8Array(info.toSchema().toBER())
}

function pieces(bytes: Uint8Array): Uint8Array[] {
  const count = Math.ceil(bytes.length / 1000)
  return Array.from({ length: count }, (_, index) =>
    bytes.subarray(index * 1000, index * 1000 + 1000),
  )
}

/** A file in the writing of e-mail. */
export const inBase64: Wrap = (file) => ({
  name: `${file!.name}.txt`,
  bytes: strToU8(lines(file!.bytes)),
})

/** A compound file of streams by their paths, all in large sectors; a name with `/` lies in a storage. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  interface Node {
    name: string
    children: Node[]
    content?: Uint8Array
  }
  const root: Node = { name: 'Root Entry', children: [] }
  for (const [path, content] of Object.entries(streams)) {
    const names = path.split('/')
    const last = names.pop()!
    let node = root
    for (const name of names) {
      const child = node.children.find((one) => one.name === name) ?? { name, children: [] }
      if (!node.children.includes(child)) node.children.push(child)
      node = child
    }
    node.children.push({ name: last, children: [], content })
  }
  const nodes: Node[] = [root]
  for (const node of nodes) nodes.push(...node.children)
  const fat: number[] = []
  const data: Uint8Array[] = []
  const store = (content: Uint8Array): number => {
    const start = fat.length
    const count = Math.max(1, Math.ceil(content.length / 512))
    for (let i = 0; i < count; i++) fat.push(i === count - 1 ? 0xfffffffe : start + i + 1)
    const padded = new Uint8Array(count * 512)
    padded.set(content)
    data.push(padded)
    return start
  }
  const none = 0xffffffff
  const entries = nodes.map((node) => {
    const parent = nodes.find(({ children }) => children.includes(node))
    const next = parent?.children[parent.children.indexOf(node) + 1]
    const name = utf16(`${node.name}\0`)
    const entry = new Uint8Array(128)
    entry.set(name)
    entry.set(Uint8Array.of(name.length, 0, node === root ? 5 : node.content ? 2 : 1), 64)
    entry.set(u32(none), 68)
    entry.set(u32(next ? nodes.indexOf(next) : none), 72)
    entry.set(u32(node.children[0] ? nodes.indexOf(node.children[0]) : none), 76)
    entry.set(u32(node.content ? store(node.content) : 0xfffffffe), 116)
    entry.set(u32(node.content?.length ?? 0), 120)
    return entry
  })
  const directory = store(concat(...entries))
  const perTable = 128
  const tables = Math.ceil((fat.length + Math.ceil(fat.length / perTable) + 1) / perTable)
  const firstTable = fat.length
  for (let i = 0; i < tables; i++) fat.push(0xfffffffd)
  const header = new Uint8Array(512)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  header.set([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0], 24)
  header.set(
    concat(
      u32(tables),
      u32(directory),
      u32(0),
      u32(0),
      u32(0xfffffffe),
      u32(0),
      u32(0xfffffffe),
      u32(0),
    ),
    44,
  )
  for (let i = 0; i < 109; i++) header.set(u32(i < tables ? firstTable + i : none), 76 + i * 4)
  const table = new Uint8Array(tables * 512).fill(255)
  for (const [index, next] of fat.entries()) table.set(u32(next), index * 4)
  return concat(header, ...data, table)
}

function u32(value: number): Uint8Array {
  return new Uint8Array(new Uint32Array([value]).buffer)
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'))
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function lines(bytes: Uint8Array): string {
  return base64(bytes).replace(/.{76}/g, '$&\r\n')
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
