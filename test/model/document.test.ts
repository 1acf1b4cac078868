import { expect, test } from 'vitest'
import { DocumentId } from '../../src/model/document.ts'

test.each(['con', 'prn', 'aux', 'nul', 'com1', 'lpt9'])('%s is no id', (id) => {
  expect(DocumentId.safeParse(id).success).toBe(false)
})

test.each(['contract', 'con-man', 'auxiliary-staff', 'com', 'lpt10'])('%s is an id', (id) => {
  expect(DocumentId.safeParse(id).success).toBe(true)
})
