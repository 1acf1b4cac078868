import { expect, test } from 'vitest'
import { NotPlain, plainDrawing } from '../../src/pack/load/plain-drawing.ts'

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`

test.each([
  ['a script', svg('<script>alert(1)</script>')],
  [
    'a script by a prefix',
    '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>x()</s:script></s:svg>',
  ],
  [
    'a script by a prefix made inside',
    svg('<g xmlns:q="http://www.w3.org/2000/svg"><q:script href="a.js"/></g>'),
  ],
  [
    'foreign content',
    svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
  ],
  ['a handler', svg('<g onload="x()"/>')],
  ['a handler on the drawing', svg('', 'onload="x()"')],
  ['a handler in capitals', svg('<g ONLOAD="x()"/>')],
  ['a link', svg('<a href="https://x.example"><path d="M0 0"/></a>')],
  ['a picture from elsewhere', svg('<image href="https://x.example/a.png"/>')],
  ['a picture from the disk', svg('<image xlink:href="file:///etc/hostname"/>')],
  ['a picture that is a drawing', svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>')],
  ['a part of another file', svg('<use xlink:href="other.svg#a"/>')],
  [
    'a reference by another prefix',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink"><use l:href="a.svg#b"/></svg>',
  ],
  ['an animation', svg('<animate attributeName="href" to="javascript:x()"/>')],
  ['a setting', svg('<set attributeName="onload" to="x()"/>')],
  ['a style that loads', svg('<style>path { fill: url(https://x.example/a) }</style>')],
  ['a style that imports', svg('<style>@import "https://x.example/a.css";</style>')],
  [
    'a style that hides what it loads',
    svg('<style>path { fill: \\75rl(https://x.example) }</style>'),
  ],
  ['a style in characters set apart', svg('<style><![CDATA[@import "a.css"]]></style>')],
  ['an attribute that loads', svg('<path fill="url(https://x.example/a#b)"/>')],
  ['an address that runs', svg('<g filter="javascript:x()"/>')],
  [
    'an entity',
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>${svg('<text>&x;</text>')}`,
  ],
  ['what is no XML', svg('<g>')],
  ['a page', '<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>'],
  ['a drawing without its namespace', '<svg><script>x()</script></svg>'],
])('%s is refused', (_, text) => {
  expect(() => plainDrawing(text)).toThrow(NotPlain)
})

test('a drawing as programs save it stays what it shows, without their notes', () => {
  const saved = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Created with a program -->
<svg xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:editor="http://editor.example/ns"
 xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" editor:version="1">
<editor:view grid="true"/><metadata><rdf:RDF/></metadata>
<style>.a { fill: url(#fade); font: 4px serif }</style>
<defs><linearGradient id="fade"><stop offset="0" style="stop-color:#f00"/></linearGradient></defs>
<g editor:label="Layer"><path class="a" d="M0 0h9v9z" clip-path="url('#c')"/><use xlink:href="#fade"/>
<image width="1" height="1" xlink:href="data:image/png;base64,iVBORw0KGgo="/><text xml:space="preserve">R &amp; D</text></g></svg>`
  const plain = plainDrawing(saved)
  expect(plain).toBe(plainDrawing(plain))
  expect(plain).toContain('<path class="a" d="M0 0h9v9z" clip-path="url(\'#c\')"></path>')
  expect(plain).toContain('xlink:href="#fade"')
  expect(plain).toContain('R &#x26; D')
  expect(plain).not.toMatch(/editor|rdf|metadata|Created|DOCTYPE/)
})

test('another language inside a drawing is left out', () => {
  const html = '<h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script>'
  const inside = svg(`${html}<x xmlns="http://www.w3.org/1999/xhtml"><SCRIPT>x()</SCRIPT></x><g/>`)
  expect(plainDrawing(inside)).toBe(plainDrawing(svg('<g/>')))
})
