import { PDFArray, type PDFContext, type PDFDict, type PDFRef } from 'pdf-lib'
import { name, text } from '../objects.ts'

/** A field that has other fields or widgets under it. */
interface Branch {
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly kids: PDFArray
}

/** The fields of a form by their dotted names (ISO 32000-1, 12.7.3.2). */
export interface Hierarchy {
  /** The fields without a parent. */
  readonly top: PDFArray
  /** Gives the field of this name, which is made where it is not there yet. */
  readonly branch: (path: string) => Branch
  /** Puts a field under its name. */
  readonly attach: (path: string, ref: PDFRef, dict: PDFDict) => void
}

/** A form without fields. */
export function createHierarchy(context: PDFContext): Hierarchy {
  const top = PDFArray.withContext(context)
  const branches = new Map<string, Branch>()

  function branch(path: string): Branch {
    const known = branches.get(path)
    if (known) return known
    const kids = PDFArray.withContext(context)
    const dict = context.obj({ Kids: kids })
    const created = { ref: context.register(dict), dict, kids }
    branches.set(path, created)
    attach(path, created.ref, dict)
    return created
  }

  function attach(path: string, ref: PDFRef, dict: PDFDict): void {
    const dot = path.lastIndexOf('.')
    dict.set(name('T'), text(path.slice(dot + 1)))
    if (dot < 0) {
      top.push(ref)
    } else {
      const parent = branch(path.slice(0, dot))
      dict.set(name('Parent'), parent.ref)
      parent.kids.push(ref)
    }
  }

  return { top, branch, attach }
}
