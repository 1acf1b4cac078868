import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'
import { secondTry } from '../support/second-try.ts'
import { keys, runInTerminal } from '../support/terminal.ts'

const config = (folder: string) => JSON.parse(readFileSync(join(folder, 'org.config.json'), 'utf8'))

test('asks, checks what is typed, goes back, and keeps what was said when it is broken off', {
  timeout: 60_000,
  ...secondTry,
}, async () => {
  const cwd = makeFolder()
  const first = runInTerminal(['init'], { cwd })
  await first.answer('Which documents do you want?', '')
  await first.see('How much do you want to answer now?')
  first.type(keys.down)
  await first.answer('Which language', '')
  await first.answer('full name of your organisation', '')
  await first.answer('This one is needed', 'Fernhill Trust')
  await first.answer('short name', '')
  await first.answer('main colour', 'reddish')
  await first.answer('Expected a colour', '#123')
  await first.answer('Whom should staff contact', 'people@example.org')
  await first.answer('Which file has your logo?', 'missing.svg')
  await first.answer('There is no file missing.svg', '<')
  await first.see('people@example.org')
  first.type('<')
  await first.see('#112233')
  first.type('')
  await first.answer('Whom should staff contact', '')
  await first.answer('Which file has your logo?', '')
  await first.answer('Which employees does', 'all staff')
  await first.answer('address of your intranet', 'https://')
  await first.see('Expected an address')
  first.type(keys.ctrlC, { enter: false })
  await first.see('Keep the 5 answers so far?')
  first.type('y', { enter: false })
  expect(await first.ended).toBe(0)
  expect(config(cwd)).toEqual({
    $schema: './out/org.config.schema.json',
    organisation: {
      name: 'Fernhill Trust',
      locale: 'en-GB',
      colour: '#112233',
      contact: 'people@example.org',
    },
    answers: { 'cadre covered': 'all staff' },
  })

  const second = runInTerminal(['init'], { cwd })
  await second.see('short name')
  expect(second.shown()).not.toContain('full name of your organisation')
  second.type('Fernhill')
  await second.see('address of your intranet')
  second.type(keys.ctrlC, { enter: false })
  await second.see('Keep the 1 answer so far?')
  second.type('n', { enter: false })
  expect(await second.ended).toBe(0)
  expect(config(cwd).organisation).not.toHaveProperty('shortName')
})

/** Everything is answered but one text, one date and the definitions. */
function almostAnswered(): string {
  const cwd = makeFolder()
  const sample = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../org.config.json'), 'utf8'),
  )
  for (const key of ['effective date', 'frequency of evaluation', 'any other definitions'])
    delete sample.answers[key]
  writeFileSync(join(cwd, 'org.config.json'), JSON.stringify(sample, null, '\t'))
  return cwd
}

test('shows the answers before it writes them, and one can be changed', {
  timeout: 60_000,
  ...secondTry,
}, async () => {
  const cwd = almostAnswered()
  const terminal = runInTerminal(['init'], { cwd })
  await terminal.answer('How often is the procedure evaluated?', 'banana')
  await terminal.answer('Expected how often', 'every year')
  await terminal.answer('From which date', '2027-02-30')
  await terminal.answer('Expected a date', '28 Feb 2027')
  await terminal.answer('Type - if there is none', 'Circle')
  await terminal.answer('What does “Circle” mean?', 'A group that meets.')
  await terminal.answer('Term 2', '')
  await terminal.see('3 answers, 0 left open')
  terminal.type(keys.down, { enter: true })
  // The list names the answer as well; only the question itself has the hint.
  await terminal.answer("It should fit after 'evaluate this procedure'", 'twice a year')
  await terminal.answer('3 answers, 0 left open', '')
  expect(await terminal.ended).toBe(0)
  expect(config(cwd).answers).toMatchObject({
    'frequency of evaluation': 'twice a year',
    'effective date': '2027-02-28',
    'any other definitions': { Circle: 'A group that meets.' },
  })
  const text = readFileSync(join(cwd, 'org.config.json'), 'utf8')
  expect(text).toContain('\n\t\t"effective date": "2027-02-28"')
})

