import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isHere, PYTHON } from '../support/programs.ts'
import type { Filler } from './filler.ts'

/** What scripts and servers fill in with pikepdf: values alone, and the viewer is asked to draw them. */
export const pikepdf: Filler = {
  name: 'pikepdf',
  available: () => isHere('python3 with pikepdf'),
  async fill(pdf, entries) {
    const folder = mkdtempSync(join(tmpdir(), 'policypack-pikepdf-'))
    try {
      const [blank, filled] = [join(folder, 'blank.pdf'), join(folder, 'filled.pdf')]
      writeFileSync(blank, pdf)
      const input = JSON.stringify({ blank, filled, entries })
      const run = spawnSync(PYTHON, ['-c', SCRIPT], { input, encoding: 'utf8' })
      if (run.status !== 0) throw new Error(`pikepdf failed: ${run.stderr}`)
      return new Uint8Array(readFileSync(filled))
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

const SCRIPT = `
import json, sys, pikepdf
request = json.load(sys.stdin)
entries = {entry["name"]: entry for entry in request["entries"]}
pdf = pikepdf.open(request["blank"])

def name_of(field):
    parts = []
    while field is not None:
        if "/T" in field:
            parts.insert(0, str(field.T))
        field = field.get("/Parent")
    return ".".join(parts)

for page in pdf.pages:
    for widget in page.get("/Annots", []):
        if widget.get("/Subtype") != "/Widget":
            continue
        entry = entries.get(name_of(widget))
        if entry is None:
            continue
        field = widget if "/T" in widget else widget.Parent
        if entry["kind"] in ("text", "dropdown"):
            field.V = pikepdf.String(entry["value"])
            if "/AP" in widget:
                del widget["/AP"]
        elif entry["kind"] == "checkbox":
            state = pikepdf.Name("/" + entry["state"] if entry["on"] else "/Off")
            field.V = state
            widget.AS = state
        else:
            state = pikepdf.Name("/" + entry["state"])
            field.V = state
            has = "/AP" in widget and state in widget.AP.N
            widget.AS = state if has else pikepdf.Name("/Off")
pdf.Root.AcroForm.NeedAppearances = True
pdf.save(request["filled"])
`
