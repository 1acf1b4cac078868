import type { Filler } from './filler.ts'

/** Firefox's viewer: values go into its annotation storage, and it appends an incremental update. */
export const pdfjs: Filler = {
  name: 'pdf.js',
  available: () => true,
  async fill(pdf, entries) {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const task = getDocument({ data: pdf.slice(), verbosity: 0 })
    const document = await task.promise
    const widgets = await document.getFieldObjects()
    for (const entry of entries) {
      for (const widget of (widgets?.get(entry.name) ?? []) as Widget[]) {
        if (!widget.id) continue
        switch (entry.kind) {
          case 'text':
          case 'dropdown':
            document.annotationStorage.setValue(widget.id, { value: entry.value })
            break
          case 'checkbox':
            document.annotationStorage.setValue(widget.id, { value: entry.on })
            break
          case 'radio':
            document.annotationStorage.setValue(widget.id, {
              value: widget.exportValues === entry.state,
            })
        }
      }
    }
    const saved = await document.saveDocument()
    await task.destroy()
    return saved
  },
}

interface Widget {
  id?: string
  exportValues?: string
}
