import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import { messagesOf } from '../../src/messages/message.ts'
import { compileLayouts } from '../../src/pack/render/layouts.ts'

test('fills in layouts within layouts', () => {
  expect(filled({ page: '<p>{{> head}}</p>', head: '{{title}}' })).toEqual({
    text: '<p>A &amp; B</p>',
    messages: [],
  })
})

test.each([
  ['a name that is not given', '<p>\n  {{titel}}', '2:5', 'Unexpected name `titel`, expected'],
  ['a block without its end', '{{#if title}}\nx', '2:1', 'Unexpected end of the file, expected'],
  ['another end', '{{#if title}}\n{{/each}}', '1:4', 'Unexpected `{{/each}}`, expected `{{/if}}`'],
  ['a template that is not there', '<p>\n{{> haed}}', '2:1', 'Unexpected template `haed`, did you'],
  ['braces without their end', 'x\n{{title', '2:1', 'Unexpected braces, expected a name'],
  ['a template within itself', '{{> page}}', '', 'Unexpected template within itself'],
  ['a block without its condition', '{{#if}}x{{/if}}', '', 'Unexpected Handlebars: #if requires'],
])('tells of %s', (_, page, place, message) => {
  const { text, messages } = filled({ page, head: '' })
  expect(text).toBe('')
  expect(messages).toMatchObject([
    { file: 'templates/page.hbs', rule: 'template', message: expect.stringContaining(message) },
  ])
  const [{ line, column } = {}] = messages
  expect(line === undefined ? '' : `${line}:${column}`).toBe(place)
})

test('tells of a fault in the layout that has it', () => {
  const { text, messages } = filled({ page: '<p>{{> head}}</p>', head: '{{titel}}' })
  expect(text).toBe('<p></p>')
  expect(messages.map(({ file }) => file)).toEqual(['templates/head.hbs'])
})

function filled(sources: Readonly<Record<string, string>>) {
  const layouts = Object.fromEntries(
    Object.entries(sources).map(([name, value]) => [
      name,
      new VFile({ path: `templates/${name}.hbs`, value }),
    ]),
  )
  const fillLayout = compileLayouts({ layouts }, wordsFor('en-GB'))
  const [text] = [fillLayout('page', { title: 'A & B' }), fillLayout('page', { title: 'A & B' })]
  return { text, messages: Object.values(layouts).flatMap(messagesOf) }
}
