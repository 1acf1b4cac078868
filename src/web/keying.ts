import { readKeyingData } from '../contracts/keying-page.ts'
import { startKeying } from './keying/page.ts'

const place = document.getElementById('keying')
if (place) startKeying(place, readKeyingData(textOf), textOf)

function textOf(id: string): string | null | undefined {
  return document.getElementById(id)?.textContent
}
