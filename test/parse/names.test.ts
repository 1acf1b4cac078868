import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { parse } from '../../src/pack/parse/index.ts'

const front = '---\nid: a\nkind: policy\ntitle: A\nversion: 1.0.0\n---\n\n'

/** The keys that a text asks for. */
function keysIn(text: string): string[] {
  const tree = parse({ file: new VFile(`${front}It is of ${text} here.\n`) })?.tree
  const [paragraph] = tree?.children ?? []
  return paragraph?.type === 'paragraph'
    ? paragraph.children.flatMap((node) => (node.type === 'placeholder' ? node.key : []))
    : []
}

test.each([
  "(insert organisation's name)",
  '(insert name of organization)',
  '(insert employer name)',
  '(insert your company name here)',
  '[Company Name]',
  '[COMPANY]',
  '[Name of the Organisation]',
  '[Full legal name of the company]',
  '[insert name of charity]',
  '[Your organisation’s name]',
  '<company_name>',
  '<<Organisation>>',
  '«Company_Name»',
  '{companyFullName}',
  '{{company_name}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: This is what a template of somebody else says.
  '${organizationName}',
  '%COMPANY_NAME%',
  '[Org Name]',
  '<org-name>',
  '[Company/Organisation]',
  '[Company or Organisation Name]',
  '[Company Name, Inc.]',
  '[trust name]',
  "[the employer's name]",
])('%s asks for the name of the organisation', (text) => {
  expect(keysIn(text)).toEqual(['organisation name'])
})

test.each([
  ['[Company short name]', 'organisation short name'],
  ['[abbreviation of company]', 'abbreviation of company'],
  ['(insert team name)', 'team name'],
  ['[company secretary]', 'company secretary'],
  ['[name of the company secretary]', 'company secretary name'],
  ['[organisation address]', 'organisation address'],
  ['(insert client company name)', 'client company name'],
])('%s asks for something else', (text, key) => {
  expect(keysIn(text)).toEqual([key])
})
