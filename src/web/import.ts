import { CRYPTOGRAPHY_ID, KNOWN_ID, READER_ID } from '../contracts/import-page.ts'
import { startImport } from './import/page.ts'

const place = document.getElementById('import')
if (place)
  startImport(place, {
    known: dataIn(KNOWN_ID),
    scripts: { reader: dataIn(READER_ID), cryptography: dataIn(CRYPTOGRAPHY_ID) },
  })

function dataIn<Data>(id: string): Data {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as Data
}
