import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isHere, PYTHON } from '../support/programs.ts'
import type { Filler } from './filler.ts'

/** What Evince and Okular fill forms with, driven from Python. */
export const poppler: Filler = {
  name: 'Poppler',
  available: () => isHere('python3 with the bindings of Poppler') && isHere('a font for Japanese'),
  async fill(pdf, entries) {
    const folder = mkdtempSync(join(tmpdir(), 'policypack-poppler-'))
    try {
      const [blank, filled] = [join(folder, 'blank.pdf'), join(folder, 'filled.pdf')]
      writeFileSync(blank, pdf)
      const request = JSON.stringify({
        blank: pathToFileURL(blank).href,
        filled: pathToFileURL(filled).href,
        entries,
      })
      const run = spawnSync(PYTHON, ['-c', SCRIPT], { input: request, encoding: 'utf8' })
      if (run.status !== 0) throw new Error(`Poppler failed: ${run.stderr}`)
      return new Uint8Array(readFileSync(filled))
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

const SCRIPT = `
import json, sys, gi
gi.require_version("Poppler", "0.18")
from gi.repository import Poppler
request = json.load(sys.stdin)
entries = {entry["name"]: entry for entry in request["entries"]}
document = Poppler.Document.new_from_file(request["blank"], None)
for index in range(document.get_n_pages()):
    for mapping in document.get_page(index).get_form_field_mapping():
        field = mapping.field
        entry = entries.get(field.get_name())
        if entry is None:
            continue
        if entry["kind"] == "text":
            field.text_set_text(entry["value"])
        elif entry["kind"] == "checkbox":
            field.button_set_state(entry["on"])
        elif entry["kind"] == "radio":
            # The bindings do not give the on-state, so the button is known by its place.
            if abs(mapping.area.x1 - entry["rect"][0]) < 1 and abs(mapping.area.y1 - entry["rect"][1]) < 1:
                field.button_set_state(True)
        elif entry["kind"] == "dropdown":
            for item in range(field.choice_get_n_items()):
                if field.choice_get_item(item) == entry["value"]:
                    field.choice_select_item(item)
document.save(request["filled"])
`
