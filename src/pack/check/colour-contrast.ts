import { contrastWithWhite, MINIMUM_CONTRAST, readableOn } from '../../language/colour.ts'
import { report } from '../../messages/message.ts'
import type { Project } from '../../model/project.ts'

/** Reports an organisation's colour in which text could not be read on white. */
export function colourContrast({
  config,
  configFile,
  locate,
}: Pick<Project, 'config' | 'configFile' | 'locate'>): void {
  const { colour } = config.organisation
  const contrast = contrastWithWhite(colour)
  if (contrast >= MINIMUM_CONTRAST) return
  report(
    configFile,
    'colour-contrast',
    `Unexpected colour \`${colour}\` with a contrast of ${contrast.toFixed(1)} to white, expected at least ${MINIMUM_CONTRAST}`,
    locate(['organisation', 'colour']),
    `Text is set in the darker \`${readableOn(colour, 'light')}\``,
  )
}
