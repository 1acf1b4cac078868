/** A value of an attribute, or a listener under the name of its event. */
type Property = string | boolean | undefined | ((event: Event) => void)

/** An element with attributes, listeners and content. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Readonly<Record<string, Property>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name, value)
    else if (value === true) made.setAttribute(name, '')
    else if (typeof value === 'string') made.setAttribute(name, value)
  }
  made.append(...content)
  return made
}

/** A button that does not send anything. */
export function button(label: string, onPress: () => void, className = 'plain'): HTMLButtonElement {
  return element('button', { type: 'button', class: className, click: onPress }, label)
}

/** Adds the id of what describes a control, or takes it out. */
export function describe(control: Element, id: string, isThere: boolean): void {
  const ids = (control.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean)
  const others = ids.filter((one) => one !== id)
  const now = isThere ? [id, ...others] : others
  if (now.length > 0) control.setAttribute('aria-describedby', now.join(' '))
  else control.removeAttribute('aria-describedby')
}

/** Puts the keyboard on a control, in the middle of what is seen. */
export function show(target: HTMLElement): void {
  target.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
}
