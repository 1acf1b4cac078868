import colours from 'color-name'

/** The colours that have a name in CSS (CSS Color 4, 6.1). */
export const colourNames: readonly string[] = Object.keys(colours)

/** A colour as people write it, `#0B5CAD`, `#05a`, `0b5cad` or `navy`, as `#rrggbb`; undefined for other texts. */
export function hexColour(text: string): string | undefined {
  const plain = text.toLowerCase().replace(/\s+/g, '')
  const named = Object.entries(colours).find(([name]) => name === plain)?.[1]
  if (named) return hexOf(named)
  const digits = /^#?((?:[0-9a-f]{3}){1,2})$/.exec(plain)?.[1]
  if (digits === undefined) return undefined
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`
}

/** Least contrast of text with its ground (WCAG 2.2, 1.4.3). */
export const MINIMUM_CONTRAST = 4.5

const WHITE = '#ffffff'
const BLACK = '#000000'

/** How far two colours `#rrggbb` stand out from each other, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other]
    .map((colour) => luminance(channels(colour)))
    .sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** How far a colour `#rrggbb` stands out from white, from 1 to 21. */
export function contrastWithWhite(colour: string): number {
  return contrast(colour, WHITE)
}

/** What text stands on: the page, and what is set apart on it. */
export const grounds = {
  light: { paper: WHITE, fill: '#f1f4f8' },
  dark: { paper: '#14181e', fill: '#1f2630' },
} as const

/** The colour itself where text in it can be read on light or dark grounds, else the nearest darker or lighter shade of it. */
export function readableOn(colour: string, scheme: keyof typeof grounds): string {
  const aim = scheme === 'dark' ? WHITE : BLACK
  const isReadable = (shade: string) =>
    Object.values(grounds[scheme]).every((ground) => contrast(shade, ground) >= MINIMUM_CONTRAST)
  let shade = colour
  for (let share = 0.02; !isReadable(shade); share += 0.02)
    shade = mixed(colour, aim, Math.min(share, 1))
  return shade
}

/** A colour with so much of another, from 0 to 1. */
function mixed(colour: string, other: string, share: number): string {
  const target = channels(other)
  return hexOf(
    channels(colour).map((channel, index) =>
      Math.round(channel + ((target[index] ?? 0) - channel) * share),
    ),
  )
}

/** Red, green and blue from 0 to 255 as `#rrggbb`. */
function hexOf(rgb: readonly number[]): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Red, green and blue from 0 to 255. */
function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
