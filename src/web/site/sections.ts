/** Share of the window, from its top, above which the heading of what is being read has gone. */
const READ = 0.3

/** Marks the section that is being read in the list of contents. */
export function markCurrentSection(): void {
  const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('.contents a'))
  const sections = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    return heading ? [{ link, heading }] : []
  })
  if (sections.length === 0) return
  let waiting = false
  const mark = () => {
    waiting = false
    const line = innerHeight * READ
    const current = sections.findLast(({ heading }) => heading.getBoundingClientRect().top < line)
    for (const section of sections)
      if (section === current) section.link.setAttribute('aria-current', 'location')
      else section.link.removeAttribute('aria-current')
  }
  const markSoon = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(mark)
  }
  addEventListener('scroll', markSoon, { passive: true })
  addEventListener('resize', markSoon, { passive: true })
  mark()
}
