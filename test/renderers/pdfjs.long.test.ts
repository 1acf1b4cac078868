import { testEveryPage } from './every-page.ts'
import { pdfjs } from './pdfjs.ts'
import { poppler } from './poppler.ts'

// The combined PDF repeats the pages of the others; where Poppler is installed, it is the quicker one to compare them.
testEveryPage(pdfjs, (path) => path !== 'pack.pdf' || !poppler.available())