test('asks little of who is in a hurry, in the spelling of the locale, and leaves out documents that are not wanted', {
  timeout: 60_000,
  ...secondTry,
}, async () => {
  const cwd = makeFolder()
  const terminal = runInTerminal(['init'], { cwd })
  await terminal.see('Which documents do you want?')
  terminal.type(' ')
  await terminal.answer('How much do you want to answer now?', '')
  await terminal.answer('Which language', 'en-US')
  await terminal.answer('full name of your organization', 'Fernhill Trust')
  await terminal.answer('Whom should staff contact', '>')
  await terminal.answer('looks after human resources', 'HR')
  await terminal.answer('Which role is responsible', 'Director')
  await terminal.answer('Who approves', 'Trustees')
  await terminal.answer('Where are the documents kept', 'the shared drive')
  await terminal.answer('From which date', '1 December 2026')
  await terminal.answer('Which law', 'Data Protection Act 2018')
  await terminal.answer('Is all as it should be?', '')
  expect(await terminal.ended).toBe(0)
  expect(config(cwd)).toMatchObject({
    answers: { 'frequency of evaluation': 'every year', 'planning horizon': 'six weeks' },
    documents: { 'coaching-competency-assessment': { include: false } },
  })
})

test('refuses at once what contradicts another answer, and keeps all when the window is closed', {
  timeout: 60_000,
  ...secondTry,
}, async () => {
  const cwd = makeFolder()
  const sample = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../org.config.json'), 'utf8'),
  )
  const open = [
    'minimum length of a mentoring programme',
    'maximum length of a mentoring programme',
    'effective date',
    'review date',
    'data-protection law',
  ]
  for (const key of open) delete sample.answers[key]
  writeFileSync(join(cwd, 'org.config.json'), JSON.stringify(sample))
  const terminal = runInTerminal(['init'], { cwd })
  await terminal.answer('last at the least', 'two years')
  await terminal.answer('last at the most', 'one year')
  await terminal.answer('Expected at least two years', '3 years')
  await terminal.answer('From which date', '2027-01-01')
  await terminal.answer('By which date', '2026-12-31')
  await terminal.answer('Expected at least 2027-01-01', '2028-01-01')
  await terminal.see('Which law')
  terminal.close()
  expect(await terminal.ended).toBe(129)
  expect(config(cwd).answers).toMatchObject({
    'minimum length of a mentoring programme': 'two years',
    'maximum length of a mentoring programme': '3 years',
    'effective date': '2027-01-01',
    'review date': '2028-01-01',
  })
})

test('takes all that a file of answers holds, also that there is none', async () => {
  const cwd = makeFolder()
  const file = {
    $schema: './out/org.config.schema.json',
    organisation: { name: 'Fernhill Trust', contact: 'HR Manager', site: 'https://a.example.org/' },
    answers: { 'recognised trade union': null, 'human resources contact': 'the front desk' },
    documents: { 'mentoring-policy': { include: false } },
  }
  writeFileSync(join(cwd, 'a.json'), JSON.stringify(file))
  const { code, stdout } = await runCli(['init', '--answers', 'a.json'], { cwd })
  expect(code).toBe(0)
  expect(stdout).not.toContain('Not needed')
  expect(config(cwd)).toEqual(file)
})

test('says that there is nothing left to ask', secondTry, async () => {
  const cwd = makeFolder()
  const sample = join(import.meta.dirname, '../../org.config.json')
  const prepared = JSON.parse(readFileSync(sample, 'utf8'))
  writeFileSync(join(cwd, 'org.config.json'), JSON.stringify(prepared))
  const terminal = runInTerminal(['init'], { cwd })
  await terminal.see('answers everything')
  expect(await terminal.ended).toBe(0)
})

test('says what to do where there is no terminal', async () => {
  const cwd = makeFolder()
  const { code, stdout, stderr } = await runCli(['init'], { cwd })
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/no terminal to ask on; give the answers with --answers FILE/)
  expect(existsSync(join(cwd, 'org.config.json'))).toBe(false)
})

test('takes answers from a file, the usual ones for the rest, and changes none that is there', async () => {
  const cwd = makeFolder()
  const file = {
    organisation: { name: 'Fernhill Trust', locale: 'de-DE', colour: 'navy' },
    answers: { Owner: 'Director', 'review date': '1. März 2027', odd: 'x' },
  }
  writeFileSync(join(cwd, 'a.json'), JSON.stringify(file))
  const first = await runCli(['init', '--answers', 'a.json', '--yes'], { cwd })
  expect(first.code).toBe(0)
  expect(first.stdout).toContain('Not needed, or answered already: answers › odd')
  expect(config(cwd)).toMatchObject({
    organisation: { locale: 'de-DE', colour: '#000080' },
    answers: { owner: 'Director', 'review date': '2027-03-01', 'planning horizon': 'six weeks' },
  })

  const before = readFileSync(join(cwd, 'org.config.json'), 'utf8')
  writeFileSync(join(cwd, 'b.json'), JSON.stringify({ answers: { owner: 'Somebody else' } }))
  expect((await runCli(['init', '--answers', 'b.json'], { cwd })).code).toBe(0)
  expect(readFileSync(join(cwd, 'org.config.json'), 'utf8')).toBe(before)
})

