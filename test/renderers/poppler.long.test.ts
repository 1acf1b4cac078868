import { testEveryPage } from './every-page.ts'
import { poppler } from './poppler.ts'

testEveryPage(poppler)
