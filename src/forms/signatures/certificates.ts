import { Certificate } from 'pkijs'

/** The certificates in a file, DER or PEM; those that cannot be read are left out. */
export function certificatesIn(file: Uint8Array): Certificate[] {
  const text = new TextDecoder('latin1').decode(file)
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g)]
  const readers =
    blocks.length > 0
      ? blocks.map(
          ([, base64 = '']) =>
            () =>
              fromBase64(base64),
        )
      : [() => file]
  return readers.flatMap((read) => readCertificate(read) ?? [])
}

/** The name of the person that a certificate is for: its common name (X.520), or its e-mail address. */
export function nameOf({ subject }: Certificate): string | undefined {
  for (const type of ['2.5.4.3', '1.2.840.113549.1.9.1']) {
    const found = subject.typesAndValues.find((attribute) => attribute.type === type)
    const name = found?.value.valueBlock.value
    if (typeof name === 'string' && name.trim() !== '') return name.normalize('NFC').trim()
  }
  return undefined
}

function readCertificate(read: () => Uint8Array): Certificate | undefined {
  try {
    return Certificate.fromBER(new Uint8Array(read()))
  } catch {
    return undefined
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