test('writes nothing that nobody said, names what it did not need, and says what is next', async () => {
  const cwd = makeFolder()
  const file = { organisation: { name: 'Fernhill Trust' }, answers: { odd: 'x' } }
  writeFileSync(join(cwd, 'a.json'), JSON.stringify(file))
  const first = await runCli(['init', '--answers', 'a.json'], { cwd })
  expect(first.stdout).toContain('or `policypack build --draft`\n')
  expect(config(cwd)).toEqual({ $schema: './out/org.config.schema.json', ...file, answers: {} })

  const again = await runCli(['init', '--answers', 'a.json'], { cwd })
  expect(again.stdout).toContain(
    'Not needed, or answered already: organisation › name, answers › odd',
  )
})

test('refuses answers that cannot stand, with their place, and writes nothing', async () => {
  const cwd = makeFolder()
  writeFileSync(
    join(cwd, 'a.json'),
    '{\n  "organisation": { "name": "Fernhill" },\n  "answers": { "review date": "2027-02-30" }\n}',
  )
  const { code, stderr } = await runCli(['init', '--answers', 'a.json'], { cwd })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^a\.json:3:16 error Unexpected answer .*2027-02-30.* answer-type\n$/)
  expect(existsSync(join(cwd, 'org.config.json'))).toBe(false)
})

test('refuses answers of a file that contradict each other, and takes that there is none', async () => {
  const cwd = makeFolder()
  const answers = {
    organisation: { name: 'Fernhill Trust', locale: 'en-US', logo: null },
    answers: {
      'minimum length of a mentoring programme': 'two years',
      'maximum length of a mentoring programme': 'one year',
      'effective date': '2027-01-01',
      'review date': '2026-12-01',
    },
    documents: { 'mentoring-policy': { effective: '2027-02-01', review: '2027-01-01' } },
  }
  writeFileSync(join(cwd, 'a.json'), JSON.stringify(answers))
  const refused = await runCli(['init', '--answers', 'a.json', '--yes'], { cwd })
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('expected at least two years')
  expect(refused.stderr).toContain('expected at least 2027-01-01')
  expect(refused.stderr).toContain('expected a day after it takes effect, `2027-02-01`')
  expect(refused.stderr.match(/ error /g)).toHaveLength(3)
  expect(existsSync(join(cwd, 'org.config.json'))).toBe(false)

  // What is usual for the least length is more than this.
  const short = { 'maximum length of a mentoring programme': 'three months' }
  writeFileSync(join(cwd, 'a.json'), JSON.stringify({ ...answers, answers: short, documents: {} }))
  const taken = await runCli(['init', '--answers', 'a.json', '--yes'], { cwd })
  expect(taken.code).toBe(0)
  expect(config(cwd).answers).not.toHaveProperty('minimum length of a mentoring programme')
  expect(config(cwd).organisation).not.toHaveProperty('logo')
  expect(taken.stdout).toContain('Which body outside your organization')
})

test('needs a name', async () => {
  const { code, stderr } = await runCli(['init', '--yes'], { cwd: makeFolder() })
  expect(code).toBe(2)
  expect(stderr).toContain('What is the full name of your organisation?')
})

test('takes a folder for the configuration in it', async () => {
  const cwd = makeFolder({ 'orgs/heron/org.config.json': '{"organisation": {"name": "Heron"}}' })
  const args = ['init', '--yes', '--config']
  const { code, stdout } = await runCli([...args, 'orgs/heron'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^orgs\/heron\/org\.config\.json: \d+ answers written/)

  const refused = await runCli([...args, 'orgs'], { cwd })
  expect(refused.code).toBe(2)
  expect(refused.stderr).toBe(
    'There is no `org.config.json` in the folder `orgs`; name the configuration of one organisation\n',
  )
})

test('leaves a configuration alone that cannot be read', async () => {
  const cwd = makeFolder()
  writeFileSync(join(cwd, 'org.config.json'), '{"organisation": {"name": "X"}')
  const { code, stderr } = await runCli(['init', '--yes'], { cwd })
  expect(code).toBe(1)
  expect(stderr).toContain('org.config.json:1:31 error')
  expect(readFileSync(join(cwd, 'org.config.json'), 'utf8')).toBe('{"organisation": {"name": "X"}')
})
