import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isHere } from '../support/programs.ts'
import type { Filler } from './filler.ts'

/** MuPDF, which viewers on telephones are made of: it draws what it fills in by itself. */
export const mupdf: Filler = {
  name: 'MuPDF',
  available: () => isHere('mutool'),
  async fill(pdf, entries) {
    const folder = mkdtempSync(join(tmpdir(), 'policypack-mupdf-'))
    try {
      const [blank, filled, script] = ['blank.pdf', 'filled.pdf', 'fill.js'].map((name) =>
        join(folder, name),
      ) as [string, string, string]
      writeFileSync(blank, pdf)
      writeFileSync(script, `var entries = ${JSON.stringify(entries)}\n${SCRIPT}`)
      execFileSync('mutool', ['run', script, blank, filled])
      return new Uint8Array(readFileSync(filled))
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

// The whole name of a field is that of its parents as well, which only its object in the PDF has.
const SCRIPT = `
var doc = new PDFDocument(scriptArgs[0])
function nameOf(field) {
  var parts = []
  for (var one = field; one && !one.isNull(); one = one.get('Parent'))
    if (one.get('T') && one.get('T').isString()) parts.unshift(one.get('T').asString())
  return parts.join('.')
}
for (var index = 0; index < doc.countPages(); index++) {
  var page = doc.loadPage(index)
  var widgets = page.getWidgets()
  var annotations = doc.findPage(index).get('Annots')
  var fields = []
  for (var at = 0; annotations && at < annotations.length; at++)
    if (annotations.get(at).get('Subtype').asName() === 'Widget') fields.push(annotations.get(at))
  for (var which = 0; which < widgets.length; which++) {
    var name = nameOf(fields[which])
    for (var which2 = 0; which2 < entries.length; which2++) {
      var entry = entries[which2]
      if (entry.name !== name) continue
      var widget = widgets[which]
      var state = fields[which].get('AS')
      if (entry.kind === 'text') widget.setTextValue(entry.value)
      else if (entry.kind === 'dropdown') widget.setChoiceValue(entry.value)
      else if (entry.kind === 'checkbox') {
        if (entry.on !== (state && state.isName() && state.asName() !== 'Off')) widget.toggle()
      } else {
        var rect = fields[which].get('Rect')
        if (Math.abs(rect.get(0) - entry.rect[0]) < 1 && Math.abs(rect.get(1) - entry.rect[1]) < 1) widget.toggle()
      }
      widget.update()
    }
  }
}
doc.save(scriptArgs[1], 'incremental')
`
