import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { Config } from '../../src/model/organisation.ts'
import { fill } from '../../src/pack/fill/index.ts'
import { parse } from '../../src/pack/parse/index.ts'
import { searchData } from '../../src/pack/render/search-data.ts'
import { typeset } from '../../src/pack/typeset/index.ts'

test('a question in a numbered clause is found, with the number of the clause', () => {
  const value = `---
id: boat-contract
kind: contract
title: Boat contract
version: 1.0.0
numbered: true
---

## Use

The boat lies at :field[Name of the pier]{#pier}.

The oars stay in the boat.

::field[Who rows?]{#rower}
`
  const document = parse({ file: new VFile({ path: 'boat-contract.md', value }) })!
  const text = JSON.stringify({ organisation: { name: 'Fernhill', locale: 'en-GB' } })
  const project = {
    config: Config.parse(JSON.parse(text)),
    configFile: new VFile({ path: 'org.config.json', value: text }),
    locate: () => undefined,
    catalogue: {},
  }
  const set = typeset(document, project.config.organisation)
  const filled = fill([set], project, { draft: false })
  const { documents } = searchData(filled.documents, 'en-GB')
  const places = documents.flatMap((one) => one.places)
  expect(places).toContainEqual({ anchor: 'clause-1-1', number: '1.1', text: 'Name of the pier' })
  expect(places).toContainEqual({ anchor: 'use', number: '', text: 'Who rows?' })
})
